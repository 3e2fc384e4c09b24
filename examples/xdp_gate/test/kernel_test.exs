defmodule XdpGate.KernelTest do
  use ExUnit.Case, async: true

  alias XdpGate.{Demo, Sandbox}

  @moduletag KernelTests.tags()

  defp udp(answer),
    do: for(%{protocol: :udp} = row <- answer.counts, do: {row.network, row.passed, row.dropped})

  test "each datagram is counted once, and arrives unless it is dropped" do
    rules = [block: {{10, 66, 0, 0}, 16}, allow: {{10, 66, 7, 0}, 24}]
    assert {:ok, answer} = Sandbox.run(Demo, :run, [rules, 15])
    assert %{sent: 60, arrived: 45} = answer

    assert udp(answer) == [
             {{{0, 0, 0, 0}, 0}, 30, 0},
             {{{10, 66, 0, 0}, 16}, 0, 15},
             {{{10, 66, 7, 0}, 24}, 15, 0}
           ]

    assert answer.connected == [{10, 1, 0, 2}, {10, 66, 7, 2}, {192, 0, 2, 2}]
  end

  test "a protocol is blocked, and allowed again" do
    assert {:ok, answer} = Sandbox.run(Demo, :run, [[block: :udp], 5])
    assert %{sent: 20, arrived: 0} = answer
    assert udp(answer) == [{{{0, 0, 0, 0}, 0}, 0, 20}]
    assert length(answer.connected) == 4

    assert {:ok, %{arrived: 20}} = Sandbox.run(Demo, :run, [[block: :udp, allow: :udp], 5])
  end

  test "nothing is left of the network when its BEAM is killed" do
    {:ok, peer} = Sandbox.start()
    Process.unlink(peer)

    # The other side lives as long as the process that connected it: an agent there.
    sources = [{10, 1, 0, 2}]
    arguments = [Sandbox, :connect, [sources], [name: :network]]
    {:ok, _} = :peer.call(peer, Agent, :start, arguments, 30_000)
    %{netns: netns} = :peer.call(peer, Agent, :get, [:network, Function, :identity, []])
    {:ok, other} = File.read_link(netns)
    assert {:ok, other} != File.read_link("/proc/self/ns/net")

    {_, 0} = System.cmd("kill", ["-9", :peer.call(peer, System, :pid, [])])
    assert eventually(fn -> File.read_link(netns) != {:ok, other} end)
  end

  defp eventually(condition, tries \\ 1_500) do
    cond do
      condition.() -> true
      tries == 0 -> false
      true -> Process.sleep(20) && eventually(condition, tries - 1)
    end
  end
end
