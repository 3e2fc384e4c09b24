defmodule SyscallLatency.ProgramsTest do
  @moduledoc "The programs: simulated; and in the kernel, with a process whose calls are known."

  use ExUnit.Case, async: true

  alias Honey.Sim
  alias SyscallLatency.{Call, Time}

  @read 0
  @write 1

  defp call(sim, id, from, to, task \\ [pid: 10, tgid: 5, comm: "cat"]) do
    sim |> enter(id, from, task) |> leave(to, task)
  end

  defp enter(sim, id, time, task), do: run(sim, :on_enter, [ctx: %{id: id}, time: time] ++ task)
  defp leave(sim, time, task), do: run(sim, :on_exit, [ctx: %{}, time: time] ++ task)

  defp run(sim, program, options) do
    result = Sim.run(sim, program, options)
    assert %{return: 0, raised: nil} = result
    result.sim
  end

  # On the one CPU that there is.
  defp times(sim), do: Map.new(Sim.map(sim, :times), fn {id, [time]} -> {id, time} end)
  defp longest(sim), do: Map.new(Sim.map(sim, :longest), fn {id, [ns]} -> {id, ns} end)
  defp latencies(sim), do: for({b, [n]} <- Sim.map(sim, :latencies), n > 0, into: %{}, do: {b, n})

  test "calls are counted by their numbers, with the sum and the most of their times" do
    sim = Sim.new(SyscallLatency)

    sim =
      sim |> call(@read, 1_000, 1_300) |> call(@write, 2_000, 2_010) |> call(@read, 5_000, 5_100)

    assert times(sim) == %{
             @read => %Time{count: 2, total: 400},
             @write => %Time{count: 1, total: 10}
           }

    assert longest(sim) == %{@read => 300, @write => 10}
    assert latencies(sim) == %{}
    assert Enum.map(Sim.map(sim, :entered), &elem(&1, 1)) == [%Call{}]
  end

  test "calls of two threads do not disturb each other" do
    [a, b] = [[pid: 10, tgid: 5], [pid: 11, tgid: 5]]
    sim = Sim.new(SyscallLatency)
    sim = sim |> enter(@read, 100, a) |> enter(@write, 200, b) |> leave(300, a) |> leave(900, b)
    assert longest(sim) == %{@read => 200, @write => 700}
  end

  test "a call that nobody saw begin is none" do
    sim = SyscallLatency |> Sim.new() |> leave(100, pid: 10)
    assert times(sim) == %{}
    sim = sim |> call(@read, 200, 300) |> leave(400, pid: 10)
    assert times(sim) == %{@read => %Time{count: 1, total: 100}}
  end

  test "the calls of one process alone, whatever the thread" do
    sim = Sim.new(SyscallLatency, vars: [pid: 5])
    sim = sim |> call(@read, 1, 2, pid: 10, tgid: 5) |> call(@read, 1, 2, pid: 5, tgid: 4)
    assert times(sim) == %{@read => %Time{count: 1, total: 1}}
  end

  test "the calls of threads of one name alone" do
    sim = Sim.new(SyscallLatency, vars: [comm: "cat"])

    sim =
      sim |> call(@read, 1, 2) |> call(@read, 1, 2, comm: "cats") |> call(@read, 1, 2, comm: "c")

    assert times(sim) == %{@read => %Time{count: 1, total: 1}}
  end

  test "both" do
    sim = Sim.new(SyscallLatency, vars: [comm: "cat", pid: 4])
    assert times(call(sim, @read, 1, 2)) == %{}
    sim = Sim.new(SyscallLatency, vars: [comm: "cat", pid: 5])
    assert times(call(sim, @read, 1, 2)) == %{@read => %Time{count: 1, total: 1}}
  end

  test "a histogram of one call" do
    sim = Sim.new(SyscallLatency, vars: [histogram: @write])

    sim =
      sim |> call(@read, 1, 2) |> call(@write, 5, 9) |> call(@write, 10, 17) |> call(@write, 1, 2)

    assert latencies(sim) == %{1 => 1, 3 => 2}
  end

  describe "in the kernel" do
    @describetag :kernel

    test "a process of which the calls are known, by its number" do
      {port, pid} =
        waiting(
          "exec #{System.find_executable("dd")} if=/dev/zero of=/dev/null bs=1 count=1000 status=none"
        )

      start!([pid: pid, histogram: id("write")], fn latency ->
        go(port)

        assert %{"write" => %{count: 1000} = write, "read" => read, "execve" => %{count: 1}} =
                 calls(latency)

        assert read.count >= 1_000
        assert write.mean > 0 and write.mean <= write.longest
        assert Enum.sum(for {_, n} <- SyscallLatency.latencies(latency), do: n) == 1_000
      end)
    end

    @tag :tmp_dir
    test "a process of which the time is known, by its name", %{tmp_dir: folder} do
      program = Path.join(folder, "sl-sleep")
      File.ln_s!(System.find_executable("sleep"), program)
      {port, _} = waiting("#{program} 0.5; true")

      start!([comm: "sl-sleep"], fn latency ->
        go(port)
        assert %{"clock_nanosleep" => %{count: 1, mean: ns, longest: ns} = slept} = calls(latency)
        assert ns >= 500_000_000

        # What the shell calls meanwhile is not among them.
        calls = calls(latency)
        refute is_map_key(calls, "wait4")
        assert slept.share == calls |> Map.values() |> Enum.map(& &1.share) |> Enum.max()
        assert_in_delta calls |> Map.values() |> Enum.map(& &1.share) |> Enum.sum(), 1.0, 1.0e-6
        assert SyscallLatency.latencies(latency) == []
      end)
    end
  end

  defp start!(vars, function) do
    {:ok, latency} = Honey.start_link(SyscallLatency, vars: vars)
    function.(latency)
    assert Honey.errors(latency) == []
    Honey.stop(latency)
  end

  # A shell that begins when a line comes.
  defp waiting(command) do
    sh = System.find_executable("sh")
    args = ["-c", "read line; #{command}"]
    port = Port.open({:spawn_executable, sh}, [:binary, :exit_status, args: args])
    {:os_pid, pid} = Port.info(port, :os_pid)
    {port, pid}
  end

  defp go(port) do
    Port.command(port, "go\n")
    assert_receive {^port, {:exit_status, 0}}, 30_000
  end

  defp calls(latency) do
    names = CountSyscalls.Names.read()
    Map.new(SyscallLatency.calls(latency), &{SyscallLatency.Table.name(names, &1.id), &1})
  end

  defp id(name) do
    {id, ^name} = Enum.find(CountSyscalls.Names.read(), &(elem(&1, 1) == name))
    id
  end
end
