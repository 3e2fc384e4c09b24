defmodule ExecEvents.CLI do
  @moduledoc "The command: prints events as they come, until so many have come."

  @usage """
  Usage: mix run [--count EVENTS]

    --count   how many events are shown before it ends (it goes on until Ctrl-C)
  """

  @doc "Runs with the arguments of the command line; ends with status 1 when the programs cannot start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case OptionParser.parse(arguments, strict: [count: :integer, help: :boolean]) do
      {[], _, _} -> show(& &1)
      {[count: count], _, _} when count > 0 -> show(&Stream.take(&1, count))
      _ -> IO.write(@usage)
    end
  end

  defp show(cut) do
    case Honey.start_link(ExecEvents) do
      {:ok, execs} ->
        execs
        |> Honey.Events.stream(:events, on_lost: &IO.puts("(#{&1} events were lost)"))
        |> cut.()
        |> Enum.each(&IO.puts(ExecEvents.line(&1)))

        Honey.stop(execs)

      {:error, error} ->
        IO.puts(:stderr, "The events cannot be had: #{Exception.message(error)}")
        exit({:shutdown, 1})
    end
  end
end
