defmodule Golden.KernelMapArity do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Pair, a: :u32, b: :u32
  defmap :counts, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: Pair, value_type: Pair

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.update(:counts, 1, 1, fn a, b -> a + b end)
    KernelMap.update(:counts, 1, 1, fn -> 5 end)
    KernelMap.update(:counts, 1, 1, 7)
    KernelMap.count(:counts)
    KernelMap.update(:counts, 1, 1)
  end
end
