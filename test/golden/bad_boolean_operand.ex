defmodule Golden.BadBooleanOperand do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    some = if n > 4, do: true, else: :maybe
    a = if not some, do: 1, else: 2
    b = if not n, do: 1, else: 2
    text = if n > 5, do: "text", else: n
    c = byte_size(text)
    d = byte_size(n)
    a + b + c + d
  end
end
