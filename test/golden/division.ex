# BPF has no signed division before its version 4; zero is excluded by comparing.
defmodule Golden.Division do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0)
    u = bpf_map_lookup_elem(:u, 0)
    if a != 0 and u != 0 do
      bpf_map_update_elem(:s, 2, div(u, a), :bpf_any)
      bpf_map_update_elem(:s, 3, rem(a, u), :bpf_any)
    end
    bpf_map_update_elem(:s, 4, div(a, 10), :bpf_any)
    bpf_map_update_elem(:s, 5, rem(u, 10), :bpf_any)
  end
end
