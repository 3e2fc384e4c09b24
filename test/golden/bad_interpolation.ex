defmodule Golden.BadInterpolation do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(ctx) do
    comm = bpf_get_current_comm()
    count = bpf_map_lookup_elem(:counts, 1)
    n = bpf_get_smp_processor_id()
    bpf_printk("#{comm}s")
    bpf_printk("#{comm}#{:s}")
    bpf_printk("count #{count}")
    bpf_printk("pair #{{n, n}}")
    bpf_printk("context #{ctx}")
    bpf_printk("größer als #{n}")
    bpf_printk("is #{:größer} than #{n}")
    bpf_printk("pid %d")
    bpf_printk("#{n} #{n} #{n} #{n}")
    bpf_printk("#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}#{n}")
    bpf_printk("text: " <> comm)
    0
  end
end
