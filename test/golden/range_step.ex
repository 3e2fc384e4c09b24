# A step that is known when the program runs: either way, and 0 raises.
defmodule Golden.RangeStep do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    step = bpf_map_lookup_elem(:s, 0)
    bpf_map_update_elem(:s, 1, Enum.sum(10..100//step), :bpf_any)
  end
end
