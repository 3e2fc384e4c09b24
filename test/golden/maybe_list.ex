# A function on data that may be of another shape, too.
defmodule Golden.MaybeList do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    list = if bpf_get_smp_processor_id() > 1, do: [1, 2], else: []
    hd(list)
  end
end
