# A function that was called may have changed the map.
defmodule Golden.NotFusedCalled do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    reset(2)

    if found != nil do
      bpf_map_update_elem(:h, 1, found + 1, :bpf_any)
    end
  end

  defp reset(key), do: bpf_map_update_elem(:h, key, 0, :bpf_any)
end
