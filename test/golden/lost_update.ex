# What is put is computed of what was there, in ways that are not one access.
defmodule Golden.LostUpdate do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Task, calls: :u64, longest: :u32

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :lru, :bpf_lru_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :small, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u16
  defmap :names, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:array, :u32, 2}

  defmap :tasks, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Task

  defmap :most, :bpf_array, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :longest, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Task

  defmap :nets, :bpf_lpm_trie,
    max_entries: 64,
    key_type: {:lpm, :ipv4},
    value_type: :u64,
    flags: [:no_prealloc]

  @sec "raw_tracepoint/sched_switch"
  def counts(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    count = KernelMap.get(:h, pid, 0) + 1
    KernelMap.put(:h, pid, count)
    bpf_printk("%d", [count])
    sum = KernelMap.get(:h, 1, 0) + pid
    KernelMap.put(:h, 1, sum)
    bpf_printk("%d", [sum])
    left = KernelMap.get(:h, 2, 0) - pid
    KernelMap.put(:h, 2, left)
    bpf_printk("%d", [left])
    KernelMap.put(:h, 3, KernelMap.get(:h, 3, 1) * 2)
    KernelMap.put(:h, 4, read(4) + 1)
  end

  @sec "raw_tracepoint/sched_wakeup"
  def others(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    KernelMap.count(:lru, pid)
    KernelMap.count(:small, pid)
    KernelMap.count(:nets, {{10, 0, 0, 1}, 32})
    KernelMap.max(:most, 1, bpf_ktime_get_ns())
    task = KernelMap.get(:tasks, pid, %Task{})
    KernelMap.put(:tasks, pid, %{task | calls: task.calls + 1})
    KernelMap.update(:longest, 1, %Task{}, &%{&1 | longest: max(&1.longest, pid)})

    with [a, b] <- KernelMap.get(:names, 1), do: KernelMap.put(:names, 1, [b, a])
  end

  defp read(key), do: KernelMap.get(:h, key, 0)
end
