# Loops go over the arrays of structs.
defmodule Golden.LoopArray do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Sample, counts: {:array, :u32, 16}, kinds: {:array, {:enum, [:idle, :busy]}, 4},
    names: {:array, {:string, 3}, 9}

  defmap :samples, :bpf_array, max_entries: 1, key_type: :u32, value_type: Sample
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    sample = bpf_map_lookup_elem(:samples, 0)
    put(0, Enum.sum(sample.counts))
    put(1, Enum.find_index(sample.kinds, &(&1 == :busy)) || -1)
    put(3, Enum.count(sample.names, &(&1 == "eth")))
    for count when count > 9 <- sample.counts, do: put(2, count)
    0
  end

  defp put(key, value), do: bpf_map_update_elem(:s, key, value, :bpf_any)
end
