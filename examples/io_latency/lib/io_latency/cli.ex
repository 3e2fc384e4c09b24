defmodule IoLatency.CLI do
  @moduledoc "The command: looks on for so many seconds, then shows a histogram for each device and operation."

  alias Honey.Histogram
  alias IoLatency.{Files, Latencies}

  @usage """
  Usage: mix run [--seconds N] [--files]

    --seconds   for how long (5)
    --files     system calls that read, write and sync, in place of requests to block devices
  """

  @switches [seconds: :integer, files: :boolean, help: :boolean]
  @defaults %{seconds: 5, files: false, help: false}

  @doc "Runs with the arguments of the command line; ends with status 1 when these are wrong, or nothing can start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case OptionParser.parse(arguments, strict: @switches) do
      {options, [], []} -> run(Map.merge(@defaults, Map.new(options)))
      _ -> fail(@usage)
    end
  end

  defp run(%{help: true}), do: IO.write(@usage)

  defp run(%{seconds: seconds, files: files?}) when seconds > 0 do
    case Honey.start_link(if files?, do: Files, else: IoLatency) do
      {:ok, io} ->
        Process.sleep(seconds * 1_000)
        histograms = Latencies.read(io)
        Honey.stop(io)
        show(histograms, seconds, files?)

      {:error, error} ->
        fail(
          "The latencies cannot be measured: #{Exception.message(error)}\n#{instead(error, files?)}"
        )
    end
  end

  defp run(_), do: fail(@usage)

  defp instead(%{code: :no_tracepoint}, false),
    do: "Without block devices, there is `mix run --files`.\n"

  defp instead(_, _), do: ""

  defp show([], seconds, true), do: IO.puts("Nothing was read or written in #{seconds} s.")

  defp show([], seconds, false) do
    IO.puts(
      "No block device was asked for anything in #{seconds} s. `mix run --files` looks at files."
    )
  end

  defp show(histograms, seconds, files?) do
    histograms
    |> Enum.map_join("\n", fn {{device, operation}, histogram} ->
      what = if files?, do: "#{operation} calls", else: "#{IoLatency.name(device)}, #{operation}"
      number = Histogram.total(histogram)
      "#{what}: #{number} in #{seconds} s\n\n#{Histogram.text(histogram, unit: "µs")}"
    end)
    |> IO.write()
  end

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end
end
