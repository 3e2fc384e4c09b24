defmodule Golden.Bitwise do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0)
    u = bpf_map_lookup_elem(:u, 0)
    bpf_map_update_elem(:s, 2, a &&& u, :bpf_any)
    bpf_map_update_elem(:s, 3, a ||| 0xF0, :bpf_any)
    bpf_map_update_elem(:s, 4, bxor(a, u), :bpf_any)
    bpf_map_update_elem(:s, 5, bnot(u), :bpf_any)
  end
end
