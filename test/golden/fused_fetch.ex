# Where a clause is for what was not found, it puts what the other one adds.
defmodule Golden.FusedFetch do
  use Honey, license: "GPL"
  alias Honey.KernelMap
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32

    case KernelMap.fetch(:h, pid) do
      {:ok, count} -> KernelMap.put(:h, pid, count + 2)
      :error -> KernelMap.put(:h, pid, 2)
    end
  end
end
