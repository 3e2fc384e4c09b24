defmodule RunQueueLatency.CLI do
  @moduledoc "The command: looks on for so many seconds, then shows the histogram."

  alias Honey.Histogram
  alias RunQueueLatency.Svg

  @usage """
  Usage: mix run [--seconds N] [--comm NAME] [--svg FILE]

    --seconds   for how long (5)
    --comm      only threads of this name, of 15 bytes at most, as in /proc/PID/comm
    --svg       where to write the histogram as a picture, too
  """

  @switches [seconds: :integer, comm: :string, svg: :string, help: :boolean]
  @defaults %{seconds: 5, comm: "", svg: nil, help: false}

  @doc "Runs with the arguments of the command line; ends with status 1 when these are wrong, or nothing can start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    case OptionParser.parse(arguments, strict: @switches) do
      {options, [], []} -> run(Map.merge(@defaults, Map.new(options)))
      _ -> fail(@usage)
    end
  end

  defp run(%{help: true}), do: IO.write(@usage)

  defp run(%{seconds: seconds, comm: comm} = options) when seconds > 0 and byte_size(comm) < 16 do
    case Honey.start_link(RunQueueLatency, vars: [comm: comm]) do
      {:ok, latency} ->
        Process.sleep(seconds * 1_000)
        waits = RunQueueLatency.waits(latency)
        Honey.stop(latency)
        show(waits, title(waits, options), options.svg)

      {:error, error} ->
        fail("The waits cannot be measured: #{Exception.message(error)}\n")
    end
  end

  defp run(_), do: fail(@usage)

  defp title(waits, options) do
    of = if options.comm == "", do: "", else: " of #{options.comm}"
    "Waits for a CPU#{of}: #{Histogram.total(waits)} in #{options.seconds} s"
  end

  defp show(waits, title, file) do
    IO.write("#{title}\n\n#{Histogram.text(waits, unit: "µs")}")

    if file,
      do: write(file, Svg.plot(waits, title: title, x: "time in the queue, µs", y: "waits"))

    :ok
  end

  defp write(file, plot) do
    with {:error, reason} <- File.write(file, plot),
         do: fail("#{file} cannot be written: #{:file.format_error(reason)}\n")
  end

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end
end
