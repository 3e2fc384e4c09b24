# Of lists of a known length, the functions of Enum give others, without a loop.
defmodule Golden.EnumLists do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    list = Enum.concat([n, 2], 3..5)
    [a, b] = list |> Enum.take(-3) |> Enum.drop(1)
    [c | _] = Enum.reverse(list)
    for {x, i} <- Enum.with_index(list), do: put(i, x + a)
    for {:ok, x} <- Enum.zip([:ok, :error], list), do: put(5, x + b)
    put(6, Enum.at(list, n, c))
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
