defmodule Golden.NotFusedMapOption do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64, fuse: false

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    d = bpf_get_smp_processor_id()
    found = bpf_map_lookup_elem(:h, pid)

    if found != nil do
      bpf_map_update_elem(:h, pid, found + d, :bpf_any)
    else
      bpf_map_update_elem(:h, pid, d, :bpf_any)
    end
  end
end
