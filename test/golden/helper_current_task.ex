defmodule Golden.HelperCurrentTask do
  use Honey, license: "MIT", kernel: "5.10"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def stack(_ctx), do: bpf_get_task_stack(0, 8)
end
