defmodule Golden.BadTypeFields do
  use Honey, license: "GPL"

  deftype Twice, pid: :u32, pid: :u64
  deftype Many, for(n <- 1..300, do: {:"f#{n}", :u8})

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: 0
end
