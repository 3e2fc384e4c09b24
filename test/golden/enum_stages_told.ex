# On the BEAM the filter is done with all elements before the first comes to what is behind it; here this
# could be told from the map, or from which of the two raises.
defmodule Golden.EnumStagesTold do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :sums, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    1..5 |> Enum.filter(&put?(&1, n)) |> Enum.each(&put?(n, &1))
    1..5 |> Enum.filter(&(div(9, n) > &1)) |> Enum.map(&rem(&1, n)) |> Enum.count()
    1..5 |> Enum.reject(&put?(&1, n)) |> Enum.any?(&(&1 == n))
    1..5 |> Enum.filter(&(div(9, n) > &1)) |> Enum.empty?()
    1..5 |> Enum.filter(&put?(&1, n)) |> Enum.reduce(0, &(&1 + &2))
  end

  defp put?(key, value), do: bpf_map_update_elem(:sums, key, value, :bpf_any) == :ok
end
