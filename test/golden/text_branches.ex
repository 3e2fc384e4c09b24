# Branches join strings of two sizes; a literal of which the value is known has no memory.
defmodule Golden.TextBranches do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    comm = bpf_get_current_comm()
    name = if ctx.next_pid > 0, do: comm, else: "the idle task itself"
    maybe = if ctx.next_pid > 1, do: name
    if maybe, do: byte_size(maybe), else: 0
  end
end
