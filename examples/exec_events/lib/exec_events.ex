defmodule ExecEvents do
  @moduledoc """
  Which programs are started, and how long they live, as the kernel tells it.

      {:ok, execs} = Honey.start_link(ExecEvents)
      execs |> Honey.Events.stream(:events) |> Stream.map(&ExecEvents.line/1) |> Enum.each(&IO.puts/1)

  The functions with `@sec` run in the kernel and emit structs into a ring; `line/1` is ordinary Elixir.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  deftype Exec, pid: :u32, uid: :u32, comm: {:string, 16}

  deftype Exit,
    pid: :u32,
    kind: {:enum, [:started_before, :seen]},
    lived: :u64,
    comm: {:string, 16}

  defmap :events, :bpf_ringbuf, max_entries: 256 * 1024, types: [Exec, Exit]

  # When a process began to run its program, in nanoseconds since boot.
  defmap :started, :bpf_hash, max_entries: 32_768, key_type: :u32, value_type: :u64

  ## In the kernel

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    pid = ctx.pid
    bpf_map_update_elem(:started, pid, bpf_ktime_get_ns(), :bpf_any)

    Honey.Events.emit(:events, %Exec{
      pid: pid,
      uid: bpf_get_current_uid_gid() &&& 0xFFFFFFFF,
      comm: bpf_get_current_comm()
    })

    0
  end

  @sec "tracepoint/sched/sched_process_exit"
  def on_exit(_ctx) do
    ids = bpf_get_current_pid_tgid()
    pid = ids >>> 32

    # Of the threads of a process, the first, whose id the process has.
    if pid == (ids &&& 0xFFFFFFFF), do: ended(pid)
    0
  end

  defp ended(pid) do
    lived =
      case bpf_map_lookup_elem(:started, pid) do
        nil ->
          0

        started ->
          bpf_map_delete_elem(:started, pid)
          bpf_ktime_get_ns() - started
      end

    Honey.Events.emit(:events, %Exit{pid: pid, lived: lived, comm: bpf_get_current_comm()})
  end

  ## In Elixir

  @doc """
  An event in words.

      iex> ExecEvents.line(%ExecEvents.Exec{pid: 17, uid: 0, comm: "ls"})
      "exec      17  ls                uid 0"

      iex> ExecEvents.line(%ExecEvents.Exit{pid: 17, lived: 2_345_678, comm: "ls"})
      "exit      17  ls                after 2.3 ms"
  """
  @spec line(struct) :: String.t()
  def line(%Exec{} = event), do: columns("exec", event, "uid #{event.uid}")

  def line(%Exit{lived: 0} = event), do: columns("exit", event, "started before")

  def line(%Exit{} = event) do
    ms = :erlang.float_to_binary(event.lived / 1_000_000, decimals: 1)
    columns("exit", event, "after #{ms} ms")
  end

  defp columns(what, event, rest) do
    pid = event.pid |> to_string() |> String.pad_leading(7)
    "#{what} #{pid}  #{String.pad_trailing(event.comm, 16)}  #{rest}"
  end
end
