defmodule Golden.IntegerLiteral do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    u = bpf_map_lookup_elem(:u, 0)
    bpf_map_update_elem(:s, 0, -9_223_372_036_854_775_808, :bpf_any)
    bpf_map_update_elem(:s, 1, 0x7FFF_FFFF_FFFF_FFFF, :bpf_any)
    bpf_map_update_elem(:u, 1, 18_446_744_073_709_551_615, :bpf_any)
    bpf_map_update_elem(:u, 2, u + ?a, :bpf_any)
  end
end
