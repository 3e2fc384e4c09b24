defmodule Golden.FusedCase do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:h, 1) do
      nil -> bpf_map_update_elem(:h, 1, 1, :bpf_any)
      found -> bpf_map_update_elem(:h, 1, 1 + found, :bpf_any)
    end
  end
end
