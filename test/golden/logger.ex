defmodule Golden.Logger do
  use Honey, license: "GPL"
  require Logger
  import Honey.BpfHelpers

  @debug true

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    Logger.info("pid #{pid}")
    if @debug, do: IO.inspect(pid)
    0
  end
end
