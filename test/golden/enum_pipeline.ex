# Enum.map, filter and reject before a function that only takes what comes are one loop with it.
defmodule Golden.EnumPipeline do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 31
    put(0, 0..n |> Enum.map(&(&1 * &1)) |> Enum.sum())
    put(1, 0..n |> Enum.filter(&(rem(&1, 3) == 1)) |> Enum.count())
    put(2, 0..n |> Enum.reject(&(&1 > 9)) |> Enum.max())
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
