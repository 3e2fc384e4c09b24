defmodule Honey.InnerMapsTest do
  @moduledoc "Maps that are values of maps: in programs, from Elixir and in `Honey.Sim`."

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Nested do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    import Honey.BpfHelpers
    alias Honey.KernelMap

    deftype Tenant, id: :u32, zone: :u8
    deftype Point, x: :s32, y: :u64

    defmap :counts, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: :u32,
      inner: {:bpf_hash, max_entries: 2, key_type: :u32, value_type: :u64},
      entries: %{1 => %{5 => 50}, 2 => %{}}

    defmap :points, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: Tenant,
      inner: {:bpf_lru_hash, max_entries: 8, key_type: {:string, 8}, value_type: Point}

    defmap :slots, :bpf_array_of_maps,
      max_entries: 3,
      inner: {:bpf_array, max_entries: 4, key_type: :u32, value_type: :s64},
      entries: %{2 => %{0 => -1}}

    defmap :cpus, :bpf_array_of_maps,
      max_entries: 1,
      inner: {:bpf_percpu_array, max_entries: 1, key_type: :u32, value_type: :u64},
      entries: %{0 => %{0 => 3}}

    defmap :out, :bpf_array, max_entries: 16, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)
    defp number(nil), do: -1
    defp number(n), do: n
    defp code(:ok), do: 0
    defp code({:error, :enoent}), do: 2
    defp code({:error, :e2big}), do: 7
    defp code({:error, :eexist}), do: 17
    defp code({:error, _}), do: 99

    @sec "raw_tracepoint/sys_enter"
    def access(_ctx) do
      write(0, number(KernelMap.get({:counts, 1}, 5)))
      write(1, number(KernelMap.get({:counts, 2}, 5)))
      write(2, number(KernelMap.get({:counts, 3}, 5)))
      write(3, code(KernelMap.put({:counts, 2}, 6, 60)))
      write(4, code(KernelMap.put({:counts, 3}, 6, 60)))
      write(5, code(KernelMap.put_new({:counts, 1}, 5, 0)))
      write(6, code(KernelMap.put({:counts, 1}, 7, 70)))
      write(7, code(KernelMap.put({:counts, 1}, 8, 80)))
      write(8, code(KernelMap.delete({:counts, 1}, 5)))
      write(9, code(KernelMap.delete({:counts, 1}, 5)))
      write(10, code(KernelMap.delete({:counts, 4}, 5)))
      write(11, number(bpf_map_lookup_elem({:slots, 2}, 0)))
      write(12, number(bpf_map_lookup_elem({:slots, 1}, 0)))
      write(13, number(bpf_map_lookup_elem({:slots, 2}, 4)))
      write(14, number(bpf_map_lookup_elem({:slots, 99}, 0)))
      write(15, number(bpf_map_lookup_elem({:cpus, 0}, 0)))
      0
    end

    # A count of each of two maps under one key: they are two.
    @sec "raw_tracepoint/sys_enter"
    def count(_ctx) do
      Enum.each(0..2, fn slot ->
        write(slot, code(KernelMap.count({:slots, slot}, 1)))
        KernelMap.update({:slots, slot}, 2, 1, fn n -> n * 3 + 1 end)
        KernelMap.max({:slots, slot}, 3, slot + 5)
      end)

      a = bpf_map_lookup_elem({:counts, 1}, 5)
      b = bpf_map_lookup_elem({:counts, 2}, 5)
      if a != nil, do: bpf_map_update_elem({:counts, 1}, 5, a + 1, :bpf_any)
      if b != nil, do: bpf_map_update_elem({:counts, 2}, 5, b + 1, :bpf_any)
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def points(_ctx) do
      tenant = %Tenant{id: 7, zone: 2}

      case KernelMap.fetch({:points, tenant}, "home") do
        {:ok, point} -> KernelMap.put({:points, tenant}, "away", %{point | x: -point.x})
        :error -> write(0, code(KernelMap.put({:points, tenant}, "home", %Point{x: 4, y: 2})))
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def raises(_ctx) do
      KernelMap.fetch!({:counts, bpf_map_lookup_elem(:out, 0)}, 5)
      0
    end
  end

  defp contents(object) do
    for name <- [:counts, :points, :slots, :cpus, :out], into: %{} do
      pairs = Honey.Map.to_list(object, name)

      {name,
       for {key, value} <- pairs, into: %{} do
         {key, with(%Honey.Map{} <- value, do: Map.new(Honey.Map.to_list(value)))}
       end}
    end
  end

  # The kernel has as many values per CPU as there are CPUs, the simulation one.
  defp alike(contents), do: Map.delete(contents, :cpus)

  test "programs read and write the map that is under a key, as in Honey.Sim" do
    object = Honey.load!(Nested)
    sim = Honey.Sim.new(Nested)

    Enum.reduce([:access, :count, :points, :points, :access, :count], sim, fn program, sim ->
      assert {:ok, %{return: 0}} = Honey.test_run(object, program)
      result = Honey.Sim.run(sim, program)
      assert {program, alike(contents(object))} == {program, alike(result.maps)}
      result.sim
    end)

    assert Honey.errors(object) == []
  end

  test "without a map there is nothing under its keys, and nothing can be put there" do
    object = Honey.load!(Nested)
    {:ok, _} = Honey.test_run(object, :access)
    out = for {_, n} <- Honey.Map.to_list(object, :out), do: n
    assert out == [50, -1, -1, 0, 2, 17, 0, 7, 0, 2, 2, -1, -1, -1, -1, 3]
  end

  test "that cannot be opened are an error, and never left out" do
    object = Honey.load!(Nested)
    counts = Honey.map(object, :counts)

    {:ok, [_, _] = pairs} =
      Honey.Map.Element.found_pairs(counts, for(n <- 1..2, do: {n, inner_id(counts, n)}))

    assert Enum.all?(pairs, &match?({_, %Honey.Map{}}, &1))
    # Of one that was taken away meanwhile there is nothing.
    assert Honey.Map.Element.found_pairs(counts, [{1, 0x7FFFFFFF}]) == {:ok, []}
    Honey.unload(object)
    assert Honey.Map.Element.found_pairs(counts, [{1, 1}]) == {:error, :closed}
  end

  defp inner_id(map, key), do: Honey.Map.get(map, key).id

  test "Elixir puts maps there, reads them, and takes them away" do
    object = Honey.load!(Nested)
    tenant = %Nested.Tenant{id: 7, zone: 2}
    point = %Nested.Point{x: 1, y: 2}

    assert Honey.Map.get(object, :points, tenant) == nil
    assert Honey.Map.put(object, :points, tenant, %{"home" => point}) == :ok

    assert %Honey.Map{type: :bpf_lru_hash, name: :points} =
             inner = Honey.Map.get(object, :points, tenant)

    assert Honey.Map.to_list(inner) == [{"home", point}]
    assert Honey.Map.get(object, {:points, tenant}, "home") == point
    assert Honey.Map.put(object, {:points, tenant}, "work", point) == :ok
    assert Honey.Map.count(object, {:points, tenant}) == 2
    assert {:ok, _} = Honey.test_run(object, :points)
    assert Honey.Map.get(inner, "away") == %{point | x: -1}

    # Another map takes its place; the first one is what it was.
    assert Honey.Map.put(object, :points, tenant, []) == :ok
    assert Honey.Map.to_list(object, {:points, tenant}) == []
    assert Honey.Map.count(inner) == 3

    assert Honey.Map.delete(object, :points, tenant) == :ok
    assert {:error, %{reason: :enoent} = error} = Honey.Map.get(object, {:points, tenant}, "home")
    assert Exception.message(error) =~ "no map under the key"
    assert Honey.Map.to_list(object, :points) == []

    Honey.unload(object)
    assert {:error, %{reason: :closed}} = Honey.Map.get(inner, "home")
    assert {:error, %{reason: :closed}} = Honey.Map.put(object, :points, tenant, %{})
  end

  test "what does not fit is refused, and nothing is put there" do
    object = Honey.load!(Nested)
    assert {:error, %{reason: :type}} = Honey.Map.put(object, :counts, 3, 7)
    assert {:error, %{reason: :type}} = Honey.Map.put(object, :counts, 3, [{1, 2} | 3])
    assert {:error, %{reason: :type}} = Honey.Map.put(object, :cpus, 0, %{0 => [1 | 2]})
    assert {:error, %{reason: :range}} = Honey.Map.put(object, :counts, 3, %{1 => -1})

    assert {:error, %{reason: :e2big}} =
             Honey.Map.put(object, :counts, 3, %{1 => 1, 2 => 2, 3 => 3})

    assert Honey.Map.get(object, :counts, 3) == nil
    assert {:error, %{reason: :e2big}} = Honey.Map.put(object, :slots, 3, %{})
    assert {:error, %{reason: :eexist}} = Honey.Map.put(object, :counts, 1, %{}, :bpf_noexist)
    assert {:error, %{reason: :unsupported}} = Honey.Map.get(object, {:out, 1}, 1)
    assert {:error, %{reason: :unknown_map}} = Honey.Map.get(object, {:outs, 1}, 1)
  end

  test "no map stays in the kernel after its object" do
    object = Honey.load!(Nested)
    inner = Honey.Map.get(object, :counts, 1)
    assert Kernel.map?(inner.id)
    Honey.unload(object)
    assert Kernel.eventually(fn -> not Kernel.map?(inner.id) end)
    assert {:error, %{reason: :closed}} = Honey.Map.to_list(inner)
  end

  test "many maps can be put there" do
    object = Honey.load!(Nested)
    for n <- 1..300, do: assert(Honey.Map.put(object, :counts, 1, %{n => n}) == :ok)
    assert Honey.Map.to_list(object, {:counts, 1}) == [{300, 300}]
  end

  test "a key that is no integer raises, in the kernel as in Honey.Sim" do
    object = Honey.load!(Nested)
    :ok = Honey.Map.put(object, :out, 0, 3)
    assert {:ok, %{return: 77}} = Honey.test_run(object, :raises)
    assert [%{kind: :key}] = Honey.errors(object)
    assert %{raised: %{kind: :key}} = Honey.Sim.run(Nested, :raises, maps: %{out: %{0 => 3}})
    assert %{return: 0} = Honey.Sim.run(Nested, :raises, maps: %{out: %{0 => 1}})
  end

  test "a simulation is given maps of maps, and helpers see whose map it is" do
    result = Honey.Sim.run(Nested, :access, maps: %{counts: %{3 => %{5 => 1}}})
    assert result.maps.out[2] == 1
    assert result.maps.counts == %{3 => %{5 => 1, 6 => 60}}

    parent = self()
    helpers = %{bpf_map_delete_elem: fn map, key -> send(parent, {map, key}) && :ok end}
    Honey.Sim.run(Nested, :access, helpers: helpers)
    assert_received {{:counts, 1}, 5}

    assert_raise ArgumentError, ~r/value 7 of key 3 of map :counts is no map/, fn ->
      Honey.Sim.new(Nested, maps: %{counts: %{3 => 7}})
    end
  end
end
