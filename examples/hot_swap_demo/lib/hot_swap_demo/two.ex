defmodule HotSwapDemo.Two do
  @moduledoc "Version two: the same, and which threads make them."

  use Honey, license: "GPL"

  import Honey.BpfHelpers

  alias Honey.KernelMap

  # Not a word of this may differ from version one's: that is what makes it the same map.
  defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
  defmap :threads, :bpf_hash, max_entries: 1_024, key_type: {:string, 16}, value_type: :u64
  defvar :process, :u32, 0

  @sec "tracepoint/syscalls/sys_enter_fdatasync"
  def on_call(_ctx) do
    if bpf_get_current_pid_tgid() >>> 32 == process() do
      KernelMap.count(:calls, 0)
      KernelMap.count(:threads, bpf_get_current_comm())
    end

    0
  end
end
