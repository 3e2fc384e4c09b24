# The lowest bits of it are the thread's number.
defmodule Golden.HalfOfPid do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  deftype Task, pid: :u32, whole: :u64

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u32
  defmap :whole, :bpf_hash, max_entries: 64, key_type: :u64, value_type: :u64
  defmap :pairs, :bpf_hash, max_entries: 64, key_type: {:u32, :u32}, value_type: Task

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    KernelMap.count(:h, bpf_get_current_pid_tgid())
    id = bpf_get_current_pid_tgid()
    KernelMap.put(:h, 1, id)
    KernelMap.put(:whole, id, id)
    KernelMap.put(:pairs, {id, 1}, %Task{pid: id, whole: id})
    KernelMap.put(:h, id &&& 0xFFFFFFFF, id >>> 32)
  end
end
