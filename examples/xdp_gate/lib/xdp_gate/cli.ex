defmodule XdpGate.CLI do
  @moduledoc "The command: a gate in a network of its own with traffic of its own, or at a real interface."

  alias XdpGate.{Demo, Sandbox}

  @usage """
  Usage: mix run [--block WHAT] [--allow WHAT] [--datagrams N]
         mix run --interface NAME [--block WHAT] [--allow WHAT] [--seconds N]

    --block       a network, such as 10.66.0.0/16, or icmp, tcp, udp: is dropped;
                  may be given several times
    --allow       a network, or a protocol, that passes all the same
    --datagrams   how many each source sends, from 1 to 100 (20)
    --interface   a real network interface, such as eth0, in place of the demo
    --mode        auto, native (in the driver) or generic (in the network stack)
    --seconds     when it ends (it goes on until Ctrl-C)

  Without --block, the demo blocks 10.66.0.0/16 and allows 10.66.7.0/24.
  """

  @switches [
    block: :keep,
    allow: :keep,
    datagrams: :integer,
    interface: :string,
    mode: :string,
    seconds: :integer,
    help: :boolean
  ]

  @defaults [block: {{10, 66, 0, 0}, 16}, allow: {{10, 66, 7, 0}, 24}]
  @modes %{"auto" => :auto, "native" => :native, "generic" => :generic}

  @doc """
  Runs with the arguments of the command line; ends with status 1 when they are wrong, or the gate cannot start.
  """
  @spec main([String.t()]) :: :ok
  def main(arguments) do
    with {:ok, options} <- parse(arguments),
         :ok <- run(options) do
      :ok
    else
      :help ->
        IO.write(@usage)

      :error ->
        fail(@usage)

      {:error, error} ->
        fail("The gate cannot start: #{message(error)}\n")
    end
  end

  defp message(text) when is_binary(text), do: text
  defp message(error), do: Exception.message(error)

  defp fail(text) do
    IO.write(:stderr, text)
    exit({:shutdown, 1})
  end

  @doc """
  Reads the arguments: rules stay in the order in which they were given.

      iex> XdpGate.CLI.parse(["--block", "udp", "--allow", "10.0.0.0/8"])
      {:ok, %{rules: [block: :udp, allow: {{10, 0, 0, 0}, 8}], datagrams: 20}}

      iex> XdpGate.CLI.parse(["--block", "ten"])
      :error
  """
  @spec parse([String.t()]) :: {:ok, map} | :help | :error
  def parse(arguments) do
    with {options, [], []} <- OptionParser.parse(arguments, strict: @switches),
         {:ok, rules} <- rules(options) do
      options |> Keyword.drop([:block, :allow]) |> Map.new() |> Map.put(:rules, rules) |> check()
    else
      _ -> :error
    end
  end

  defp rules(options) do
    Enum.reduce_while(Enum.reverse(options), {:ok, []}, fn
      {action, text}, {:ok, rules} when action in [:block, :allow] ->
        case XdpGate.parse(text) do
          {:ok, what} -> {:cont, {:ok, [{action, what} | rules]}}
          :error -> {:halt, :error}
        end

      _, rules ->
        {:cont, rules}
    end)
  end

  defp check(%{help: true}), do: :help

  defp check(%{interface: interface, rules: rules} = options)
       when not is_map_key(options, :datagrams) do
    with mode when mode != nil <- @modes[Map.get(options, :mode, "auto")],
         seconds when seconds > 0 <- Map.get(options, :seconds, :infinity),
         do: {:ok, %{attach: [interface: interface, mode: mode], rules: rules, seconds: seconds}},
         else: (_ -> :error)
  end

  defp check(%{rules: rules} = options)
       when not is_map_key(options, :mode) and not is_map_key(options, :seconds) and
              not is_map_key(options, :interface) do
    case Map.get(options, :datagrams, 20) do
      n when n in 1..100 -> {:ok, %{rules: rules, datagrams: n}}
      _ -> :error
    end
  end

  defp check(_), do: :error

  ## In a network of its own

  defp run(%{datagrams: datagrams, rules: rules}) do
    rules = if rules == [], do: @defaults, else: rules

    # What the kernel does not allow, Honey says in better words than `unshare` does.
    with {:ok, object} <- Honey.load(XdpGate),
         :ok <- Honey.unload(object),
         {:ok, answer} <- Sandbox.run(Demo, :run, [rules, datagrams]) do
      IO.write(XdpGate.table(answer.counts))
      connected = Enum.map_join(answer.connected, ", ", &:inet.ntoa/1)

      IO.puts("""

      #{answer.arrived} of #{answer.sent} datagrams arrived.
      TCP connected from #{if connected == "", do: "nowhere", else: connected}.
      """)
    end
  end

  ## At a real interface

  defp run(%{attach: attach, rules: rules, seconds: seconds}) do
    with {:ok, gate} <- Honey.start_link(XdpGate, attach: [on_packet: attach]) do
      for {action, what} <- rules, do: :ok = apply(XdpGate, action, [gate, what])
      show(gate, seconds)
      Honey.stop(gate)
    end
  end

  defp show(_gate, 0), do: :ok

  defp show(gate, seconds) do
    Process.sleep(1_000)
    IO.puts(XdpGate.table(XdpGate.counts(gate)))
    show(gate, if(seconds == :infinity, do: :infinity, else: seconds - 1))
  end
end
