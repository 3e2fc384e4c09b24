defmodule Pieces do
  use Honey, license: "GPL", kernel: "5.14", on_error: -1
  import Honey.BpfHelpers

  defmap :table, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64

  @sec "syscall"
  def main(_ctx) do
    a = bpf_map_lookup_elem(:table, 0) || 7
    b = bpf_map_lookup_elem(:table, a) || a * 3
    c = if b > 9, do: b - a, else: b + a
    d = rem(a, c)
    bpf_map_update_elem(:table, a, d, :bpf_any)
    e = bxor(b, d) + c
    f = div(e, d)
    bpf_map_update_elem(:table, 1, e, :bpf_any)
    bpf_map_update_elem(:table, 2, f + a, :bpf_any)
    if f > 3, do: e - a, else: f
  end
end
