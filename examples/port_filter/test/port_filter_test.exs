defmodule PortFilterTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias PortFilter.{Count, Port}

  doctest PortFilter

  @udp 17
  @tcp 6
  @pass 2
  @drop 1

  defp ethernet(type, rest), do: <<1::48, 2::48, type::16, rest::binary>>

  defp ipv4(protocol, rest, options \\ <<>>, fragment \\ 0) do
    words = 5 + div(byte_size(options), 4)

    <<4::4, words::4, 0, 0::16, 1::16, 0::3, fragment::13, 64, protocol, 0::16, 0x7F000001::32,
      0x7F000001::32, options::binary, rest::binary>>
  end

  defp ipv6(protocol, rest),
    do: <<6::4, 0::28, byte_size(rest)::16, protocol, 64, 1::128, 1::128, rest::binary>>

  defp to(port), do: <<40_000::16, port::16, 8::16, 0::16>>

  defp run(packet, blocked \\ %{}) do
    run = Sim.run(PortFilter, :on_packet, ctx: %{packet: packet}, maps: %{blocked: blocked})
    {run.return, counts(run.maps.counts)}
  end

  # Of the one CPU that ran.
  defp counts(map) do
    for {port, counts} <- map, count <- List.wrap(counts), count != %Count{}, do: {port, count}
  end

  test "counts what passes, by protocol and port" do
    assert run(ethernet(0x0800, ipv4(@udp, to(53)))) ==
             {@pass, [{%Port{protocol: :udp, port: 53}, %Count{passed: 1}}]}

    assert run(ethernet(0x86DD, ipv6(@tcp, to(443)))) ==
             {@pass, [{%Port{protocol: :tcp, port: 443}, %Count{passed: 1}}]}
  end

  test "drops what is blocked, of that protocol alone" do
    blocked = %{%Port{protocol: :udp, port: 53} => true}

    assert {@drop, [{%Port{port: 53}, %Count{dropped: 1, passed: 0}}]} =
             run(ethernet(0x0800, ipv4(@udp, to(53))), blocked)

    assert {@pass, [{_, %Count{dropped: 0, passed: 1}}]} =
             run(ethernet(0x0800, ipv4(@tcp, to(53))), blocked)
  end

  test "looks behind VLAN tags and IPv4's options" do
    blocked = %{%Port{protocol: :tcp, port: 80} => true}
    options = <<1, 1, 1, 0, 7, 4, 0, 0>>

    assert {@drop, _} =
             run(ethernet(0x8100, <<7::16, 0x0800::16>> <> ipv4(@tcp, to(80))), blocked)

    assert {@drop, _} = run(ethernet(0x0800, ipv4(@tcp, to(80), options)), blocked)
  end

  test "lets pass what has no port" do
    blocked = %{%Port{protocol: :udp, port: 0} => true}

    for packet <- [
          # ARP, ICMP, a later fragment
          ethernet(0x0806, <<0::224>>),
          ethernet(0x0800, ipv4(1, to(0))),
          ethernet(0x0800, ipv4(@udp, to(0), <<>>, 185)),
          # cut short, or with a header that is too small
          ethernet(0x0800, binary_part(ipv4(@udp, to(0)), 0, 22)),
          ethernet(0x0800, <<0x42>> <> binary_part(ipv4(@udp, to(0)), 1, 27)),
          <<1, 2, 3>>
        ],
        do: assert(run(packet, blocked) == {@pass, []})
  end

  test "a port of a packet is found by plain Elixir, too" do
    assert PortFilter.port(ethernet(0x0800, ipv4(@udp, to(53)))) == %Port{
             protocol: :udp,
             port: 53
           }

    assert PortFilter.port("short") == nil
  end
end
