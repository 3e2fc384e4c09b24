defmodule Honey.MapManyTest do
  @moduledoc """
  Many elements of a map at a time: lists, streams, counts, and what fills and empties maps, by batches of the
  kernel and without; also while programs change the map.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, LoaderNif}
  alias Honey.Test.Kernel, as: TestKernel

  @moduletag TestKernel.tags()

  @entries 20_000

  defmodule Maps do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.17"
    import Honey.BpfHelpers

    deftype Network, prefixlen: :u32, address: {:array, :u8, 4}
    deftype Place, cpu: :u16, time: :u64

    deftype Task,
      comm: {:string, 16},
      state: {:enum, [run: 1, sleep: 2], :s8},
      seen: :bool,
      places: {:array, Place, 3},
      mac: {:binary, 6},
      least: :s64,
      greatest: :u64

    defmap :hash, :bpf_hash, max_entries: 20_000, key_type: :u32, value_type: :u64

    defmap :grown, :bpf_hash,
      max_entries: 64,
      key_type: :u64,
      value_type: :s16,
      flags: [:no_prealloc]

    defmap :wide, :bpf_hash,
      max_entries: 2000,
      key_type: :u32,
      value_type: {:binary, 4000},
      flags: [:no_prealloc]

    defmap :lru, :bpf_lru_hash, max_entries: 4096, key_type: :u32, value_type: :u64
    defmap :array, :bpf_array, max_entries: 10_000, key_type: :u32, value_type: :s64
    defmap :cpu_hash, :bpf_percpu_hash, max_entries: 5000, key_type: :u32, value_type: :s32
    defmap :cpu_array, :bpf_percpu_array, max_entries: 3, key_type: :u32, value_type: Place
    defmap :tasks, :bpf_hash, max_entries: 5000, key_type: Place, value_type: Task

    defmap :routes, :bpf_lpm_trie,
      max_entries: 4096,
      key_type: Network,
      value_type: :u32,
      flags: [:no_prealloc]

    defmap :jobs, :bpf_queue, max_entries: 16, value_type: :u32
    defmap :stack, :bpf_stack, max_entries: 16, value_type: :u32
    defmap :seen, :bpf_bloom_filter, max_entries: 16, value_type: :u32
    defmap :stages, :bpf_prog_array, max_entries: 8
    defmap :stacks, :bpf_stack_trace, max_entries: 16

    defmap :tenants, :bpf_hash_of_maps,
      max_entries: 16,
      key_type: :u32,
      inner: {:bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64}

    defmap :round, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

    # Each key of 10,000 and more goes and comes back with another value.
    @sec "raw_tracepoint/sys_enter"
    def churn(_ctx) do
      round = bpf_map_lookup_elem(:round, 0) + 1
      bpf_map_update_elem(:round, 0, round, :bpf_any)

      for n <- 10_000..19_999 do
        bpf_map_delete_elem(:hash, n)
        bpf_map_update_elem(:hash, n, round, :bpf_any)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def churn_routes(_ctx) do
      round = bpf_map_lookup_elem(:round, 0) + 1
      bpf_map_update_elem(:round, 0, round, :bpf_any)

      for n <- 0..255 do
        network = %Network{prefixlen: 32, address: [10, 0, 1, n]}
        bpf_map_delete_elem(:routes, network)
        bpf_map_update_elem(:routes, network, round, :bpf_any)
      end

      0
    end

    # Puts 500 keys that were never there; returns how many the map had room for.
    @sec "raw_tracepoint/sys_enter"
    def fresh(_ctx) do
      round = bpf_map_lookup_elem(:round, 0) + 1
      bpf_map_update_elem(:round, 0, round, :bpf_any)

      for n <- 1..500, reduce: 0 do
        put ->
          case bpf_map_update_elem(:hash, round * 500 + n, round, :bpf_noexist) do
            :ok -> put + 1
            _ -> put
          end
      end
    end

    @sec "raw_tracepoint/sys_enter"
    def stage(_ctx), do: 7
  end

  alias Maps.{Network, Place, Task}

  setup do
    object = Honey.load!(Maps)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object, hash: Honey.map(object, :hash)}
  end

  defp cpus do
    {:ok, cpus} = LoaderNif.map_cpus()
    cpus
  end

  defp numbers(range), do: for(n <- range, do: {n, n * 3})

  defp network(n, prefixlen \\ 32),
    do: %Network{prefixlen: prefixlen, address: [10, 0, div(n, 256), rem(n, 256)]}

  defp task(n) do
    %Task{
      comm: String.duplicate("x", rem(n, 17)),
      state: Enum.at([:run, :sleep, nil], rem(n, 3)),
      seen: rem(n, 2) == 0,
      places: for(i <- 0..2, do: %Place{cpu: i, time: n * 0x1_0000_0000_0000}),
      mac: <<n::48>>,
      least: -0x8000000000000000 + n,
      greatest: 0xFFFFFFFFFFFFFFFF - n
    }
  end

  # Runs the program again and again, until the function has returned: its answer, and the sum of the program's.
  defp while_running(object, program, function) do
    test = self()
    runner = spawn_link(fn -> send(test, {self(), run_until_told(object, program, 0)}) end)
    answer = function.()
    send(runner, :stop)
    assert_receive {^runner, sum}
    {answer, sum}
  end

  defp run_until_told(object, program, sum) do
    receive do
      :stop -> sum
    after
      0 ->
        {:ok, %{return: return}} = Honey.test_run(object, program)
        run_until_told(object, program, sum + return)
    end
  end

  describe "put_many" do
    test "fills maps, and what is read is what was put", %{object: object, hash: hash} do
      pairs = numbers(0..(@entries - 1))
      assert Honey.Map.put_many(hash, pairs) == :ok
      assert Enum.sort(Honey.Map.to_list(hash)) == pairs
      assert Enum.sort(Honey.Map.keys(hash)) == Enum.to_list(0..(@entries - 1))
      assert Honey.Map.count(hash) == @entries
      assert Enum.count(hash) == @entries
      assert Enum.sort(Honey.Map.stream(object, :hash)) == pairs

      assert Honey.Map.put_many(object, :array, for(n <- 0..9_999, do: {n, -n})) == :ok
      assert Honey.Map.to_list(object, :array) == for(n <- 0..9_999, do: {n, -n})
      assert Honey.Map.put_many(object, :array, %{1 => 5, 3 => 7}) == :ok
      assert [{0, 0}, {1, 5}, {2, -2}, {3, 7} | _] = Honey.Map.to_list(object, :array)
    end

    test "a read gives about as many as are asked for", %{object: object, hash: hash} do
      Honey.Map.put_many(hash, numbers(1..@entries))
      sizes = sizes(hash, 4096, 1_000_000)
      assert Enum.sum(sizes) == @entries
      assert Enum.all?(sizes, &(&1 <= 4112))
      assert length(sizes) in 5..6

      wide = for n <- 1..1500, do: {n, :binary.copy(<<n>>, 4000)}
      Honey.Map.put_many(object, :wide, wide)
      assert Enum.sort(Honey.Map.stream(object, :wide)) == wide
      # A MiB has room for 261 of these.
      sizes = sizes(Honey.map(object, :wide), 4096, 1024 * 1024)
      assert Enum.sum(sizes) == 1500
      assert Enum.all?(sizes, &(&1 <= 280))
    end

    test "of types that have codecs, for each CPU, tries, programs, maps", %{object: object} do
      tasks = for n <- 0..4_999, do: {%Place{cpu: rem(n, 7), time: n}, task(n)}
      assert Honey.Map.put_many(object, :tasks, tasks) == :ok
      assert Enum.sort(Honey.Map.to_list(object, :tasks)) == Enum.sort(tasks)

      for {key, value} <- Enum.take_random(tasks, 20),
          do: assert(Honey.Map.get(object, :tasks, key) == value)

      values = for n <- 1..cpus(), do: -n
      percpu = for n <- 1..5_000, do: {n, values}
      assert Honey.Map.put_many(object, :cpu_hash, percpu) == :ok
      assert Enum.sort(Honey.Map.to_list(object, :cpu_hash)) == percpu
      places = for n <- 1..cpus(), do: %Place{cpu: n, time: n}
      assert Honey.Map.put_many(object, :cpu_array, [{1, places}]) == :ok
      zeros = for _ <- 1..cpus(), do: %Place{}
      assert Honey.Map.to_list(object, :cpu_array) == [{0, zeros}, {1, places}, {2, zeros}]

      routes = for n <- 0..4_095, do: {network(n), n}
      assert Honey.Map.put_many(object, :routes, routes) == :ok
      assert Enum.sort(Honey.Map.to_list(object, :routes)) == Enum.sort(routes)
      assert Honey.Map.count(object, :routes) == 4096

      assert Honey.Map.put_many(object, :stages, [{1, :stage}, {5, :fresh}]) == :ok
      assert Honey.Map.to_list(object, :stages) == [{1, :stage}, {5, :fresh}]
      assert Honey.Map.put_many(object, :tenants, %{7 => %{1 => 2}, 8 => %{}}) == :ok
      assert Honey.Map.to_list(object, {:tenants, 7}) == [{1, 2}]
    end

    test "puts what stands before the pair that is refused, and names that", %{
      object: object,
      hash: hash
    } do
      pairs = numbers(0..4_999) ++ [{5_000, -1}, {5_001, 1}]
      assert {:error, %Error{reason: :range} = error} = Honey.Map.put_many(hash, pairs)
      assert Exception.message(error) =~ "value -1 does not fit :u64 (0..18446744073709551615)"
      assert Enum.sort(Honey.Map.keys(hash)) == Enum.to_list(0..4_999)

      tasks = [
        {%Place{}, task(1)},
        {%Place{time: 1}, %{task(2) | least: :small}},
        {%Place{time: 2}, task(3)}
      ]

      assert {:error, %Error{reason: :type} = error} = Honey.Map.put_many(object, :tasks, tasks)
      assert Exception.message(error) =~ "the field `least` is :small, expected :s64"
      assert Honey.Map.keys(object, :tasks) == [%Place{}]

      assert {:error, %Error{reason: :e2big} = error} =
               Honey.Map.put_many(object, :grown, for(n <- 1..65, do: {n, n}))

      assert Exception.message(error) =~ "the map is full: it holds 64 elements"
      assert Honey.Map.count(object, :grown) == 64

      assert {:error, %Error{reason: :e2big} = error} =
               Honey.Map.put_many(object, :array, [{9_999, 1}, {10_000, 1}, {0, 1}])

      assert Exception.message(error) =~ "index 10000 is beyond the last, 9999"
      assert Honey.Map.get(object, :array, 9_999) == 1
      assert Honey.Map.get(object, :array, 0) == 0

      assert {:error, %Error{reason: :unknown_program}} =
               Honey.Map.put_many(object, :stages, [{1, :stage}, {2, :nobody}])

      assert Honey.Map.keys(object, :stages) == [1]
      assert {:error, %Error{reason: :unsupported}} = Honey.Map.put_many(object, :jobs, [{1, 2}])
      assert {:error, %Error{reason: :unknown_map}} = Honey.Map.put_many(object, :nothing, [])

      assert_raise ArgumentError,
                   ~r"expected pairs of a key and a value, {key, value}, got: 7",
                   fn ->
                     Honey.Map.put_many(hash, [{1, 2}, 7])
                   end
    end

    test "heeds flags", %{object: object, hash: hash} do
      assert Honey.Map.put_many(hash, [{1, 1}, {2, 2}], :noexist) == :ok

      assert {:error, %Error{reason: :eexist} = error} =
               Honey.Map.put_many(object, :hash, [{3, 3}, {2, 9}, {4, 4}], :noexist)

      assert Exception.message(error) =~ "key 2 is there already"
      assert Enum.sort(hash) == [{1, 1}, {2, 2}, {3, 3}]
      assert Honey.Map.put_many(hash, [{1, 7}, {2, 8}], :exist) == :ok
      assert {:error, %Error{reason: :enoent}} = Honey.Map.put_many(hash, %{5 => 1}, :exist)
      assert Enum.sort(hash) == [{1, 7}, {2, 8}, {3, 3}]

      assert_raise ArgumentError, ~r/unknown flag :new/, fn ->
        Honey.Map.put_many(hash, [], :new)
      end
    end

    test "is what Enum.into does", %{object: object, hash: hash} do
      assert Enum.into(numbers(1..5_000), hash) == hash
      assert for({n, m} <- numbers(5_001..5_003), into: hash, do: {n, m}) == hash
      assert Honey.Map.count(hash) == 5_003
      assert_raise Error, ~r/value -1 does not fit/, fn -> Enum.into([{1, 2}, {1, -1}], hash) end
      assert Enum.into(%{1 => 1}, Honey.map(object, :grown)) |> Enum.to_list() == [{1, 1}]
    end
  end

  describe "take" do
    test "gives a value that is then not there", %{object: object, hash: hash} do
      Honey.Map.put(hash, 1, 10)
      assert Honey.Map.take(hash, 1) == 10
      assert Honey.Map.take(object, :hash, 1) == nil
      assert Honey.Map.fetch(hash, 1) == :error

      values = List.duplicate(-3, cpus())
      Honey.Map.put(object, :cpu_hash, 1, values)
      assert Honey.Map.take(object, :cpu_hash, 1) == values
      assert Honey.Map.take(object, :cpu_hash, 1) == nil

      Honey.Map.put(object, :tasks, %Place{}, task(5))
      assert Honey.Map.take(object, :tasks, %Place{}) == task(5)
      assert Honey.Map.count(object, :tasks) == 0
    end

    test "in maps where it is two steps", %{object: object} do
      Honey.Map.put(object, :routes, network(0, 8), 1)
      Honey.Map.put(object, :routes, network(3), 2)
      assert Honey.Map.take(object, :routes, network(3)) == 2
      # A lookup finds the longer network now; that key itself is not there.
      assert Honey.Map.get(object, :routes, network(3)) == 1
      assert Honey.Map.take(object, :routes, network(3)) == nil
      assert Honey.Map.keys(object, :routes) == [%Network{prefixlen: 8, address: [10, 0, 0, 0]}]

      Honey.Map.put(object, :stages, 2, :stage)
      assert Honey.Map.take(object, :stages, 2) == :stage
      assert Honey.Map.take(object, :stages, 2) == nil

      Honey.Map.put(object, :tenants, 7, %{1 => 2})
      assert %Honey.Map{} = inner = Honey.Map.take(object, :tenants, 7)
      assert Honey.Map.to_list(inner) == [{1, 2}]
      assert Honey.Map.take(object, :tenants, 7) == nil
    end

    test "is refused where elements cannot go, and of keys that are none", %{
      object: object,
      hash: hash
    } do
      assert {:error, %Error{reason: :einval, hint: "put 0 instead"}} =
               Honey.Map.take(object, :array, 1)

      assert {:error, %Error{reason: :unsupported}} = Honey.Map.take(object, :jobs, 1)
      assert {:error, %Error{reason: :range}} = Honey.Map.take(hash, -1)
      assert {:error, %Error{reason: :type}} = Honey.Map.take(object, :routes, 1)
    end

    test "by several at a time gives each value to one", %{object: object, hash: hash} do
      for round <- 1..20 do
        {:ok, %{return: 500}} = Honey.test_run(object, :fresh)
        keys = Enum.to_list((round * 500 + 1)..(round * 500 + 500))

        takers =
          for _ <- 1..4,
              do: Elixir.Task.async(fn -> for key <- keys, Honey.Map.take(hash, key), do: key end)

        assert takers |> Elixir.Task.await_many(60_000) |> Enum.concat() |> Enum.sort() == keys
      end
    end
  end

  describe "take_all" do
    test "gives all, and leaves nothing", %{object: object, hash: hash} do
      pairs = numbers(1..@entries)
      Honey.Map.put_many(hash, pairs)
      assert Enum.sort(Honey.Map.take_all(hash)) == pairs
      assert Honey.Map.count(hash) == 0
      assert Honey.Map.take_all(object, :hash) == []

      percpu = for n <- 1..5_000, do: {n, List.duplicate(n, cpus())}
      Honey.Map.put_many(object, :cpu_hash, percpu)
      assert Enum.sort(Honey.Map.take_all(object, :cpu_hash)) == percpu
      assert Honey.Map.to_list(object, :cpu_hash) == []
    end

    test "by batches of one element, and key by key", %{object: object} do
      grown = Honey.map(object, :grown)
      pairs = for n <- 1..64, do: {n, -n}
      Honey.Map.put_many(grown, pairs)
      # Buckets of several elements are more than such a chunk has room for.
      assert Enum.sort(walk(grown, :pairs, 1)) == pairs
      assert Enum.sort(walk(grown, :taken, 1)) == pairs
      assert Honey.Map.count(grown) == 0

      routes = for n <- 0..4_095, do: {network(n), n}
      Honey.Map.put_many(object, :routes, routes)
      assert Enum.sort(Honey.Map.take_all(object, :routes)) == Enum.sort(routes)
      assert Honey.Map.count(object, :routes) == 0

      Honey.Map.put_many(object, :stages, [{1, :stage}, {5, :fresh}])
      assert Enum.sort(Honey.Map.take_all(object, :stages)) == [{1, :stage}, {5, :fresh}]
      assert Honey.Map.to_list(object, :stages) == []

      Honey.Map.put_many(object, :tenants, %{7 => %{1 => 2}, 8 => %{}})

      assert [{7, seven}, {8, eight}] =
               object |> Honey.Map.take_all(:tenants) |> Enum.sort_by(&elem(&1, 0))

      assert {Enum.to_list(seven), Enum.to_list(eight)} == {[{1, 2}], []}
      assert Honey.Map.keys(object, :tenants) == []
    end

    test "is refused of arrays and of maps without keys", %{object: object} do
      assert {:error, %Error{reason: :einval}} = Honey.Map.take_all(object, :array)
      assert {:error, %Error{reason: :unsupported}} = Honey.Map.take_all(object, :jobs)
    end

    test "gives all that programs put meanwhile, once", %{object: object, hash: hash} do
      {taken, put} =
        while_running(object, :fresh, fn ->
          Enum.flat_map(1..200, fn _ -> Honey.Map.take_all(hash) end)
        end)

      all = taken ++ Honey.Map.to_list(hash)
      assert length(taken) > 0
      assert length(all) == put
      assert all |> Enum.uniq_by(&elem(&1, 0)) |> length() == put
      assert Enum.all?(all, fn {key, round} -> div(key - 1, 500) == round end)
    end
  end

  # How many elements each read gives.
  defp sizes(map, elements, bytes, cursor \\ nil) do
    case LoaderNif.map_read(map.ref, cursor, :pairs, elements, bytes, []) do
      {:more, cursor, list} -> [length(list) | sizes(map, elements, bytes, cursor)]
      {:done, list, :exact} -> [length(list)]
    end
  end

  defp walk(map, what, most, cursor \\ nil, list \\ []) do
    case LoaderNif.map_read(map.ref, cursor, what, most, 1_000_000, list) do
      {:more, cursor, list} -> walk(map, what, most, cursor, list)
      {:done, list, :exact} -> list
    end
  end

  describe "clear" do
    test "empties maps of all kinds", %{object: object, hash: hash} do
      Honey.Map.put_many(hash, numbers(1..@entries))
      assert Honey.Map.clear(hash) == :ok
      assert Honey.Map.count(hash) == 0
      assert Honey.Map.clear(object, :hash) == :ok

      Honey.Map.put_many(object, :routes, for(n <- 0..999, do: {network(n), n}))
      assert Honey.Map.clear(object, :routes) == :ok
      assert Honey.Map.to_list(object, :routes) == []

      Honey.Map.put_many(object, :stages, [{1, :stage}, {5, :fresh}])
      Honey.Map.put_many(object, :tenants, %{7 => %{1 => 2}, 8 => %{}})
      for name <- [:stages, :tenants], do: assert(Honey.Map.clear(object, name) == :ok)

      assert {Enum.to_list(Honey.map(object, :stages)), Honey.Map.keys(object, :tenants)} ==
               {[], []}
    end

    test "sets the elements of arrays to zeros, and pops what has no keys", %{object: object} do
      Honey.Map.put_many(object, :array, for(n <- 0..9_999, do: {n, n}))
      assert Honey.Map.clear(object, :array) == :ok
      assert object |> Honey.Map.to_list(:array) |> Enum.all?(fn {_, value} -> value == 0 end)

      Honey.Map.put(object, :cpu_array, 2, for(n <- 1..cpus(), do: %Place{cpu: n}))
      assert Honey.Map.clear(object, :cpu_array) == :ok
      assert Honey.Map.get(object, :cpu_array, 2) == for(_ <- 1..cpus(), do: %Place{})

      for name <- [:jobs, :stack] do
        for n <- 1..16, do: Honey.Map.push(object, name, n)
        assert Honey.Map.clear(object, name) == :ok
        assert Honey.Map.pop(object, name) == nil
      end

      assert {:error, %Error{reason: :unsupported} = error} = Honey.Map.clear(object, :seen)
      assert Exception.message(error) =~ "a map of type :bpf_bloom_filter cannot be emptied"
    end
  end

  describe "while a program changes the map" do
    test "lists and streams end, and show what stays once", %{object: object, hash: hash} do
      Honey.Map.put_many(hash, numbers(0..(@entries - 1)))

      while_running(object, :churn, fn ->
        for _ <- 1..20 do
          check_stays(Honey.Map.to_list(hash))
          check_stays(Enum.to_list(hash))
          assert Honey.Map.count(hash) in 10_000..@entries
        end
      end)
    end

    test "tries end, too: with a list, or an error that says so", %{object: object} do
      Honey.Map.put_many(object, :routes, for(n <- 0..511, do: {network(n), n}))

      while_running(object, :churn_routes, fn ->
        for _ <- 1..50 do
          case Honey.Map.to_list(object, :routes) do
            {:error, error} ->
              assert %Error{reason: :eagain} = error
              assert Exception.message(error) =~ "changes faster than this kernel can list it"

            pairs ->
              keys = Enum.map(pairs, &elem(&1, 0))
              assert keys == Enum.uniq(keys)
          end
        end
      end)

      assert {:ok, 0} =
               while_running(object, :churn_routes, fn -> Honey.Map.clear(object, :routes) end)
    end

    test "so do what takes and clears", %{object: object, hash: hash} do
      Honey.Map.put_many(hash, numbers(0..9_999))

      while_running(object, :churn, fn ->
        taken = Map.new(Honey.Map.take_all(hash))
        for {key, value} <- numbers(0..9_999), do: assert(taken[key] == value)
        assert Honey.Map.clear(hash) == :ok
      end)
    end
  end

  # The keys below 10,000 are not touched.
  defp check_stays(pairs) do
    {stays, moves} = Enum.split_with(pairs, fn {key, _} -> key < 10_000 end)
    assert Enum.sort(stays) == numbers(0..9_999)
    keys = Enum.map(moves, &elem(&1, 0))
    assert length(Enum.uniq(keys)) == length(keys)
  end

  describe "values of CPUs" do
    test "are added up, compared and merged", %{object: object} do
      values = for n <- 1..cpus(), do: 10 * n - 15
      Honey.Map.put(object, :cpu_hash, 4, values)
      assert Honey.Map.sum(object, :cpu_hash, 4) == Enum.sum(values)
      assert Honey.Map.max(object, :cpu_hash, 4) == Enum.max(values)

      assert Honey.Map.merge(object, :cpu_hash, 4, &(&1 - &2)) ==
               Enum.reduce(tl(values), hd(values), &(&2 - &1))

      map = Honey.map(object, :cpu_hash)

      assert {Honey.Map.sum(map, 5), Honey.Map.max(map, 5), Honey.Map.merge(map, 5, &+/2)} ==
               {nil, nil, nil}

      Honey.Map.put(object, :cpu_array, 0, for(n <- 1..cpus(), do: %Place{cpu: n, time: 10 * n}))

      merged =
        Honey.Map.merge(object, :cpu_array, 0, fn a, b ->
          %Place{cpu: max(a.cpu, b.cpu), time: a.time + b.time}
        end)

      assert merged == %Place{cpu: cpus(), time: 10 * Enum.sum(1..cpus())}
    end

    test "are refused where there are none, or no integers", %{object: object, hash: hash} do
      assert {:error, %Error{reason: :unsupported} = error} = Honey.Map.sum(hash, 1)

      assert Exception.message(error) =~
               "`sum` is for the values of the CPUs, and a map of type :bpf_hash has one"

      assert {:error, %Error{reason: :unsupported} = error} = Honey.Map.max(object, :cpu_array, 1)
      assert Exception.message(error) =~ "those of the map are no integers"

      assert Exception.message(error) =~
               "hint: make one value of them with a function: `Honey.Map.merge`"

      assert {:error, %Error{reason: :range}} = Honey.Map.sum(object, :cpu_hash, -1)
    end
  end

  test "fetch! gives the value, or raises", %{object: object, hash: hash} do
    Honey.Map.put(hash, 1, 10)
    assert {Honey.Map.fetch!(hash, 1), Honey.Map.fetch!(object, :hash, 1)} == {10, 10}

    assert_raise KeyError, ~r/key 2 not found in: #Honey.Map</, fn ->
      Honey.Map.fetch!(hash, 2)
    end

    assert_raise Error, ~r/key -1 does not fit/, fn -> Honey.Map.fetch!(hash, -1) end
    assert_raise Error, ~r/no map :nothing/, fn -> Honey.Map.fetch!(object, :nothing, 1) end
  end

  # What each gives, of a map that the calls before it have changed.
  @raising [
    {:hash, :put!, [1, 10], :ok},
    {:hash, :get!, [1], 10},
    {:hash, :get!, [2], nil},
    {:hash, :update!, [1, 0, &__MODULE__.double/1], :ok},
    {:hash, :take!, [1], 20},
    {:hash, :put_many!, [[{3, 4}, {5, 6}]], :ok},
    {:hash, :delete!, [5], :ok},
    {:hash, :to_list!, [], [{3, 4}]},
    {:hash, :keys!, [], [3]},
    {:hash, :count!, [], 1},
    {:hash, :take_all!, [], [{3, 4}]},
    {:hash, :put!, [7, 8], :ok},
    {:hash, :clear!, [], :ok},
    {:hash, :to_list!, [], []},
    {:cpu_hash, :sum!, [1], nil},
    {:jobs, :push!, [4_711], :ok},
    {:jobs, :peek!, [], 4_711},
    {:jobs, :pop!, [], 4_711},
    {:jobs, :pop!, [], nil}
  ]

  def double(n), do: 2 * n

  test "functions with ! give what those without do", %{object: object} do
    for {name, function, arguments, given} <- @raising,
        do: assert(apply(Honey.Map, function, [Honey.map(object, name) | arguments]) == given)

    for {name, function, arguments, given} <- @raising,
        do: assert(apply(Honey.Map, function, [object, name | arguments]) == given)

    cpus = Enum.to_list(1..cpus())
    cpu_hash = Honey.map(object, :cpu_hash)
    Honey.Map.put!(cpu_hash, 1, cpus)
    assert Honey.Map.sum!(cpu_hash, 1) == Enum.sum(cpus)
    assert Honey.Map.max!(object, :cpu_hash, 1) == length(cpus)
    assert Honey.Map.merge!(cpu_hash, 1, &min/2) == 1
  end

  test "functions with ! raise what those without answer", %{object: object, hash: hash} do
    assert_raise Error, ~r/key -1 does not fit/, fn -> Honey.Map.get!(hash, -1) end
    assert_raise Error, ~r/value -1 does not fit/, fn -> Honey.Map.put!(hash, 1, -1) end
    assert_raise Error, ~r/map `hash`/, fn -> Honey.Map.pop!(hash) end
    assert_raise Error, ~r/map `hash`/, fn -> Honey.Map.sum!(object, :hash, 1) end

    for {_, function, arguments, _} <- @raising do
      assert_raise Error, ~r/no map :nothing/, fn ->
        apply(Honey.Map, function, [object, :nothing | arguments])
      end

      # As while a supervisor starts the owner of that name anew.
      assert_raise Error, fn ->
        apply(Honey.Map, function, [:nobody_of_this_name, :hash | arguments])
      end
    end
  end

  test "arrays are enumerated by index", %{object: object, hash: hash} do
    array = Honey.map(object, :array)
    Honey.Map.put_many(array, for(n <- 0..9_999, do: {n, n * n}))
    assert Enum.at(array, 77) == {77, 77 * 77}
    assert Enum.slice(array, 9_997, 10) == for(n <- 9_997..9_999, do: {n, n * n})
    assert Enum.slice(array, 0..10//5) == [{0, 0}, {5, 25}, {10, 100}]
    assert Enum.take(array, -1) == [{9_999, 9_999 * 9_999}]
    assert Enum.at(array, 10_000) == nil
    Honey.Map.put(hash, 1, 2)
    assert Enum.at(hash, 0) == {1, 2}
  end

  test "what is closed says so", %{object: object, hash: hash} do
    Honey.Map.put(hash, 1, 2)
    Honey.unload(object)

    for answer <- [
          Honey.Map.to_list(hash),
          Honey.Map.count(hash),
          Honey.Map.take(hash, 1),
          Honey.Map.take_all(hash),
          Honey.Map.clear(hash),
          Honey.Map.put_many(hash, [{1, 2}])
        ],
        do: assert({:error, %Error{reason: :closed}} = answer)

    assert_raise Error, ~r/closed/, fn -> Enum.count(hash) end
    assert_raise Error, ~r/closed/, fn -> Enum.into([{1, 2}], hash) end
  end
end
