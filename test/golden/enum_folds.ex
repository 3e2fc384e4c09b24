# The functions of Enum that come to one value.
defmodule Golden.EnumFolds do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    put(0, Enum.reduce(1..n, fn i, acc -> acc * 3 + i end))
    put(1, Enum.product(1..n//1))
    put(2, Enum.max_by([n, 3, 5], &rem(&1, 5)))
    put(3, Enum.max(5..n//1, fn -> 0 end))
    put(4, Enum.find_value(1..20, fn i -> if i * i > n, do: i end))
    put(5, Enum.find_index(1..20//3, &(&1 > n)) || -1)
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
