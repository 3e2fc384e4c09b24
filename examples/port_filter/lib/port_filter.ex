defmodule PortFilter do
  @moduledoc """
  A packet filter: counts the packets that arrive for each port, and drops those for blocked ones.

      {:ok, filter} = Honey.start_link(PortFilter, attach: [on_packet: [interface: "eth0"]])
      PortFilter.block(filter, :udp, 9999)
      PortFilter.ports(filter)   #=> [%{protocol: :udp, port: 9999, passed: 3, dropped: 17}]

  `on_packet/1` runs in the kernel, in the network driver where that can run XDP programs: before the
  kernel has made anything of the packet. What is blocked changes while it runs. IPv4 and IPv6 packets
  are looked at, with one VLAN tag or none; of IPv6 only those whose first header is TCP's or UDP's.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.XDP

  alias Honey.KernelMap

  @vlan 0x8100
  @ipv4 0x0800
  @ipv6 0x86DD
  @tcp 6
  @udp 17

  deftype Port, protocol: {:enum, [tcp: 6, udp: 17]}, port: :u16
  deftype Count, passed: :u64, dropped: :u64

  defmap :blocked, :bpf_hash, max_entries: 4_096, key_type: Port, value_type: :bool

  # The ports that are seen most recently; each CPU counts on its own.
  defmap :counts, :bpf_lru_percpu_hash, max_entries: 16_384, key_type: Port, value_type: Count

  ## In the kernel

  @sec "xdp"
  def on_packet(ctx) do
    case port(ctx.packet) do
      nil -> xdp_pass()
      port -> if KernelMap.get(:blocked, port), do: drop(port), else: pass(port)
    end
  end

  defp drop(port) do
    KernelMap.update(:counts, port, %Count{dropped: 1}, &%{&1 | dropped: &1.dropped + 1})
    xdp_drop()
  end

  defp pass(port) do
    KernelMap.update(:counts, port, %Count{passed: 1}, &%{&1 | passed: &1.passed + 1})
    xdp_pass()
  end

  @doc "Where a packet goes, as far as it is TCP's or UDP's."
  @spec port(binary) :: struct | nil
  def port(<<_addresses::binary-12, @vlan::16, _tag::16, type::16, rest::binary>>),
    do: network(type, rest)

  def port(<<_addresses::binary-12, type::16, rest::binary>>), do: network(type, rest)
  def port(_), do: nil

  # Of a fragment, only the first has the ports.
  defp network(
         @ipv4,
         <<4::4, words::4, _::binary-5, _flags::3, 0::13, _ttl, protocol, _::binary-10,
           _options::binary-size((words - 5) * 4), rest::binary>>
       ),
       do: transport(protocol, rest)

  defp network(@ipv6, <<6::4, _::44, protocol, _hops, _::binary-32, rest::binary>>),
    do: transport(protocol, rest)

  defp network(_, _), do: nil

  defp transport(@tcp, <<_source::16, port::16, _::binary>>),
    do: %Port{protocol: :tcp, port: port}

  defp transport(@udp, <<_source::16, port::16, _::binary>>),
    do: %Port{protocol: :udp, port: port}

  defp transport(_, _), do: nil

  ## In Elixir

  @type protocol :: :tcp | :udp

  @doc "Drops what arrives for a port from now on."
  @spec block(Honey.object(), protocol, 0..65_535) :: :ok | {:error, Honey.Error.t()}
  def block(filter, protocol, port),
    do: Honey.Map.put(filter, :blocked, %Port{protocol: protocol, port: port}, true)

  @doc "Lets it pass again."
  @spec allow(Honey.object(), protocol, 0..65_535) :: :ok | {:error, Honey.Error.t()}
  def allow(filter, protocol, port),
    do: Honey.Map.delete(filter, :blocked, %Port{protocol: protocol, port: port})

  @doc "What was counted so far, the busiest ports first."
  @spec ports(Honey.object()) :: [map]
  def ports(filter) do
    filter
    |> Honey.Map.to_list!(:counts)
    |> Enum.map(fn {port, counts} ->
      %{
        protocol: port.protocol,
        port: port.port,
        passed: Enum.sum(Enum.map(counts, & &1.passed)),
        dropped: Enum.sum(Enum.map(counts, & &1.dropped))
      }
    end)
    |> Enum.sort_by(&{-(&1.passed + &1.dropped), &1.port, &1.protocol})
  end

  @doc """
  The ports as a table, at most so many.

      iex> PortFilter.table([%{protocol: :udp, port: 53, passed: 3, dropped: 0}], 10)
      "     PORT      PASSED     DROPPED\\n   udp 53           3           0\\n"
  """
  @spec table([map], pos_integer) :: String.t()
  def table(ports, most) do
    rows =
      for row <- Enum.take(ports, most),
          do: ["#{row.protocol} #{row.port}", "#{row.passed}", "#{row.dropped}"]

    Enum.map_join([["PORT", "PASSED", "DROPPED"] | rows], fn [port, passed, dropped] ->
      String.pad_leading(port, 9) <>
        String.pad_leading(passed, 12) <> String.pad_leading(dropped, 12) <> "\n"
    end)
  end
end
