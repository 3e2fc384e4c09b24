# Of an s64 and a u64: exact, where C's comparison is not.
defmodule Golden.ComparisonMixed do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0)
    u = bpf_map_lookup_elem(:u, 0)
    bpf_map_update_elem(:s, 2, if(a == u, do: 1, else: 0), :bpf_any)
    bpf_map_update_elem(:s, 3, if(a < u, do: 1, else: 0), :bpf_any)
    bpf_map_update_elem(:s, 4, if(a <= u, do: 1, else: 0), :bpf_any)
    bpf_map_update_elem(:s, 5, if(a > u, do: 1, else: 0), :bpf_any)
    bpf_map_update_elem(:s, 6, if(u != a, do: 1, else: 0), :bpf_any)
  end
end
