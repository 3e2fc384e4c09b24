defmodule Golden.UnsupportedValue do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32

  @sec "raw_tracepoint/sched_switch"
  def program(ctx) do
    n = bpf_get_smp_processor_id()
    a = {ctx, 1}
    b = if n > 1, do: ctx, else: 5
    text = bpf_get_current_comm()
    c = fn x -> {x, text} end
    e = for i <- 1..n, do: i
    [first | _] = e
    f = for i <- 1..10//n, do: i
    zero = 0
    g = for i <- 1..10//zero, do: i
    h = n + "text"
    i = Enum.to_list(1..70)
    {a, b, c.(n), e, f, g, h, i, first}
  end
end
