# Tools write the names of tracepoints with colons.
defmodule Golden.SectionColons do
  use Honey, license: "GPL"

  @sec "tracepoint:sched:sched_switch"
  def bpftrace(_ctx), do: 0

  @sec "rawtracepoint:sched_switch"
  def raw(_ctx), do: 0

  @sec "tracepoint/sched:sched_switch"
  def perf(_ctx), do: 0
end
