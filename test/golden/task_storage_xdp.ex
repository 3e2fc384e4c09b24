defmodule Golden.TaskStorageXdp do
  use Honey, license: "GPL", kernel: "6.12"
  import Honey.BpfHelpers

  defmap :starts, :bpf_task_storage, value_type: :u64

  @sec "xdp"
  def program(_ctx), do: Honey.KernelMap.get(:starts, bpf_get_current_task_btf(), 2)
end
