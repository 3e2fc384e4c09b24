# One slot for a key of one type, however often it is used.
defmodule Golden.KeySlotShared do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :w, :bpf_hash, max_entries: 64, key_type: :u64, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    found = bpf_map_lookup_elem(:h, pid)
    bpf_map_delete_elem(:h, pid)

    if found != nil do
      bpf_map_update_elem(:h, pid, found * 3, :bpf_any)
    else
      bpf_map_update_elem(:w, pid, 0, :bpf_any)
    end
  end
end
