defmodule Golden.TaskStorageMap do
  use Honey, license: "GPL", kernel: "5.11"

  defmap :key, :bpf_task_storage, key_type: :u32, value_type: :u64
  defmap :entries, :bpf_task_storage, max_entries: 10, value_type: :u64
  defmap :value, :bpf_task_storage, []
  defmap :flags, :bpf_task_storage, value_type: :u64, flags: [:no_prealloc]
  defmap :node, :bpf_task_storage, value_type: :u64, numa_node: 0

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx), do: 0
end
