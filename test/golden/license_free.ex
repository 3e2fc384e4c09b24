# What is not for programs under the GPL only, anyone may use.
defmodule Golden.LicenseFree do
  use Honey, license: "Proprietary"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_ktime_get_ns()
    0
  end
end
