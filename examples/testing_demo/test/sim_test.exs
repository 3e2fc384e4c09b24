defmodule TestingDemo.SimTest do
  # Simulated: no root, no kernel, nothing that is shared; so async, and most of the tests are here.
  use ExUnit.Case, async: true

  import TestingDemo.Packets

  alias Honey.Sim

  doctest TestingDemo
  doctest TestingDemo.CLI

  @pass 2
  @drop 1
  @source {10, 0, 0, 7}

  defp run(packet, sent, quota \\ 1_000) do
    result =
      Sim.run(TestingDemo, :on_packet,
        ctx: %{packet: packet},
        maps: %{sent: sent},
        vars: [quota: quota]
      )

    assert result.raised == nil
    {result.return, result.maps.sent}
  end

  test "the first packet of a source" do
    assert run(ipv4(@source, 100), %{}) == {@pass, %{@source => 100}}
  end

  test "a quota is used up to its last byte" do
    assert run(ipv4(@source, 100), %{@source => 900}) == {@pass, %{@source => 1_000}}
    assert run(ipv4(@source, 101), %{@source => 900}) == {@drop, %{@source => 1_001}}
  end

  test "what is dropped is counted as well" do
    assert run(ipv4(@source, 50), %{@source => 5_000}) == {@drop, %{@source => 5_050}}
  end

  test "each source has its own" do
    other = {10, 0, 0, 8}
    sent = %{@source => 1_000}
    assert run(ipv4(other, 60), sent) == {@pass, %{@source => 1_000, other => 60}}
  end

  test "without a quota, nothing of IPv4 passes" do
    assert {@drop, _} = run(ipv4(@source, 34), %{}, 0)
  end

  test "other packets pass, whatever was sent" do
    packet = ipv4(@source, 100)
    <<ethernet::binary-12, _::16, rest::binary>> = packet

    for other <- [
          <<ethernet::binary, 0x86DD::16, rest::binary>>,
          <<ethernet::binary, 0x0800::16, 6::4, 0::4, binary_part(rest, 1, 85)::binary>>,
          binary_part(packet, 0, 33),
          ""
        ],
        do: assert(run(other, %{@source => 5_000}) == {@pass, %{@source => 5_000}})
  end

  # What the kernel makes hard to come by, a simulation is given.
  test "where the map is full, a new source passes, and the others are counted" do
    full = for n <- 1..1_024, into: %{}, do: {{172, 16, div(n, 256), rem(n, 256)}, 999}

    assert run(ipv4(@source, 500), full, 400) == {@pass, full}

    known = {172, 16, 0, 1}
    assert run(ipv4(known, 500), full, 400) == {@drop, %{full | known => 1_499}}
  end

  test "a sum that has no room in 64 bits wraps, as in the kernel" do
    most = 0xFFFFFFFFFFFFFFFF
    assert run(ipv4(@source, 100), %{@source => most}) == {@pass, %{@source => 99}}
  end
end
