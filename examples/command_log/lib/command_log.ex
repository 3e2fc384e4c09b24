defmodule CommandLog do
  @moduledoc """
  Every command that is run: who started it, from which file, how it ended and how long it took.

      {:ok, log} = Honey.start_link(CommandLog, vars: [ancestor: 4711])
      log |> Honey.Events.stream(:events) |> Stream.map(&CommandLog.line/1) |> Enum.each(&IO.puts/1)

  No event of the kernel knows all of this. Each program adds what it sees to a map, under the process's id,
  and those of the exec and of the exit tell what has come together.
  """

  use Honey, license: "GPL"

  import Honey.BpfHelpers

  alias CommandLog.Signal
  alias Honey.{Events, KernelMap}

  deftype Ending, how: {:enum, [:unknown, :status, :signal]}, code: :u32

  # What has no parent was forked before the log began; an exit of 0 nanoseconds is of what was started before.
  deftype Exec, pid: :u32, parent: :u32, comm: {:string, 16}, file: {:string, 128}
  deftype Exit, pid: :u32, parent: :u32, ns: :u64, ending: Ending, comm: {:string, 16}

  defmap :events, :bpf_ringbuf, max_entries: 1024 * 1024, types: [Exec, Exit]

  # Who forked a thread, and when it began to run its program: 0 before it does.
  deftype Life, parent: :u32, started: :u64

  defmap :lives, :bpf_hash, max_entries: 32_768, key_type: :u32, value_type: Life

  # The files of execs that are under way, by process.
  defmap :files, :bpf_hash, max_entries: 4_096, key_type: :u32, value_type: {:string, 128}

  # How processes are going to end, and the signals that may be why, the last of each process.
  defmap :endings, :bpf_lru_hash, max_entries: 4_096, key_type: :u32, value_type: Ending
  defmap :signals, :bpf_lru_hash, max_entries: 4_096, key_type: :u32, value_type: :u32

  # Only what this process starts, and what that starts in turn; everything, if it is 0.
  defvar :ancestor, :u32, 0

  @sigkill 9

  # SIGCHLD, SIGCONT, those that stop, SIGURG and SIGWINCH.
  @harmless [17, 18, 19, 20, 21, 22, 23, 28]

  ## In the kernel: how a process begins

  @sec "tracepoint/sched/sched_process_fork"
  def on_fork(ctx) do
    if logged?(process()) or process() == ancestor() do
      KernelMap.put(:lives, ctx.child_pid, %Life{parent: process()})
    end

    0
  end

  @sec "tracepoint/syscalls/sys_enter_execve"
  def on_enter_execve(ctx), do: exec_begins(ctx.filename)

  @sec "tracepoint/syscalls/sys_enter_execveat"
  def on_enter_execveat(ctx), do: exec_begins(ctx.filename)

  # Where it succeeds, `on_exec/1` was there before.
  @sec "tracepoint/syscalls/sys_exit_execve"
  def on_exit_execve(_ctx), do: exec_ends()

  @sec "tracepoint/syscalls/sys_exit_execveat"
  def on_exit_execveat(_ctx), do: exec_ends()

  # The name of the file is gone with the process's memory when the exec has succeeded.
  defp exec_begins(address) do
    if logged?(process()) do
      case bpf_probe_read_user_str(address, 128) do
        {:error, _} -> KernelMap.put(:files, process(), "")
        file -> KernelMap.put(:files, process(), file)
      end
    end

    0
  end

  defp exec_ends do
    KernelMap.delete(:files, process())
    0
  end

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    pid = ctx.pid

    if logged?(pid) do
      life = KernelMap.get(:lives, pid, %Life{})
      KernelMap.put(:lives, pid, %{life | started: bpf_ktime_get_ns()})

      Events.emit(:events, %Exec{
        pid: pid,
        parent: life.parent,
        comm: bpf_get_current_comm(),
        file: KernelMap.get(:files, pid, "")
      })

      KernelMap.delete(:files, pid)
      replace_threads(pid, ctx.old_pid)
    end

    0
  end

  # An exec ends the other threads, by a signal that does not end the process. The thread that is left gets the
  # process's id.
  defp replace_threads(pid, thread) do
    KernelMap.delete(:endings, pid)
    if thread != pid, do: KernelMap.delete(:lives, thread)
  end

  ## In the kernel: how it ends

  @sec "tracepoint/syscalls/sys_enter_exit_group"
  def on_exit_group(ctx), do: exits(ctx.error_code)

  @sec "tracepoint/syscalls/sys_enter_exit"
  def on_exit_thread(ctx) do
    if thread() == process(), do: exits(ctx.error_code)
    0
  end

  defp exits(status) do
    if logged?(process()) do
      KernelMap.put(:endings, process(), %Ending{how: :status, code: status &&& 0xFF})
    end

    0
  end

  @sec "tracepoint/signal/signal_generate"
  def on_signal_generate(ctx) do
    if ctx.result == 0 and ctx.sig not in @harmless, do: KernelMap.put(:signals, ctx.pid, ctx.sig)
    0
  end

  # A signal that the process does not handle (SIG_DFL, 0) ends it. Most become SIGKILL for all of its threads
  # at the time when they are sent: then it is the one that was sent last.
  @sec "tracepoint/signal/signal_deliver"
  def on_signal_deliver(ctx) do
    cond do
      not logged?(process()) -> 0
      ctx.sig == @sigkill -> killed_by(KernelMap.get(:signals, process(), @sigkill))
      ctx.sa_handler == 0 and ctx.sig not in @harmless -> killed_by(ctx.sig)
      true -> 0
    end
  end

  # The first reason counts: when one thread calls exit_group, the others get SIGKILL.
  defp killed_by(signal) do
    KernelMap.put_new(:endings, process(), %Ending{how: :signal, code: signal})
    0
  end

  @sec "tracepoint/sched/sched_process_exit"
  def on_exit(_ctx) do
    cond do
      thread() != process() -> KernelMap.delete(:lives, thread())
      # Another thread executes a file, and goes on as the process.
      KernelMap.has_key?(:files, process()) -> :ok
      logged?(process()) -> ended(process())
      true -> :ok
    end

    0
  end

  defp ended(pid) do
    case KernelMap.get(:lives, pid) do
      nil ->
        tell_exit(pid, 0, 0)

      # A copy of its parent, which has run no program of its own.
      %Life{started: 0} ->
        :ok

      %Life{started: started, parent: parent} ->
        tell_exit(pid, parent, bpf_ktime_get_ns() - started)
    end

    KernelMap.delete(:lives, pid)
    KernelMap.delete(:endings, pid)
  end

  defp tell_exit(pid, parent, ns) do
    Events.emit(:events, %Exit{
      pid: pid,
      parent: parent,
      ns: ns,
      ending: KernelMap.get(:endings, pid, %Ending{}),
      comm: bpf_get_current_comm()
    })
  end

  defp logged?(pid), do: ancestor() == 0 or KernelMap.has_key?(:lives, pid)

  defp process, do: bpf_get_current_pid_tgid() >>> 32
  defp thread, do: bpf_get_current_pid_tgid() &&& 0xFFFFFFFF

  ## In Elixir

  @doc "The heads of the columns that `line/1` has."
  @spec head() :: String.t()
  def head, do: "         PID  PARENT  COMMAND          ENDED BY        RAN FOR"

  @doc """
  An event in words.

      iex> CommandLog.line(%CommandLog.Exec{pid: 17, parent: 16, comm: "ls", file: "/bin/ls"})
      "exec      17      16  /bin/ls"

      iex> ending = %CommandLog.Ending{how: :status, code: 2}
      iex> CommandLog.line(%CommandLog.Exit{pid: 17, parent: 16, comm: "ls", ending: ending, ns: 2_345_678})
      "exit      17      16  ls               status 2         2.3 ms"
  """
  @spec line(struct) :: String.t()
  def line(%Exec{file: ""} = exec), do: columns("exec", exec, "(#{printable(exec.comm)})")
  def line(%Exec{} = exec), do: columns("exec", exec, shorten(printable(exec.file), 58))

  def line(%Exit{} = exit) do
    name = exit.comm |> printable() |> String.pad_trailing(15)
    ending = exit.ending |> ending() |> String.pad_trailing(11)
    ran = if exit.ns == 0, do: "started before", else: String.pad_leading(time(exit.ns), 11)
    columns("exit", exit, "#{name}  #{ending} #{ran}")
  end

  defp ending(%Ending{how: :status, code: code}), do: "status #{code}"
  defp ending(%Ending{how: :signal, code: code}), do: Signal.name(code)
  defp ending(%Ending{how: :unknown}), do: "?"

  defp columns(what, event, rest) do
    parent = if event.parent == 0, do: "", else: to_string(event.parent)
    pid = event.pid |> to_string() |> String.pad_leading(7)
    "#{what} #{pid} #{String.pad_leading(parent, 7)}  #{rest}"
  end

  @doc """
  A time with its unit.

      iex> Enum.map([2_345_678, 1_234_000_000], &CommandLog.time/1)
      ["2.3 ms", "1.23 s"]
  """
  @spec time(non_neg_integer) :: String.t()
  def time(ns) when ns < 1_000_000_000, do: "#{decimals(ns / 1_000_000, 1)} ms"
  def time(ns), do: "#{decimals(ns / 1_000_000_000, 2)} s"

  defp decimals(number, count), do: :erlang.float_to_binary(number, decimals: count)

  @doc "A name as one line of text; what is none is written as Elixir writes it."
  @spec printable(String.t()) :: String.t()
  def printable(name) do
    if String.printable?(name) and not (name =~ ~r/[[:cntrl:]]/),
      do: name,
      else: inspect(name, binaries: :as_strings)
  end

  defp shorten(text, width) do
    if String.length(text) > width,
      do: "..." <> String.slice(text, 3 - width, width - 3),
      else: text
  end
end
