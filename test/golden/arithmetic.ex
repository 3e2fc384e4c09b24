defmodule Golden.Arithmetic do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0)
    b = bpf_map_lookup_elem(:s, 1)
    bpf_map_update_elem(:s, 2, a + b, :bpf_any)
    bpf_map_update_elem(:s, 3, a - b, :bpf_any)
    bpf_map_update_elem(:s, 4, a * b, :bpf_any)
    bpf_map_update_elem(:s, 5, -a, :bpf_any)
    bpf_map_update_elem(:s, 6, +b, :bpf_any)
    bpf_map_update_elem(:s, 7, a + 1 - b * 2, :bpf_any)
  end
end
