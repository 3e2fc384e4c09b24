# What a tracepoint has no field for, but another one has, or a helper.
defmodule Golden.UnknownFieldElsewhere do
  use Honey, license: "GPL"

  @sec "tracepoint/syscalls/sys_enter_chdir"
  def on_enter(ctx), do: ctx.ret + ctx.pid + ctx.cpu + ctx.flags

  @sec "tracepoint/syscalls/sys_exit_chdir"
  def on_exit(ctx), do: ctx.filename

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_any(ctx), do: ctx.ret

  @sec "tracepoint/sched/sched_switch"
  def on_switch(ctx), do: ctx.uid + ctx.pid
end
