# Other integers are computed again until no other CPU has changed them meanwhile.
defmodule Golden.InPlaceExchange do
  use Honey, license: "GPL", kernel: "5.12"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :small, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    KernelMap.max(:h, 1, cpu)
    KernelMap.update(:small, 2, cpu, fn x -> x * 3 + cpu end)
    KernelMap.update(:h, 3, cpu, fn x -> x * 2 + bpf_get_smp_processor_id() end)
  end
end
