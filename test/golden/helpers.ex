defmodule Golden.Helpers do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:u, 0, bpf_ktime_get_ns(), :bpf_any)
    bpf_map_update_elem(:u, 1, bpf_get_current_pid_tgid() >>> 32, :bpf_any)
    bpf_map_update_elem(:u, 2, bpf_get_current_uid_gid() &&& 0xFFFFFFFF, :bpf_any)
    bpf_map_update_elem(:u, 3, bpf_get_smp_processor_id(), :bpf_any)
  end
end
