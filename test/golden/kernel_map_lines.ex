# Queues, stacks and bloom filters.
defmodule Golden.KernelMapLines do
  use Honey, license: "GPL", kernel: "5.16"
  alias Honey.KernelMap

  defmap :queue, :bpf_queue, max_entries: 8, value_type: :u64
  defmap :filter, :bpf_bloom_filter, max_entries: 64, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.push(:queue, 1)
    if KernelMap.peek(:queue) == 1, do: KernelMap.push(:queue, (KernelMap.pop(:queue) || 0) + 1)
    if not KernelMap.peek(:filter, 7), do: KernelMap.push(:filter, 7)
  end
end
