# An array has no more than its indices.
defmodule Golden.IndexOutside do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :a, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.count(:a, 7)
    KernelMap.put(:a, 4 + (bpf_ktime_get_ns() &&& 3), 1)
    bpf_map_lookup_elem(:a, 3 + (bpf_ktime_get_ns() &&& 3))
  end
end
