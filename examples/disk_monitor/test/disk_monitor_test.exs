defmodule DiskMonitorTest do
  use ExUnit.Case, async: true

  alias DiskMonitor.Usage
  alias Honey.Sim

  @task [pid: 10, tgid: 5]

  defp call(sim, name, result, from, to) do
    sim = Sim.run(sim, :"on_enter_#{name}", [ctx: %{}, time: from] ++ @task).sim
    Sim.run(sim, :"on_exit_#{name}", [ctx: %{ret: result}, time: to] ++ @task).sim
  end

  test "bytes and time, by process" do
    sim =
      DiskMonitor
      |> Sim.new()
      |> call(:read, 100, 1_000, 1_300)
      |> call(:pread, -5, 2_000, 2_300)
      |> call(:pwrite, 7, 3_000, 3_010)
      |> call(:fsync, 0, 4_000, 9_000)

    assert Sim.map(sim, :entered) == %{}

    assert Sim.map(sim, :usage) == %{
             5 => %Usage{
               reads: 2,
               read_bytes: 100,
               writes: 1,
               written_bytes: 7,
               syncs: 1,
               nanoseconds: 5_610
             }
           }

    # 10 has four bits, 300 has nine, 5000 has thirteen.
    assert %{4 => [1], 9 => [2], 13 => [1]} = Sim.map(sim, :latencies)
  end

  test "a call that was entered before the monitor was there is not counted" do
    result = Sim.run(DiskMonitor, :on_exit_read, [ctx: %{ret: 3}, time: 5] ++ @task)
    assert %{return: 0, raised: nil, maps: %{usage: usage}} = result
    assert usage == %{}
  end
end
