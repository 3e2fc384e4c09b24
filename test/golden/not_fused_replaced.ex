# Another program puts values over those that are there: the element may go to another key then.
defmodule Golden.NotFusedReplaced do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

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

  @sec "raw_tracepoint/sched_wakeup"
  def reset(_ctx) do
    bpf_map_update_elem(:h, bpf_get_current_pid_tgid() >>> 32, 0, :bpf_any)
  end
end
