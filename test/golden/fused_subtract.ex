defmodule Golden.FusedSubtract do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)

    if found != nil do
      bpf_map_update_elem(:h, 1, found - 5, :bpf_any)
    end
  end
end
