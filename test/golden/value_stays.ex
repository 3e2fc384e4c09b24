# What a lookup gave stays what it was.
defmodule Golden.ValueStays do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    before = bpf_map_lookup_elem(:s, 0)
    bpf_map_update_elem(:s, 0, before + 1, :bpf_any)
    bpf_map_update_elem(:s, 1, before, :bpf_any)
  end
end
