# Lists whose length is not known are not kept, and neither is what cannot be told apart.
defmodule Golden.LoopNotKept do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    for(i <- 0..99, do: i) == [1]
    [first | _] = for i <- [1, 2, n], i > 1, do: i
    Enum.find_index(Enum.map(0..n, &(&1 * 2)), &(&1 == first))
    0..n |> Enum.map(fn i -> if i > 3, do: i end) |> Enum.sum()
    Enum.reverse(0..n)
    Enum.take([1, 2, 3], n)
    for i <- 0..n, into: %{}, do: {i, 1}
    for i <- [1, 2], into: %{}, do: {n, i}
    for i <- [1, 2], into: "", do: i
    for i <- [1, 2], uniq: true, do: i
  end
end
