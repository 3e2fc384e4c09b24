defmodule XdpGate.Demo do
  @moduledoc "Traffic for the gate, from four sources, in the network of `XdpGate.Sandbox`."

  alias XdpGate.Sandbox

  @sources [{10, 1, 0, 2}, {10, 66, 0, 2}, {10, 66, 7, 2}, {192, 0, 2, 2}]
  @port 4_000

  # A first SYN that is dropped is sent again after a second.
  @patience 500

  @typedoc "What to do in this order: `{:block, network}`, `{:allow, network}`, or the same of a protocol."
  @type rules :: [{:block | :allow, XdpGate.network() | XdpGate.protocol()}]

  @doc """
  Sends so many datagrams from each source, and tries to connect once.

  The answer has what was `sent` from all sources, how many datagrams `arrived` at the socket behind the
  gate, the sources that could `connect`, and what the gate has counted, `counts`.
  """
  @spec run(rules, non_neg_integer) ::
          {:ok, %{sent: integer, arrived: integer, connected: [tuple], counts: [map]}}
          | {:error, Honey.Error.t()}
  def run(rules, datagrams) do
    network = Sandbox.connect(@sources)
    attach = [on_packet: [interface: network.interface]]

    with {:ok, gate} <- Honey.start_link(XdpGate, attach: attach),
         :ok <- apply_rules(gate, rules) do
      {:ok, receiver} = :gen_udp.open(@port, [:binary, active: false, recbuf: 1_048_576])
      {:ok, listener} = :gen_tcp.listen(@port, ip: network.address)

      for source <- @sources, do: send_from(source, network, datagrams)
      sent = datagrams * length(@sources)
      await(gate, sent, 200)
      connected = for source <- @sources, connect?(source, network), do: source

      answer = %{
        sent: sent,
        arrived: arrived(receiver, 0),
        connected: connected,
        counts: XdpGate.counts(gate)
      }

      :gen_tcp.close(listener)
      Honey.stop(gate)
      {:ok, answer}
    end
  end

  defp apply_rules(gate, rules) do
    Enum.reduce_while(rules, :ok, fn {action, what}, :ok ->
      case apply(XdpGate, action, [gate, what]) do
        :ok -> {:cont, :ok}
        error -> {:halt, error}
      end
    end)
  end

  defp send_from(source, network, datagrams) do
    {:ok, socket} = :gen_udp.open(0, ip: source, netns: network.netns)
    for n <- 1..datagrams//1, do: :ok = :gen_udp.send(socket, network.address, @port, "#{n}")
    :gen_udp.close(socket)
  end

  defp connect?(source, network) do
    options = [ip: source, netns: network.netns]

    case :gen_tcp.connect(network.address, @port, options, @patience) do
      {:ok, socket} -> :gen_tcp.close(socket) == :ok
      {:error, :timeout} -> false
    end
  end

  # The kernel hands packets over when it has the time; the gate has seen all when the sum is right.
  defp await(gate, sent, tries) do
    seen = for %{protocol: :udp} = row <- XdpGate.counts(gate), do: row.passed + row.dropped

    if Enum.sum(seen) < sent and tries > 0 do
      Process.sleep(10)
      await(gate, sent, tries - 1)
    end
  end

  defp arrived(receiver, count) do
    case :gen_udp.recv(receiver, 0, 0) do
      {:ok, _} -> arrived(receiver, count + 1)
      {:error, :timeout} -> count
    end
  end
end
