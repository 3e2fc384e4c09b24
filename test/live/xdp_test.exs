defmodule Honey.Live.XdpTest do
  @moduledoc "XDP programs on interfaces of a network namespace of their own."

  use ExUnit.Case, async: true

  alias Honey.Error
  alias Honey.Test.{Kernel, Netns}

  @moduletag Kernel.tags()

  @filter ~S'''
  defmodule Filter do
    use Honey, license: "GPL"
    import Honey.XDP

    defmap :seen, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

    # UDP to port 9999 does not arrive.
    @sec "xdp"
    def on_packet(ctx) do
      case ctx.packet do
        <<_::binary-12, 0x0800::16, 0x45, _::binary-8, 17, _::binary-10, _::16, 9999::16, _::binary>> ->
          Honey.KernelMap.update(:seen, 1, 1, &(&1 + 1))
          xdp_drop()

        _ ->
          Honey.KernelMap.update(:seen, 0, 1, &(&1 + 1))
          xdp_pass()
      end
    end

    @sec "raw_tracepoint/sched_switch"
    def other(_ctx), do: 0
  end

  # What of three datagrams to each port arrives.
  arrives = fn ->
    {:ok, sender} = :gen_udp.open(0, [:binary])

    for port <- [9999, 9998] do
      {:ok, receiver} = :gen_udp.open(port, [:binary, active: false, ip: {127, 0, 0, 1}])
      for n <- 1..3, do: :ok = :gen_udp.send(sender, {127, 0, 0, 1}, port, <<n>>)

      # All or none, as a rule; one that does not come is waited for once.
      received = Enum.take_while(1..3, fn _ -> match?({:ok, _}, :gen_udp.recv(receiver, 0, 1_000)) end)
      :gen_udp.close(receiver)
      {port, length(received)}
    end
  end
  '''

  defp run!(code), do: Netns.run!(@filter <> code)

  test "a program drops what it is to drop, until it is detached" do
    assert %{before: before, during: during, seen: seen, later: later, after: gone} =
             run!(~S'''
             before = arrives.()
             {:ok, owner} = Honey.start_link(Filter, attach: [on_packet: [interface: "lo"], other: false])
             during = arrives.()
             seen = Honey.Map.to_list(owner, :seen)
             :ok = Honey.detach(owner)
             later = arrives.()
             {:ok, _} = Honey.attach(owner)
             [{9999, 0} | _] = arrives.()
             Honey.stop(owner)
             %{before: before, during: during, seen: seen, later: later, after: arrives.()}
             ''')

    assert before == [{9999, 3}, {9998, 3}]
    assert during == [{9999, 0}, {9998, 3}]
    assert [{0, passed}, {1, 3}] = Enum.sort(seen)
    assert passed >= 3
    assert later == [{9999, 3}, {9998, 3}]
    assert gone == [{9999, 3}, {9998, 3}]
  end

  test "a program goes to several interfaces, each with a link" do
    assert [
             {9999, 3},
             {:attached, [veth0: true, veth1: true]},
             {:detached, [veth0: false, veth1: true]}
           ] =
             run!(~S'''
             {_, 0} = System.cmd("ip", ~w(link add veth0 type veth peer name veth1))

             has? = fn ->
               for name <- [:veth0, :veth1] do
                 {text, 0} = System.cmd("ip", ["link", "show", "dev", "#{name}"])
                 {name, text =~ "prog/xdp"}
               end
             end

             {:ok, object} = Honey.load(Filter, attach: [other: false])
             {:ok, first} = Honey.attach(object, :on_packet, interface: "veth0", mode: :native)
             {:ok, _} = Honey.attach(object, :on_packet, interface: "veth1", mode: :generic)
             attached = has?.()
             :ok = Honey.detach(first)
             [lo | _] = arrives.()
             [lo, {:attached, attached}, {:detached, has?.()}]
             ''')
  end

  test "what the kernel refuses is told with the remedy" do
    errors =
      run!(~S'''
      {:ok, object} = Honey.load(Filter)
      error = fn {:error, error} -> {error.reason, Exception.message(error)} end
      none = error.(Honey.attach(object, :on_packet, []))
      unknown = error.(Honey.attach(object, :on_packet, interface: "loo"))
      native = error.(Honey.attach(object, :on_packet, interface: "lo", mode: :native))
      {:ok, _} = Honey.attach(object, :on_packet, interface: "lo")
      busy = error.(Honey.attach(object, :on_packet, interface: "lo"))
      other = error.(Honey.attach(object, :other, interface: "lo"))
      mode = error.(Honey.attach(object, :on_packet, mode: :generic))
      %{none: none, unknown: unknown, native: native, busy: busy, other: other, mode: mode}
      ''')

    assert {:eopnotsupp, text} = errors.none
    assert text =~ "none was named"
    assert text =~ ~S(interface: "eth0")
    assert {:enodev, text} = errors.unknown
    assert text =~ "there is no network interface `loo`"
    assert text =~ "did you mean `lo`?"
    assert {reason, text} = errors.native
    assert reason in [:eopnotsupp, :einval]
    assert text =~ "`mode: :generic`"
    assert {reason, text} = errors.busy
    assert reason in [:ebusy, :eexist]
    assert text =~ "`lo` has an XDP program already"
    assert {:options, text} = errors.other
    assert text =~ "`interface:` is for XDP programs"
    assert {:options, text} = errors.mode
    assert text =~ "goes with an interface"
  end

  test "an owner that cannot attach leaves nothing behind" do
    # A name that no other program of the machine has: others load and unload theirs meanwhile.
    name = "left_#{System.pid()}"

    code = ~S'''
    # It ends in the middle when a program goes while it looks.
    there? = fn ->
      {text, _} = System.cmd("bpftool", ~w(prog show), stderr_to_stdout: true)
      text =~ "name on_packet "
    end

    {:ok, object} = Honey.load(Filter)
    before = Enum.any?(1..20, fn _ -> there?.() end)
    Honey.unload(object)
    Process.flag(:trap_exit, true)

    {:error, error} =
      Honey.start_link(Filter, attach: [on_packet: [interface: "nothing"], other: false])

    left? = Enum.all?(1..100, fn _ -> there?.() and Process.sleep(50) == :ok end)
    {:error, error.reason, before, left?}
    '''

    assert Netns.run!(String.replace(@filter <> code, "on_packet", name)) ==
             {:error, :enodev, true, false}
  end

  test "examples/port_filter counts, blocks and allows" do
    file = Path.expand("../../examples/port_filter/lib/port_filter.ex", __DIR__)

    assert %{before: before, blocked: blocked, allowed: allowed, received: [true, false, true]} =
             Netns.run!("""
             Code.compile_file(#{inspect(file)})
             {:ok, filter} = Honey.start_link(PortFilter, attach: [on_packet: [interface: "lo"]])
             {:ok, sender} = :gen_udp.open(0, [:binary])
             {:ok, receiver} = :gen_udp.open(9999, [:binary, active: false, ip: {127, 0, 0, 1}])

             send_one = fn ->
               :ok = :gen_udp.send(sender, {127, 0, 0, 1}, 9999, "x")
               match?({:ok, _}, :gen_udp.recv(receiver, 0, 1_000))
             end

             counted = fn ->
               filter |> PortFilter.ports() |> Enum.find(&(&1.port == 9999))
             end

             first = send_one.()
             before = counted.()
             :ok = PortFilter.block(filter, :udp, 9999)
             second = send_one.()
             blocked = counted.()
             :ok = PortFilter.allow(filter, :udp, 9999)
             third = send_one.()
             allowed = counted.()
             Honey.stop(filter)
             %{before: before, blocked: blocked, allowed: allowed, received: [first, second, third]}
             """)

    assert before == %{protocol: :udp, port: 9999, passed: 1, dropped: 0}
    assert blocked == %{protocol: :udp, port: 9999, passed: 1, dropped: 1}
    assert allowed == %{protocol: :udp, port: 9999, passed: 2, dropped: 1}
  end

  describe "options" do
    setup do
      [{module, _} | _] =
        Code.compile_string(
          String.replace(@filter, "Filter", inspect(__MODULE__.Filter)) <> "_ = arrives"
        )

      on_exit(fn ->
        :code.purge(module)
        :code.delete(module)
      end)

      %{module: module}
    end

    test "are checked before anything is loaded", %{module: module} do
      for {options, words} <- [
            {[interface: :lo], "`interface:` wants the name of a network interface"},
            {[interface: ""], "`interface:` wants the name of a network interface"},
            {[interface: String.duplicate("x", 16)], "`interface:` wants the name"},
            {[interface: "a\0b"], "`interface:` wants the name"},
            {[interface: "../lo"], "`interface:` wants the name"},
            {[mode: :genric],
             "unknown mode :genric: the modes are :auto, :native, :generic; did you mean :generic?"},
            {[intrface: "lo"], "did you mean :interface?"}
          ] do
        error =
          assert_raise ArgumentError, fn -> Honey.load(module, attach: [on_packet: options]) end

        assert Exception.message(error) =~ words
      end
    end

    test "do not reach another namespace's interface by accident", %{module: module} do
      {:ok, object} = Honey.load(module)
      on_exit(fn -> Honey.unload(object) end)

      assert {:error, %Error{reason: :enodev}} =
               Honey.attach(object, :on_packet, interface: "honey-no-such")
    end
  end
end
