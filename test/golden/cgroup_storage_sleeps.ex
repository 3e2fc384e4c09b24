defmodule Golden.CgroupStorageSleeps do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  defmap :counts, :bpf_cgrp_storage, value_type: :u64
  defmap :commands, :bpf_user_ringbuf, max_entries: 4096, value_type: :u64

  @sec "syscall"
  def program(_ctx) do
    Enum.each(Honey.KernelMap.drain(:commands), fn n -> bpf_printk("%d", [n]) end)
    Honey.KernelMap.get(:counts, bpf_get_current_task_btf().cgroups.dfl_cgrp, 0)
  end
end
