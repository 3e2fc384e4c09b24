defmodule Golden.HelperNumbers do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 16, key_type: :u32, value_type: :u64

  defp keep(n, value), do: bpf_map_update_elem(:u, n, value, :bpf_any)

  @sec "raw_tracepoint/sched_switch"
  def program(ctx) do
    keep(0, bpf_ktime_get_boot_ns())
    keep(1, bpf_ktime_get_tai_ns())
    keep(2, bpf_jiffies64())
    keep(3, bpf_get_prandom_u32())
    keep(4, bpf_get_numa_node_id())
    keep(5, bpf_get_current_cgroup_id())
    keep(6, bpf_get_current_ancestor_cgroup_id(bpf_get_smp_processor_id()))
    keep(7, bpf_get_current_task())
    keep(8, bpf_get_cgroup_classid(ctx))
    keep(9, bpf_get_attach_cookie(ctx))
  end

  @sec "xdp"
  def filter(ctx) do
    keep(10, bpf_ktime_get_coarse_ns())
    keep(11, bpf_xdp_get_buff_len(ctx))
    2
  end
end
