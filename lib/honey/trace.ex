defmodule Honey.Trace do
  @moduledoc """
  Lines that programs wrote with `bpf_printk`, as `Honey.trace/1` gives them.

    * `task`, `pid`, `cpu` - the name and id of the thread that ran, and the CPU
    * `time` - microseconds since the machine started
    * `text` - the line, without its newline
    * `lost` - how many lines the kernel had to leave out before this one

  So a program that says `bpf_printk("opens %s", [name])` gives

      [%Honey.Trace{task: "cat", text: "opens /etc/hosts"}] = Enum.take(Honey.trace(), 1)
  """

  alias Honey.{Argument, Error, Tracefs}

  @enforce_keys [:task, :pid, :cpu, :time, :text]
  defstruct [:task, :pid, :cpu, :time, :text, lost: 0]

  @typedoc "A line; the fields are described above."
  @type t :: %__MODULE__{
          task: String.t(),
          pid: non_neg_integer,
          cpu: non_neg_integer,
          time: non_neg_integer,
          text: String.t(),
          lost: non_neg_integer
        }

  # The reader would wait for a line that may never come. It ends when it is told to, and when its
  # input does: the process that has the port is gone, or the BEAM.
  @reader ~S(exec 3<&0; { read -r _ <&3; kill $$; } & exec cat "$0")

  # A task's name may be anything; the flags in the middle differ by kernel.
  @line ~r/^\s*(.{1,16})-(\d+)\s+(?:\(\s*[\d-]+\)\s+)?\[(\d+)\]\s+\S+\s+(\d+)\.(\d{6}): (?:bpf_trace_printk|0x[0-9a-f]+): (.*)$/s
  @lost ~r/^CPU:\d+ \[LOST (\d+) EVENTS\]/

  @doc false
  @spec stream(keyword) :: Enumerable.t()
  def stream(options) do
    timeout = timeout!(options)

    parse(Stream.resource(&open/0, &next(&1, timeout), &close/1))
  end

  # Lines of other events, which someone may have enabled, are no lines of programs.
  @doc false
  @spec parse(Enumerable.t()) :: Enumerable.t()
  def parse(lines), do: Stream.transform(lines, 0, &parse_line/2)

  defp timeout!(options) do
    options = Argument.options!(options, [:timeout], "Honey.trace/1")

    case Keyword.get(options, :timeout, :infinity) do
      timeout when timeout == :infinity or (is_integer(timeout) and timeout >= 0) -> timeout
      other -> Argument.wrong!("`timeout:` wants milliseconds or :infinity", other)
    end
  end

  defp open do
    case Tracefs.root() do
      {:ok, root} -> open(Path.join(root, "trace_pipe"))
      {:error, reason} -> raise refused(reason)
    end
  end

  defp open(path) do
    with {:error, reason} <- File.open(path, [:read], fn _ -> :ok end),
         do: raise(refused(reason))

    Port.open(
      {:spawn_executable, System.find_executable("sh")},
      [:binary, :exit_status, line: 65_536, args: ["-c", @reader, path]]
    )
  end

  defp refused(:enoent) do
    Error.new(
      step: :trace,
      reason: :enoent,
      code: :tracefs_missing,
      cause: "tracefs is not mounted, where the lines are read",
      hint: Tracefs.mounted()
    )
  end

  defp refused(:ebusy) do
    Error.new(
      step: :trace,
      reason: :ebusy,
      code: :trace_busy,
      cause: "another process reads the lines already",
      hint: "end it: each line goes to one reader"
    )
  end

  defp refused(reason) do
    Error.new(
      step: :trace,
      reason: reason,
      code: :tracefs_unreadable,
      cause: "tracefs is mounted, but this user may not read it, where the lines are",
      hint: Tracefs.readable()
    )
  end

  defp next(port, timeout) do
    receive do
      {^port, {:data, {_, line}}} -> {[line], port}
      {^port, {:exit_status, status}} -> raise reader_ended(status)
    after
      timeout -> {:halt, port}
    end
  end

  # The shell's way of telling a signal.
  defp reader_ended(status) do
    how =
      if status > 128, do: "was ended by signal #{status - 128}", else: "ended, status #{status}"

    Error.new(
      step: :trace,
      reason: :reader_ended,
      cause: "the process that reads the lines, `cat` of trace_pipe, #{how}",
      hint: "begin again, by another `Honey.trace/1`: lines that it had not given yet may be lost"
    )
  end

  # Once this is done, the next reader gets every line.
  defp close(nil), do: nil

  defp close(port) do
    Port.command(port, "\n")
    await_end(port)
  rescue
    # The reader was killed, and the port is closed: what it has sent is there.
    ArgumentError -> flush(port)
  end

  defp flush(port) do
    receive do
      {^port, _} -> flush(port)
    after
      0 -> ended(port)
    end
  end

  defp await_end(port) do
    receive do
      {^port, {:exit_status, _}} -> ended(port)
      {^port, _} -> await_end(port)
    end
  end

  # A port is linked: a process that traps exits would find its message.
  defp ended(port) do
    Process.unlink(port)

    receive do
      {:EXIT, ^port, _} -> nil
    after
      0 -> nil
    end
  end

  defp parse_line(line, lost) do
    case {Regex.run(@line, line), Regex.run(@lost, line)} do
      {[_, task, pid, cpu, seconds, microseconds, text], _} ->
        line = %__MODULE__{
          task: task,
          pid: String.to_integer(pid),
          cpu: String.to_integer(cpu),
          time: String.to_integer(seconds) * 1_000_000 + String.to_integer(microseconds),
          text: text,
          lost: lost
        }

        {[line], 0}

      {nil, [_, count]} ->
        {[], lost + String.to_integer(count)}

      {nil, nil} ->
        {[], lost}
    end
  end
end
