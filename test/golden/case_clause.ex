# No clause matches: it raises.
defmodule Golden.CaseClause do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_get_smp_processor_id() do
      0 -> 1
      1 -> 2
    end
  end
end
