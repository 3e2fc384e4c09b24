defmodule Honey.Golden.DataKey do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    limits = %{low: 10, high: ctx.prev_prio}
    key = if ctx.prev_pid > 1000, do: :high, else: :low
    step = elem({1, ctx.next_pid, 5}, rem(abs(ctx.prev_pid), 3))
    limits[key] + step + (limits |> Map.put(key, 1) |> Map.get(:high))
  end
end
