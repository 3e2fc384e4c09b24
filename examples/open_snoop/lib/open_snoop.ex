defmodule OpenSnoop do
  @moduledoc """
  Which process opens which file, and what it gets: a descriptor or an error.

      {:ok, snoop} = Honey.start_link(OpenSnoop, vars: [pid: 4711, failed: true])
      snoop |> Honey.Events.stream(:opens) |> Stream.map(&OpenSnoop.line/1) |> Enum.each(&IO.puts/1)

  The functions with `@sec` run in the kernel: one where a call begins, one where it ends. `line/1` is
  ordinary Elixir.
  """

  use Honey, license: "GPL"

  import Honey.BpfHelpers

  alias Honey.{Events, KernelMap}
  alias OpenSnoop.Errno

  # `result` is what the system call returns: a descriptor, or an error number below 0.
  deftype Open, pid: :u32, result: :s32, ns: :u64, comm: {:string, 16}, path: {:string, 256}

  defmap :opens, :bpf_ringbuf, max_entries: 1024 * 1024, types: [Open]

  # The calls that have begun, by thread: where the path stands in the process's memory, and when that was.
  defmap :begun, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: {:u64, :u64}

  # Only this process, unless it is 0; only calls that fail. Both are constants once the programs are loaded:
  # what they switch off is not in the kernel.
  defvar :pid, :u32, 0
  defvar :failed, :bool, false

  ## In the kernel

  @sec "tracepoint/syscalls/sys_enter_openat"
  def on_enter_openat(ctx), do: enter(ctx.filename)

  @sec "tracepoint/syscalls/sys_exit_openat"
  def on_exit_openat(ctx), do: leave(ctx.ret)

  @sec "tracepoint/syscalls/sys_enter_openat2"
  def on_enter_openat2(ctx), do: enter(ctx.filename)

  @sec "tracepoint/syscalls/sys_exit_openat2"
  def on_exit_openat2(ctx), do: leave(ctx.ret)

  defp enter(address) do
    if pid() == 0 or pid() == process() do
      KernelMap.put(:begun, thread(), {address, bpf_ktime_get_ns()})
    end

    0
  end

  # The path is read only here. A program cannot wait for a page that is not in memory; by now the kernel,
  # which can, has read the path itself.
  defp leave(result) do
    with {address, began} <- KernelMap.get(:begun, thread()) do
      KernelMap.delete(:begun, thread())
      if result < 0 or not failed(), do: tell(address, bpf_ktime_get_ns() - began, result)
    end

    0
  end

  defp tell(address, ns, result) do
    path =
      case bpf_probe_read_user_str(address, 256) do
        {:error, _} -> ""
        path -> path
      end

    Events.emit(:opens, %Open{
      pid: process(),
      result: result,
      ns: ns,
      comm: bpf_get_current_comm(),
      path: path
    })
  end

  defp process, do: bpf_get_current_pid_tgid() >>> 32
  defp thread, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF

  ## In Elixir

  @doc """
  The heads of the columns that `line/1` has.
  """
  @spec head() :: String.t()
  def head, do: columns("PID", "NAME", "RESULT", "US", "FILE")

  @doc """
  An event in words. Of a long path, the end is shown.

      iex> OpenSnoop.line(%OpenSnoop.Open{pid: 17, comm: "ls", path: "/etc/group", result: 3, ns: 8_560})
      "     17  ls               fd 3        8.6  /etc/group"

      iex> OpenSnoop.line(%OpenSnoop.Open{pid: 17, comm: "ls", path: "/no", result: -2, ns: 2_000})
      "     17  ls               ENOENT      2.0  /no"
  """
  @spec line(%Open{}) :: String.t()
  def line(open) do
    us = :erlang.float_to_binary(open.ns / 1000, decimals: 1)
    columns(to_string(open.pid), open.comm, result(open.result), us, open.path)
  end

  defp result(descriptor) when descriptor >= 0, do: "fd #{descriptor}"
  defp result(error), do: Errno.name(-error)

  defp columns(pid, name, result, us, path) do
    pid = String.pad_leading(pid, 7)
    name = name |> printable() |> String.pad_trailing(15)
    before = "#{pid}  #{name}  #{String.pad_trailing(result, 7)} #{String.pad_leading(us, 7)}  "
    before <> shorten(printable(path), 80 - String.length(before))
  end

  defp shorten(path, width) do
    if String.length(path) > width,
      do: "..." <> String.slice(path, 3 - width, width - 3),
      else: path
  end

  # Paths and names may have any bytes, also those that would change the terminal.
  defp printable(path) do
    if String.printable?(path) and not (path =~ ~r/[[:cntrl:]]/),
      do: path,
      else: inspect(path, binaries: :as_strings)
  end
end
