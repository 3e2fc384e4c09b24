defmodule Honey.InnerStreamTest do
  @moduledoc "Loops over maps that are values of maps: in the kernel and in `Honey.Sim`."

  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  defmodule Tenants do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    import Honey.BpfHelpers
    alias Honey.KernelMap

    deftype Tenant, id: :u32, zone: {:string, 5}

    defmap :calls, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: :u32,
      inner: {:bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64},
      entries: %{1 => %{5 => 50, 6 => 60, 7 => 1}, 2 => %{}}

    defmap :zones, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: Tenant,
      inner: {:bpf_hash, max_entries: 8, key_type: {:string, 8}, value_type: :s64},
      entries: %{%Tenant{id: 1, zone: "a"} => %{"x" => -1, "y" => 3}}

    defmap :slots, :bpf_array_of_maps,
      max_entries: 3,
      inner: {:bpf_array, max_entries: 4, key_type: :u32, value_type: :s64},
      entries: %{2 => %{0 => 10, 3 => 5}}

    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    defp total(entries), do: Enum.reduce(entries, 0, fn {_, n}, sum -> sum + n end)

    @sec "raw_tracepoint/sys_enter"
    def totals(_ctx) do
      for tenant <- 1..3, do: write(tenant, total(KernelMap.stream({:calls, tenant})))
      write(4, total(KernelMap.stream({:zones, %Tenant{id: 1, zone: "a"}})))
      write(5, total(KernelMap.stream({:zones, %Tenant{id: 1, zone: "b"}})))
      slots = KernelMap.stream({:slots, 2})
      write(6, Enum.count(slots, fn {index, n} -> n > index end))
      write(7, Enum.count(KernelMap.stream({:slots, 1})))
      0
    end

    # The first entry that is found ends the loop, and turns change the map that they go over.
    @sec "raw_tracepoint/sys_enter"
    def prune(_ctx) do
      tenant = {:calls, 1}
      for {key, n} <- KernelMap.stream(tenant), n < 55, do: KernelMap.delete(tenant, key)
      {_, left} = Enum.find(KernelMap.stream(tenant), {0, -1}, fn {key, _} -> key == 6 end)
      write(0, left)
      write(1, Enum.count(KernelMap.stream(tenant)))
      0
    end
  end

  setup do
    object = Honey.load!(Tenants)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp both(object, program, return \\ 0, maps \\ %{}) do
    {:ok, %{return: ^return}} = Honey.test_run(object, program)
    result = Honey.Sim.run(Tenants, program, maps: maps)
    assert result.return == return
    assert result.maps.out == Map.new(Honey.Map.to_list(object, :out))
    {for(n <- 0..7, do: result.maps.out[n]), result}
  end

  test "a loop goes over the map that is there, and over none where none is", %{object: object} do
    {out, _} = both(object, :totals)
    assert out == [0, 111, 0, 0, 2, 0, 2, 0]
  end

  test "turns change what they go over", %{object: object} do
    {[60, 1 | _], result} = both(object, :prune)
    assert result.maps.calls[1] == %{6 => 60}
    assert Honey.Map.to_list(object, {:calls, 1}) == [{6, 60}]
  end

  # The compiler warns of such a key.
  test "a key that is nil raises" do
    source = ~S'''
    defmodule Honey.InnerStreamTest.Chosen do
      use Honey, license: "GPL", kernel: "5.17", on_error: 77
      alias Honey.KernelMap

      defmap :calls, :bpf_hash_of_maps,
        max_entries: 4,
        key_type: :u32,
        inner: {:bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64},
        entries: %{1 => %{5 => 50, 6 => 60, 7 => 1}}

      defmap :picked, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
      defmap :out, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

      @sec "raw_tracepoint/sys_enter"
      def chosen(_ctx) do
        key = if KernelMap.get(:picked, 0, 0) > 0, do: KernelMap.get(:picked, 0), else: nil
        sum = Enum.reduce(KernelMap.stream({:calls, key}), 0, fn {_, n}, sum -> sum + n end)
        KernelMap.put(:out, 0, sum)
        0
      end
    end
    '''

    capture_io(:stderr, fn -> Code.compile_string(source) end)
    object = Honey.load!(Honey.InnerStreamTest.Chosen)
    assert {:ok, %{return: 77}} = Honey.test_run(object, :chosen)
    assert %{kind: :nil_operand} = Honey.Sim.run(object.module, :chosen).raised

    Honey.Map.put(object, :picked, 0, 1)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :chosen)
    assert Honey.Map.get(object, :out, 0) == 111
    assert Honey.Sim.run(object.module, :chosen, maps: %{picked: %{0 => 1}}).maps.out[0] == 111
    Honey.unload(object)
  after
    Elf.purge(Honey.InnerStreamTest.Chosen)
  end

  # What Elixir puts in place of a map is gone over from then on.
  test "another map takes the place", %{object: object} do
    :ok = Honey.Map.put(object, :calls, 1, %{9 => 900})
    :ok = Honey.Map.put(object, :calls, 3, %{1 => 1, 2 => 2})
    maps = %{calls: %{1 => %{9 => 900}, 2 => %{}, 3 => %{1 => 1, 2 => 2}}}
    {[0, 900, 0, 3 | _], _} = both(object, :totals, 0, maps)
  end
end
