# Of the keys of a thread, of a CPU's own values, and of what is locked, no other CPU puts any.
defmodule Golden.OwnUpdate do
  use Honey, license: "GPL", kernel: "6.7"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Task, lock: :spin_lock, calls: :u64

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: {:u32, :u32}, value_type: :u64
  defmap :cpus, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :each, :bpf_percpu_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :tasks, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Task

  @sec "syscall"
  def program(_ctx) do
    thread = bpf_get_current_pid_tgid() &&& 0xFFFFFFFF
    KernelMap.put(:h, thread, KernelMap.get(:h, thread, 1) * 2)
    KernelMap.put(:h, tid(), KernelMap.get(:h, tid(), 1) * 3)
    KernelMap.put(:pairs, {thread, 1}, KernelMap.get(:pairs, {thread, 1}, 1) * 2)
    cpu = bpf_get_smp_processor_id()
    KernelMap.put(:cpus, cpu, KernelMap.get(:cpus, cpu, 1) * 2)
    KernelMap.put(:each, 1, KernelMap.get(:each, 1, 1) * 2)
    Honey.with_lock(:tasks, 1, fn task -> %{task | calls: task.calls * 2} end)
    0
  end

  defp tid, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF
end
