defmodule Golden.CgroupStorage do
  use Honey, license: "GPL", kernel: "6.2"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  deftype Use, calls: :u64, last: :u32

  defmap :counts, :bpf_cgrp_storage, value_type: :u64
  defmap :uses, :bpf_cgrp_storage, value_type: Use

  @sec "tracepoint/raw_syscalls/sys_enter"
  def on_enter(ctx) do
    group = bpf_get_current_task_btf().cgroups.dfl_cgrp
    KernelMap.count(:counts, group)

    KernelMap.update(:uses, group, %Use{calls: 1, last: ctx.id}, fn use ->
      %{use | calls: use.calls + 1, last: ctx.id}
    end)
  end

  @sec "tracepoint/raw_syscalls/sys_exit"
  def on_exit(_ctx) do
    if (bpf_map_lookup_elem(:counts, bpf_get_current_task_btf().cgroups.dfl_cgrp) || 0) > 1000 do
      KernelMap.delete(:counts, bpf_get_current_task_btf().cgroups.dfl_cgrp)
    end
  end
end
