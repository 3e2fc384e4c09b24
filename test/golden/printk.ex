defmodule Golden.Printk do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    u = bpf_map_lookup_elem(:u, 0)
    bpf_printk("plain\t\"quoted\"\\ 100%%", [])
    bpf_printk("%d %u %x", [u, bpf_get_smp_processor_id(), -1])
    bpf_printk(["list form %d", u])

    case bpf_printk("checked", []) do
      {:error, _} -> 1
      written -> written
    end
  end
end
