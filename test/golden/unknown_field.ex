defmodule Golden.UnknownField do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    ctx.prev_pidd + ctx.no_such + ctx.common_pid
  end
end
