# A loop of many turns is a function that bpf_loop calls.
defmodule Golden.LoopCallback do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    bpf_map_update_elem(:s, 0, Enum.reduce(0..n, 0, fn i, acc -> acc + i * n end), :bpf_any)
  end
end
