# A range is a value: bound, passed on, returned, kept in data, matched; its parts have names.
defmodule Golden.RangeValue do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    {range, _} = {below(bpf_get_smp_processor_id() &&& 15), 1}
    first..last//step = range
    put(0, first + last + step)
    put(1, fuel(16, Enum.sum(range)))
    fuel(16, for(i <- range, do: put(i &&& 7, range.last)))
    0
  end

  defp below(n), do: 0..(n - 1)//1
  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
