defmodule CommandLog.CLI do
  @moduledoc "The command: a line for each exec and each exit, and a summary by command at the end."

  alias CommandLog.Summary

  @usage """
  Usage: mix run [--under PID] [--count LINES] [--seconds SECONDS]

    --under     only what this process starts, and what that starts in turn
    --count     ends after so many lines
    --seconds   ends after so many seconds

  Without the last two it goes on until Ctrl-C, and there is no summary.
  """

  @switches [under: :integer, count: :integer, seconds: :integer, help: :boolean]

  @doc "Runs with the arguments of the command line; ends with status 1 when they, or the programs, are no use."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches),
         true <- Enum.all?(options, &useful?/1) do
      if options[:help], do: IO.write(@usage), else: run(options)
    else
      _ ->
        IO.write(:stderr, @usage)
        exit({:shutdown, 1})
    end
  end

  # A timer has milliseconds of 32 bits.
  defp useful?({:seconds, number}), do: number in 1..4_000_000
  defp useful?({name, number}) when name in [:under, :count], do: number in 1..0x7FFFFFFF
  defp useful?(_), do: true

  defp run(options) do
    case Honey.start_link(CommandLog, vars: [ancestor: options[:under] || 0]) do
      {:ok, log} ->
        IO.puts(CommandLog.head())

        summary =
          log
          |> Honey.Events.stream(:events, on_lost: &IO.puts("(#{&1} events were lost)"))
          |> until(options[:seconds], log)
          |> first(options[:count])
          |> Enum.reduce(%{}, fn event, summary ->
            IO.puts(CommandLog.line(event))
            Summary.add(summary, event)
          end)

        IO.puts(["\n", Summary.table(summary, 20)])
        Honey.stop(log)

      {:error, error} ->
        IO.puts(:stderr, "The commands cannot be seen: #{Exception.message(error)}")
        exit({:shutdown, 1})
    end
  end

  defp until(events, nil, _log), do: events

  # The stream ends with the object that it is of. The programs are detached one after the other, so what comes
  # meanwhile would be execs without their exits.
  defp until(events, seconds, log) do
    over = System.monotonic_time(:millisecond) + seconds * 1000
    :timer.apply_after(seconds * 1000, Honey, :stop, [log])
    Stream.take_while(events, fn _ -> System.monotonic_time(:millisecond) < over end)
  end

  defp first(events, nil), do: events
  defp first(events, count), do: Stream.take(events, count)
end
