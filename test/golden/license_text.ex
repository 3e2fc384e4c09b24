# The function that copies a string of the context has conditions of its own.
defmodule Golden.LicenseText do
  use Honey, license: "Proprietary", kernel: "5.4"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    bpf_printk("%s", [ctx.prev_comm])
    0
  end
end
