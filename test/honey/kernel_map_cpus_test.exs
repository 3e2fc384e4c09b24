defmodule Honey.KernelMapCpusTest do
  @moduledoc """
  Two CPUs update one key, or insert the same keys, at the same time: nothing is lost. Each program counts
  its turns in a per-CPU map as well, whose sum is the truth.
  """

  use ExUnit.Case, async: false

  import Bitwise

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()
  @moduletag timeout: 180_000

  @source ~S'''
  defmodule Honey.KernelMapCpus do
    use Honey, license: "GPL", kernel: "5.17"
    alias Honey.KernelMap
    import Honey.BpfHelpers

    deftype Stat, count: :u64, total: :u32, last: :u32

    defmap :turns, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u64
    defmap :round, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
    defmap :sums, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
    defmap :small, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s32
    defmap :indexed, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :stats, :bpf_hash, max_entries: 16, key_type: :u32, value_type: Stat
    defmap :most, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
    defmap :keys, :bpf_hash, max_entries: 100_000, key_type: :u32, value_type: :u64
    defmap :inserted, :bpf_hash, max_entries: 100_000, key_type: :u32, value_type: :u64
    defmap :cases, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
    defmap :sum_keys, :bpf_hash, max_entries: 100_000, key_type: :u32, value_type: :u64
    defmap :case_keys, :bpf_hash, max_entries: 100_000, key_type: :u32, value_type: :u64

    @sec "raw_tracepoint/sched_switch"
    def additions(_ctx) do
      for i <- 1..2000 do
        KernelMap.count(:turns, 0)
        KernelMap.count(:sums, 1)
        KernelMap.update(:sums, 2, 3, &(3 + &1))
        KernelMap.update(:small, 1, -1, &(&1 - 1))
        KernelMap.sum(:indexed, 3, 2)
        KernelMap.update(:stats, 1, %Stat{count: 1, total: 2, last: i}, fn stat ->
          %{stat | count: stat.count + 1, total: stat.total + 2, last: i}
        end)

        case bpf_map_lookup_elem(:cases, 1) do
          nil -> bpf_map_update_elem(:cases, 1, 2, :bpf_any)
          n -> bpf_map_update_elem(:cases, 1, n + 2, :bpf_any)
        end
      end

      0
    end

    # Each is a lookup and an update as they are written, and one access as they run.
    @sec "raw_tracepoint/sched_switch"
    def sums(_ctx) do
      for _ <- 1..2000 do
        KernelMap.count(:turns, 0)
        n = bpf_map_lookup_elem(:cases, 3) || 0
        bpf_map_update_elem(:cases, 3, n + 1, :bpf_any)
        KernelMap.put(:cases, 4, KernelMap.get(:cases, 4, 0) + 2)
        sum = (KernelMap.get(:cases, 5) || 0) - 1
        KernelMap.put(:cases, 5, sum)
        KernelMap.put(:indexed, 2, KernelMap.get(:indexed, 2) + 1)

        case KernelMap.fetch(:cases, 6) do
          {:ok, n} -> KernelMap.put(:cases, 6, n + 1)
          :error -> KernelMap.put(:cases, 6, 1)
        end
      end

      0
    end

    @sec "raw_tracepoint/sched_switch"
    def exchanges(_ctx) do
      bit = 1 <<< bpf_get_smp_processor_id()

      for i <- 1..2000 do
        KernelMap.count(:turns, 0)
        KernelMap.update(:sums, 1, 1, fn n -> if n == 999_982, do: 0, else: n + 1 end)
        KernelMap.update(:sums, 2, bit, &bxor(&1, bit))
        KernelMap.update(:small, 1, 5, fn n -> 7 - n end)
        KernelMap.max(:most, 1, bpf_ktime_get_ns() &&& 0xFFFF)
        KernelMap.max(:most, 2, i)
        KernelMap.min(:most, 3, 2001 - i)
      end

      0
    end

    @sec "raw_tracepoint/sched_switch"
    def insertions(_ctx) do
      round = KernelMap.get(:round, 0)

      for i <- 0..1999 do
        KernelMap.count(:keys, round * 2000 + i)
        key = round * 2000 + i

        case bpf_map_lookup_elem(:case_keys, key) do
          nil -> bpf_map_update_elem(:case_keys, key, 1, :bpf_any)
          n -> bpf_map_update_elem(:case_keys, key, n + 1, :bpf_any)
        end

        KernelMap.put(:sum_keys, key, KernelMap.get(:sum_keys, key, 0) + 1)

        if KernelMap.put_new(:inserted, round * 2000 + i, 1) == :ok, do: KernelMap.count(:turns, 0)
      end

      0
    end
  end
  '''

  setup do
    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(@source, "cpus.ex") end)
    object = Honey.load!(Honey.KernelMapCpus)
    on_exit(fn -> Honey.unload(object) end)
    :code.purge(Honey.KernelMapCpus)
    :code.delete(Honey.KernelMapCpus)
    {:ok, object: object}
  end

  # Until both CPUs have had a fair part in it.
  defp run_on_both(object, program, rounds \\ 1) do
    1..4
    |> Enum.map(fn _ ->
      Task.async(fn -> for _ <- 1..25, do: {:ok, _} = Honey.test_run(object, program) end)
    end)
    |> Task.await_many(120_000)

    turns = Honey.Map.get(object, :turns, 0)
    fair? = Enum.count(turns, &(&1 > 20_000)) > 1
    if fair? or rounds == 20, do: turns, else: run_on_both(object, program, rounds + 1)
  end

  test "no addition is lost", %{object: object} do
    turns = run_on_both(object, :additions)
    total = Enum.sum(turns)
    assert Enum.count(turns, &(&1 > 0)) > 1
    assert Honey.Map.get(object, :sums, 1) == total
    assert Honey.Map.get(object, :sums, 2) == 3 * total
    assert Honey.Map.get(object, :small, 1) == -total
    assert Honey.Map.get(object, :indexed, 3) == 2 * total
    assert %{count: ^total, total: twice} = Honey.Map.get(object, :stats, 1)
    assert twice == 2 * total
    assert Honey.Map.get(object, :cases, 1) == 2 * total
  end

  test "no sum is lost that is put by the name of what was found", %{object: object} do
    turns = run_on_both(object, :sums)
    total = Enum.sum(turns)
    assert Enum.count(turns, &(&1 > 0)) > 1
    assert Honey.Map.get(object, :cases, 3) == total
    assert Honey.Map.get(object, :cases, 4) == 2 * total
    assert Honey.Map.get(object, :cases, 5) == (1 <<< 64) - total
    assert Honey.Map.get(object, :indexed, 2) == total
    assert Honey.Map.get(object, :cases, 6) == total
  end

  test "nothing is lost of what is exchanged", %{object: object} do
    turns = run_on_both(object, :exchanges)
    total = Enum.sum(turns)
    assert Enum.count(turns, &(&1 > 0)) > 1
    assert Honey.Map.get(object, :sums, 1) == rem(total, 999_983)

    # The first turn of all has put its bit.
    bits =
      for {count, cpu} <- Enum.with_index(turns),
          reduce: 0,
          do: (b -> b ||| (count &&& 1) <<< cpu)

    assert Honey.Map.get(object, :sums, 2) == bits
    assert Honey.Map.get(object, :small, 1) == if(rem(total, 2) == 1, do: 5, else: 2)
    assert Honey.Map.get(object, :most, 1) > 0xFF00
    assert Honey.Map.get(object, :most, 2) == 2000
    assert Honey.Map.get(object, :most, 3) == 1
  end

  test "keys that several insert at once are counted for all of them", %{object: object} do
    for round <- 0..19 do
      Honey.Map.put(object, :round, 0, round)

      1..3
      |> Enum.map(fn _ -> Task.async(fn -> Honey.test_run(object, :insertions) end) end)
      |> Task.await_many(60_000)
    end

    for map <- [:keys, :case_keys, :sum_keys] do
      keys = Honey.Map.to_list(object, map)
      assert length(keys) == 40_000
      assert Enum.reject(keys, fn {_, count} -> count == 3 end) == []
    end

    # Of those that put a key at once, one was told that it did.
    assert Enum.sum(Honey.Map.get(object, :turns, 0)) == 40_000
  end
end
