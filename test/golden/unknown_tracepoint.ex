defmodule Golden.UnknownTracepoint do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_swich"
  def misspelt(ctx), do: ctx.prev_pid

  @sec "tracepoint/nothing/like_it"
  def unknown(_ctx), do: 0
end
