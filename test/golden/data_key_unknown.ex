defmodule Honey.Golden.DataKeyUnknown do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    map = %{1 => :one, 2 => :two}
    a = Map.get(map, ctx.prev_pid)
    b = elem({1, 2, 3}, ctx.prev_prio)
    c = Map.fetch!(map, 3)
    d = Map.get(ctx.prev_prio, :a)
    e = List.duplicate(0, ctx.prev_prio)
    {a, b, c, d, e}
    1
  end
end
