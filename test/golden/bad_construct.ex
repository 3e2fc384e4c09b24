defmodule Golden.BadConstruct do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    comm = bpf_get_current_comm()
    place = {0, 2}
    suffix = bpf_get_current_comm()
    text = if n > 5, do: comm, else: n
    a = :binary.part(comm, place)
    b = String.ends_with?(comm, suffix)
    c = <<text::binary, "!">>
    {a, b, c}
  end
end
