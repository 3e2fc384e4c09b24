# Filters and maps before another function of Enum are one loop with it. At most one of the functions has
# effects; here it is the last.
defmodule Golden.EnumStages do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :sums, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    put(0, 1..20 |> Enum.filter(&(&1 > n)) |> Enum.map(&(&1 * 2)) |> Enum.sum())
    put(1, 0..n |> Enum.map(&(&1 * 3)) |> Enum.reject(&odd?/1) |> Enum.find(0, &(&1 > 9)))
    1..5 |> Enum.reject(&(&1 == n)) |> Enum.each(&put(&1, n))
  end

  defp odd?(n), do: rem(n, 2) == 1
  defp put(key, value), do: bpf_map_update_elem(:sums, key, value, :bpf_any)
end
