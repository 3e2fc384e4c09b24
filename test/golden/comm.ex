defmodule Golden.Comm do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    comm = bpf_get_current_comm()
    bpf_printk("%s runs", [comm])
    0
  end
end
