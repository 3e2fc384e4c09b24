defmodule OpenSnoop.CLI do
  @moduledoc "The command: a line for each call, until it has shown enough, or the time is over."

  @usage """
  Usage: mix run [--pid PID] [--failed] [--count LINES] [--seconds SECONDS]

    --pid       only what this process opens
    --failed    only calls that fail
    --count     ends after so many lines
    --seconds   ends after so many seconds

  Without the last two it goes on until Ctrl-C.
  """

  @switches [pid: :integer, failed: :boolean, count: :integer, seconds: :integer, help: :boolean]

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
  defp useful?({name, number}) when name in [:pid, :count], do: number in 1..0x7FFFFFFF
  defp useful?(_), do: true

  defp run(options) do
    case Honey.start_link(OpenSnoop, vars: Keyword.take(options, [:pid, :failed])) do
      {:ok, snoop} ->
        # The stream ends with the object that it is of.
        if options[:seconds],
          do: :timer.apply_after(options[:seconds] * 1000, Honey, :stop, [snoop])

        IO.puts(OpenSnoop.head())

        snoop
        |> Honey.Events.stream(:opens, on_lost: &IO.puts("(#{&1} events were lost)"))
        |> first(options[:count])
        |> Enum.each(&IO.puts(OpenSnoop.line(&1)))

        Honey.stop(snoop)

      {:error, error} ->
        IO.puts(:stderr, "The calls cannot be seen: #{Exception.message(error)}")
        exit({:shutdown, 1})
    end
  end

  defp first(events, nil), do: events
  defp first(events, count), do: Stream.take(events, count)
end
