defmodule CpuMonitor.CLI do
  @moduledoc """
  The command: starts the monitor, shows the table at every interval, stops the monitor.

  See `main/1`.
  """

  alias CpuMonitor.Table

  @usage """
  Usage: mix run [--interval SECONDS] [--count TABLES] [--rows ROWS]

    --interval   seconds from one table to the next (1)
    --count      how many tables are shown before it ends (it goes on until Ctrl-C)
    --rows       how many processes a table has (20)
  """

  @strict [interval: :float, count: :integer, rows: :integer, help: :boolean]
  @defaults %{interval: 1.0, count: :infinity, rows: 20}

  @doc """
  Runs with the arguments of the command line; ends with status 1 when the monitor cannot start.
  """
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    with {:ok, options} <- parse(arguments),
         {:ok, monitor} <- Honey.start_link(CpuMonitor) do
      show(monitor, options)
      Honey.stop(monitor)
    else
      :help ->
        IO.write(@usage)

      {:error, reason} ->
        IO.puts(:stderr, message(reason))
        exit({:shutdown, 1})
    end
  end

  @doc """
  Reads the arguments.

      iex> CpuMonitor.CLI.parse(["--interval", "0.5", "--count", "3"])
      {:ok, %{interval: 0.5, count: 3, rows: 20}}

      iex> CpuMonitor.CLI.parse(["--count", "0"])
      {:error, "--count must be greater than 0"}
  """
  @spec parse([String.t()]) :: {:ok, map} | :help | {:error, String.t()}
  def parse(arguments) do
    case OptionParser.parse(arguments, strict: @strict) do
      {options, [], []} -> check(Map.new(options))
      {_, [word | _], []} -> {:error, "unexpected argument: #{word}\n\n#{@usage}"}
      {_, _, [{name, _} | _]} -> {:error, "#{name} is unknown or has no number\n\n#{@usage}"}
    end
  end

  defp check(%{help: true}), do: :help

  defp check(options) do
    case Enum.find(options, fn {_, value} -> is_number(value) and value <= 0 end) do
      {name, _} -> {:error, "--#{name} must be greater than 0"}
      nil -> {:ok, Map.merge(@defaults, Map.delete(options, :help))}
    end
  end

  defp message(%{__exception__: true} = error) do
    "The CPU monitor cannot start: #{Exception.message(error)}"
  end

  defp message(text), do: text

  defp show(monitor, options) do
    {_, _, table} = Table.update(%Table{}, CpuMonitor.sample(monitor), now())
    loop(monitor, table, options, 1)
  end

  defp loop(_monitor, _table, %{count: count}, turn) when turn > count, do: :ok

  defp loop(monitor, table, options, turn) do
    Process.sleep(round(options.interval * 1_000))
    {rows, ended, table} = Table.update(table, CpuMonitor.sample(monitor), now())
    CpuMonitor.forget(monitor, ended)
    IO.write([separator(turn), Table.format(rows, options.rows)])
    loop(monitor, table, options, turn + 1)
  end

  # On a terminal, each table takes the place of the last one.
  defp separator(turn) do
    cond do
      IO.ANSI.enabled?() -> [IO.ANSI.clear(), IO.ANSI.home()]
      turn > 1 -> "\n"
      true -> ""
    end
  end

  defp now, do: System.monotonic_time(:nanosecond)
end
