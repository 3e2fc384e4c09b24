defmodule Golden.HelperPidNamespace do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :found, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u32

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_get_ns_current_pid_tgid(4, 4_026_531_836) do
      {:error, reason} -> reason
      ids -> bpf_map_update_elem(:found, ids >>> 32, ids &&& 0xFFFFFFFF, :bpf_any)
    end
  end
end
