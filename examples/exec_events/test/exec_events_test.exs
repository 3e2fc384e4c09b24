defmodule ExecEventsTest do
  use ExUnit.Case, async: true

  alias ExecEvents.{Exec, Exit}
  alias Honey.Sim

  doctest ExecEvents

  describe "in the simulation" do
    test "a program is started and ends" do
      sim = Sim.new(ExecEvents, comm: "ls", pid: 17, uid: 1000)

      begun = Sim.run(sim, :on_exec, ctx: %{pid: 17}, time: 1_000)
      assert begun.events == [%Exec{pid: 17, uid: 1000, comm: "ls"}]
      assert begun.maps.started == %{17 => 1_000}

      ended = Sim.run(begun.sim, :on_exit, ctx: %{}, time: 5_000)
      assert ended.events == [%Exit{pid: 17, lived: 4_000, comm: "ls"}]
      assert ended.maps.started == %{}
    end

    test "one that nobody saw start" do
      assert Sim.run(ExecEvents, :on_exit, pid: 5, comm: "old").events ==
               [%Exit{pid: 5, comm: "old"}]
    end

    test "threads do not count" do
      assert Sim.run(ExecEvents, :on_exit, pid: 6, tgid: 5).events == []
    end
  end

  describe "in the kernel" do
    @tag KernelTests.tags()
    test "a program that is started here" do
      {:ok, execs} = Honey.start_link(ExecEvents)
      {:ok, ref} = Honey.Events.subscribe(execs, :events, active: true)
      {pid, 0} = System.cmd("sh", ["-c", "echo $$"])
      pid = pid |> String.trim() |> String.to_integer()

      assert [%Exec{comm: "sh"}, %Exit{comm: "sh", lived: lived}] = await(ref, pid, [])

      assert lived > 0
      Honey.stop(execs)
    end
  end

  # The events of a process, to its end.
  defp await(ref, pid, events) do
    receive do
      {:honey_events, ^ref, more} ->
        events = events ++ Enum.filter(more, &(&1.pid == pid))
        if Enum.any?(events, &is_struct(&1, Exit)), do: events, else: await(ref, pid, events)
    after
      30_000 -> flunk("the process did not end: #{inspect(events)}")
    end
  end
end
