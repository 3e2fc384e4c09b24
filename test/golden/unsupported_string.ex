# What strings cannot be.
defmodule Golden.UnsupportedString do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(_ctx) do
    comm = bpf_get_current_comm()
    length = String.length(comm)
    bpf_map_update_elem(:counts, comm, 1, :bpf_any)
    {length, comm < "a"}
    0
  end
end
