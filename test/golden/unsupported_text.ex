defmodule Golden.UnsupportedText do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    comm = bpf_get_current_comm()
    name = if bpf_get_smp_processor_id() > 1, do: comm, else: 1
    keep(comm)
    if comm == "beam", do: 1, else: name
  end

  defp keep(text), do: text
end
