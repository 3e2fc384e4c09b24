defmodule Golden.TooManyParts do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    ten = {n, n, n, n, n, n, n, n, n, n}
    hundred = {ten, ten, ten, ten, ten, ten, ten, ten, ten, ten}
    {hundred, hundred, hundred, hundred, hundred, hundred}
  end
end
