defmodule MemoryMonitorTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias MemoryMonitor.{Large, Usage}

  @task [pid: 10, tgid: 5, comm: "postgres"]

  test "adds up by process" do
    sim =
      for {program, ctx} <- [
            on_mmap: %{len: 4096},
            on_mmap: %{len: 8192},
            on_munmap: %{len: 4096},
            on_brk: %{brk: 0},
            on_brk: %{brk: 70_000}
          ],
          reduce: Sim.new(MemoryMonitor),
          do: (sim -> Sim.run(sim, program, [ctx: ctx] ++ @task).sim)

    assert Sim.map(sim, :usage) == %{
             5 => %Usage{
               mapped: 12_288,
               maps: 2,
               unmapped: 4096,
               unmaps: 1,
               heap_end: 70_000,
               heap_moves: 1
             }
           }
  end

  test "a large mapping is an event" do
    run = &Sim.run(MemoryMonitor, :on_mmap, [ctx: %{len: &1}, vars: [large: 5000]] ++ @task)
    assert run.(4999).events == []
    assert run.(5000).events == [%Large{pid: 5, bytes: 5000, name: "postgres"}]
  end
end
