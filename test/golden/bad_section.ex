defmodule Golden.BadSection do
  use Honey, license: "GPL"

  @sec "tracepont/sched/sched_switch"
  def misspelt(_ctx), do: 0

  @sec "tracepoint"
  def nowhere(_ctx), do: 0

  @sec "xdp/eth0"
  def too_much(_ctx), do: 0

  @sec "xdp\n"
  def odd(_ctx), do: 0

  @sec "kprobe/do_sys_open"
  def unknown(_ctx), do: 0
end
