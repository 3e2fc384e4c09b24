defmodule Golden.CgroupStorageRefused do
  use Honey, license: "GPL", kernel: "6.2"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  defmap :counts, :bpf_cgrp_storage, value_type: :u64
  defmap :starts, :bpf_task_storage, value_type: :u64

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    task = bpf_get_current_task_btf()
    KernelMap.get(:counts, task)
    KernelMap.get(:counts, bpf_get_current_cgroup_id())
    KernelMap.get(:counts, task.cgroups)
    KernelMap.get(:starts, task.cgroups.dfl_cgrp)
    KernelMap.put(:counts, task.cgroups.dfl_cgrp, task.cgroups.dfl_cgrp)
    task.mm
    task.cgroups.dfl_cgrp.level
  end

  @sec "raw_tracepoint/sys_exit"
  def helpers(_ctx) do
    bpf_cgrp_storage_get(:counts, bpf_get_current_task_btf(), 0, 0)
    bpf_cgrp_storage_delete(:counts, bpf_get_current_task_btf())
  end
end
