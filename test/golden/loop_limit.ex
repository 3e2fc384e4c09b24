# Before bpf_loop, nothing may be left open.
defmodule Golden.LoopLimit do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()
    Enum.each(0..n, fn i -> bpf_map_update_elem(:s, i &&& 7, i, :bpf_any) end)
    for i <- 0..9_999, do: bpf_map_update_elem(:s, i &&& 7, i, :bpf_any)
    count(n, 0)
  end

  defp count(0, acc), do: acc
  defp count(n, acc), do: count(n - 1, acc + 1)
end
