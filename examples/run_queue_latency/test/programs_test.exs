defmodule RunQueueLatency.ProgramsTest do
  @moduledoc "The programs: simulated, thread by thread; and in the kernel, with threads that share a CPU."

  use ExUnit.Case, async: true

  alias Honey.Sim

  @runnable 0
  @sleeping 1
  @preempted 0x100
  @dead 0x20

  defp wake(sim, thread, time, program \\ :on_wakeup),
    do: run(sim, program, %{pid: thread}, time)

  defp switch(sim, {prev, state}, next, time) do
    ctx = %{prev_pid: prev, prev_state: state, next_pid: next, next_comm: "thread #{next}"}
    run(sim, :on_switch, ctx, time)
  end

  defp run(sim, program, ctx, microseconds) do
    result = Sim.run(sim, program, ctx: ctx, time: microseconds * 1_000)
    assert %{return: 0, raised: nil} = result
    result.sim
  end

  # What is counted, by bucket.
  defp waits(sim),
    do: for({bucket, [count]} <- Sim.map(sim, :waits), count > 0, do: {bucket, count})

  setup do
    %{sim: Sim.new(RunQueueLatency)}
  end

  test "a thread that is woken waits until it is switched to", %{sim: sim} do
    sim = sim |> wake(7, 100) |> switch({0, @runnable}, 7, 105)
    assert waits(sim) == [{3, 1}]
    assert Sim.map(sim, :queued) == %{}
  end

  test "so does a new one", %{sim: sim} do
    sim = sim |> wake(7, 100, :on_wakeup_new) |> switch({0, @runnable}, 7, 100)
    assert waits(sim) == [{0, 1}]
  end

  test "one that had to leave its CPU, or gave way, is in the queue again", %{sim: sim} do
    sim = switch(sim, {7, @preempted}, 8, 1_000)
    assert Sim.map(sim, :queued) == %{7 => 1_000_000}
    sim = switch(sim, {8, @runnable}, 7, 3_000)
    assert waits(sim) == [{11, 1}]
    assert Sim.map(sim, :queued) == %{8 => 3_000_000}
  end

  test "one that sleeps, or has ended, is not", %{sim: sim} do
    sim = sim |> switch({7, @sleeping}, 8, 1_000) |> switch({8, @dead}, 7, 9_000)
    assert Sim.map(sim, :queued) == %{}
    assert waits(sim) == []
  end

  test "one that is woken while it still runs has not waited, when it sleeps after all", %{
    sim: sim
  } do
    sim = sim |> wake(7, 100) |> switch({7, @sleeping}, 0, 200) |> switch({0, @runnable}, 7, 900)
    assert waits(sim) == []
  end

  test "the idle thread never waits", %{sim: sim} do
    sim = sim |> switch({0, @runnable}, 7, 100) |> switch({7, @sleeping}, 0, 200)
    assert Sim.map(sim, :queued) == %{}
    assert waits(sim) == []
  end

  test "threads of one name alone" do
    sim = Sim.new(RunQueueLatency, vars: [comm: "thread 7"])
    sim = sim |> wake(7, 0) |> wake(8, 0) |> switch({0, @runnable}, 7, 4)
    assert waits(sim) == [{3, 1}]
    sim = switch(sim, {7, @sleeping}, 8, 8)
    assert waits(sim) == [{3, 1}]
    assert Sim.map(sim, :queued) == %{}
  end

  # Of the one, the CPU is taken mostly while it computes, of the other while the kernel reads for it: two states
  # of those that sched_switch tells.
  for {name, program, arguments} <- [
        {"rq-shell", "sh", ["-c", "while :; do :; done"]},
        {"rq-dd", "dd", ["if=/dev/zero", "of=/dev/null", "bs=16M"]}
      ] do
    @tag :kernel
    @tag :tmp_dir
    test "in the kernel: two threads on one CPU wait as often as the kernel says, #{name}",
         %{tmp_dir: folder} do
      name = unquote(name)
      program = Path.join(folder, name)
      File.ln_s!(System.find_executable(unquote(program)), program)
      {:ok, latency} = Honey.start_link(RunQueueLatency, vars: [comm: name])
      pids = for _ <- 1..2, do: start(program, unquote(arguments))
      assert soon(fn -> Enum.all?(pids, &(File.read!("/proc/#{&1}/comm") == name <> "\n")) end)

      [before, switches, since] = [count(latency), switches(pids), count(latency)]
      assert soon(fn -> switches(pids) >= switches + 50 end)
      [until, more, later] = [count(latency), switches(pids) - switches, count(latency)]

      # A thread is switched to and switched away from in turns, so of each thread they differ by one at most.
      assert later - before >= more - 2
      assert until - since <= more + 2
      assert Honey.errors(latency) == []
      Honey.stop(latency)
    end
  end

  defp count(latency) do
    Enum.sum(for {_, count} <- RunQueueLatency.waits(latency), do: count)
  end

  defp switches(pids) do
    Enum.sum(
      for pid <- pids,
          status = File.read!("/proc/#{pid}/status"),
          [_, count] <- Regex.scan(~r/voluntary_ctxt_switches:\s+(\d+)/, status),
          do: String.to_integer(count)
    )
  end

  # Both on the first CPU that may be used here.
  defp start(program, arguments) do
    [_, cpu] = Regex.run(~r/^Cpus_allowed_list:\s+(\d+)/m, File.read!("/proc/self/status"))

    port =
      Port.open({:spawn_executable, System.find_executable("taskset")}, [
        :binary,
        args: ["--cpu-list", cpu, program | arguments]
      ])

    {:os_pid, pid} = Port.info(port, :os_pid)
    on_exit(fn -> System.cmd("kill", ["-KILL", "#{pid}"]) end)
    pid
  end

  defp soon(function, tries \\ 500) do
    cond do
      function.() -> true
      tries == 0 -> false
      true -> Process.sleep(20) && soon(function, tries - 1)
    end
  end
end
