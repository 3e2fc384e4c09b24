# What loops cannot go over.
defmodule Golden.LoopSource do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    for i <- n, do: i
    range = if n > 3, do: 0..n
    Enum.each(range, fn i -> bpf_map_update_elem(:s, i, i, :bpf_any) end)
    list = if n > 3, do: [1, 2], else: [3]
    for i <- list, do: i
    Enum.sum("text")
    Enum.sum(%{a: 1})
    Enum.each(0..n, fn _, _ -> 1 end)
    Enum.sum(Range.new(0, 10, :up))
    Enum.sum(Range.new(0, 10, 0))
    %{(0..n) | first: 3}
    %Range{first: n, last: 3, step: 1}
    Range.size([n])
  end
end
