defmodule Honey.MapEntriesTest do
  @moduledoc "What maps begin with, `entries:`: in the kernel, for a program that reads it, and in `Honey.Sim`."

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Begun do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    alias Honey.KernelMap

    @limits for port <- 1..50, into: %{}, do: {port, port * port}

    deftype Point, x: :s32, y: :u64, name: {:string, 5}
    deftype Prefix, prefixlen: :u32, address: {:array, :u8, 4}

    defmap :limits, :bpf_hash, max_entries: 64, key_type: :u16, value_type: :u64, entries: @limits

    defmap :array, :bpf_array,
      max_entries: 4,
      key_type: :u32,
      value_type: :s32,
      entries: %{1 => -1, 3 => 7}

    defmap :points, :bpf_hash,
      max_entries: 4,
      key_type: {:enum, [:here, :there]},
      value_type: Point,
      entries: %{:here => %Point{x: -1, name: "a"}, :there => %Point{y: 0xFFFFFFFFFFFFFFFF}}

    defmap :cpus, :bpf_percpu_array,
      max_entries: 2,
      key_type: :u32,
      value_type: :u64,
      entries: %{1 => 9}

    defmap :routes, :bpf_lpm_trie,
      max_entries: 4,
      key_type: Prefix,
      value_type: :u8,
      flags: [:no_prealloc],
      entries: %{%Prefix{prefixlen: 8, address: [10, 0, 0, 0]} => 3}

    defmap :queues, :bpf_cpumap, max_entries: 1, entries: %{0 => 192}
    defmap :none, :bpf_hash, max_entries: 4, key_type: :u8, value_type: :u8, entries: %{}

    @sec "xdp"
    def sum(_ctx) do
      %Point{x: x, name: "a"} = KernelMap.get(:points, :here)
      route = KernelMap.fetch!(:routes, %Prefix{prefixlen: 32, address: [10, 1, 2, 3]})

      KernelMap.fetch!(:limits, 50) + KernelMap.get(:array, 3) + KernelMap.get(:cpus, 1) + x +
        route
    end
  end

  @sum 2500 + 7 + 9 - 1 + 3

  test "is there when the object is loaded" do
    object = Honey.load!(Begun)
    {:ok, %{return: @sum}} = Honey.test_run(object, :sum, data: <<0::512>>)
    here = %Begun.Point{x: -1, name: "a"}
    there = %Begun.Point{y: 0xFFFFFFFFFFFFFFFF}

    assert Map.new(Honey.Map.to_list(object, :limits)) ==
             for(n <- 1..50, into: %{}, do: {n, n * n})

    assert Honey.Map.to_list(object, :array) == [{0, 0}, {1, -1}, {2, 0}, {3, 7}]
    assert Map.new(Honey.Map.to_list(object, :points)) == %{here: here, there: there}
    assert Honey.Map.get(object, :cpus, 1) |> Enum.uniq() == [9]
    assert Honey.Map.get(object, :cpus, 0) |> Enum.uniq() == [0]
    assert Honey.Map.get(object, :queues, 0) == 192
    assert Honey.Map.to_list(object, :none) == []

    result = Honey.Sim.run(Begun, :sum)
    assert result.return == @sum

    for name <- [:limits, :array, :points, :routes, :queues, :none],
        do: assert(result.maps[name] == Map.new(Honey.Map.to_list(object, name)))

    assert result.maps.cpus == %{0 => [0], 1 => [9]}
  end

  test "is what a simulation begins with, unless it is told otherwise" do
    sim = Honey.Sim.new(Begun, cpus: 2, maps: %{array: %{3 => 1}})
    assert Honey.Sim.map(sim, :cpus) == %{0 => [0, 0], 1 => [9, 9]}
    assert Honey.Sim.map(sim, :array) == %{0 => 0, 1 => 0, 2 => 0, 3 => 1}
    assert Honey.Sim.run(sim, :sum).return == @sum - 6
  end

  test "is known of the module" do
    maps = Map.new(Begun.__honey__(:maps), &{&1.name, &1})
    assert maps.array.entries == [{1, -1}, {3, 7}]
    assert maps.none.entries == []
  end

  test "is what a map begins with that a library has" do
    Code.compile_string("""
    defmodule Honey.MapEntriesLibrary do
      use Honey
      defmap :settings, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64, entries: %{1 => 11}
      def setting(n), do: Honey.KernelMap.get(:settings, n, 0)
    end

    defmodule Honey.MapEntriesProgram do
      use Honey, license: "GPL"
      @sec "xdp"
      def program(_ctx), do: Honey.MapEntriesLibrary.setting(1)
    end
    """)

    module = Honey.MapEntriesProgram
    object = Honey.load!(module)
    assert {:ok, %{return: 11}} = Honey.test_run(object, :program, data: <<0::512>>)
    assert Honey.Sim.run(module, :program).return == 11
  end
end
