# A loop of few turns is one of C, of which the verifier walks every turn.
defmodule Golden.LoopWalked do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 15
    bpf_map_update_elem(:s, 0, Enum.reduce(0..n, 0, fn i, acc -> acc + i * i end), :bpf_any)
  end
end
