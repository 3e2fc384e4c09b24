defmodule Golden.PrintkMany do
  use Honey, license: "GPL", kernel: "5.16"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    comm = bpf_get_current_comm()
    bpf_printk("#{cpu} #{comm} #{-1} #{cpu > 1} 100%")
    bpf_printk("%d %x %u %s", [cpu, cpu + 1, -1, comm])
    0
  end
end
