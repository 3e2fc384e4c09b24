# The map was changed since the lookup: a preallocated element may be another key's.
defmodule Golden.NotFusedChanged do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    bpf_map_update_elem(:h, 2, 0, :bpf_any)

    if found != nil do
      bpf_map_update_elem(:h, 1, found + 1, :bpf_any)
    end
  end
end
