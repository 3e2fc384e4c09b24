# With a step, a range counts in one direction, and may be empty.
defmodule Golden.LoopStepped do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 31
    bpf_map_update_elem(:s, 0, Enum.sum(n..3//-2), :bpf_any)
  end
end
