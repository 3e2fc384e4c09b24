# One `<-`: what does not match is matched by the clauses after `else`, the context too.
defmodule Golden.WithContext do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    with %{prev_pid: pid} when pid > 1 <- ctx, half = div(pid, 2) do
      half
    else
      %{next_pid: 1} -> 1
      other -> other.prev_prio
    end
  end
end
