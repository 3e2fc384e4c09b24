# What a program returns when it raised.
defmodule Golden.RaiseOnError do
  use Honey, license: "GPL", on_error: -5
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    if bpf_get_smp_processor_id() > 100, do: raise("so many")
    0
  end
end
