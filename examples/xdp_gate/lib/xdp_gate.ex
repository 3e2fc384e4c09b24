defmodule XdpGate do
  @moduledoc """
  A gate for IPv4 packets: rules say which source networks may pass, and everything is counted by rule and protocol.

      {:ok, gate} = Honey.start_link(XdpGate, attach: [on_packet: [interface: "eth0"]])
      :ok = XdpGate.block(gate, {{10, 66, 0, 0}, 16})
      :ok = XdpGate.allow(gate, {{10, 66, 7, 0}, 24})
      :ok = XdpGate.block(gate, :icmp)
      XdpGate.counts(gate)

  Of several networks that an address is in, the smallest decides: that is what the kernel's LPM trie finds.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.XDP

  alias Honey.KernelMap

  # A rule has its own network, because a lookup in a trie gives the value alone.
  deftype Rule, network: :ipv4, bits: :u8, action: {:enum, [:pass, :drop]}
  deftype Flow, network: :ipv4, bits: :u8, protocol: :u8
  deftype Count, passed: :u64, dropped: :u64

  # What is in no other network is in that of no bits.
  defmap :rules, :bpf_lpm_trie,
    max_entries: 1_024,
    key_type: {:lpm, :ipv4},
    value_type: Rule,
    flags: [:no_prealloc],
    entries: %{{{0, 0, 0, 0}, 0} => %Rule{}}

  # Protocols that are dropped wherever they come from, by their numbers in IPv4's header.
  defmap :blocked, :bpf_array, max_entries: 256, key_type: :u32, value_type: :bool

  # Each CPU counts on its own.
  defmap :counts, :bpf_percpu_hash, max_entries: 4_096, key_type: Flow, value_type: Count

  ## In the kernel

  @sec "xdp"
  def on_packet(ctx) do
    case ctx.packet do
      <<_addresses::binary-12, 0x0800::16, 4::4, _::4, _::binary-8, protocol, _sum::16, a, b, c,
        d, _::binary>> ->
        judge({a, b, c, d}, protocol)

      _ ->
        xdp_pass()
    end
  end

  defp judge(source, protocol) do
    rule = KernelMap.get(:rules, {source, 32}, %Rule{})
    flow = %Flow{network: rule.network, bits: rule.bits, protocol: protocol}

    if rule.action == :drop or KernelMap.get(:blocked, protocol) do
      KernelMap.update(:counts, flow, %Count{dropped: 1}, &%{&1 | dropped: &1.dropped + 1})
      xdp_drop()
    else
      KernelMap.update(:counts, flow, %Count{passed: 1}, &%{&1 | passed: &1.passed + 1})
      xdp_pass()
    end
  end

  ## In Elixir

  @protocols %{icmp: 1, tcp: 6, udp: 17}
  @names Map.new(@protocols, fn {name, number} -> {number, name} end)

  @type network :: {:inet.ip4_address(), 0..32}
  @type protocol :: :icmp | :tcp | :udp | 0..255

  @doc "Drops what comes from a network, or is of a protocol, from now on."
  @spec block(Honey.object(), network | protocol) :: :ok | {:error, Honey.Error.t()}
  def block(gate, {_, _} = network), do: rule(gate, network, :drop)

  def block(gate, protocol),
    do: Honey.Map.put(gate, :blocked, Map.get(@protocols, protocol, protocol), true)

  @doc "Lets it pass, even if it is a part of a network that is blocked."
  @spec allow(Honey.object(), network | protocol) :: :ok | {:error, Honey.Error.t()}
  def allow(gate, {_, _} = network), do: rule(gate, network, :pass)

  def allow(gate, protocol),
    do: Honey.Map.put(gate, :blocked, Map.get(@protocols, protocol, protocol), false)

  defp rule(gate, {address, bits} = network, action),
    do: Honey.Map.put(gate, :rules, network, %Rule{network: address, bits: bits, action: action})

  @doc "What was counted so far, by network and protocol."
  @spec counts(Honey.object()) :: [map]
  def counts(gate) do
    rows =
      for {flow, counts} <- Honey.Map.to_list!(gate, :counts) do
        %{
          network: {flow.network, flow.bits},
          protocol: Map.get(@names, flow.protocol, flow.protocol),
          passed: Enum.sum(Enum.map(counts, & &1.passed)),
          dropped: Enum.sum(Enum.map(counts, & &1.dropped))
        }
      end

    Enum.sort_by(rows, &{&1.network, to_string(&1.protocol)})
  end

  @doc """
  Reads a network, or the name of a protocol. Bits beyond the network's are zero then.

      iex> XdpGate.parse("10.66.7.9/16")
      {:ok, {{10, 66, 0, 0}, 16}}

      iex> XdpGate.parse("192.0.2.1")
      {:ok, {{192, 0, 2, 1}, 32}}

      iex> XdpGate.parse("udp")
      {:ok, :udp}

      iex> XdpGate.parse("10.66.0.0/33")
      :error
  """
  @spec parse(String.t()) :: {:ok, network | protocol} | :error
  def parse(text) when text in ["icmp", "tcp", "udp"], do: {:ok, String.to_existing_atom(text)}

  def parse(text) do
    {address, bits} =
      case String.split(text, "/", parts: 2) do
        [address] -> {address, "32"}
        [address, bits] -> {address, bits}
      end

    with {:ok, {a, b, c, d}} <- :inet.parse_ipv4strict_address(to_charlist(address)),
         {bits, ""} when bits in 0..32 <- Integer.parse(bits) do
      <<network::size(bits), _::bits>> = <<a, b, c, d>>
      <<a, b, c, d>> = <<network::size(bits), 0::size(32 - bits)>>
      {:ok, {{a, b, c, d}, bits}}
    else
      _ -> :error
    end
  end

  @doc """
  The counts as a table.

      iex> XdpGate.table([%{network: {{10, 66, 0, 0}, 16}, protocol: :udp, passed: 0, dropped: 20}])
      \"""
      SOURCE             PROTOCOL      PASSED     DROPPED
      10.66.0.0/16       udp                0          20
      \"""
  """
  @spec table([map]) :: String.t()
  def table(counts) do
    rows =
      for row <- counts,
          do: [source(row.network), "#{row.protocol}", "#{row.passed}", "#{row.dropped}"]

    Enum.map_join([~w(SOURCE PROTOCOL PASSED DROPPED) | rows], fn [source, protocol | numbers] ->
      String.pad_trailing(source, 19) <>
        String.pad_trailing(protocol, 8) <>
        Enum.map_join(numbers, &String.pad_leading(&1, 12)) <> "\n"
    end)
  end

  defp source({_, 0}), do: "anywhere else"
  defp source({address, bits}), do: "#{:inet.ntoa(address)}/#{bits}"
end
