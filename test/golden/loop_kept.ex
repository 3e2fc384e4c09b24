# The list of a literal list, or of a small range, is kept.
defmodule Golden.LoopKept do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    [a, b, c] = Enum.map([1, bpf_get_smp_processor_id(), 7], &(&1 * 3))
    [d, e] = for i <- 1..2, do: i * a
    bpf_map_update_elem(:s, 0, b + c + d + e, :bpf_any)
  end
end
