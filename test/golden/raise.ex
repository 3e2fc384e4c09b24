defmodule Golden.Raise do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    if bpf_get_smp_processor_id() > 100, do: raise("so many")
    if bpf_get_smp_processor_id() > 99, do: raise(ArgumentError, message: "many")
    0
  end
end
