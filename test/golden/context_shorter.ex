# A text that has fewer bytes on older kernels: `rwbs` has 10 from 6.18 on, and 8 before.
defmodule Golden.ContextShorter do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/block/block_rq_issue"
  def program(ctx) do
    bpf_printk("%s", [ctx.rwbs])
    0
  end
end
