defmodule Golden.TaskStorage do
  use Honey, license: "GPL", kernel: "5.11"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  deftype Call, number: :u32, at: :u64

  defmap :starts, :bpf_task_storage, value_type: :u64
  defmap :calls, :bpf_task_storage, value_type: Call

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_enter(ctx) do
    task = bpf_get_current_task_btf()
    KernelMap.put(:starts, task, bpf_ktime_get_ns())
    KernelMap.put_new(:calls, task, %Call{number: ctx.id, at: 1})

    case bpf_map_update_elem(:calls, task, %Call{number: ctx.id}, :bpf_exist) do
      :ok -> 0
      {:error, :enoent} -> 1
      {:error, _} -> 2
    end
  end

  @sec "tracepoint/raw_syscalls/sys_exit"
  def on_exit(_ctx) do
    with {:ok, start} <- KernelMap.fetch(:starts, bpf_get_current_task_btf()) do
      KernelMap.delete(:starts, bpf_get_current_task_btf())
      took(start, bpf_get_current_task_btf())
    end
  end

  defp took(start, task) do
    KernelMap.update(:calls, task, %Call{}, &%{&1 | at: &1.at + start})
    KernelMap.sum(:starts, task, start)
  end
end
