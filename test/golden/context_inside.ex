# The context is no value that could be inside of another.
defmodule Golden.ContextInside do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_wakeup"
  def in_tuple(ctx) do
    case {ctx, 1} do
      {context, 1} -> context.pid
      _ -> 0
    end
  end

  @sec "tracepoint/sched/sched_switch"
  def in_with(ctx) do
    with %{prev_pid: pid} when pid > 1 <- ctx,
         %{next_pid: next} when next > 1 <- ctx do
      pid + next
    else
      %{prev_pid: prio} -> prio
    end
  end
end
