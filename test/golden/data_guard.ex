defmodule Golden.DataGuard do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    weigh(if ctx.prev_pid > 0, do: {ctx.prev_pid}, else: {0, ctx.next_pid})
  end

  defp weigh(pair) when elem(pair, 1) > 5, do: 1
  defp weigh(tuple), do: elem(tuple, 0)
end
