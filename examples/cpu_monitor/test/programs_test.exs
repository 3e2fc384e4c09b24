defmodule CpuMonitor.ProgramsTest do
  @moduledoc "The programs, simulated: one CPU, on which process 5 runs its thread 10."

  use ExUnit.Case, async: true

  alias Honey.Sim

  @task [pid: 10, tgid: 5]
  @idle [pid: 0, tgid: 0]

  defp switch(sim, prev, next, time, task, prev_state \\ 0) do
    ctx = %{prev_pid: prev, prev_state: prev_state, next_pid: next}
    run(sim, :on_sched_switch, [ctx: ctx, time: time] ++ task)
  end

  defp run(sim, program, options) do
    result = Sim.run(sim, program, options)
    assert %{return: 0, raised: nil} = result
    result.sim
  end

  defp total(sim, map), do: sim |> Sim.map(map) |> Map.get(5, 0)

  setup do
    {:ok, sim: CpuMonitor |> Sim.new() |> switch(0, 10, 1_000, @idle)}
  end

  test "time from switch to switch is user time", %{sim: sim} do
    sim = switch(sim, 10, 0, 1_700, @task)
    assert Sim.map(sim, :user_time) == %{5 => 700}
    assert Sim.map(sim, :kernel_time) == %{}
  end

  test "a system call divides the time, and loses none of it", %{sim: sim} do
    sim = run(sim, :on_sys_enter, [time: 11_000] ++ @task)
    sim = run(sim, :on_sys_exit, [time: 12_000] ++ @task)
    assert total(sim, :user_time) + total(sim, :kernel_time) == 11_000
    # The way into the kernel counts as kernel time.
    assert total(sim, :kernel_time) == 3_250
  end

  test "a thread that sleeps in a system call goes on in it", %{sim: sim} do
    sim = run(sim, :on_sys_enter, [time: 11_000] ++ @task)
    user = total(sim, :user_time)
    sim = switch(sim, 10, 0, 12_000, @task)
    assert Sim.map(sim, :in_syscall) == %{10 => 1}

    sim = switch(sim, 0, 10, 50_000, @idle)
    sim = run(sim, :on_timer, [time: 51_000] ++ @task)
    assert total(sim, :user_time) == user
    assert total(sim, :user_time) + total(sim, :kernel_time) == 11_000 + 1_000
  end

  test "idling ends with the wakeup, not with the switch", %{sim: sim} do
    sim = switch(sim, 10, 0, 2_000, @task)
    sim = run(sim, :on_sched_wakeup, ctx: %{target_cpu: 0}, time: 8_000)
    sim = switch(sim, 0, 10, 8_500, @idle)
    sim = switch(sim, 10, 0, 9_000, @task)
    assert total(sim, :user_time) == 1_000 + 1_000
  end

  test "a dead thread leaves nothing behind", %{sim: sim} do
    sim = sim |> run(:on_sys_enter, [time: 2_000] ++ @task) |> switch(10, 0, 3_000, @task)
    assert Sim.map(sim, :in_syscall) == %{10 => 1}
    sim = sim |> switch(0, 10, 4_000, @idle) |> switch(10, 0, 5_000, @task, 0x20)
    assert Sim.map(sim, :in_syscall) == %{}
  end

  test "a CPU knows only of itself" do
    sim = CpuMonitor |> Sim.new(cpus: 2) |> switch(0, 10, 1_000, [cpu: 1] ++ @idle)
    assert Sim.map(sim, :running) == %{0 => [0, 10]}
    assert Sim.map(sim, :slice) == %{0 => [0, Bitwise.bsl(1_000, 2)]}
  end
end
