# An index that is surely below max_entries always has a value.
defmodule Golden.ArrayIndex do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    i = bpf_map_lookup_elem(:s, 0) &&& 7
    bpf_map_update_elem(:s, 1, bpf_map_lookup_elem(:s, i) + bpf_map_lookup_elem(:s, 3), :bpf_any)
  end
end
