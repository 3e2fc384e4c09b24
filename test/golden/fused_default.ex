# A value that is found, or else a constant, and what is added to it: found again where it is put.
defmodule Golden.FusedDefault do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :s, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    count = bpf_map_lookup_elem(:h, pid) || 0
    bpf_map_update_elem(:h, pid, count + 1, :bpf_any)
    KernelMap.put(:s, 3, KernelMap.get(:s, 3) - pid)
  end
end
