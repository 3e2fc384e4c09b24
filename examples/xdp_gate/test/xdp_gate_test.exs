defmodule XdpGateTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias XdpGate.{Count, Flow, Rule}

  doctest XdpGate
  doctest XdpGate.CLI

  @pass 2
  @drop 1
  @tcp 6
  @udp 17

  @everywhere {{0, 0, 0, 0}, 0}

  defp ipv4({a, b, c, d}, protocol) do
    <<1::48, 2::48, 0x0800::16, 4::4, 5::4, 0, 28::16, 0::32, 64, protocol, 0::16, a, b, c, d, 10,
      0, 0, 1, 0::64>>
  end

  defp rules(rules) do
    for {{address, bits} = network, action} <- [{@everywhere, :pass} | rules],
        into: %{},
        do: {network, %Rule{network: address, bits: bits, action: action}}
  end

  defp run(packet, rules, maps \\ %{}) do
    maps = Map.put(maps, :rules, rules(rules))
    result = Sim.run(XdpGate, :on_packet, ctx: %{packet: packet}, maps: maps)
    assert result.raised == nil
    {result.return, for({flow, [count]} <- result.maps.counts, into: %{}, do: {flow, count})}
  end

  defp flow({address, bits}, protocol),
    do: %Flow{network: address, bits: bits, protocol: protocol}

  test "what no rule is about passes, and is counted as such" do
    assert run(ipv4({8, 8, 8, 8}, @udp), []) ==
             {@pass, %{flow(@everywhere, @udp) => %Count{passed: 1}}}
  end

  test "a network is blocked" do
    network = {{10, 66, 0, 0}, 16}
    rules = [{network, :drop}]

    assert run(ipv4({10, 66, 255, 1}, @tcp), rules) ==
             {@drop, %{flow(network, @tcp) => %Count{dropped: 1}}}

    assert {@pass, _} = run(ipv4({10, 67, 0, 1}, @tcp), rules)
  end

  test "of networks in each other, the smallest decides" do
    rules = [
      {{{10, 0, 0, 0}, 8}, :drop},
      {{{10, 66, 7, 0}, 24}, :pass},
      {{{10, 66, 7, 9}, 32}, :drop}
    ]

    assert {@drop, counts} = run(ipv4({10, 1, 1, 1}, @udp), rules)
    assert Map.keys(counts) == [flow({{10, 0, 0, 0}, 8}, @udp)]
    assert {@pass, counts} = run(ipv4({10, 66, 7, 1}, @udp), rules)
    assert Map.keys(counts) == [flow({{10, 66, 7, 0}, 24}, @udp)]
    assert {@drop, counts} = run(ipv4({10, 66, 7, 9}, @udp), rules)
    assert Map.keys(counts) == [flow({{10, 66, 7, 9}, 32}, @udp)]
  end

  test "a protocol is blocked wherever it comes from" do
    rules = [{{{10, 0, 0, 0}, 8}, :pass}]
    blocked = %{blocked: %{@udp => true}}

    assert run(ipv4({10, 1, 1, 1}, @udp), rules, blocked) ==
             {@drop, %{flow({{10, 0, 0, 0}, 8}, @udp) => %Count{dropped: 1}}}

    assert {@pass, _} = run(ipv4({10, 1, 1, 1}, @tcp), rules, blocked)
  end

  test "counts go on from what there is" do
    counted = %{counts: %{flow(@everywhere, @udp) => [%Count{passed: 4, dropped: 2}]}}

    assert {@pass, counts} = run(ipv4({8, 8, 8, 8}, @udp), [], counted)
    assert counts == %{flow(@everywhere, @udp) => %Count{passed: 5, dropped: 2}}
  end

  test "what is no IPv4 packet passes, uncounted" do
    for packet <- [
          <<1::48, 2::48, 0x86DD::16, 6::4, 0::316>>,
          <<1::48, 2::48, 0x0800::16, 6::4, 0::316>>,
          binary_part(ipv4({10, 66, 0, 1}, @udp), 0, 29),
          "short"
        ],
        do: assert(run(packet, [{@everywhere, :drop}]) == {@pass, %{}})
  end

  test "arguments that are wrong" do
    for arguments <- [
          ["--block"],
          ["--block", "10.0.0.0/x"],
          ["--datagrams", "0"],
          ["--seconds", "3"],
          ["--interface", "lo", "--mode", "fast"],
          ["--interface", "lo", "--seconds", "0"],
          ["--unknown"],
          ["word"]
        ],
        do: assert(XdpGate.CLI.parse(arguments) == :error)

    assert {:ok, %{attach: [interface: "lo", mode: :auto], seconds: :infinity}} =
             XdpGate.CLI.parse(["--interface", "lo"])
  end
end
