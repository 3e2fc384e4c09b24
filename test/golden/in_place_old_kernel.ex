# Older kernels have no other atomic operation than an addition.
defmodule Golden.InPlaceOldKernel do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    KernelMap.update(:h, 1, cpu, fn x -> x ||| cpu end)
    KernelMap.update(:h, 2, cpu, fn x -> x * 3 end)
    KernelMap.max(:h, 3, cpu)
  end
end
