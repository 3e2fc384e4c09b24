defmodule WatchService.KernelTest do
  use ExUnit.Case, async: false

  alias WatchService.{Consumer, Demo, Table}

  @moduletag KernelTests.tags()
  @moduletag :capture_log

  # ExUnit's supervisor restarts what is killed, one for one, as the application's does.
  setup do
    for child <- WatchService.Application.children(), do: start_supervised!(child)
    assert subscribed?()
    :ok
  end

  defp programs, do: Process.whereis(WatchService.programs())

  # What is started here is counted to the last one; what others start meanwhile has other names.
  defp counted?(command, count), do: eventually(fn -> Demo.counted(command) == count end)

  test "each start is counted once" do
    Demo.with_command(fn command ->
      Demo.start(command, 30)
      assert counted?(command, 30)
    end)
  end

  test "a killed consumer is restarted, and goes on where the other was" do
    Demo.with_command(fn command ->
      Demo.start(command, 10)
      assert counted?(command, 10)

      table = Process.whereis(Table)
      owner = programs()
      kill(Consumer)
      assert subscribed?()
      Demo.start(command, 20)

      assert counted?(command, 30)
      assert Process.whereis(Table) == table
      assert programs() == owner
    end)
  end

  test "the ring keeps what comes while there is no consumer" do
    stop_supervised!(Consumer)

    # Whoever reads the ring has been told of the consumer's end before it answers this.
    {:ok, ref} = Honey.Events.subscribe(WatchService.programs(), :events, active: false)
    Honey.Events.unsubscribe(ref)

    Demo.with_command(fn command ->
      Demo.start(command, 20)
      assert Demo.counted(command) == 0
      start_supervised!(Consumer)
      assert counted?(command, 20)
    end)
  end

  test "what the ring of a killed owner has is counted, and what the next one sees" do
    Demo.with_command(fn command ->
      # Suspended, the consumer counts nothing before the owner is gone.
      :sys.suspend(Consumer)
      Demo.start(command, 5)
      table = Process.whereis(Table)
      old = kill(WatchService.programs())
      :sys.resume(Consumer)
      assert counted?(command, 5)

      assert subscribed?(old)
      Demo.start(command, 5)
      assert counted?(command, 10)
      assert Process.whereis(Table) == table
    end)
  end

  test "a reader is told that the programs are restarting, until they are there" do
    old = kill(WatchService.programs())

    assert eventually(fn ->
             case WatchService.account() do
               {:ok, _} -> programs() != old
               {:error, error} -> not assert WatchService.restarting?(error)
             end
           end)

    stop_supervised!({Honey, WatchService.programs()})
    assert {:error, %Honey.Error{reason: :closed}} = WatchService.account()
  end

  test "what dies with the consumer is missing in the account" do
    Demo.with_command(fn command ->
      # Suspended, it has messages that it has not counted when it dies.
      :sys.suspend(Consumer)
      Demo.start(command, 5)
      assert eventually(fn -> waiting?(Path.basename(command)) end)
      kill(Consumer)
      assert subscribed?()
      Demo.start(command, 5)

      assert eventually(fn -> Demo.counted(command) >= 5 end)
      assert {:ok, %{missing: missing}} = WatchService.account()
      assert Demo.counted(command) < 10
      assert missing >= 10 - Demo.counted(command)
    end)
  end

  defp waiting?(comm) do
    {:messages, messages} = Process.info(Process.whereis(Consumer), :messages)

    Enum.any?(
      for({:honey_events, _, events} <- messages, event <- events, do: event.comm == comm)
    )
  end

  test "without a table there is no finding, and the consumer begins anew" do
    Demo.with_command(fn command ->
      Demo.start(command, 3)
      assert counted?(command, 3)
      kill(Table)
      assert eventually(fn -> :ets.whereis(Table) != :undefined end)
      assert Demo.counted(command) == 0
    end)
  end

  # The consumer is there, and has found other programs than those of an owner that is gone.
  defp subscribed?(gone \\ nil) do
    eventually(fn ->
      consumer = Process.whereis(Consumer)
      consumer != nil and :sys.get_state(consumer).owner not in [nil, gone]
    end)
  end

  defp kill(name) do
    pid = Process.whereis(name)
    reference = Process.monitor(pid)
    Process.exit(pid, :kill)
    assert_receive {:DOWN, ^reference, :process, ^pid, :killed}, 20_000
    pid
  end

  defp eventually(condition, tries \\ 1_500) do
    cond do
      condition.() -> true
      tries == 0 -> false
      true -> Process.sleep(20) && eventually(condition, tries - 1)
    end
  end
end
