defmodule Golden.UnsupportedField do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "tracepoint/raw_syscalls/sys_enter"
  def program(ctx) do
    bpf_printk("%d", [ctx.args])
    ctx.args
  end
end
