defmodule Golden.BadFormat do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_printk("%d and %d", [1])
    bpf_printk("%d", [1, 2])
    bpf_printk("%p", [1])
    bpf_printk("%s", [1])
    bpf_printk("%d", [bpf_get_current_comm()])
    bpf_printk("größer", [])
    bpf_printk("%d%d%d%d", [1, 2, 3, 4])
  end
end
