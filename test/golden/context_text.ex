# A field that is an array of characters is a string.
defmodule Golden.ContextText do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    bpf_printk("%s to %s", [ctx.prev_comm, ctx.next_comm])
    0
  end
end
