defmodule Golden.NilGuard do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:h, 1) do
      found when is_integer(found) and found > 3 -> bpf_map_update_elem(:h, 2, found * 2, :bpf_any)
      _ -> :ok
    end
  end
end
