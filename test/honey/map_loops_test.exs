defmodule Honey.MapLoopsTest do
  @moduledoc """
  Loops over maps of the kernel: what functions give for the entries of a map, in the kernel and in
  `Honey.Sim`, is what they give on the BEAM for the same entries in a map of Elixir. What turns change
  is held against what is stated.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  defmodule Folds do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    alias Honey.KernelMap

    defmap :hash, :bpf_hash, max_entries: 10_000, key_type: :u32, value_type: :s64
    defmap :lru, :bpf_lru_hash, max_entries: 64, key_type: :s32, value_type: :u64
    defmap :array, :bpf_array, max_entries: 5, key_type: :u32, value_type: :s16
    defmap :out, :bpf_array, max_entries: 32, key_type: :u32, value_type: :s64

    # Each gives an integer that does not depend on the order.
    @functions [
      :total,
      :largest,
      :largest_key,
      :smallest,
      :by_value,
      :count_all,
      :count_some,
      :any,
      :all,
      :find,
      :find_value,
      :filtered,
      :staged,
      :pairs,
      :nested,
      :while,
      :while_never,
      :in_tuple,
      :nil_first,
      :helper,
      :passed_on,
      :of_function
    ]

    def functions, do: @functions

    def total(entries), do: Enum.reduce(entries, 0, fn {k, v}, acc -> acc + k * v end)
    def largest(entries), do: for({_, v} <- entries, reduce: -99, do: (acc -> max(acc, v)))

    def largest_key(entries),
      do: entries |> Enum.map(fn {k, _} -> k end) |> Enum.max(fn -> -1 end)

    def smallest(entries), do: entries |> Enum.map(&elem(&1, 1)) |> Enum.min(fn -> 7 end)

    def by_value(entries) do
      if Enum.any?(entries, fn _ -> true end) do
        {_, v} = Enum.max_by(entries, fn {_, v} -> v end)
        v
      else
        -5
      end
    end

    def count_all(entries), do: Enum.count(entries, fn _ -> true end)
    def count_some(entries), do: Enum.count(entries, fn {k, _} -> rem(k, 3) == 0 end)
    def any(entries), do: code(Enum.any?(entries, fn {k, v} -> k == v end))
    def all(entries), do: code(Enum.all?(entries, fn {_, v} -> v < 50 end))

    def find(entries) do
      case Enum.find(entries, fn {k, _} -> k == 4 end) do
        nil -> -1
        {k, v} -> k * 1_000 + v
      end
    end

    def find_value(entries), do: Enum.find_value(entries, -2, fn {k, v} -> if k == 3, do: v end)

    def filtered(entries),
      do: for({k, v} <- entries, k > 1, v > 0, reduce: 0, do: (acc -> acc + v))

    def staged(entries), do: entries |> Enum.map(fn {k, v} -> k + 2 * v end) |> Enum.sum()

    def pairs(entries) do
      for {a, v} <- entries, {b, w} <- entries, a < b, a < 20, b < 20, reduce: 0 do
        acc -> acc + v * w
      end
    end

    def nested(entries) do
      Enum.reduce(entries, 0, fn {k, v}, acc ->
        if k < 6 do
          smaller = Enum.count(entries, fn {_, w} -> w < v end)
          acc + smaller * Enum.reduce(1..(k &&& 3)//1, 1, fn i, product -> product * i end)
        else
          acc
        end
      end)
    end

    def while(entries) do
      Enum.reduce_while(entries, 0, fn _, acc ->
        if acc == 3, do: {:halt, acc * 100}, else: {:cont, acc + 1}
      end)
    end

    def while_never(entries),
      do: Enum.reduce_while(entries, 1, fn {_, v}, acc -> {:cont, acc + v} end)

    def in_tuple(entries) do
      {count, sum} = Enum.reduce(entries, {0, 0}, fn {_, v}, {n, s} -> {n + 1, s + v} end)
      count * 7 + sum
    end

    def nil_first(entries) do
      least =
        Enum.reduce(entries, nil, fn
          {k, _}, nil -> k
          {k, _}, acc when k < acc -> k
          _, acc -> acc
        end)

      least || -9
    end

    def helper(entries),
      do: Enum.reduce(entries, 0, fn {k, v}, acc -> acc + half(k) - half(v) end)

    defp half(n), do: div(n, 2)

    def passed_on(entries) do
      of = %{entries: entries, times: 3}
      weighted(of)
    end

    defp weighted(%{entries: entries, times: n}),
      do: Enum.reduce(entries, 0, fn {k, v}, acc -> acc + n * k - v end)

    def of_function(entries) do
      add = fn {k, v}, acc -> acc + k - v end
      Enum.reduce(entries, 0, add)
    end

    defp code(true), do: 1
    defp code(false), do: 0

    for {map, n} <- Enum.with_index([:hash, :lru, :array]),
        {name, m} <- Enum.with_index(@functions) do
      @sec "syscall"
      def unquote(:"#{name}_of_#{map}")(_ctx) do
        result = unquote(name)(KernelMap.stream(unquote(map)))
        Honey.BpfHelpers.bpf_map_update_elem(:out, unquote(m), result, :bpf_any)
        unquote(n)
      end
    end

    @sec "syscall"
    def count(_ctx), do: Enum.count(KernelMap.stream(:hash))

    @sec "syscall"
    def empty(_ctx), do: if(KernelMap.stream(:hash) |> Enum.empty?(), do: 1, else: 2)

    # The turns' numbers are those that find_index counts.
    @sec "syscall"
    def index(_ctx), do: Enum.find_index(KernelMap.stream(:array), fn {k, _} -> k == 3 end) || -1
  end

  defp on_beam(name, entries), do: apply(Folds, name, [entries])

  # The same entries in each of the maps, as far as they fit.
  defp compare(object, sim, entries) do
    fill(object, :hash, entries)
    fill(object, :lru, Enum.take(entries, 40))
    for k <- 0..4, do: :ok = Honey.Map.put(object, :array, k, Map.get(Map.new(entries), k, 0))

    for map <- [:hash, :lru, :array] do
      same = Map.new(Honey.Map.to_list(object, map))

      for {name, n} <- Enum.with_index(Folds.functions()) do
        {:ok, %{return: _}} = SimRun.test_run(object, sim, :"#{name}_of_#{map}")
        given = Honey.Map.get(object, :out, n)
        assert {map, name, given} == {map, name, on_beam(name, same)}
      end
    end
  end

  defp fill(object, map, entries) do
    for {k, _} <- Honey.Map.to_list(object, map), do: :ok = Honey.Map.delete(object, map, k)
    for {k, v} <- entries, do: :ok = Honey.Map.put(object, map, k, v)
  end

  test "folds give what they give on the BEAM" do
    object = Honey.load!(Folds)
    sim = Honey.Sim.new(Folds)

    for entries <- [[], [{3, 9}], [{1, 10}, {4, 2}, {6, 6}, {2, 300}]] do
      compare(object, sim, entries)
    end

    compare(object, sim, for(k <- 0..30, do: {k, rem(k * 37, 101)}))
    Honey.unload(object)
  end

  test "a map of 10,000 entries" do
    object = Honey.load!(Folds)
    {:ok, %{return: 1}} = Honey.test_run(object, :empty)
    for k <- 1..10_000, do: :ok = Honey.Map.put(object, :hash, k, 3 * k)
    assert {:ok, %{return: 10_000}} = Honey.test_run(object, :count)
    assert {:ok, %{return: 2}} = Honey.test_run(object, :empty)

    for {name, n} <- Enum.with_index(Folds.functions()), name != :pairs do
      {:ok, _} = Honey.test_run(object, :"#{name}_of_hash")

      assert {name, Honey.Map.get(object, :out, n)} ==
               {name, on_beam(name, Map.new(1..10_000, &{&1, 3 * &1}))}
    end

    Honey.unload(object)
  end

  test "the number of a turn" do
    object = Honey.load!(Folds)
    assert {:ok, %{return: 3}} = SimRun.test_run(object, Honey.Sim.new(Folds), :index)
    Honey.unload(object)
  end

  defmodule Changes do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    import Honey.BpfHelpers
    alias Honey.KernelMap

    deftype Task,
      name: {:string, 16},
      state: {:enum, [run: 1, sleep: 2], :u8},
      hits: {:array, :u32, 3}

    deftype Large, words: {:array, :u64, 80}
    deftype Key, tid: :u8, place: :u64

    defmap :count, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
    defmap :tasks, :bpf_hash, max_entries: 16, key_type: Key, value_type: Task

    defmap :named, :bpf_hash,
      max_entries: 16,
      key_type: {:string, 16},
      value_type: {:enum, [:a, :b, :c]}

    defmap :large, :bpf_hash, max_entries: 4, key_type: :u32, value_type: Large

    defmap :flags, :bpf_lru_hash,
      max_entries: 8,
      key_type: {:enum, [:x, :y], :u8},
      value_type: :bool

    defmap :per_cpu, :bpf_percpu_hash, max_entries: 8, key_type: :u32, value_type: :s64
    defmap :per_cpu_array, :bpf_percpu_array, max_entries: 3, key_type: :u32, value_type: :s64
    defmap :cpu, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
    defmap :out, :bpf_hash, max_entries: 64, key_type: :s64, value_type: :s64
    defmap :names, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u32

    # The value is that from before the change.
    @sec "syscall"
    def delete_current(_ctx) do
      for {k, v} <- KernelMap.stream(:count), rem(k, 2) == 0 do
        :ok = bpf_map_delete_elem(:count, k)
        bpf_map_update_elem(:out, k, v, :bpf_any)
      end

      0
    end

    @sec "syscall"
    def delete_all(_ctx) do
      Enum.reduce(KernelMap.stream(:count), 0, fn {k, v}, acc ->
        bpf_map_delete_elem(:count, k)
        acc + v
      end)
    end

    @sec "syscall"
    def halve(_ctx) do
      Enum.each(KernelMap.stream(:count), fn {k, v} ->
        bpf_map_update_elem(:count, k, div(v, 2), :bpf_exist)
        bpf_map_update_elem(:out, k, v, :bpf_any)
      end)

      0
    end

    # An array's elements stay where they are: later turns see what earlier ones have written.
    @sec "syscall"
    def raise_in_turn(_ctx) do
      Enum.reduce(KernelMap.stream(:count), 0, fn {k, v}, acc ->
        if v < 0, do: raise("negative: stop")
        acc + k
      end)
    end

    @sec "syscall"
    def divide(_ctx),
      do: Enum.reduce(KernelMap.stream(:count), 0, fn {k, v}, acc -> acc + div(k, v) end)

    @sec "syscall"
    def structs(_ctx) do
      for {%Key{tid: tid, place: place}, %Task{state: :sleep} = task} <- KernelMap.stream(:tasks),
          reduce: 0 do
        acc ->
          bpf_map_update_elem(:names, task.name, tid, :bpf_any)
          acc + place + Enum.sum(task.hits)
      end
    end

    @sec "syscall"
    def change_structs(_ctx) do
      Enum.each(KernelMap.stream(:tasks), fn {key, task} ->
        bpf_map_update_elem(:tasks, key, %{task | state: :run}, :bpf_any)
        if task.state == :sleep, do: bpf_map_update_elem(:out, key.place, 1, :bpf_any)
      end)

      0
    end

    @sec "syscall"
    def texts(_ctx) do
      Enum.reduce(KernelMap.stream(:named), 0, fn
        {"first", :b}, acc -> acc + 1
        {name, :c}, acc -> acc + byte_size(name) * 10
        _, acc -> acc + 1000
      end)
    end

    @sec "syscall"
    def found_text(_ctx) do
      case Enum.find(KernelMap.stream(:named), fn {_, kind} -> kind == :c end) do
        nil -> 0
        {name, _} -> byte_size(name)
      end
    end

    @sec "syscall"
    def larges(_ctx) do
      Enum.reduce(KernelMap.stream(:large), 0, fn {k, large}, acc ->
        bpf_map_delete_elem(:large, k)
        acc + Enum.at(large.words, 79) + Enum.reduce(large.words, 0, &(&1 + &2))
      end)
    end

    @sec "syscall"
    def enums(_ctx) do
      Enum.count(KernelMap.stream(:flags), fn {k, v} -> k == :y or v end)
    end

    @sec "syscall"
    def this_cpu(_ctx) do
      bpf_map_update_elem(:cpu, 0, bpf_get_smp_processor_id(), :bpf_any)
      sum = fn {k, v}, acc -> acc + (k + 1) * v end

      Enum.reduce(KernelMap.stream(:per_cpu), 0, sum) * 1000 +
        Enum.reduce(KernelMap.stream(:per_cpu_array), 0, sum)
    end

    @sec "syscall"
    def two_maps(_ctx) do
      for {k, v} <- KernelMap.stream(:count),
          {j, w} <- KernelMap.stream(:per_cpu_array),
          reduce: 0 do
        acc ->
          bpf_map_update_elem(:out, k * 10 + j, v, :bpf_any)
          acc + v + w
      end
    end

    @sec "syscall"
    def leave_both(_ctx) do
      Enum.find_value(KernelMap.stream(:count), fn {k, _} ->
        Enum.find_value(KernelMap.stream(:count), fn {j, w} -> if j == 2 and k != 2, do: w end)
      end) || -1
    end

    # What is put meanwhile may be seen or not; it comes to an end in any case.
    @sec "syscall"
    def insert(_ctx) do
      Enum.each(KernelMap.stream(:count), fn {k, v} ->
        if k < 1000, do: bpf_map_update_elem(:count, k + 1000, v, :bpf_any)
      end)

      0
    end
  end

  setup_all do
    if Kernel.reason() do
      :ok
    else
      object = Honey.load!(Changes)
      {:ok, object: object, sim: Honey.Sim.new(Changes, cpus: cpus(object))}
    end
  end

  setup %{object: object} do
    for map <- [:count, :tasks, :named, :large, :flags, :per_cpu, :out, :names],
        {k, _} <- Honey.Map.to_list(object, map),
        do: :ok = Honey.Map.delete(object, map, k)

    :ok
  end

  defp run(object, sim, name) do
    {:ok, %{return: return}} = SimRun.test_run(object, sim, name)
    return
  end

  defp count(object, entries),
    do: for({k, v} <- entries, do: :ok = Honey.Map.put(object, :count, k, v))

  defp contents(object, map), do: object |> Honey.Map.to_list(map) |> Map.new()

  test "turns delete the entry that they have", %{object: object, sim: sim} do
    count(object, for(k <- 1..20, do: {k, k * 3}))
    assert run(object, sim, :delete_current) == 0
    assert contents(object, :count) == for(k <- 1..19//2, into: %{}, do: {k, k * 3})
    assert contents(object, :out) == for(k <- 2..20//2, into: %{}, do: {k, k * 3})

    assert run(object, sim, :delete_all) == Enum.sum(for k <- 1..19//2, do: k * 3)
    assert contents(object, :count) == %{}
  end

  test "turns write the entry that they have", %{object: object, sim: sim} do
    count(object, for(k <- 1..9, do: {k, k * 10}))
    assert run(object, sim, :halve) == 0
    assert contents(object, :count) == Map.new(1..9, &{&1, &1 * 5})
    assert contents(object, :out) == Map.new(1..9, &{&1, &1 * 10})
  end

  test "what is put meanwhile", %{object: object} do
    count(object, for(k <- 1..20, do: {k, k}))
    assert {:ok, %{return: 0}} = Honey.test_run(object, :insert)
    assert contents(object, :count) == for(k <- 1..20, d <- [0, 1000], into: %{}, do: {k + d, k})
  end

  test "what turns raise leaves the program, and is counted", %{object: object, sim: sim} do
    count(object, [{1, 5}, {2, 7}])
    assert run(object, sim, :raise_in_turn) == 3
    count(object, [{3, -1}])
    assert run(object, sim, :raise_in_turn) == 77
    assert run(object, sim, :divide) == -3
    count(object, [{4, 0}])
    assert run(object, sim, :divide) == 77

    assert [%{kind: :arithmetic}, %{kind: :raise}] =
             object |> Honey.errors() |> Enum.sort_by(& &1.kind)
  end

  test "structs, texts and enums", %{object: object, sim: sim} do
    for {tid, place, name, state} <- [
          {1, 100, "one", :sleep},
          {2, 200, "two", :run},
          {3, 300, "three", :sleep}
        ] do
      task = %Changes.Task{name: name, state: state, hits: [tid, 1, 1]}
      :ok = Honey.Map.put(object, :tasks, %Changes.Key{tid: tid, place: place}, task)
    end

    assert run(object, sim, :structs) == 400 + 1 + 3 + 4
    assert contents(object, :names) == %{"one" => 1, "three" => 3}
    assert run(object, sim, :change_structs) == 0
    assert contents(object, :out) == %{100 => 1, 300 => 1}
    assert Enum.all?(Honey.Map.to_list(object, :tasks), fn {_, task} -> task.state == :run end)

    for {k, v} <- [{"first", :b}, {"second", :c}, {"third", :a}],
        do: :ok = Honey.Map.put(object, :named, k, v)

    assert run(object, sim, :texts) == 1061
    assert run(object, sim, :found_text) == 6

    for {k, v} <- [x: false, y: false], do: :ok = Honey.Map.put(object, :flags, k, v)
    assert run(object, sim, :enums) == 1
    :ok = Honey.Map.put(object, :flags, :x, true)
    assert run(object, sim, :enums) == 2
  end

  test "values that are in scratch memory", %{object: object, sim: sim} do
    for k <- 1..3,
        do: :ok = Honey.Map.put(object, :large, k, %Changes.Large{words: Enum.to_list(1..80)})

    assert run(object, sim, :larges) == 3 * (80 + div(80 * 81, 2))
    assert contents(object, :large) == %{}
  end

  test "per-CPU values are those of the program's CPU", %{object: object, sim: sim} do
    cpus = cpus(object)

    for k <- 0..2 do
      :ok = Honey.Map.put(object, :per_cpu, k, Enum.map(1..cpus, &(&1 * 2 + k)))
      :ok = Honey.Map.put(object, :per_cpu_array, k, Enum.map(1..cpus, &(&1 * 5 + k)))
    end

    assert {same, same} = SimRun.run(object, sim, :this_cpu, cpu_map: :cpu)
    cpu = Honey.Map.get(object, :cpu, 0) + 1
    sum = fn values -> Enum.sum(for k <- 0..2, do: (k + 1) * values.(k)) end
    assert same.return == sum.(&(cpu * 2 + &1)) * 1000 + sum.(&(cpu * 5 + &1))
  end

  test "loops in loops, and out of both", %{object: object, sim: sim} do
    count(object, [{1, 10}, {2, 20}, {3, 30}])

    for k <- 0..2,
        do: :ok = Honey.Map.put(object, :per_cpu_array, k, List.duplicate(k, cpus(object)))

    assert run(object, sim, :two_maps) == 3 * 60 + 3 * 3

    assert contents(object, :out) ==
             for(k <- 1..3, j <- 0..2, into: %{}, do: {k * 10 + j, k * 10})

    assert run(object, sim, :leave_both) == 20
    :ok = Honey.Map.delete(object, :count, 2)
    assert run(object, sim, :leave_both) == -1
  end

  defp cpus(object), do: length(hd(Honey.Map.to_list(object, :per_cpu_array)) |> elem(1))

  test "the simulation goes by ascending keys, and not over what turns have put" do
    count = Map.new(1..5, &{&1, &1})
    sim = Honey.Sim.run(Honey.Sim.new(Changes), :insert, maps: %{count: count})
    assert sim.maps.count == for(k <- 1..5, d <- [0, 1000], into: %{}, do: {k + d, k})
  end
end
