defmodule Golden.LiteralCondition do
  use Honey, license: "GPL"
  require Logger
  import Honey.BpfHelpers

  @debug false
  @level :info
  @verbose nil

  # What no run comes to need not be kernel code: what is called there is not looked at.
  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    pid = bpf_get_current_pid_tgid() >>> 32
    if @debug, do: IO.inspect(pid)
    unless !@debug, do: Logger.debug("pid #{pid}")
    @verbose && IO.puts("pid #{pid}")
    if @debug and pid > 1, do: dump(pid)
    if @level == :debug, do: dump(pid)

    case @level do
      :debug -> dump(pid)
      :info -> bpf_printk("pid #{pid}")
    end

    cond do
      @debug -> dump(pid)
      pid > 1_000 -> 1
      true -> 2
    end
  end

  defp dump(pid), do: pid |> Process.info() |> IO.inspect()
end
