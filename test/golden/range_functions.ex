# What is asked of a range takes no loop.
defmodule Golden.RangeFunctions do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    range = n..100//3
    put(0, Range.size(range))
    put(1, Enum.count(10..n//-2))
    put(2, Enum.at(range, n, -1))
    if n in range and not Enum.empty?(range), do: put(3, 1), else: put(3, 0)
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
