defmodule Golden.KernelMapHistogram do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Pair, a: :u32, b: :u32
  defmap :counts, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: Pair, value_type: Pair

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.log2_histogram(:pairs, 5)
    KernelMap.linear_histogram(:pairs, 5, 0..10)
  end
end
