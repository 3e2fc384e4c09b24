# What such a loop gives is refused once, where it grows.
defmodule Golden.LoopGrowsOnce do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    list = Enum.reduce(1..100, [], fn i, acc -> acc ++ [i] end)
    other = Enum.reduce(1..100, [], fn i, acc -> [i | acc] end)
    Enum.sum(list) + length(other)
  end
end
