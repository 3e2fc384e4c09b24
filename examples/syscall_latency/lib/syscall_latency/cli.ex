defmodule SyscallLatency.CLI do
  @moduledoc "The command: looks on for so many seconds, then shows the table, and the histogram of one call."

  alias CountSyscalls.Names
  alias Honey.Histogram
  alias SyscallLatency.Table

  @usage """
  Usage: mix run [--seconds N] [--rows N] [--pid PID] [--comm NAME] [--syscall NAME]

    --seconds   for how long (5)
    --rows      how many system calls the table has (15)
    --pid       only calls of this process
    --comm      only calls of threads of this name, of 15 bytes at most, as in /proc/PID/comm
    --syscall   the call, by its name or number, whose times are shown as a histogram, too
  """

  @switches [
    seconds: :integer,
    rows: :integer,
    pid: :integer,
    comm: :string,
    syscall: :string,
    help: :boolean
  ]
  @defaults %{seconds: 5, rows: 15, pid: 0, comm: "", syscall: nil}

  @doc "Runs with the arguments of the command line; ends with status 1 when these are wrong, or nothing can start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    names = Names.read()

    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches),
         %{help: false} = options <- Enum.into(options, Map.put(@defaults, :help, false)),
         true <- options.seconds > 0 and options.rows > 0 and options.pid in 0..0xFFFFFFFF,
         true <- byte_size(options.comm) < 16,
         {:ok, id} <- id(options.syscall, names) do
      run(options, id, names)
    else
      %{help: true} ->
        IO.write(@usage)

      {:unknown, name} ->
        fail("There is no system call #{name} in the C headers here.\n\n#{@usage}")

      _ ->
        fail(@usage)
    end
  end

  # The variable's value for no call is -1.
  defp id(nil, _names), do: {:ok, -1}

  defp id(word, names) do
    case {Enum.find(names, &(elem(&1, 1) == word)), Integer.parse(word)} do
      {{id, _}, _} -> {:ok, id}
      {nil, {id, ""}} when id >= 0 -> {:ok, id}
      _ -> {:unknown, word}
    end
  end

  defp run(options, id, names) do
    vars = [pid: options.pid, comm: options.comm, histogram: id]

    case Honey.start_link(SyscallLatency, vars: vars) do
      {:ok, latency} ->
        Process.sleep(options.seconds * 1_000)
        calls = SyscallLatency.calls(latency)
        latencies = SyscallLatency.latencies(latency)
        Honey.stop(latency)
        IO.write(Table.format(calls, names, options.rows))

        if id >= 0,
          do: IO.write("\n#{Table.name(names, id)}\n\n#{Histogram.text(latencies, unit: "ns")}")

        :ok

      {:error, error} ->
        fail("The calls cannot be measured: #{Exception.message(error)}\n")
    end
  end

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end
end
