defmodule Golden.License do
  use Honey, license: "Proprietary"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_printk("hello", [])
    0
  end
end
