defmodule Honey.SimTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias Honey.Sim.{Operation, Statement, World}

  # The module that the documentation shows.
  {:docs_v1, _, _, _, %{"en" => moduledoc}, _, _} = Code.fetch_docs(Sim)
  [example] = Regex.run(~r/^    defmodule Starts do\n.*?^    end\n/ms, moduledoc)
  Code.compile_string(example, "starts.ex")

  doctest Sim

  defmodule Counter do
    use Honey, license: "GPL", kernel: "5.13", on_error: -1

    import Honey.BpfHelpers

    defmap :count, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :u8
    defmap :by_cpu, :bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u64
    defmap :latest, :bpf_lru_hash, max_entries: 2, key_type: :u32, value_type: :u32
    defmap :slots, :bpf_array, max_entries: 3, key_type: :u32, value_type: :s16

    @sec "tracepoint/sched/sched_switch"
    def on_switch(ctx) do
      if ctx.next_pid == 13, do: raise("unlucky #{ctx.next_pid}")
      count(ctx.next_pid)
      on_this_cpu()
      bpf_map_update_elem(:latest, ctx.next_pid, 1, :bpf_any)
      5
    end

    @sec "tracepoint/sched/sched_process_exec"
    def who(_ctx) do
      bpf_printk("%s on %d", [bpf_get_current_comm(), bpf_get_smp_processor_id()])
      bpf_printk("%x %d %u 100%%", [bpf_get_current_pid_tgid(), -1, -1])
      bpf_printk("uid %d of %d", [bpf_get_current_uid_gid() &&& 0xFFFFFFFF, bpf_ktime_get_ns()])
      bpf_map_update_elem(:slots, 1, bpf_ktime_get_ns() + 0x8000, :bpf_any)
      0
    end

    defp on_this_cpu do
      bpf_map_update_elem(:by_cpu, 0, (bpf_map_lookup_elem(:by_cpu, 0) || 0) + 1, :bpf_any)
    end

    # Above 255 the u8 wraps.
    def count(key) do
      case bpf_map_lookup_elem(:count, key) do
        nil -> bpf_map_update_elem(:count, key, 1, :bpf_any)
        n -> bpf_map_update_elem(:count, key, n + 1, :bpf_any)
      end
    end

    def unused(a, b \\ 10), do: a * b
    def kind(nil), do: :none
    def kind({:error, reason}), do: reason
    def kind(x) when x in [true, false], do: not x
    def kind(:red), do: {:error, :red}
    def kind(x) when x > 0x7FFFFFFFFFFFFFFF, do: :large
    def kind(x), do: -x

    def sorted({a, b}) when a > b, do: {b, a}
    def sorted(pair), do: pair
    def union(n) when n < 0, do: :negative
    def union(0), do: nil
    def union(1), do: {:ok, {n_of(1), [1, 2, :three]}}
    def union(2), do: %{:size => 2, 7 => {:none}}
    def union(3), do: {:error, :enoent}
    def union(4), do: {}
    def union(5), do: []
    def union(n), do: n
    defp n_of(n), do: n * 0x4000000000000000 * 3
    def same(x), do: x
    def size(%{size: size}), do: size
    def size([first | _]), do: first
    def size(:none), do: 0
    def size({:ok, size}), do: size + 1

    def half(n), do: div(100, n)
    def twice(n), do: half(n) + half(n - 1)
    def ordinary(list), do: Enum.map(list, & &1)
  end

  defmodule Library do
    use Honey

    defmap :seen, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

    def see(key) do
      Honey.BpfHelpers.bpf_printk("seen %d", [key])

      Honey.BpfHelpers.bpf_map_update_elem(
        :seen,
        key,
        Honey.BpfHelpers.bpf_ktime_get_ns(),
        :bpf_noexist
      )
    end

    def ordinary(list), do: Enum.sum(list)
  end

  defp value(function, arguments, options \\ []) do
    result = Sim.run(Counter, function, [{:args, arguments} | options])
    assert result.raised == nil and result.return == nil
    result.value
  end

  describe "the representation" do
    test "has no operation that is not interpreted" do
      for op <- Honey.Nif.operations() do
        results =
          for operands <- [[3], [3, 2]] do
            try do
              Operation.apply(op, :u64, operands)
            rescue
              FunctionClauseError -> nil
            end
          end

        assert Enum.count(results, &is_integer/1) == 1, "#{op} is not in Honey.Sim.Operation"
      end
    end

    test "has no kind of statement that is not interpreted, in any golden" do
      root = Path.expand("../golden", __DIR__)

      kinds =
        for path <- Path.wildcard(Path.join(root, "units/1.14/*.etf")),
            not File.exists?(Path.join(root, Path.basename(path, ".etf") <> ".err")),
            {:ok, ir} <- [
              path |> File.read!() |> :erlang.binary_to_term() |> Honey.Nif.represent()
            ],
            function <- ir.functions,
            kind <- kinds(function.body),
            uniq: true,
            do: kind

      assert Enum.sort(kinds) == Enum.sort(Statement.kinds())
    end

    defp kinds(body) do
      Enum.flat_map(body, fn
        {:if, _, _, {_, then, otherwise}} -> [:if | kinds(then) ++ kinds(otherwise)]
        {:block, _, _, {_, body}} -> [:block | kinds(body)]
        {:loop, _, _, {_, body}} -> [:loop | kinds(body)]
        {kind, _, _, _} -> [kind]
      end)
    end

    test "has no entry that the unit has not" do
      unit = Counter.__honey__(:unit)

      for entry <- [
            %{name: :nobody, arguments: []},
            %{name: :on_switch, arguments: [[:s64]]},
            %{name: 5, arguments: []},
            %{name: :on_this_cpu},
            5
          ] do
        assert {:error, {:bug, _}} = Honey.Nif.represent(Map.put(unit, :entry, entry))
      end

      for type <- [
            5,
            [],
            [:u32],
            [{:atom, 5}],
            [{:tuple, [:s64]}],
            [{:tuple, 5}],
            [{:map, [{1, 2}]}],
            [{:map, [{1, [:s64]}, {1, [:s64]}]}],
            [{:list, List.duplicate([:s64], 200)}],
            [{1, 2, 3}]
          ] do
        entry = %{name: :count, arguments: [type]}
        assert {:error, [%{message: message}]} = Honey.Nif.represent(Map.put(unit, :entry, entry))
        assert message =~ "argument 1 of `count/1` is of a type"
      end
    end

    test "has no helper without arguments that is not simulated" do
      # The current task is no value that a statement asks for.
      for %{name: name, parameters: [], obstacle: nil} <- Honey.Nif.helpers(),
          name not in ["bpf_get_current_comm", "bpf_get_current_task_btf"] do
        assert {:ok, value, %World{}} = World.call(%World{}, String.to_atom(name), [])
        assert is_integer(value)
      end
    end
  end

  describe "a program" do
    test "reads its context, and returns what the kernel would get" do
      result = Sim.run(Counter, :on_switch, ctx: %{next_pid: 7})
      assert %{return: 5, value: nil, raised: nil, printk: []} = result

      assert result.maps == %{
               count: %{7 => 1},
               by_cpu: %{0 => [1]},
               latest: %{7 => 1},
               slots: %{0 => 0, 1 => 0, 2 => 0}
             }
    end

    test "that raises returns what on_error: says" do
      result = Sim.run(Counter, :on_switch, ctx: [next_pid: 13])
      assert result.return == -1
      assert %{kind: :raise, function: {:on_switch, 1}, line: line, file: file} = result.raised
      assert file == Path.relative_to_cwd(__ENV__.file)
      assert File.read!(file) |> String.split("\n") |> Enum.at(line - 1) =~ "unlucky"
      assert result.maps.count == %{}
    end

    test "is told what is around it" do
      result =
        Sim.run(Counter, :who,
          comm: "iex",
          cpu: 3,
          pid: 2,
          tgid: 1,
          uid: 1000,
          gid: 5,
          time: fn -> 42 end
        )

      assert result.printk == [
               "iex on 3",
               "100000002 -1 18446744073709551615 100%",
               "uid 1000 of 42"
             ]

      assert result.maps.slots == %{0 => 0, 1 => 42 - 0x8000, 2 => 0}
      assert result.maps.by_cpu == %{0 => [0, 0, 0, 0]}
    end
  end

  describe "another function" do
    test "is compiled for the types of its arguments" do
      assert value(:unused, [4, 5]) == 20
      assert value(:unused, [4]) == 40
      assert value(:kind, [nil]) == :none
      assert value(:kind, [{:error, :enoent}]) == :enoent
      assert value(:kind, [{:error, :other}]) == :other
      assert value(:kind, [true]) == false
      assert value(:kind, [:red]) == {:error, :red}
      assert value(:kind, [5]) == -5
      assert value(:kind, [0xFFFFFFFFFFFFFFFF]) == :large
    end

    test "takes data, and gives it" do
      assert value(:sorted, [{5, 3}]) == {3, 5}
      assert value(:sorted, [{3, 5}]) == {3, 5}
      assert value(:size, [%{size: 3}]) == 3
      assert value(:size, [%{:size => 3, :other => {1, 2}, 7 => nil}]) == 3
      assert value(:size, [[7, 8]]) == 7
      assert value(:size, [{:ok, 8}]) == 9

      assert Enum.map(-1..6, &value(:union, [&1])) == [
               :negative,
               nil,
               {:ok, {-0x4000000000000000, [1, 2, :three]}},
               %{:size => 2, 7 => {:none}},
               {:error, :enoent},
               {},
               [],
               6
             ]

      for value <- [{}, [], %{}, {1, {2, {:a, nil}}, [3]}, %{-1 => [true, %{b: 5}]}, {nil, [nil]}] do
        assert value(:same, [value]) == value
      end

      alternatives = [:none, {:ok, :u64}, %{size: :s64, more: {:s64, :boolean}}]
      most = 0xFFFFFFFFFFFFFFFF
      # Some clauses give s64: then all do.
      assert value(:size, [{:ok, most - 1}], types: [alternatives]) == -1
      assert value(:size, [:none], types: [alternatives]) == 0
      assert value(:size, [%{size: 4, more: {1, true}}], types: [alternatives]) == 4

      for value <- [:none, {:ok, most}, %{size: -1, more: {-2, false}}] do
        assert value(:same, [value], types: [alternatives]) == value
      end
    end

    test "takes other types on demand" do
      most = 0xFFFFFFFFFFFFFFFF
      assert value(:unused, [-1, 2]) == -2
      assert value(:unused, [most, 2]) == most - 1
      assert value(:unused, [5, 0x4000000000000000]) == 0x4000000000000000
      assert value(:unused, [5, 0x4000000000000000], types: [:u64, :s64]) == 0x4000000000000000
      assert value(:unused, [3, 0x4000000000000000], types: [:s64, :s64]) == -0x4000000000000000
      assert value(:unused, [3, 0x4000000000000000], types: [:u64, :s64]) == 0xC000000000000000
      assert value(:kind, [5], types: [[:s64, nil, :boolean, {:error, [:a, :b]}]]) == -5
      assert value(:kind, [true], types: [[:s64, nil, :boolean, {:error, [:a, :b]}]]) == false
      assert value(:kind, [{:error, :b}], types: [[:s64, nil, {:error, [:a, :b]}]]) == :b
    end

    test "raises where the kernel would" do
      for {arguments, function} <- [{[0], :half}, {[1], :half}] do
        assert %{value: nil, return: nil, raised: raised} =
                 Sim.run(Counter, :twice, args: arguments)

        assert %{kind: :arithmetic, function: {^function, 1}} = raised
      end

      assert value(:twice, [2]) == 150
      nil_operand = Sim.run(Counter, :half, args: [nil])
      assert %{kind: :nil_operand} = nil_operand.raised
    end

    test "may be private, or a library's" do
      sim = Sim.new(Counter, cpus: 2)
      %{sim: sim} = Sim.run(sim, :on_this_cpu)
      %{sim: sim} = Sim.run(sim, :on_this_cpu, cpu: 1)
      %{sim: sim} = Sim.run(sim, :on_this_cpu, cpu: 1)
      assert Sim.map(sim, :by_cpu) == %{0 => [1, 2]}

      assert %{value: :ok, printk: ["seen 4"], sim: sim} =
               Sim.run(Library, :see, args: [4], time: 9)

      assert Sim.map(sim, :seen) == %{4 => 9}
      assert Sim.run(sim, :see, args: [4]).value == {:error, :eexist}
    end
  end

  describe "maps" do
    test "store what their types can hold" do
      result = Sim.run(Counter, :count, args: [1], maps: %{count: %{1 => 255}})
      assert result.maps.count == %{1 => 0}
    end

    test "are full at last, or drop what was used least recently" do
      sim = Sim.new(Counter, maps: [count: [{1, 1}, {2, 1}]])
      assert Sim.run(sim, :count, args: [3]).value == {:error, :e2big}
      assert Sim.run(sim, :count, args: [2]).value == :ok

      sim =
        for pid <- [1, 2, 1, 3], reduce: sim do
          sim -> Sim.run(sim, :on_switch, ctx: %{next_pid: pid}).sim
        end

      assert Sim.map(sim, :latest) == %{1 => 1, 3 => 1}
    end

    test "are put and kept" do
      sim = Sim.new(Counter) |> Sim.put_map(:count, %{1 => 5})
      first = Sim.run(sim, :count, args: [1])
      assert first.maps.count == %{1 => 6}
      assert Sim.run(first.sim, :count, args: [1]).maps.count == %{1 => 7}
      assert Sim.map(sim, :count) == %{1 => 5}
      assert Sim.run(first.sim, :count, args: [1], maps: %{count: %{}}).maps.count == %{1 => 1}
    end
  end

  test "a clock goes on from run to run, other options are the run's own" do
    clock = fn sim, options ->
      result = Sim.run(sim, :see, [{:args, [1]} | options])
      {result.maps.seen[1], Sim.put_map(result.sim, :seen, %{})}
    end

    sim = Sim.new(Library, time: {100, 5})
    assert {100, sim} = clock.(sim, [])
    assert {105, sim} = clock.(sim, [])
    assert {7, sim} = clock.(sim, time: 7)
    assert {110, _} = clock.(sim, [])
  end

  defmodule Told do
    use Honey, license: "GPL", kernel: "6.18"
    import Honey.BpfHelpers

    def node, do: bpf_get_numa_node_id()
    def own_group, do: bpf_get_current_cgroup_id()
    def group(level), do: bpf_get_current_ancestor_cgroup_id(level)
    def random, do: bpf_get_prandom_u32()
    def ticks, do: bpf_jiffies64()
    def clocks, do: {bpf_ktime_get_boot_ns(), bpf_ktime_get_coarse_ns(), bpf_ktime_get_tai_ns()}
    def ids, do: bpf_get_ns_current_pid_tgid(4, 1)
    def number(address), do: bpf_probe_read_user(address, :s16)
    def big(address), do: bpf_probe_read_kernel(address, :u64)
    def signal, do: bpf_send_signal(9)

    def length_at(address) do
      case bpf_probe_read_user_str(address, 8) do
        {:error, reason} -> reason
        text -> byte_size(text)
      end
    end

    @sec "xdp"
    def cuts(ctx), do: if(bpf_xdp_adjust_tail(ctx, -4) == :ok, do: 2, else: 1)

    @sec "xdp"
    def measures(ctx), do: bpf_xdp_get_buff_len(ctx)
  end

  test "helpers tell what the options say" do
    told = fn name, options -> Sim.run(Told, name, options).value end

    assert told.(:node, numa_node: 3) == 3
    assert told.(:own_group, []) == 1
    assert told.(:own_group, cgroups: [1, 40, 77]) == 77

    for {level, id} <- [{0, 1}, {1, 40}, {2, 77}, {3, 0}, {-1, 0}],
        do: assert(told.(:group, args: [level], cgroups: [1, 40, 77]) == id)

    assert told.(:random, random: 7) == 7
    assert told.(:random, random: fn -> 2 ** 32 + 5 end) == 5
    assert told.(:random, []) == told.(:random, [])
    %{value: first, sim: sim} = Sim.run(Told, :random, [])
    assert Sim.run(sim, :random, []).value != first
    assert told.(:ticks, time: 8_000_000) == 2
    assert told.(:clocks, time: {10, 5}) == {10, 15, 20}
    assert told.(:ids, pid: 5, tgid: 4) == 4 * 2 ** 32 + 5
    assert told.(:signal, []) == :ok

    memory = %{0x1000 => <<0xFE, 0xFF, 0, 1>>, 0x2000 => "a long text"}
    assert told.(:number, args: [0x1000], memory: memory) == -2
    assert told.(:number, args: [0x1002], memory: memory) == 256
    assert told.(:number, args: [0x1003], memory: memory) == {:error, :efault}

    assert told.(:big, args: [0x2000], memory: memory) ==
             :binary.decode_unsigned("a long t", :little)

    assert told.(:length_at, args: [0x1000], memory: memory) == 2
    assert told.(:length_at, args: [0x2000], memory: memory) == 7
    assert told.(:length_at, args: [0x3000], memory: memory) == :efault

    assert Sim.run(Told, :measures, ctx: %{packet: "12345"}).return == 5

    assert_raise ArgumentError, ~r/`bpf_xdp_adjust_tail`.*not simulated.*fn _, _ -> /s, fn ->
      Sim.run(Told, :cuts, ctx: %{})
    end

    cut = %{bpf_xdp_adjust_tail: fn %{}, -4 -> :ok end}
    assert Sim.run(Told, :cuts, ctx: %{}, helpers: cut).return == 2
    failing = %{bpf_probe_read_user: fn 5, :s16 -> {:error, :efault} end}
    assert told.(:number, args: [5], helpers: failing) == {:error, :efault}
    text = %{bpf_probe_read_user_str: fn 5, 8 -> "abc" end}
    assert told.(:length_at, args: [5], helpers: text) == 3

    for {name, text} <- [
          bpf_probe_read_user_str: "longer than it may be",
          bpf_probe_read_user_str: 5
        ] do
      assert_raise ArgumentError, ~r/in helpers: returned/, fn ->
        told.(:length_at, args: [5], helpers: %{name => fn _, _ -> text end})
      end
    end

    for {option, value} <- [cgroups: [], memory: %{1 => 2}, random: -1, cookie: -1] do
      assert_raise ArgumentError, ~r/^#{option}: of a simulation is/, fn ->
        told.(:node, [{option, value}])
      end
    end
  end

  test "helpers can be replaced" do
    full = %{bpf_map_update_elem: fn :count, 1, 1, :bpf_any -> {:error, :enomem} end}
    result = Sim.run(Counter, :count, args: [1], helpers: full)
    assert result.value == {:error, :enomem}
    assert result.maps.count == %{}

    found = %{bpf_map_lookup_elem: fn _, _ -> 9 end, bpf_ktime_get_ns: fn -> 4 end}
    assert Sim.run(Counter, :count, args: [1], helpers: found).maps.count == %{1 => 10}
    assert Sim.run(Library, :see, args: [1], helpers: found).maps.seen == %{1 => 4}

    for result <- [5, {:error, :unheard_of}] do
      helpers = %{bpf_map_update_elem: fn _, _, _, _ -> result end}

      assert_raise ArgumentError, ~r/`bpf_map_update_elem` in helpers: returned/, fn ->
        Sim.run(Counter, :count, args: [1], helpers: helpers)
      end
    end
  end

  describe "what does not fit is refused:" do
    defp message(function, options) do
      assert_raise(ArgumentError, fn -> Sim.run(Counter, function, options) end).message
    end

    test "fields" do
      assert message(:on_switch, ctx: %{next: 1}) =~
               "ctx: has :next, which is not a field of \"tracepoint/sched/sched_switch\"; its fields are " <>
                 ":prev_comm, :prev_pid"

      assert message(:on_switch, ctx: %{prev_pid: 1}) =~
               ~r/reads `ctx.next_pid` on line \d+, which ctx: does not have; it has \[:prev_pid\]/

      assert message(:on_switch, ctx: %{next_pid: 0x80000000}) =~
               "ctx: has 2147483648 for :next_pid, which is :s32 (-2147483648..2147483647)"

      assert message(:on_switch, ctx: %{next_comm: "sixteen letters!!"}) =~ "at most 16 bytes"
      assert message(:on_switch, args: [1]) =~ ":on_switch is a program: it takes ctx:"
      assert message(:count, ctx: %{}) =~ ":count is not a program: it takes args:"
      assert message(:on_swich, ctx: %{}) =~ "has no function :on_swich; it has"
      assert message(:on_swich, ctx: %{}) =~ "; did you mean :on_switch?"

      assert message(:on_switch, ctx: %{next_pid: "sh"}) =~
               "which is :s32 (-2147483648..2147483647); what is at an address is given by memory:, " <>
                 "as in `ctx: %{next_pid: 0x1000}, memory: %{0x1000 => \"sh\"}`"

      refute message(:on_switch, ctx: %{next_pid: 1.5}) =~ "memory:"
    end

    test "arguments" do
      assert message(:count, args: [1.5]) =~ "args: has 1.5"
      assert message(:count, args: [0x10000000000000000]) =~ "an integer of 64 bits"
      assert message(:count, args: [1], types: [:float, :s64]) =~ "lists of one length"
      assert message(:count, args: [1], types: [nil]) =~ "args: has 1, which is not of type nil"

      assert message(:count, args: [1], types: [:u8]) =~
               "not of type :u8, which is that atom; types of integers are :s64 and :u64"

      assert message(:count, args: [1], types: [{:pair, 1}]) =~ "types: has {:pair, 1}; a type is"

      assert message(:count, []) =~
               "has no function count/0, as args: has 0 arguments; it has count/1"

      assert message(:cuont, []) =~ "has no function :cuont; it has :count, :half"
      assert message(:cuont, []) =~ "; did you mean :count?"
      refute message(:nothing_like_it, []) =~ "did you mean"
    end

    test "maps" do
      assert message(:count, args: [1], maps: %{counts: %{}}) =~
               "has no map :counts; it has :by_cpu, :count, :latest, :slots"

      assert message(:count, args: [1], maps: %{count: %{1 => 256}}) =~
               "value 256 of key 1 of map :count does not fit :u8 (0..255)"

      assert message(:count, args: [1], maps: %{count: %{-1 => 2}}) =~ "key -1 of map :count"
      assert message(:count, args: [1], maps: %{slots: [5]}) =~ "not a key with its value"
      assert message(:count, args: [1], maps: %{slots: %{3 => 2}}) =~ "beyond the last, 2"
      assert message(:count, args: [1], maps: %{count: %{1 => 1, 2 => 1, 3 => 1}}) =~ "3 entries"

      assert message(:count, args: [1], cpus: 2, maps: %{by_cpu: %{0 => 2}}) =~
               "each of the 2 CPUs"

      assert message(:count, args: [1], cpus: 2, maps: %{by_cpu: %{0 => [1 | 2]}}) =~
               "each of the 2 CPUs"
    end

    test "options" do
      assert message(:count, arg: [1]) =~
               "unknown option :arg of Honey.Sim.run/3: the options are :cpus, :args"

      assert message(:count, args: [1], cpu: 2, cpus: 2) =~
               "cpu: is 2, but the simulation has 2 CPUs"

      assert message(:count, args: [1], cpus: 0) =~ "positive integer"

      assert message(:count, args: [1], pid: -1) =~
               "pid: of a simulation is an integer of 32 bits"

      assert message(:count, args: [1], comm: "a name that is too long") =~ "at most 15 bytes"
      assert message(:count, args: [1], time: -1) =~ "{start, step}"
      assert message(:count, args: [1], helpers: %{bpf_x: 1}) =~ ":bpf_x, which is not a helper"

      assert message(:count, args: [1], helpers: %{bpf_printk: fn -> 1 end}) =~
               "printk: of the result"

      assert message(:count, args: [1], helpers: %{bpf_ktime_get_ns: &(&1 + 1)}) =~ "arity 0"
    end

    test "modules and clocks" do
      assert_raise ArgumentError, "String is not a module that uses Honey", fn ->
        Sim.run(String, :length)
      end

      assert message(:who, time: fn -> :now end) =~ "time: returned :now, not an integer"
    end

    test "what cannot be compiled" do
      error = assert_raise Honey.CompileError, fn -> Sim.run(Counter, :ordinary, args: [1]) end
      assert [%{message: message}] = error.diagnostics
      assert message =~ "expected a range, an array or a list of known length"
      assert_raise Honey.CompileError, fn -> Sim.run(Library, :ordinary, args: [1]) end
    end
  end
end
