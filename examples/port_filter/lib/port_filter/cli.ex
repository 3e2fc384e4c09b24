defmodule PortFilter.CLI do
  @moduledoc "The command: filters what arrives at an interface, and prints the ports every second."

  @usage """
  Usage: mix run --interface NAME [--block tcp/PORT] [--block udp/PORT] [--mode generic] [--seconds N]

    --interface   the network interface, such as eth0
    --block       what is dropped; may be given several times
    --mode        native (in the driver), generic (in the network stack), or auto, the default
    --seconds     when it ends (it goes on until Ctrl-C)
  """

  @switches [interface: :string, block: :keep, mode: :string, seconds: :integer, help: :boolean]
  @modes %{"auto" => :auto, "native" => :native, "generic" => :generic}

  @doc "Runs with the arguments of the command line; ends with status 1 when the filter cannot start."
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches),
         interface when is_binary(interface) <- options[:interface],
         mode when mode != nil <- @modes[options[:mode] || "auto"],
         {:ok, blocked} <- blocked(Keyword.get_values(options, :block)) do
      start([interface: interface, mode: mode], blocked, options[:seconds] || :infinity)
    else
      _ -> IO.write(@usage)
    end
  end

  defp blocked(names) do
    Enum.reduce_while(names, {:ok, []}, fn name, {:ok, blocked} ->
      with [protocol, number] when protocol in ["tcp", "udp"] <- String.split(name, "/"),
           {port, ""} when port in 0..65_535 <- Integer.parse(number) do
        {:cont, {:ok, [{String.to_existing_atom(protocol), port} | blocked]}}
      else
        _ -> {:halt, :error}
      end
    end)
  end

  defp start(attach, blocked, seconds) do
    case Honey.start_link(PortFilter, attach: [on_packet: attach]) do
      {:ok, filter} ->
        for {protocol, port} <- blocked, do: :ok = PortFilter.block(filter, protocol, port)
        show(filter, seconds)
        Honey.stop(filter)

      {:error, error} ->
        IO.puts(:stderr, "The filter cannot start: #{Exception.message(error)}")
        exit({:shutdown, 1})
    end
  end

  defp show(_filter, 0), do: :ok

  defp show(filter, seconds) do
    Process.sleep(1_000)
    IO.puts(PortFilter.table(PortFilter.ports(filter), 10))
    show(filter, if(seconds == :infinity, do: :infinity, else: seconds - 1))
  end
end
