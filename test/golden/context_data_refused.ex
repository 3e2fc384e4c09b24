# Data of the context have no value of their own, and lie in the kernel's memory.
defmodule Golden.ContextDataRefused do
  use Honey, license: "GPL", kernel: "6.1"
  import Honey.BpfHelpers

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(%{filename: name}), do: bpf_probe_read_kernel_str(name, 32)

  @sec "tracepoint/sched/sched_process_exec"
  def and_exec(ctx) do
    bpf_printk("#{ctx.filename}")
    bpf_probe_read_user_str(ctx.filename, 32)
    bpf_probe_read_kernel_str(ctx.filename + 1, 32)
    name = ctx.filename
    bpf_probe_read_kernel_str(name, 32)
  end

  @sec "tracepoint/sock/inet_sock_set_state"
  def on_state(ctx) do
    [a | _] = ctx.saddr
    a
  end
end
