defmodule Honey.Golden.ForeignFunction do
  use Honey, license: "GPL", kernel: "5.14"
  require Logger

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    a = Integer.modulo(ctx.prev_pid, 3)
    b = Map.got(%{a: 1}, :a)
    c = Map.pop(%{a: 1})
    IO.puts("switch")
    send(self(), {:switch, ctx.prev_pid})
    d = System.monotonic_time()
    e = :rand.uniform(10)
    f = apply(__MODULE__, :program, [ctx])
    g = String.length("abc")
    h = Regex.run(~r/a/, "abc")
    a + b + c + d + e + f + g + h
  end

  @sec "tracepoint/sched/sched_wakeup"
  def other(ctx) do
    if ctx.pid == 0, do: throw(:idle)
    if ctx.pid == 1, do: exit(:normal)
    if ctx.pid == 2, do: reraise(RuntimeError, [])
    :ets.lookup(:table, ctx.pid)
    Process.sleep(10)
    [1, 2] -- [ctx.pid]
    inspect(ctx.pid)
    GenServer.cast(:server, :event)
    :math.pow(2, 3)
    1
  end
end
