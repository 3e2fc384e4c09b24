defmodule Golden.BadPrintk do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @long String.duplicate("a", 512)

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    text = bpf_get_current_comm()
    bpf_printk("%s", ["text"])
    bpf_printk("%s", [n])
    bpf_printk("%d", [text])
    bpf_printk(text, [n])
    bpf_printk(@long, [])
    bpf_printk("%d", n)
    bpf_printk("%d %d %d %d", [n, n, n, n])
    bpf_printk("%d %d", [n])
    bpf_printk("%d", [n, n])
    bpf_printk(n)
    0
  end
end
