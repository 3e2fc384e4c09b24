defmodule TestingDemo.CLI do
  @moduledoc "The command: holds the senders of an interface to their quota, and prints what they sent every second."

  @usage """
  Usage: mix run --interface NAME [--quota BYTES] [--seconds N]

    --interface   the network interface, such as eth0
    --quota       how many bytes each address may send (1000000)
    --seconds     when it ends (it goes on until Ctrl-C)
  """

  @switches [interface: :string, quota: :integer, seconds: :integer, help: :boolean]
  @defaults %{quota: 1_000_000, seconds: :infinity}

  @doc "Runs with the arguments of the command line; ends with status 1 when they are wrong, or it cannot start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    with {:ok, options} <- parse(arguments),
         attach = [on_packet: [interface: options.interface]],
         {:ok, pid} <-
           Honey.start_link(TestingDemo, attach: attach, vars: [quota: options.quota]) do
      show(pid, options.quota, options.seconds)
      Honey.stop(pid)
    else
      :help -> IO.write(@usage)
      :error -> fail(@usage)
      {:error, error} -> fail("The quota cannot start: #{Exception.message(error)}\n")
    end
  end

  @doc """
  Reads the arguments.

      iex> TestingDemo.CLI.parse(["--interface", "lo", "--seconds", "3"])
      {:ok, %{interface: "lo", quota: 1_000_000, seconds: 3}}

      iex> TestingDemo.CLI.parse([])
      :error
  """
  @spec parse([String.t()]) :: {:ok, map} | :help | :error
  def parse(arguments) do
    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches) do
      case Map.merge(@defaults, Map.new(options)) do
        %{help: true} -> :help
        %{interface: _, quota: q, seconds: s} = all when q >= 0 and s > 0 -> {:ok, all}
        _ -> :error
      end
    else
      _ -> :error
    end
  end

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end

  defp show(_pid, _quota, 0), do: :ok

  defp show(pid, quota, seconds) do
    Process.sleep(1_000)
    IO.puts(table(TestingDemo.sent(pid), quota))
    show(pid, quota, if(seconds == :infinity, do: :infinity, else: seconds - 1))
  end

  @doc """
  What was sent, as a table.

      iex> TestingDemo.CLI.table([{{10, 0, 0, 7}, 1_500}, {{10, 0, 0, 8}, 20}], 1_000)
      \"""
      SOURCE                  BYTES
      10.0.0.7                 1500  beyond its quota
      10.0.0.8                   20
      \"""
  """
  @spec table([{:inet.ip4_address(), non_neg_integer}], non_neg_integer) :: String.t()
  def table(sent, quota) do
    rows =
      for {source, bytes} <- sent do
        address = source |> :inet.ntoa() |> to_string()
        line(address, bytes) <> if(bytes > quota, do: "  beyond its quota\n", else: "\n")
      end

    line("SOURCE", "BYTES") <> "\n" <> Enum.join(rows)
  end

  defp line(first, second),
    do: String.pad_trailing(first, 16) <> String.pad_leading("#{second}", 13)
end
