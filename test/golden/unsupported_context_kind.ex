defmodule Golden.UnsupportedContextKind do
  use Honey, license: "GPL"

  @sec "raw_tracepoint/sched_switch"
  def program(ctx), do: ctx.prev_pid
end
