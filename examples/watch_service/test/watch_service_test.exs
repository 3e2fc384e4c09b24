defmodule WatchServiceTest do
  # The processes have names, so one test at a time has them.
  use ExUnit.Case, async: false

  alias Honey.Sim
  alias WatchService.{Consumer, Start, Table}

  doctest WatchService.CLI

  describe "the program, simulated" do
    test "counts a start, and tells of it" do
      result = Sim.run(WatchService, :on_exec, ctx: %{}, uid: 1000, gid: 7, comm: "ls")
      assert result.events == [%Start{uid: 1000, comm: "ls"}]
      assert result.vars.seen == 1
      assert result.raised == nil
    end

    test "what finds the ring full was seen, and is lost" do
      sim = Sim.new(WatchService, comm: "a-long-name-15c")
      # A struct of 20 bytes takes 16 more, in whole words of 8.
      room = div(256 * 1024, 40)

      full = Enum.reduce(1..room, sim, fn _, sim -> Sim.run(sim, :on_exec, ctx: %{}).sim end)

      result = Sim.run(full, :on_exec, ctx: %{})
      assert result.events == []
      assert result.lost == %{events: 1}
      assert result.vars.seen == room + 1
    end
  end

  describe "the table" do
    setup do
      start_supervised!(Table)
      :ok
    end

    test "adds up, by user and command, and by who sent it" do
      other = spawn(fn -> :ok end)
      Table.add(self(), [%Start{comm: "sh"}, %Start{comm: "ls"}, %Start{comm: "sh"}])
      Table.add(other, [%Start{uid: 1000, comm: "sh"}, %Start{comm: "sh"}])

      assert WatchService.starts() == [{{0, "sh"}, 3}, {{0, "ls"}, 1}, {{1000, "sh"}, 1}]
      assert Table.received(self()) == 3
      assert Table.received(other) == 2
      assert Table.received(nil) == 0
    end

    test "is there when the consumer is killed again and again" do
      consumer = start_supervised!(Consumer)
      Table.add(self(), [%Start{comm: "sh"}])
      Process.exit(consumer, :kill)
      assert restarted(Consumer, consumer)
      assert WatchService.starts() == [{{0, "sh"}, 1}]
    end

    test "takes what the consumer is sent" do
      state = %{owner: self(), ref: make_ref()}
      events = [%Start{comm: "ls"}, %Start{comm: "ls"}]
      assert {:noreply, ^state} = Consumer.handle_info({:honey_events, state.ref, events}, state)
      assert WatchService.starts() == [{{0, "ls"}, 2}]
    end
  end

  describe "without programs" do
    test "the consumer waits for them" do
      consumer = start_supervised!(Consumer)
      assert %{owner: nil, ref: nil} = :sys.get_state(consumer)
    end

    test "a reader is told that it may ask again" do
      start_supervised!(Table)
      assert {:error, %Honey.Error{reason: :closed} = error} = WatchService.account()
      assert WatchService.restarting?(error)
    end

    test "a name that somebody else has is no restart" do
      start_supervised!(Table)
      Process.register(self(), WatchService.programs())
      assert {:error, %Honey.Error{reason: :not_an_owner} = error} = WatchService.account()
      refute WatchService.restarting?(error)
      assert {:stop, %Honey.Error{}, _} = Consumer.handle_continue(:subscribe, %{})
    end
  end

  test "arguments that are wrong" do
    for arguments <- [
          ["--seconds", "0"],
          ["--seconds", "soon"],
          ["--demo", "--rows", "3"],
          ["--unknown"],
          ["word"]
        ],
        do: assert(WatchService.CLI.parse(arguments) == :error)

    assert {:ok, :show, %{seconds: :infinity, rows: 10}} = WatchService.CLI.parse([])
  end

  # The process that has the name next.
  defp restarted(name, old, tries \\ 1_500) do
    case Process.whereis(name) do
      pid when pid != nil and pid != old -> pid
      _ when tries > 0 -> Process.sleep(20) && restarted(name, old, tries - 1)
      _ -> nil
    end
  end
end
