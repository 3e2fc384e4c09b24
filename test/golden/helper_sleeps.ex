defmodule Golden.HelperSleeps do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_copy_from_user(4096, :u32)
end
