defmodule Golden.HelperLicense do
  use Honey, license: "MIT"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_probe_read_kernel(bpf_get_current_task(), :u64)
  end
end
