# What strings cannot be.
defmodule Golden.UnsupportedString do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    comm = bpf_get_current_comm()
    n = ctx.next_pid
    <<_::binary-size(n), _::binary>> = comm
    <<_::4, _::bitstring>> = comm
    zero = if n > 1, do: <<"a", 0>>, else: "b"
    joined = comm <> "x"
    bpf_map_update_elem(:counts, comm, 1, :bpf_any)
    {zero, joined, comm < "a"}
    0
  end
end
