# The kernel may evict the element.
defmodule Golden.NotInPlaceLru do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_lru_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    KernelMap.count(:h, pid)
  end
end
