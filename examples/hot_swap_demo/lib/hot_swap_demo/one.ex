defmodule HotSwapDemo.One do
  @moduledoc "Version one: how many calls there are."

  use Honey, license: "GPL"

  alias Honey.KernelMap

  defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
  defvar :process, :u32, 0

  @sec "tracepoint/syscalls/sys_enter_fdatasync"
  def on_call(_ctx) do
    if Honey.BpfHelpers.bpf_get_current_pid_tgid() >>> 32 == process(),
      do: KernelMap.count(:calls, 0)

    0
  end
end
