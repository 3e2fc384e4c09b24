# Loops go over ranges and literal lists.
defmodule Golden.LoopSource do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    list = [1, n]
    Enum.each(list, fn i -> bpf_map_update_elem(:s, i, i, :bpf_any) end)
    for i <- 0..n//1, into: %{}, do: {i, 1}
    _ = Enum.zip([1], [2])
    Enum.each(0..n//n, fn i -> bpf_map_update_elem(:s, i, i, :bpf_any) end)
    Enum.each(0..n, fn _, _ -> 1 end)
    for(i <- 0..99, do: i) == [1]
  end
end
