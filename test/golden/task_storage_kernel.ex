defmodule Golden.TaskStorageKernel do
  use Honey, license: "GPL"

  defmap :starts, :bpf_task_storage, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx), do: 0
end
