defmodule Golden.BadArgument do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:h, 1, bpf_get_current_comm(), :bpf_any)
    bpf_map_update_elem(:h, 1, 2, :bpf_all)
    _ = bpf_map_lookup_elem(1, 2)
    bpf_map_delete_elem(:s, 0)
  end
end
