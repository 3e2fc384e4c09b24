# One atomic addition; what another CPU puts first is found after all.
defmodule Golden.InPlaceAdd do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :a, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    cpu = bpf_get_smp_processor_id()
    KernelMap.count(:h, pid)
    KernelMap.update(:h, pid, cpu, fn x -> x + cpu * 2 end)
    KernelMap.update(:h, cpu, 1, &(&1 - cpu))
    KernelMap.sum(:a, 7, cpu)
  end
end
