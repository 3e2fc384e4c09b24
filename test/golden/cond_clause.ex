# No condition holds: it raises.
defmodule Golden.CondClause do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()

    cond do
      cpu == 0 -> 1
      cpu < 4 -> 2
    end
  end
end
