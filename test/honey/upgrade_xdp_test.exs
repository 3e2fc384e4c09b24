defmodule Honey.UpgradeXdpTest do
  @moduledoc """
  XDP programs that have another name in the next version.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Bpffs, Netns}

  @moduletag Bpffs.tags()

  # Of XDP programs an interface has one: a new name there is the old one's successor.
  @renamed ~S'''
  source = fn name, slot, more ->
    """
    defmodule Renamed do
      use Honey, license: "GPL"
      defmap :seen, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64, pinning: :by_name

      @sec "xdp"
      def #{name}(_ctx) do
        Honey.KernelMap.count(:seen, #{slot})
        2
      end

      #{more}
    end
    """
  end

  compile = fn name, slot, more ->
    Code.put_compiler_option(:ignore_module_conflict, true)
    [{module, _}] = Code.compile_string(source.(name, slot, more))
    module
  end

  {:ok, socket} = :gen_udp.open(0, [:binary, active: true])
  {:ok, port} = :inet.port(socket)

  send_one = fn ->
    :ok = :gen_udp.send(socket, {127, 0, 0, 1}, port, "x")
    receive do: ({:udp, _, _, _, "x"} -> :ok)
  end

  seen = fn object -> for slot <- 0..1, do: Honey.Map.get(object, :seen, slot) end
  '''

  test "an XDP program that is renamed takes the place of the one that it was" do
    assert Netns.run!(
             @renamed <>
               ~S"""
               module = compile.("on_packet", 0, "")
               attach = [on_packet: [interface: "lo"]]
               {:ok, pid} = Honey.start_link(module, attach: attach, pin: false)
               send_one.()
               compile.("filter", 1, "")

               # Without its interface, the new program cannot be attached, and the old one stays.
               {:error, error} = Honey.upgrade(pid)
               send_one.()

               # When another one cannot be attached, what was renamed is put back.
               more = "@sec \"tracepoint/sched/none_of_this_name\"\ndef other(_ctx), do: 0"
               compile.("filter", 1, String.replace(more, "none_of_this_name", "sched_switch"))
               {:error, other} = Honey.upgrade(pid, attach: [filter: [interface: "lo"], other: [interface: "lo"]])
               send_one.()
               first = seen.(pid)

               compile.("filter", 1, "")
               {:ok, upgrade} = Honey.upgrade(pid, attach: [filter: [interface: "lo"]])
               send_one.()
               second = seen.(pid)

               # It has it from then on.
               {:ok, again} = Honey.upgrade(pid)
               send_one.()
               third = seen.(pid)
               Honey.stop(pid)
               {error.step, other.program, first, upgrade.programs, second, again.programs, third}
               """
           ) ==
             {:attach, :other, [3, 0], %{on_packet: :detached, filter: :update}, [3, 1],
              %{filter: :update}, [3, 2]}
  end

  test "an interface that has gone does not hold up an upgrade, nor the one that comes in its place" do
    assert Netns.run!(
             @renamed <>
               ~S"""
               ip = fn arguments -> {_, 0} = System.cmd("ip", String.split(arguments)) end
               make = fn -> ip.("link add gone0 type veth peer name gone1") end
               make.()
               module = compile.("on_packet", 0, "")
               attach = [on_packet: [interface: "gone0"]]
               {:ok, pid} = Honey.start_link(module, attach: attach, pin: false)

               ip.("link del gone0")
               {:ok, without} = Honey.upgrade(pid)
               make.()
               {:ok, links} = Honey.attach(pid)
               {shown, 0} = System.cmd("ip", ["link", "show", "gone0"])
               {:ok, again} = Honey.upgrade(pid)
               Honey.stop(pid)
               {without.programs, length(links), shown =~ "xdp", again.programs}
               """
           ) == {%{}, 1, true, %{on_packet: :update}}
  end

  test "and so does its pin, which the next start finds" do
    directory = Path.join(Bpffs.mount!(), "renamed")

    assert Netns.run!(
             @renamed <>
               """
               directory = #{inspect(directory)}
               options = [pin: directory, pin_links: true]
               module = compile.("on_packet", 0, "")
               {:ok, pid} = Honey.start_link(module, [attach: [on_packet: [interface: "lo"]]] ++ options)
               before = Enum.sort(File.ls!(directory))
               compile.("filter", 1, "")
               {:ok, upgrade} = Honey.upgrade(pid, attach: [filter: [interface: "lo"]])
               now = Enum.sort(File.ls!(directory))
               Honey.stop(pid)
               send_one.()

               # Without an upgrade, the pin under the old name is in the way of a new one.
               compile.("third", 1, "")
               {:error, error} = Honey.start_link(module, [attach: [third: [interface: "lo"]]] ++ options)
               compile.("filter", 1, "")
               object = Honey.load!(module, [attach: [filter: [interface: "lo"]]] ++ options)
               {:ok, [link]} = Honey.attach(object)
               seen = seen.(object)
               :ok = Honey.detach(object)
               :ok = Honey.unpin(directory)
               Honey.unload(object)
               {before, upgrade.programs, now, link.adopted, seen, {error.errno, error.hint}}
               """
           ) ==
             {["link-on_packet-lo", "seen"], %{on_packet: :detached, filter: :update},
              ["link-filter-lo", "seen"], true, [0, 1],
              {:ebusy,
               "#{directory}/link-filter-lo may be what holds it, of a program with another name: the old version " <>
                 "can be upgraded, with `attach:` for the new name, or `Honey.unpin(#{inspect(directory)})` ends it"}}
  end
end
