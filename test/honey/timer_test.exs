defmodule Honey.TimerTest do
  @moduledoc "Timers in maps' values: in the kernel, and in the simulation with its own time."

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  defmodule Programs do
    use Honey, license: "GPL", kernel: "6.1"
    import Honey.BpfHelpers

    deftype Session, timer: :timer, packets: :u32, limit: :u32
    deftype Large, words: {:array, :u64, 40}, timer: :timer

    defmap :sessions, :bpf_hash, max_entries: 16, key_type: :u32, value_type: Session
    defmap :recent, :bpf_lru_hash, max_entries: 16, key_type: :u32, value_type: Session
    defmap :ticks, :bpf_array, max_entries: 2, key_type: :u32, value_type: Session
    defmap :large, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Large
    defmap :ended, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
    defmap :status, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64
    defvar :delay, :u64, 0

    defp keep(n, :ok), do: bpf_map_update_elem(:status, n, 0, :bpf_any)
    defp keep(n, {:error, :enoent}), do: bpf_map_update_elem(:status, n, 2, :bpf_any)
    defp keep(n, {:error, :einval}), do: bpf_map_update_elem(:status, n, 22, :bpf_any)
    defp keep(n, {:error, :edeadlk}), do: bpf_map_update_elem(:status, n, 35, :bpf_any)
    defp keep(n, {:error, _}), do: bpf_map_update_elem(:status, n, 1, :bpf_any)

    @sec "syscall"
    def starts(_ctx) do
      for key <- 1..3 do
        bpf_map_update_elem(:sessions, key, %Session{packets: key * 10}, :bpf_any)
        keep(key, Honey.Timer.start(:sessions, key, delay() * key, &ended/2))
      end

      # The second is started anew, and the third is stopped.
      keep(
        4,
        Honey.Timer.start(:sessions, 2, delay(), fn key, session -> ended(key + 10, session) end)
      )

      keep(5, Honey.Timer.cancel(:sessions, 3))
      keep(6, Honey.Timer.cancel(:sessions, 3))
      keep(7, Honey.Timer.start(:sessions, 9, delay(), &ended/2))
      keep(8, Honey.Timer.cancel(:sessions, 9))
      bpf_map_update_elem(:sessions, 4, %Session{}, :bpf_any)
      keep(9, Honey.Timer.cancel(:sessions, 4))
      0
    end

    defp ended(key, session), do: bpf_map_update_elem(:ended, key, session.packets, :bpf_any)

    # One that starts itself, so often.
    @sec "syscall"
    def ticks(_ctx) do
      Honey.Timer.start(:ticks, 1, delay(), &tick/2)
      0
    end

    defp tick(key, session) do
      Honey.KernelMap.update(:ticks, key, session, &%{&1 | packets: &1.packets + 1})
      if session.packets + 1 < session.limit, do: Honey.Timer.start(:ticks, key, delay(), &tick/2)
    end

    # Entries that are replaced or deleted have a timer no more.
    @sec "syscall"
    def replaces(_ctx) do
      for key <- 1..3 do
        bpf_map_update_elem(:recent, key, %Session{packets: key}, :bpf_any)
        Honey.Timer.start(:recent, key, delay(), &ended/2)
      end

      bpf_map_update_elem(:recent, 1, %Session{packets: 100}, :bpf_any)
      bpf_map_delete_elem(:recent, 2)
      0
    end

    @sec "syscall"
    def raises(_ctx) do
      bpf_map_update_elem(:sessions, 7, %Session{}, :bpf_any)

      Honey.Timer.start(:sessions, 7, delay(), fn key, session ->
        bpf_map_update_elem(:ended, key, div(7, session.packets), :bpf_any)
      end)

      0
    end

    @sec "syscall"
    def cancels_itself(_ctx) do
      bpf_map_update_elem(:sessions, 8, %Session{}, :bpf_any)

      Honey.Timer.start(:sessions, 8, delay(), fn key, _ ->
        keep(key + 2, Honey.Timer.cancel(:sessions, key))
      end)

      0
    end

    # What does not fit onto the stack.
    @sec "syscall"
    def large(_ctx) do
      bpf_map_update_elem(:large, 1, %Large{words: List.duplicate(5, 40)}, :bpf_any)

      Honey.Timer.start(:large, 1, delay(), fn key, large ->
        bpf_map_update_elem(
          :large,
          key + 1,
          %{large | words: List.duplicate(Enum.sum(large.words), 40)},
          :bpf_any
        )
      end)

      0
    end

    @sec "xdp"
    def packet(_ctx) do
      bpf_map_update_elem(:sessions, 5, %Session{packets: 50}, :bpf_any)
      Honey.Timer.start(:sessions, 5, delay(), &ended/2)
      2
    end

    def started(key, delay), do: Honey.Timer.start(:ticks, key, delay, &ended/2)
  end

  alias Programs.{Large, Session}

  # Longer than a busy machine may leave a program, or a test, without a CPU.
  @delay 200_000_000

  describe "in the kernel" do
    @describetag Kernel.tags()

    setup do
      object = Honey.load!(Programs, vars: [delay: @delay])
      on_exit(fn -> Honey.unload(object) end)
      %{object: object}
    end

    test "timers call functions with the entry", %{object: object} do
      run(object, :starts)
      assert wait(fn -> map_size(contents(object, :ended)) == 2 end)
      assert contents(object, :ended) == %{1 => 10, 12 => 20}
      # Nothing comes of the one that was stopped.
      Process.sleep(600)
      assert contents(object, :ended) == %{1 => 10, 12 => 20}

      assert contents(object, :status) ==
               %{1 => 0, 2 => 0, 3 => 0, 4 => 0, 5 => 0, 6 => 0, 7 => 2, 8 => 2, 9 => 22}

      assert Honey.Map.get(object, :sessions, 1) == %Session{packets: 10, limit: 0}
    end

    test "a timer that starts itself", %{object: object} do
      Honey.Map.put(object, :ticks, 1, %Session{packets: 0, limit: 4})
      run(object, :ticks)
      assert wait(fn -> Honey.Map.get(object, :ticks, 1).packets == 4 end)
      Process.sleep(400)
      assert Honey.Map.get(object, :ticks, 1) == %Session{packets: 4, limit: 4}
    end

    test "an entry that is replaced or deleted has no timer", %{object: object} do
      run(object, :replaces)
      assert wait(fn -> contents(object, :ended) == %{3 => 3} end)
      run(object, :replaces)
      Honey.Map.put(object, :recent, 3, %Session{packets: 7})
      Honey.Map.delete(object, :ended, 3)
      Process.sleep(400)
      assert contents(object, :ended) == %{}
    end

    test "what it raises is counted", %{object: object} do
      run(object, :raises)
      assert wait(fn -> Honey.errors(object) != [] end)
      assert [%{kind: :arithmetic, count: 1, file: file}] = Honey.errors(object)
      assert file =~ "timer_test.exs"
    end

    test "it cannot stop itself while it runs", %{object: object} do
      run(object, :cancels_itself)
      assert wait(fn -> contents(object, :status) == %{10 => 35} end)
    end

    test "large values", %{object: object} do
      run(object, :large)
      assert wait(fn -> Honey.Map.get(object, :large, 2) != nil end)
      assert Honey.Map.get(object, :large, 2) == %Large{words: List.duplicate(200, 40)}
    end

    test "programs for packets start them", %{object: object} do
      assert {:ok, %{return: 2}} = Honey.test_run(object, :packet, data: <<0::512>>)
      assert wait(fn -> contents(object, :ended) == %{5 => 50} end)
    end

    test "nothing is left when the object is unloaded", %{object: object} do
      Honey.Map.put(object, :ticks, 1, %Session{packets: 0, limit: 1_000_000})
      run(object, :ticks)
      run(object, :ticks)
      %{id: id} = Enum.find(object.programs, &(&1.name == :ticks))
      assert Kernel.program?(id)
      Honey.unload(object)
      assert wait(fn -> not Kernel.program?(id) end)
    end
  end

  describe "in the simulation" do
    test "timers are called when the time has come" do
      sim = Honey.Sim.new(Programs, vars: [delay: 100], time: 1_000)
      %{sim: sim} = result = Honey.Sim.run(sim, :starts)

      assert result.maps.status ==
               %{1 => 0, 2 => 0, 3 => 0, 4 => 0, 5 => 0, 6 => 0, 7 => 2, 8 => 2, 9 => 22}

      assert Honey.Sim.timers(sim, :sessions) == %{1 => 1_100, 2 => 1_100}
      %{sim: sim} = result = Honey.Sim.advance(sim, 99)
      assert result.maps.ended == %{}
      result = Honey.Sim.advance(sim, 1)
      assert result.maps.ended == %{1 => 10, 12 => 20}
      assert Honey.Sim.timers(result.sim, :sessions) == %{}
      assert Honey.Sim.advance(result.sim, 1_000_000).maps.ended == result.maps.ended
    end

    test "one that starts itself runs at intervals" do
      sim =
        Honey.Sim.new(Programs, vars: [delay: 100], maps: %{ticks: %{1 => %Session{limit: 4}}})

      %{sim: sim} = Honey.Sim.run(sim, :ticks)
      %{sim: sim} = Honey.Sim.advance(sim, 250)
      assert Honey.Sim.map(sim, :ticks)[1].packets == 2
      assert Honey.Sim.timers(sim, :ticks) == %{1 => 300}
      assert Honey.Sim.advance(sim, 1_000).maps.ticks[1].packets == 4
    end

    test "entries that are replaced or deleted, raises, large values" do
      sim = Honey.Sim.new(Programs, vars: [delay: 100], time: {0, 10})
      %{sim: sim} = Honey.Sim.run(sim, :replaces)
      assert Honey.Sim.timers(sim, :recent) == %{3 => 100}
      assert Honey.Sim.advance(sim, 100).maps.ended == %{3 => 3}
      sim = Honey.Sim.put_map(sim, :recent, %{3 => %Session{}})
      assert Honey.Sim.timers(sim, :recent) == %{}

      %{sim: sim} = Honey.Sim.run(sim, :raises)
      assert %{raised: %{kind: :arithmetic}} = Honey.Sim.advance(sim, 200)

      %{sim: sim} = Honey.Sim.run(sim, :cancels_itself)
      assert Honey.Sim.advance(sim, 200).maps.status == %{10 => 35}

      %{sim: sim} = Honey.Sim.run(sim, :large)
      assert Honey.Sim.advance(sim, 200).maps.large[2] == %Large{words: List.duplicate(200, 40)}
    end

    test "a function that is run by itself" do
      sim = Honey.Sim.new(Programs, [])
      %{value: :ok, sim: sim} = Honey.Sim.run(sim, :started, args: [1, 50])
      assert Honey.Sim.timers(sim, :ticks) == %{1 => 50}
      assert Honey.Sim.advance(sim, 50).maps.ended == %{1 => 0}
    end

    test "a clock that is a function goes on by itself" do
      sim = Honey.Sim.new(Programs, time: fn -> 5 end)

      assert_raise ArgumentError, ~r/time: of the simulation is a function/, fn ->
        Honey.Sim.advance(sim, 1)
      end
    end
  end

  test "on the BEAM there are none" do
    assert_raise RuntimeError, ~r/it can be called in BPF programs only/, fn ->
      Honey.Timer.start(:sessions, 1, 1, fn _, _ -> :ok end)
    end

    assert_raise RuntimeError, ~r/it can be called in BPF programs only/, fn ->
      Honey.Timer.cancel(:sessions, 1)
    end
  end

  defp run(object, program), do: assert({:ok, %{return: 0}} = Honey.test_run(object, program))
  defp contents(object, map), do: Map.new(Honey.Map.to_list(object, map))

  defp wait(condition), do: Kernel.eventually(condition)
end
