defmodule Golden.HelperKernel do
  use Honey, license: "GPL", kernel: "5.10"
  import Honey.BpfHelpers

  @sec "xdp"
  def filter(_ctx) do
    bpf_get_current_pid_tgid()
    2
  end

  @sec "raw_tracepoint/sched_switch"
  def switched(_ctx) do
    bpf_get_current_pid_tgid()
    bpf_strtol("12", 10)
  end
end
