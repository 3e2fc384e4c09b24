defmodule Golden.KernelMapValue do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Pair, a: :u32, b: :u32
  defmap :counts, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: Pair, value_type: Pair

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.update(:counts, 1, :none, &(&1 + 1))
    KernelMap.update(:counts, 1, 1, fn _ -> "text" end)
    KernelMap.update(:pairs, %Pair{a: 1}, 5, fn pair -> pair end)
    KernelMap.update(:pairs, %Pair{a: 1}, %Pair{}, fn pair -> %{pair | c: 1} end)
    KernelMap.sum(:pairs, %Pair{a: 1}, 5)
  end
end
