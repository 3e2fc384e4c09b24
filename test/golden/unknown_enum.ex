# Functions of Enum and Range that the kernel does not have, with those that were meant.
defmodule Golden.UnknownEnum do
  use Honey, license: "GPL"

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Enum.summ(1..3)
    Enum.sort([3, 1, 2])
    Enum.reduce([1])
    Range.length(1..3)
    0
  end
end
