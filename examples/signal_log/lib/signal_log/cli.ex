defmodule SignalLog.CLI do
  @moduledoc "The command: a line for each signal, and a table of them all at the end."

  alias SignalLog.Names

  @usage """
  Usage: mix run [--signal NAME] [--from PID] [--to PID] [--no-children]
                 [--count LINES] [--seconds SECONDS]

    --signal        only this one: a name, such as TERM, or a number
    --from          only what this process sends
    --to            only what is sent to this one
    --no-children   no SIGCHLD, which each process that ends sends to its parent
    --count         ends after so many lines
    --seconds       ends after so many seconds

  Without the last two it goes on until Ctrl-C, and there is no table.
  """

  @switches [
    signal: :string,
    from: :integer,
    to: :integer,
    children: :boolean,
    count: :integer,
    seconds: :integer,
    help: :boolean
  ]

  @doc "Runs with the arguments of the command line; ends with status 1 when they, or the program, are no use."
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
  defp useful?({:signal, name}), do: Names.number(name) != nil
  defp useful?({name, number}) when name in [:from, :to, :count], do: number in 1..0x7FFFFFFF
  defp useful?(_), do: true

  defp run(options) do
    case Honey.start_link(SignalLog, vars: vars(options)) do
      {:ok, log} ->
        show(log, options)
        IO.puts(["\n", SignalLog.table(SignalLog.counts(log), 20)])
        Honey.stop(log)

      {:error, error} ->
        IO.puts(:stderr, "The signals cannot be seen: #{Exception.message(error)}")
        exit({:shutdown, 1})
    end
  end

  defp vars(options) do
    for {name, value} <- options, name in [:signal, :from, :to, :children] do
      {name, if(name == :signal, do: Names.number(value), else: value)}
    end
  end

  # Lines are a task's, which ends by itself after so many, or is ended when the time is over. The programs stay: their
  # counts are still to be read.
  defp show(log, options) do
    IO.puts(SignalLog.head())

    lines =
      Task.async(fn ->
        log
        |> Honey.Events.stream(:signals, on_lost: &IO.puts("(#{&1} events were lost)"))
        |> first(options[:count])
        |> Enum.each(&IO.puts(SignalLog.line(&1)))
      end)

    Task.yield(lines, milliseconds(options[:seconds])) || Task.shutdown(lines)
  end

  defp milliseconds(nil), do: :infinity
  defp milliseconds(seconds), do: seconds * 1000

  defp first(events, nil), do: events
  defp first(events, count), do: Stream.take(events, count)
end
