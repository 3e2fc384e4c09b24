defmodule Golden.Atom do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    kind = if bpf_get_smp_processor_id() == 0, do: :first, else: :other

    case kind do
      :first -> 1
      :other -> 2
    end
  end
end
