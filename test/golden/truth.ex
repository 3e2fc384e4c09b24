# `&&`, `||` and `!` take any value and give it on.
defmodule Golden.Truth do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    big = n > 100
    x = big && n
    bpf_map_update_elem(:s, 1, x || -1, :bpf_any)
    !big && bpf_map_update_elem(:s, 2, n, :bpf_any)
  end
end
