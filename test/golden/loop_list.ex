# Loops go over lists of a known length, whatever they are bound to; such a list's map is kept.
defmodule Golden.LoopList do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    list = [bpf_get_smp_processor_id(), 7, :none]
    put(0, Enum.count(list, &is_integer/1))
    put(1, summed(Enum.map([3, bpf_get_smp_processor_id()], &(&1 * 2))))
  end

  defp summed(list) do
    [first | _] = for n <- list, do: n + 1
    Enum.reduce(list, first, fn n, acc -> acc * 2 + n end)
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
