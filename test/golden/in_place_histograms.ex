defmodule Golden.InPlaceHistograms do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :log2, :bpf_array, max_entries: 65, key_type: :u32, value_type: :u64
  defmap :linear, :bpf_percpu_array, max_entries: 12, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_ktime_get_ns()
    KernelMap.log2_histogram(:log2, n)
    KernelMap.linear_histogram(:linear, n, 0..100//10)
  end
end
