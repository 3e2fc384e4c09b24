defmodule WatchService.CLI do
  @moduledoc "The command: shows what the service has counted, or how it survives."

  alias WatchService.Demo

  @usage """
  Usage: mix run [--seconds N] [--rows N]
         mix run --demo [--starts N]

    --seconds   when it ends (it goes on until Ctrl-C)
    --rows      how many commands are shown, 10 by default
    --demo      starts programs, and kills processes of the service meanwhile
    --starts    how many programs in each of three rounds (200)
  """

  @switches [
    seconds: :integer,
    rows: :integer,
    demo: :boolean,
    starts: :integer,
    help: :boolean
  ]

  @doc "Runs with the arguments of the command line; ends with status 1 when they are wrong, or it cannot start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case parse(arguments) do
      {:ok, command, options} -> with_service(fn -> run(command, options) end)
      :help -> IO.write(@usage)
      :error -> fail(@usage)
    end
  end

  @doc """
  Reads the arguments.

      iex> WatchService.CLI.parse(["--demo", "--starts", "50"])
      {:ok, :demo, %{starts: 50}}

      iex> WatchService.CLI.parse(["--starts", "50"])
      :error
  """
  @spec parse([String.t()]) :: {:ok, :show | :demo, map} | :help | :error
  def parse(arguments) do
    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches),
         options = Map.new(options),
         true <- Enum.all?(options, fn {_, value} -> value == true or value > 0 end) do
      case options do
        %{help: true} -> :help
        %{demo: true} -> defaults(:demo, Map.delete(options, :demo), %{starts: 200})
        _ -> defaults(:show, options, %{seconds: :infinity, rows: 10})
      end
    else
      _ -> :error
    end
  end

  defp defaults(command, options, defaults) do
    if Enum.all?(Map.keys(options), &is_map_key(defaults, &1)),
      do: {:ok, command, Map.merge(defaults, options)},
      else: :error
  end

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end

  # The command says itself why nothing could start, and which child it has killed.
  defp with_service(function) do
    Logger.configure(level: :none)

    case Application.ensure_all_started(:watch_service) do
      {:ok, _} ->
        function.()
        Application.stop(:watch_service)

      {:error, {_application, reason}} ->
        fail("The service cannot start: #{reason(reason)}\n")
    end
  end

  # The supervisor's `{:shutdown, {:failed_to_start_child, id, reason}}`, and the application's around it.
  defp reason(%{__exception__: true} = error), do: Exception.message(error)
  defp reason({:failed_to_start_child, _id, reason}), do: reason(reason)
  defp reason({:shutdown, reason}), do: reason(reason)
  defp reason({reason, {WatchService.Application, :start, _}}), do: reason(reason)
  defp reason(reason), do: inspect(reason)

  ## What was counted

  defp run(:show, %{seconds: seconds, rows: rows}), do: show(seconds, rows)

  defp run(:demo, %{starts: starts}) do
    rounds = Demo.run(starts)
    IO.write(rounds(rounds))
    counted = Enum.sum(for {_, _, counted, _} <- rounds, do: counted)
    unseen = Enum.sum(for {:owner, started, counted, _} <- rounds, do: started - counted)

    IO.puts("""

    The table has all the #{counted} that were counted; its owner was not concerned.
    #{unseen} were started when the killed owner's programs were gone, and the next ones
    not attached yet.
    """)
  end

  @doc """
  The demo's rounds as a table: its own programs, and all that the present owner's programs have seen.

      iex> account = %{seen: 230, counted: 228, lost: 0, missing: 2}
      iex> WatchService.CLI.rounds([{:consumer, 100, 98, account}])
      \"""
                    OF THE DEMO           OF ALL SINCE THE LAST RESTART
      KILLED     STARTED   COUNTED      SEEN   COUNTED      LOST   MISSING
      consumer       100        98       230       228         0         2
      \"""
  """
  @spec rounds([tuple]) :: String.t()
  def rounds(rounds) do
    rows =
      for {what, started, counted, account} <- rounds,
          do: [
            what,
            started,
            counted,
            account.seen,
            account.counted,
            account.lost,
            account.missing
          ]

    titles = ~w(KILLED STARTED COUNTED SEEN COUNTED LOST MISSING)
    groups = "              OF THE DEMO           OF ALL SINCE THE LAST RESTART\n"

    groups <>
      Enum.map_join([titles | rows], fn [first | columns] ->
        String.pad_trailing("#{first}", 8) <>
          Enum.map_join(columns, &String.pad_leading("#{&1}", 10)) <> "\n"
      end)
  end

  defp show(0, _rows), do: :ok

  defp show(seconds, rows) do
    Process.sleep(1_000)
    IO.write(table(Enum.take(WatchService.starts(), rows)))
    IO.puts(line(WatchService.account()) <> "\n")
    show(if(seconds == :infinity, do: :infinity, else: seconds - 1), rows)
  end

  @doc """
  The counts as a table.

      iex> WatchService.CLI.table([{{0, "sh"}, 12}])
      "     UID  COMMAND              STARTS\\n       0  sh                       12\\n"
  """
  @spec table([{{non_neg_integer, String.t()}, pos_integer}]) :: String.t()
  def table(starts) do
    rows = for {{uid, comm}, count} <- starts, do: ["#{uid}", comm, "#{count}"]

    Enum.map_join([["UID", "COMMAND", "STARTS"] | rows], fn [uid, comm, count] ->
      String.pad_leading(uid, 8) <>
        "  " <> String.pad_trailing(comm, 16) <> String.pad_leading(count, 11) <> "\n"
    end)
  end

  defp line({:ok, account}) do
    "#{account.seen} seen, #{account.counted} counted, #{account.lost} lost, " <>
      "#{account.missing} on the way"
  end

  defp line({:error, error}), do: "The programs are restarting: #{Exception.message(error)}"
end
