defmodule Golden.IfElse do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    kind = if cpu > 3, do: 10, else: 20
    bpf_map_update_elem(:s, 0, kind, :bpf_any)

    unless cpu == 0 do
      bpf_map_update_elem(:s, 1, cpu, :bpf_any)
    end
  end
end
