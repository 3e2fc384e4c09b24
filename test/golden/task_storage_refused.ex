defmodule Golden.TaskStorageRefused do
  use Honey, license: "GPL", kernel: "5.11"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  defmap :starts, :bpf_task_storage, value_type: :u64
  defmap :counts, :bpf_hash, max_entries: 10, key_type: :u64, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(ctx) do
    KernelMap.get(:starts, bpf_get_current_pid_tgid())
    KernelMap.put(:starts, ctx, 1)
    KernelMap.get(:counts, bpf_get_current_task_btf())
    KernelMap.put(:counts, 1, bpf_get_current_task_btf())
    Enum.count(KernelMap.stream(:starts))
    bpf_get_current_task_btf() + 1
  end

  @sec "raw_tracepoint/sys_exit"
  def helpers(_ctx) do
    bpf_task_storage_get(:starts, bpf_get_current_task_btf(), 0, 0)
    bpf_task_storage_delete(:starts, bpf_get_current_task_btf())
  end
end
