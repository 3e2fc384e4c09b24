defmodule Golden.InPlaceBits do
  use Honey, license: "GPL", kernel: "5.12"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    KernelMap.update(:h, 1, cpu, fn x -> x ||| cpu end)
    KernelMap.update(:h, 2, cpu, fn x -> bxor(cpu, x) end)
    KernelMap.update(:h, 3, cpu, &(&1 &&& cpu))
  end
end
