# What surely takes too many turns needs no fuel, but another loop.
defmodule Golden.LoopCertainlyLong do
  use Honey, license: "GPL", kernel: "5.10"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    for i <- 1..10_000_000, do: Honey.KernelMap.put(:s, i &&& 7, i)
    Enum.each(1..100_000, &Honey.KernelMap.put(:s, &1 &&& 7, 1))
    fuel(50_000, Enum.each(1..50_000, &Honey.KernelMap.put(:s, &1 &&& 7, 1)))
    Enum.sum(1..1000)
  end
end
