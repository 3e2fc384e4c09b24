# What a subprogram is given and gives beyond five registers is in a struct on the caller's stack.
defmodule Golden.LocalCallManyArguments do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0) || 0
    b = bpf_map_lookup_elem(:s, 1) || 0
    name = bpf_get_current_comm()
    {c, d} = mix(a, b, {1, a}, name, b)
    {e, f} = mix(c, d, {b, 2}, name, a)
    bpf_map_update_elem(:s, 2, e, :bpf_any)
    bpf_map_update_elem(:s, 3, f, :bpf_any)
  end

  defp mix(x0, y, {z, w}, name, v) do
    x1 = bxor(x0 * 3, x0 + z)
    x2 = bxor(x1 * 4, x1 + w)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + v)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    x9 = bxor(x8 * 11, x8 + y)
    {if(name == "cat", do: x9, else: div(x7, y)), x8}
  end
end
