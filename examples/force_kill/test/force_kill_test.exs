defmodule ForceKillTest do
  use ExUnit.Case, async: true

  alias Honey.Sim

  @task [pid: 41, tgid: 40, comm: "reaper"]

  defp kill(sim, target, signal) do
    ctx = %{pid: target, sig: signal}
    Sim.run(sim, :on_kill, [ctx: ctx] ++ @task).sim
  end

  test "counts by sender, and knows the last target" do
    sim = ForceKill |> Sim.new() |> kill(7, 9) |> kill(8, 9)
    assert %{40 => %{count: 2, target: 8, name: "reaper"}} = Sim.map(sim, :killers)
  end

  test "other signals are no force" do
    assert ForceKill |> Sim.new() |> kill(7, 15) |> Sim.map(:killers) == %{}
  end
end
