# Older kernels have no way to go over a map.
defmodule Golden.MapLoopKernel do
  use Honey, license: "GPL"

  defmap :count, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Enum.reduce(Honey.KernelMap.stream(:count), 0, fn {_, n}, acc -> acc + n end)
    0
  end
end
