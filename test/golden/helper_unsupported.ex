defmodule Golden.HelperUnsupported do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_sk_fullsock(1)
    bpf_sk_release(1)
    bpf_ringbuf_output(:events, 1, 2, 3)
    bpf_trace_printk("text", 5, [])
    Enum.each(1..2, &bpf_timer_cancel/1)
  end
end
