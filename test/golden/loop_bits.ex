# What a generator over a binary cannot have.
defmodule Golden.LoopBits do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    for <<n::8, _::binary-size(n) <- bpf_get_current_comm()>>, do: n
    for <<b <- bpf_get_current_pid_tgid()>>, do: b
    0
  end

  @sec "xdp"
  def packet(ctx) do
    for <<b <- ctx.packet>>, do: b
    2
  end
end
