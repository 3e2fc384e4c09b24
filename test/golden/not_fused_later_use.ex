# The new value is used again.
defmodule Golden.NotFusedLaterUse do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)

    if found != nil do
      sum = found + 1
      bpf_map_update_elem(:h, 1, sum, :bpf_any)
      bpf_map_update_elem(:s, 0, sum, :bpf_any)
    end
  end
end
