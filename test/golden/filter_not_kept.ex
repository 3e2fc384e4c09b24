# How many elements Enum.filter and Enum.reject leave is not known, so their list cannot be read.
defmodule Golden.FilterNotKept do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    x = bpf_get_smp_processor_id() &&& 7
    list = Enum.filter([1, 2, x], fn n -> n > 1 end)
    put(0, Enum.count(list))
    put(1, Enum.sum(list))
    put(3, if(x in Enum.filter([1, 2, x], &(&1 > 2)), do: 1, else: 0))
    put(4, if(Enum.empty?(list), do: 1, else: 0))
    put(5, if(Enum.reject(1..3, &(&1 > x)) == [1, 2], do: 1, else: 0))
    put(6, length(list))
    [a | _] = Enum.filter(1..3, &(&1 > x))
    put(a, first(list))
    put(a, [[1, x], [x]] |> Enum.map(fn l -> Enum.filter(l, &(&1 > 1)) end) |> Enum.map(fn l -> length(l) end) |> Enum.sum())
    put(a, if({1, list} == {1, [x]}, do: 1, else: 0))
    put(a, if(Enum.member?([list], [x]), do: 1, else: 0))
    put(a, if([x] in [list, [1, x]], do: 1, else: 0))
    put(a, if(match?([_, _], list), do: 1, else: 0))
    put(a, if(match?(^list, [x]), do: 1, else: 0))
    put(a, case(list, do: (l when length(l) == 1 -> 1; _ -> 0)))
    count = fn -> Enum.count(list) end
    put(a, count.())
  end

  defp first([a | _]), do: a

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
