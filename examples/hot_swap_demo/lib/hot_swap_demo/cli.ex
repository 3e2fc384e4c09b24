defmodule HotSwapDemo.CLI do
  @moduledoc "The command: upgrades under load, and what the counts say."

  alias HotSwapDemo.Demo

  @usage """
  Usage: mix run [--swap overlap|tail_call] [--load MILLISECONDS]

    --swap   how a tracepoint's programs are replaced; without it, both are shown
    --load   how long calls are made before and after each upgrade (200)
  """

  @swaps %{"overlap" => [:overlap], "tail_call" => [:tail_call]}

  @doc "Runs with the arguments of the command line; ends with status 1 when they are wrong, or it cannot start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case parse(arguments) do
      {:ok, swaps, load} -> Enum.each(swaps, &show(&1, load))
      :help -> IO.write(@usage)
      :error -> fail(@usage)
    end
  end

  @doc """
  Reads the arguments.

      iex> HotSwapDemo.CLI.parse(["--swap", "tail_call"])
      {:ok, [:tail_call], 200}

      iex> HotSwapDemo.CLI.parse(["--load", "0"])
      :error
  """
  @spec parse([String.t()]) :: {:ok, [:overlap | :tail_call], pos_integer} | :help | :error
  def parse(arguments) do
    switches = [swap: :string, load: :integer, help: :boolean]

    with {options, [], []} <- OptionParser.parse(arguments, strict: switches),
         nil <- options[:help] && :help,
         {:ok, swaps} <- swaps(options[:swap]),
         load when load > 0 <- Keyword.get(options, :load, 200) do
      {:ok, swaps, load}
    else
      :help -> :help
      _ -> :error
    end
  end

  defp swaps(nil), do: {:ok, [:overlap, :tail_call]}
  defp swaps(name), do: Map.fetch(@swaps, name)

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end

  defp show(swap, load) do
    case Demo.run(swap, load) do
      {:ok, steps, threads} ->
        IO.puts("swap: #{inspect(swap)}\n")
        IO.puts(table(steps))
        IO.puts(["Version two, by thread:\n", Enum.map_join(threads, "", &thread/1)])

      {:error, error} ->
        fail("Version one cannot start: #{Exception.message(error)}\n")
    end
  end

  defp thread({name, count}),
    do: "  " <> String.pad_trailing(name, 16) <> String.pad_leading("#{count}", 12) <> "\n"

  @doc """
  The steps as a table: what was made and counted up to then, and under it why a version was refused.

      iex> step = %{what: "version one", answer: {:ok, nil}, calls: 4711, counted: 4711}
      iex> HotSwapDemo.CLI.table([step])
      \"""
      UNDER LOAD                            CALLS     COUNTED  DIFFERENCE
      version one                            4711        4711           0
      \"""
  """
  @spec table([Demo.step()]) :: String.t()
  def table(steps) do
    titles = {"UNDER LOAD", ["CALLS", "COUNTED", "DIFFERENCE"], {:ok, nil}}

    rows =
      for step <- steps,
          do: {step.what, [step.calls, step.counted, step.counted - step.calls], step.answer}

    Enum.map_join([titles | rows], fn {what, columns, answer} ->
      String.pad_trailing(what, 31) <>
        Enum.map_join(columns, &String.pad_leading("#{&1}", 12)) <> "\n" <> reason(answer)
    end)
  end

  defp reason({:ok, _}), do: ""

  # What is wrong; what to do about it, and the rest, is in the errors' messages.
  defp reason({:error, %Honey.CompileError{diagnostics: [first | _]}}), do: "  #{first.message}\n"
  defp reason({:error, error}), do: "  #{error.cause |> String.split(" (") |> hd()}\n"
end
