# At most eight functions call each other.
defmodule Golden.CodeLimit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:s, 1, level_1(bpf_map_lookup_elem(:s, 0)) + level_1(3), :bpf_any)
  end

  defp level_1(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_2(x8) + level_2(x0)
  end

  defp level_2(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_3(x8) + level_3(x0)
  end

  defp level_3(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_4(x8) + level_4(x0)
  end

  defp level_4(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_5(x8) + level_5(x0)
  end

  defp level_5(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_6(x8) + level_6(x0)
  end

  defp level_6(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_7(x8) + level_7(x0)
  end

  defp level_7(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    level_8(x8) + level_8(x0)
  end

  defp level_8(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    x8
  end
end
