defmodule Honey.MapTypesTest do
  @moduledoc """
  Each type of map in programs, from Elixir and in `Honey.Sim`: what one side writes the other finds.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Lines do
    use Honey, license: "GPL", kernel: "5.16", on_error: 77
    import Honey.BpfHelpers

    deftype Job, kind: {:enum, [:read, :write]}, size: :u64, name: {:string, 5}

    defmap :queue, :bpf_queue, max_entries: 3, value_type: :s32
    defmap :stack, :bpf_stack, max_entries: 3, value_type: :u64
    defmap :jobs, :bpf_queue, max_entries: 2, value_type: Job
    defmap :names, :bpf_stack, max_entries: 2, value_type: {:string, 7}
    defmap :blocks, :bpf_queue, max_entries: 2, value_type: {:array, :u64, 40}
    defmap :states, :bpf_queue, max_entries: 2, value_type: {:enum, [:on, :off]}
    defmap :filter, :bpf_bloom_filter, max_entries: 100, value_type: :u32
    defmap :job_filter, :bpf_bloom_filter, max_entries: 100, value_type: Job
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    defp number(nil), do: -1
    defp number(n), do: n

    defp code(:ok), do: 0
    defp code({:error, :e2big}), do: 7
    defp code({:error, :enoent}), do: 2
    defp code({:error, :einval}), do: 22
    defp code({:error, _}), do: 99

    @sec "raw_tracepoint/sys_enter"
    def push(_ctx) do
      write(0, code(bpf_map_push_elem(:queue, -1, :bpf_any)))
      write(1, code(bpf_map_push_elem(:queue, 2, :bpf_any)))
      write(2, code(bpf_map_push_elem(:queue, 3, :bpf_any)))
      write(3, code(bpf_map_push_elem(:queue, 4, :bpf_any)))
      write(4, code(bpf_map_push_elem(:queue, 5, :bpf_exist)))
      write(5, code(bpf_map_push_elem(:stack, 6, :bpf_any)))
      write(6, code(bpf_map_push_elem(:stack, 7, :bpf_any)))
      write(7, code(bpf_map_push_elem(:stack, 8, :bpf_noexist)))
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def pop(_ctx) do
      write(0, number(bpf_map_peek_elem(:queue)))
      write(1, number(bpf_map_pop_elem(:queue)))
      write(2, number(bpf_map_pop_elem(:queue)))
      write(3, number(bpf_map_pop_elem(:queue)))
      write(4, number(bpf_map_pop_elem(:queue)))
      write(5, number(bpf_map_pop_elem(:stack)))
      write(6, number(bpf_map_pop_elem(:stack)))
      write(7, number(bpf_map_peek_elem(:stack)))
      0
    end

    # A job from one to the other end of the queue, and a second one.
    @sec "raw_tracepoint/sys_enter"
    def work(_ctx) do
      case bpf_map_pop_elem(:jobs) do
        nil ->
          write(0, -1)

        %Job{kind: :read, size: size, name: "ab"} = job ->
          bpf_map_push_elem(:jobs, %{job | size: size + 1}, :bpf_any)
          bpf_map_push_elem(:jobs, %Job{kind: :write, name: "late"}, :bpf_any)
          write(0, size)

        %Job{size: size} ->
          write(0, -size)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def rename(_ctx) do
      case bpf_map_peek_elem(:names) do
        "old" ->
          bpf_map_pop_elem(:names)
          bpf_map_push_elem(:names, "new", :bpf_any)
          write(0, 1)

        nil ->
          write(0, -1)

        _ ->
          write(0, 0)
      end

      0
    end

    # Of 320 bytes, which are too many for the stack.
    @sec "raw_tracepoint/sys_enter"
    def move_block(_ctx) do
      block = bpf_map_pop_elem(:blocks)

      if block != nil do
        bpf_map_push_elem(:blocks, block, :bpf_any)
        write(0, Enum.at(block, 39))
      else
        write(0, -1)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def toggle(_ctx) do
      case bpf_map_pop_elem(:states) do
        :on -> bpf_map_push_elem(:states, :off, :bpf_any)
        :off -> bpf_map_push_elem(:states, :on, :bpf_any)
        nil -> bpf_map_push_elem(:states, :on, :bpf_any)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def filter(_ctx) do
      write(0, code(bpf_map_peek_elem(:filter, 10)))
      write(1, code(bpf_map_push_elem(:filter, 10, :bpf_any)))
      write(2, code(bpf_map_peek_elem(:filter, 10)))
      write(3, code(bpf_map_peek_elem(:filter, 20)))
      write(4, code(bpf_map_peek_elem(:job_filter, %Job{kind: :write, size: 1, name: "x"})))
      bpf_map_push_elem(:job_filter, %Job{kind: :read, size: 2}, :bpf_any)
      write(5, code(bpf_map_push_elem(:filter, 10, :bpf_exist)))
      0
    end
  end

  defmodule Tables do
    use Honey, license: "GPL", kernel: "5.19", on_error: 77
    import Honey.BpfHelpers

    deftype Network, prefixlen: :u32, address: {:array, :u8, 4}
    deftype Path, prefixlen: :u32, text: {:binary, 16}

    defmap :routes, :bpf_lpm_trie,
      max_entries: 4,
      key_type: Network,
      value_type: :u32,
      flags: [:no_prealloc]

    defmap :paths, :bpf_lpm_trie,
      max_entries: 4,
      key_type: Path,
      value_type: {:string, 8},
      flags: [:no_prealloc]

    defmap :percpu_hash, :bpf_percpu_hash, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :percpu_array, :bpf_percpu_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :percpu_lru, :bpf_lru_percpu_hash, max_entries: 64, key_type: :u32, value_type: :u64

    defmap :told, :bpf_array,
      max_entries: 2,
      key_type: :u32,
      value_type: :u64,
      flags: [:rdonly_prog]

    defmap :heard, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64, flags: [:rdonly]
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    defp number(nil), do: -1
    defp number(n), do: n

    defp code(:ok), do: 0
    defp code({:error, :enoent}), do: 2
    defp code({:error, :eexist}), do: 17
    defp code({:error, :einval}), do: 22
    defp code({:error, :enospc}), do: 28
    defp code({:error, _}), do: 99

    @sec "raw_tracepoint/sys_enter"
    def route(_ctx) do
      write(
        0,
        number(bpf_map_lookup_elem(:routes, %Network{prefixlen: 32, address: [10, 1, 2, 3]}))
      )

      write(
        1,
        number(bpf_map_lookup_elem(:routes, %Network{prefixlen: 32, address: [10, 9, 9, 9]}))
      )

      write(
        2,
        number(bpf_map_lookup_elem(:routes, %Network{prefixlen: 32, address: [11, 0, 0, 1]}))
      )

      write(
        3,
        number(bpf_map_lookup_elem(:routes, %Network{prefixlen: 8, address: [10, 1, 2, 3]}))
      )

      write(
        4,
        number(bpf_map_lookup_elem(:routes, %Network{prefixlen: 33, address: [10, 1, 2, 3]}))
      )

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def change_routes(_ctx) do
      write(
        0,
        code(
          bpf_map_update_elem(
            :routes,
            %Network{prefixlen: 12, address: [172, 31, 0, 1]},
            5,
            :bpf_any
          )
        )
      )

      write(
        1,
        code(
          bpf_map_update_elem(
            :routes,
            %Network{prefixlen: 12, address: [172, 16, 0, 9]},
            6,
            :bpf_noexist
          )
        )
      )

      write(
        2,
        code(
          bpf_map_update_elem(
            :routes,
            %Network{prefixlen: 12, address: [172, 17, 0, 0]},
            7,
            :bpf_exist
          )
        )
      )

      write(
        3,
        code(
          bpf_map_update_elem(
            :routes,
            %Network{prefixlen: 40, address: [1, 2, 3, 4]},
            8,
            :bpf_any
          )
        )
      )

      write(
        4,
        code(bpf_map_delete_elem(:routes, %Network{prefixlen: 8, address: [10, 200, 0, 0]}))
      )

      write(5, code(bpf_map_delete_elem(:routes, %Network{prefixlen: 8, address: [10, 0, 0, 0]})))

      write(
        6,
        code(
          bpf_map_update_elem(
            :routes,
            %Network{prefixlen: 7, address: [8, 0, 0, 0]},
            7,
            :bpf_exist
          )
        )
      )

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def path(_ctx) do
      case bpf_map_lookup_elem(:paths, %Path{prefixlen: 128, text: "/usr/lib/erlang/"}) do
        "lib" -> write(0, 1)
        nil -> write(0, -1)
        _ -> write(0, 0)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def per_cpu(_ctx) do
      cpu = bpf_get_smp_processor_id()
      bpf_map_update_elem(:percpu_hash, 1, 5, :bpf_any)
      bpf_map_update_elem(:percpu_array, 2, 6, :bpf_any)
      bpf_map_update_elem(:percpu_lru, 3, 7, :bpf_any)
      write(0, number(bpf_map_lookup_percpu_elem(:percpu_hash, 1, cpu)))
      write(1, number(bpf_map_lookup_percpu_elem(:percpu_array, 2, cpu)))
      write(2, number(bpf_map_lookup_percpu_elem(:percpu_lru, 3, cpu)))
      write(3, number(bpf_map_lookup_percpu_elem(:percpu_lru, 4, cpu)))
      write(4, number(bpf_map_lookup_percpu_elem(:percpu_array, 2, 1_000_000)))
      write(5, number(bpf_map_lookup_elem(:percpu_lru, 3)))
      write(7, cpu)
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def hear(_ctx) do
      bpf_map_update_elem(:heard, 1, bpf_map_lookup_elem(:told, 1) * 2, :bpf_any)
      0
    end
  end

  defmodule Others do
    use Honey, license: "GPL", kernel: "5.10", on_error: 77
    import Honey.BpfHelpers

    defmap :stacks, :bpf_stack_trace, max_entries: 16, value_type: {:array, :u64, 16}
    defmap :node, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64, numa_node: 0
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    @sec "raw_tracepoint/sys_enter"
    def stack(ctx) do
      case bpf_get_stackid(ctx, :stacks, 0) do
        {:error, _} -> write(0, -1)
        id -> write(0, id)
      end

      bpf_map_update_elem(:node, 1, 2, :bpf_any)
      write(1, bpf_map_lookup_elem(:node, 1) || 0)
      0
    end
  end

  defmodule Redirects do
    use Honey, license: "GPL", kernel: "5.10"
    import Honey.BpfHelpers

    defmap :ports, :bpf_devmap, max_entries: 4
    defmap :links, :bpf_devmap_hash, max_entries: 4
    defmap :cpus, :bpf_cpumap, max_entries: 1

    @sec "xdp"
    def port(_ctx), do: bpf_redirect_map(:ports, 2, :xdp_pass)

    @sec "xdp"
    def link(_ctx), do: bpf_redirect_map(:links, 1_000, :xdp_drop)

    @sec "xdp"
    def cpu(_ctx), do: bpf_redirect_map(:cpus, 0, 0)
  end

  # Every way in which a struct can have gaps: between fields, behind the last, within and behind a
  # nested struct, within an array of structs.
  defmodule Gaps do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    import Honey.BpfHelpers

    deftype Between, a: :u8, b: :u64
    deftype Several, a: :u8, b: :u16, c: :u8, d: :u32, e: :u8
    deftype Behind, a: :u64, b: :u8
    deftype Nested, a: :u8, inner: Between, b: :u8
    deftype Last, a: :u32, inner: Behind
    deftype Rows, a: :u16, rows: {:array, Behind, 2}, b: :bool

    deftype Texts,
      a: :u8,
      name: {:string, 3},
      b: :u32,
      kind: {:enum, [:x, :y]},
      bytes: {:binary, 5}

    defmap :between, :bpf_hash, max_entries: 4, key_type: Between, value_type: Between
    defmap :several, :bpf_hash, max_entries: 4, key_type: Several, value_type: Several
    defmap :behind, :bpf_hash, max_entries: 4, key_type: Behind, value_type: Behind
    defmap :nested, :bpf_hash, max_entries: 4, key_type: Nested, value_type: Nested
    defmap :last, :bpf_lru_hash, max_entries: 4, key_type: Last, value_type: Last
    defmap :rows, :bpf_hash, max_entries: 4, key_type: Rows, value_type: Rows
    defmap :texts, :bpf_percpu_hash, max_entries: 4, key_type: Texts, value_type: Texts
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp between(a), do: %Between{a: a, b: 2}
    defp behind(b), do: %Behind{a: 1, b: b}
    defp several(e), do: %Several{a: 1, b: 2, c: 3, d: 4, e: e}
    defp nested(a), do: %Nested{a: a, inner: between(9), b: 3}
    defp last(a), do: %Last{a: a, inner: behind(5)}
    defp rows(a), do: %Rows{a: a, rows: [behind(1), behind(2)], b: true}
    defp texts(a), do: %Texts{a: a, name: "ab", b: 7, kind: :y, bytes: <<1, 2, 3, 4, 5>>}

    # Whether the key is there, with itself as the value.
    defp note(at, found, key) do
      same = if found != nil and found == key, do: 1, else: 0
      bpf_map_update_elem(:out, at, same, :bpf_any)
    end

    @sec "syscall"
    def put(_ctx) do
      bpf_map_update_elem(:between, between(1), between(1), :bpf_any)
      bpf_map_update_elem(:several, several(1), several(1), :bpf_any)
      bpf_map_update_elem(:behind, behind(1), behind(1), :bpf_any)
      bpf_map_update_elem(:nested, nested(1), nested(1), :bpf_any)
      bpf_map_update_elem(:last, last(1), last(1), :bpf_any)
      bpf_map_update_elem(:rows, rows(1), rows(1), :bpf_any)
      bpf_map_update_elem(:texts, texts(1), texts(1), :bpf_any)
      0
    end

    @sec "syscall"
    def find(_ctx) do
      note(0, bpf_map_lookup_elem(:between, between(2)), between(2))
      note(1, bpf_map_lookup_elem(:several, several(2)), several(2))
      note(2, bpf_map_lookup_elem(:behind, behind(2)), behind(2))
      note(3, bpf_map_lookup_elem(:nested, nested(2)), nested(2))
      note(4, bpf_map_lookup_elem(:last, last(2)), last(2))
      note(5, bpf_map_lookup_elem(:rows, rows(2)), rows(2))
      note(6, bpf_map_lookup_elem(:texts, texts(2)), texts(2))
      0
    end
  end

  # The program in the kernel and in the simulation, after which `:out` is the same; the simulation.
  defp run(object, sim, program, options \\ []) do
    {:ok, %{return: 0}} = Honey.test_run(object, program)
    result = Honey.Sim.run(sim, program, options)
    assert result.raised == nil and result.return == 0
    assert result.maps.out == Map.new(Honey.Map.to_list(object, :out))
    {out(result.maps.out), result.sim}
  end

  defp out(map), do: for(n <- 0..7, do: map[n])

  defp load(module) do
    object = Honey.load!(module)
    on_exit(fn -> Honey.unload(object) end)
    {object, Honey.Sim.new(module)}
  end

  describe "a queue and a stack" do
    test "give a program's values to Elixir, the first and the last first" do
      {object, sim} = load(Lines)
      {[0, 0, 0, 7, 0, 0, 0, 22], sim} = run(object, sim, :push)
      assert Honey.Map.peek(object, :queue) == 2
      assert for(_ <- 1..4, do: Honey.Map.pop(object, :queue)) == [2, 3, 5, nil]
      assert for(_ <- 1..3, do: Honey.Map.pop(object, :stack)) == [7, 6, nil]
      assert Honey.Map.peek(object, :queue) == nil
      assert Honey.Sim.map(sim, :queue) == [2, 3, 5]
      assert Honey.Sim.map(sim, :stack) == [6, 7]
    end

    test "give Elixir's values to a program" do
      {object, sim} = load(Lines)
      for n <- [-1, 2, 3], do: assert(Honey.Map.push(object, :queue, n) == :ok)
      assert {:error, %{reason: :e2big} = error} = Honey.Map.push(object, :queue, 4)
      assert Exception.message(error) =~ "it holds 3 values"
      assert Honey.Map.push(object, :queue, 4, :bpf_exist) == :ok
      for n <- [1, 2], do: assert(Honey.Map.push(object, :stack, n) == :ok)
      sim = sim |> Honey.Sim.put_map(:queue, [2, 3, 4]) |> Honey.Sim.put_map(:stack, [1, 2])
      {[2, 2, 3, 4, -1, 2, 1, -1], _} = run(object, sim, :pop)
    end

    test "hold structs, strings, arrays and atoms" do
      {object, sim} = load(Lines)
      job = %Lines.Job{kind: :read, size: 8, name: "ab"}
      {[-1 | _], _} = run(object, sim, :work)
      :ok = Honey.Map.push(object, :jobs, job)
      {[8 | _], sim} = run(object, Honey.Sim.put_map(sim, :jobs, [job]), :work)
      left = [%{job | size: 9}, %Lines.Job{kind: :write, size: 0, name: "late"}]
      assert Honey.Sim.map(sim, :jobs) == left
      assert [Honey.Map.pop(object, :jobs), Honey.Map.pop(object, :jobs)] == left

      {[-1 | _], _} = run(object, sim, :rename)
      :ok = Honey.Map.push(object, :names, "old")
      {[1 | _], sim} = run(object, Honey.Sim.put_map(sim, :names, ["old"]), :rename)
      assert Honey.Map.pop(object, :names) == "new"
      assert Honey.Sim.map(sim, :names) == ["new"]

      block = Enum.to_list(1..40)
      {[-1 | _], _} = run(object, sim, :move_block)
      :ok = Honey.Map.push(object, :blocks, block)
      {[40 | _], sim} = run(object, Honey.Sim.put_map(sim, :blocks, [block]), :move_block)
      assert Honey.Map.pop(object, :blocks) == block
      assert Honey.Sim.map(sim, :blocks) == [block]

      {_, sim} = run(object, sim, :toggle)
      assert {Honey.Map.peek(object, :states), Honey.Sim.map(sim, :states)} == {:on, [:on]}
      {_, sim} = run(object, sim, :toggle)
      assert {Honey.Map.pop(object, :states), Honey.Sim.map(sim, :states)} == {:off, [:off]}
    end

    test "have no keys, and say so" do
      {object, _} = load(Lines)

      for {operation, word} <- [
            {&Honey.Map.get(&1, :queue, 1), "takes no `get`"},
            {&Honey.Map.put(&1, :queue, 1, 1), "takes no `put`"},
            {&Honey.Map.delete(&1, :stack, 1), "takes no `delete`"},
            {&Honey.Map.to_list(&1, :queue), "has no keys to go over"},
            {&Honey.Map.member?(&1, :queue, 1), "that is for :bpf_bloom_filter"},
            {&Honey.Map.push(&1, :out, 1), "that is for :bpf_queue, :bpf_stack"},
            {&Honey.Map.pop(&1, :filter), "that is for :bpf_queue, :bpf_stack"}
          ] do
        assert {:error, %Honey.Error{reason: :unsupported} = error} = operation.(object)
        assert Exception.message(error) =~ word
      end

      assert {:error, %{reason: :range}} = Honey.Map.push(object, :queue, 0x80000000)
      assert {:error, %{reason: :type}} = Honey.Map.push(object, :jobs, 1)
    end
  end

  describe "a bloom filter" do
    test "tells what was pushed, here and there" do
      {object, sim} = load(Lines)
      :ok = Honey.Map.push(object, :job_filter, %Lines.Job{kind: :write, size: 1, name: "x"})
      sim = Honey.Sim.put_map(sim, :job_filter, [%Lines.Job{kind: :write, size: 1, name: "x"}])
      {[2, 0, 0, 2, 0, 22 | _], sim} = run(object, sim, :filter)
      assert Honey.Map.member?(object, :filter, 10)
      refute Honey.Map.member?(object, :filter, 20)
      assert Honey.Map.member?(object, :job_filter, %Lines.Job{kind: :read, size: 2, name: ""})
      assert Honey.Sim.map(sim, :filter) == [10]
      assert {:error, %{reason: :einval}} = Honey.Map.push(object, :filter, 10, :bpf_exist)
    end
  end

  describe "an LPM trie" do
    test "finds the longest prefix, here and there" do
      {object, sim} = load(Tables)

      routes = %{
        %Tables.Network{prefixlen: 8, address: [10, 0, 0, 0]} => 1,
        %Tables.Network{prefixlen: 16, address: [10, 1, 0, 0]} => 2,
        %Tables.Network{prefixlen: 0, address: [0, 0, 0, 0]} => 3
      }

      {[-1, -1, -1, -1, -1 | _], _} = run(object, sim, :route)
      for {network, value} <- routes, do: :ok = Honey.Map.put(object, :routes, network, value)
      sim = Honey.Sim.put_map(sim, :routes, routes)
      {[2, 1, 3, 1, -1 | _], sim} = run(object, sim, :route)

      address = &%Tables.Network{prefixlen: 32, address: &1}
      assert Honey.Map.get(object, :routes, address.([10, 1, 9, 9])) == 2
      assert Honey.Map.get(object, :routes, address.([9, 1, 9, 9])) == 3
      assert Map.new(Honey.Map.to_list(object, :routes)) == routes

      {[0, 17, 0, 22, 0, 2, 2 | _], sim} = run(object, sim, :change_routes)
      assert Map.new(Honey.Map.to_list(object, :routes)) == Honey.Sim.map(sim, :routes)

      assert Honey.Sim.map(sim, :routes)[
               %Tables.Network{prefixlen: 12, address: [172, 17, 0, 0]}
             ] == 7
    end

    test "is full, and refuses too long a prefix" do
      {object, _} = load(Tables)
      network = &%Tables.Network{prefixlen: 32, address: [10, 0, 0, &1]}
      for n <- 1..4, do: assert(Honey.Map.put(object, :routes, network.(n), n) == :ok)
      assert {:error, %{reason: :enospc} = error} = Honey.Map.put(object, :routes, network.(5), 5)
      assert Exception.message(error) =~ "it holds 4 elements"
      assert Honey.Map.delete(object, :routes, network.(1)) == :ok
      assert Honey.Map.put(object, :routes, network.(5), 5) == :ok
      long = %Tables.Network{prefixlen: 33, address: [1, 2, 3, 4]}
      assert {:error, %{reason: :einval} = error} = Honey.Map.put(object, :routes, long, 1)
      assert Exception.message(error) =~ "prefixlen"
    end

    test "has texts as prefixes, too" do
      {object, sim} = load(Tables)
      key = &%Tables.Path{prefixlen: 8 * byte_size(&1), text: String.pad_trailing(&1, 16, <<0>>)}
      paths = %{key.("/usr/") => "usr", key.("/usr/lib/") => "lib"}
      for {path, value} <- paths, do: :ok = Honey.Map.put(object, :paths, path, value)
      {[1 | _], _} = run(object, Honey.Sim.put_map(sim, :paths, paths), :path)
    end
  end

  describe "maps with a value for each CPU" do
    test "tell any CPU's value" do
      {object, sim} = load(Tables)
      {:ok, %{return: 0}} = Honey.test_run(object, :per_cpu)
      cpu = Honey.Map.get(object, :out, 7)
      result = Honey.Sim.run(Tables, :per_cpu, cpu: cpu)
      assert result.maps.out == Map.new(Honey.Map.to_list(object, :out))
      assert [5, 6, 7, -1, -1, 7 | _] = out(result.maps.out)
      assert Enum.at(Honey.Map.get(object, :percpu_lru, 3), cpu) == 7
      assert Enum.at(result.maps.percpu_lru[3], cpu) == 7
      assert sim
    end

    test "take Elixir's values" do
      {object, _} = load(Tables)
      {:ok, cpus} = Honey.LoaderNif.map_cpus()
      values = Enum.to_list(1..cpus)
      assert Honey.Map.put(object, :percpu_lru, 9, values) == :ok
      assert Honey.Map.get(object, :percpu_lru, 9) == values
      assert Honey.Map.to_list(object, :percpu_lru) == [{9, values}]
      assert Honey.Map.delete(object, :percpu_lru, 9) == :ok
      assert Honey.Map.get(object, :percpu_lru, 9) == nil
    end
  end

  describe "a stack trace map" do
    test "has the stack that a program has kept, as addresses" do
      {object, _} = load(Others)
      {:ok, %{return: 0}} = Honey.test_run(object, :stack)
      id = Honey.Map.get(object, :out, 0)
      assert id >= 0
      stack = Honey.Map.get(object, :stacks, id)
      assert length(stack) in 1..16
      # Addresses of the kernel's: the upper half.
      assert Enum.all?(stack, &(&1 >= 0xFFFF800000000000))
      assert Honey.Map.to_list(object, :stacks) == [{id, stack}]
      assert Honey.Map.delete(object, :stacks, id) == :ok
      assert Honey.Map.get(object, :stacks, id) == nil
      assert {:error, %{reason: :unsupported}} = Honey.Map.put(object, :stacks, 1, [1])
      assert Honey.Map.get(object, :out, 1) == 2
    end

    test "has the addresses that a simulation says" do
      result = Honey.Sim.run(Others, :stack, stack: [0xFFFFFFFF81000000, 0xFFFFFFFF82000000])
      assert [{id, [0xFFFFFFFF81000000, 0xFFFFFFFF82000000]}] = Map.to_list(result.maps.stacks)
      assert result.maps.out[0] == id
      assert Honey.Sim.run(Others, :stack).maps.out[0] == -1
      full = Honey.Sim.run(Others, :stack, stack: [1], maps: %{stacks: %{id => [5]}})
      assert full.maps.out[0] in [-1, :erlang.phash2([1], 16)]
    end
  end

  describe "maps of devices and CPUs" do
    test "send packets where Elixir says, or do what the flag says" do
      {object, sim} = load(Redirects)
      packet = <<0::size(64)-unit(8)>>

      both = fn program, sim ->
        {:ok, %{return: return}} = Honey.test_run(object, program, data: packet)
        assert Honey.Sim.run(sim, program, ctx: %{packet: packet}).return == return
        return
      end

      assert {both.(:port, sim), both.(:link, sim), both.(:cpu, sim)} == {2, 1, 0}

      # The loopback device, and a queue of 16 packets.
      for {map, key, value} <- [{:ports, 2, 1}, {:links, 1_000, 1}, {:cpus, 0, 16}] do
        assert Honey.Map.put(object, map, key, value) == :ok
        assert Honey.Map.get(object, map, key) == value
      end

      sim =
        sim
        |> Honey.Sim.put_map(:ports, %{2 => 1})
        |> Honey.Sim.put_map(:links, %{1_000 => 1})
        |> Honey.Sim.put_map(:cpus, %{0 => 16})

      assert {both.(:port, sim), both.(:link, sim), both.(:cpu, sim)} == {4, 4, 4}

      for {map, key} <- [ports: 2, links: 1_000, cpus: 0],
          do: :ok = Honey.Map.delete(object, map, key)

      assert {both.(:port, Honey.Sim.put_map(sim, :ports, %{})),
              both.(:link, Honey.Sim.put_map(sim, :links, %{}))} == {2, 1}
    end

    test "refuse what is no device" do
      {object, _} = load(Redirects)
      assert {:error, %Honey.Error{}} = Honey.Map.put(object, :ports, 0, 0x7FFFFFFF)
      assert {:error, %{reason: :e2big}} = Honey.Map.put(object, :ports, 4, 1)
    end
  end

  describe "structs with gaps as keys" do
    defp keys(n) do
      between = &%Gaps.Between{a: &1, b: 2}
      behind = &%Gaps.Behind{a: 1, b: &1}

      [
        between: between.(n),
        several: %Gaps.Several{a: 1, b: 2, c: 3, d: 4, e: n},
        behind: behind.(n),
        nested: %Gaps.Nested{a: n, inner: between.(9), b: 3},
        last: %Gaps.Last{a: n, inner: behind.(5)},
        rows: %Gaps.Rows{a: n, rows: [behind.(1), behind.(2)], b: true},
        texts: %Gaps.Texts{a: n, name: "ab", b: 7, kind: :y, bytes: <<1, 2, 3, 4, 5>>}
      ]
    end

    test "are found by Elixir where a program has put them" do
      {object, sim} = load(Gaps)
      {:ok, %{return: 0}} = Honey.test_run(object, :put)
      maps = Honey.Sim.run(sim, :put).maps

      for {map, key} <- keys(1) do
        assert [{^key, _}] = Honey.Map.to_list(object, map)
        found = Honey.Map.get(object, map, key)
        assert {map, if(is_list(found), do: key in found, else: found == key)} == {map, true}
        assert {map, Map.keys(maps[map])} == {map, [key]}
      end
    end

    test "are found by a program where Elixir has put them" do
      {object, sim} = load(Gaps)
      {[0, 0, 0, 0, 0, 0, 0 | _], _} = run(object, sim, :find)
      {:ok, cpus} = Honey.LoaderNif.map_cpus()

      sim =
        for {map, key} <- keys(2), reduce: sim do
          sim ->
            value = if map == :texts, do: List.duplicate(key, cpus), else: key
            assert Honey.Map.put(object, map, key, value) == :ok
            Honey.Sim.put_map(sim, map, %{key => key})
        end

      {[1, 1, 1, 1, 1, 1, 1 | _], _} = run(object, sim, :find)
    end
  end

  describe "flags" do
    test "keep one side from writing" do
      {object, sim} = load(Tables)
      :ok = Honey.Map.put(object, :told, 1, 21)
      {_, sim} = run(object, Honey.Sim.put_map(sim, :told, %{1 => 21}), :hear)
      assert Honey.Map.get(object, :heard, 1) == 42
      assert Honey.Sim.map(sim, :heard)[1] == 42
      assert {:error, %{reason: :eperm} = error} = Honey.Map.put(object, :heard, 1, 0)
      assert Exception.message(error) =~ "`:rdonly`"
    end
  end
end
