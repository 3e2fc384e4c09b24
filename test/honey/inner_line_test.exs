defmodule Honey.InnerLineTest do
  @moduledoc "Queues, stacks and filters that are values of maps: in the kernel, from Elixir and in `Honey.Sim`."

  use ExUnit.Case, async: true

  alias Honey.{Error, Map}
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Lines do
    use Honey, license: "GPL", kernel: "5.16", on_error: 77
    import Honey.BpfHelpers
    alias Honey.KernelMap

    deftype Job, kind: {:enum, [:read, :write]}, size: :u64, name: {:string, 5}

    defmap :jobs, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: :u32,
      inner: {:bpf_queue, max_entries: 2, value_type: Job},
      entries: %{1 => [%Job{size: 1, name: "a"}, %Job{kind: :write, size: 2}], 2 => []}

    defmap :free, :bpf_array_of_maps,
      max_entries: 2,
      inner: {:bpf_stack, max_entries: 3, value_type: :s32},
      entries: %{0 => [7, -8]}

    defmap :seen, :bpf_array_of_maps,
      max_entries: 2,
      inner: {:bpf_bloom_filter, max_entries: 100, value_type: :u64},
      entries: %{1 => [5]}

    defmap :out, :bpf_array, max_entries: 12, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)
    defp code(:ok), do: 0
    defp code({:error, :enoent}), do: 2
    defp code({:error, :e2big}), do: 7
    defp code({:error, _}), do: 99
    defp size(%Job{size: size}), do: size
    defp size(nil), do: -1
    defp number(nil), do: -1
    defp number(n), do: n
    defp truth(bool), do: if(bool, do: 1, else: 0)

    @sec "raw_tracepoint/sys_enter"
    def all(_ctx) do
      write(0, size(KernelMap.peek({:jobs, 1})))
      write(1, code(KernelMap.push({:jobs, 1}, %Job{size: 3})))
      write(2, size(KernelMap.pop({:jobs, 1})))
      write(3, code(KernelMap.push({:jobs, 1}, %Job{kind: :write, size: 4, name: "last"})))
      write(4, size(KernelMap.pop({:jobs, 2})))
      write(5, size(KernelMap.pop({:jobs, 3})))
      write(6, code(KernelMap.push({:jobs, 3}, %Job{size: 9})))
      write(7, number(KernelMap.pop({:free, 0})) * 100 + number(KernelMap.pop({:free, 1})))
      write(8, code(bpf_map_push_elem({:free, 0}, 55, :bpf_any)))
      write(9, truth(KernelMap.peek({:seen, 1}, 5)) * 10 + truth(KernelMap.peek({:seen, 1}, 6)))
      write(10, truth(KernelMap.peek({:seen, 0}, 5)))
      write(11, code(KernelMap.push({:seen, 1}, 6)))
      0
    end
  end

  alias Lines.Job

  setup do
    object = Honey.load!(Lines)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  test "programs push, pop and peek", %{object: object} do
    {:ok, %{return: 0}} = Honey.test_run(object, :all)
    result = Honey.Sim.run(Lines, :all)
    assert result.raised == nil
    out = for(n <- 0..11, do: result.maps.out[n])
    assert out == [1, 7, 1, 0, -1, -1, 2, -801, 0, 10, 0, 0]
    assert result.maps.out == Elixir.Map.new(Map.to_list(object, :out))

    left = [%Job{kind: :write, size: 2}, %Job{kind: :write, size: 4, name: "last"}]
    assert result.maps.jobs == %{1 => left, 2 => []}
    assert result.maps.free[0] == [7, 55]
    assert for(_ <- left, do: Map.pop(object, {:jobs, 1})) == left
    assert Map.pop(object, {:jobs, 1}) == nil
    assert [Map.pop(object, {:free, 0}), Map.pop(object, {:free, 0})] == [55, 7]
    assert Map.member?(object, {:seen, 1}, 6)
  end

  test "Elixir puts new ones, and uses those that are there", %{object: object} do
    assert Map.put(object, :jobs, 3, [%Job{size: 30}]) == :ok
    assert Map.push(object, {:jobs, 3}, %Job{size: 31}) == :ok
    assert {:error, %Error{reason: :e2big}} = Map.push(object, {:jobs, 3}, %Job{size: 32})
    {:ok, %{return: 0}} = Honey.test_run(object, :all)
    assert [_, _, _, _, _, 30, 0 | _] = for({_, n} <- Map.to_list(object, :out), do: n)
    assert Map.peek(object, {:jobs, 3}) == %Job{size: 31}

    assert %Map{type: :bpf_queue} = queue = Map.get(object, :jobs, 3)
    assert Map.pop(queue) == %Job{size: 31}
    assert Map.delete(object, :jobs, 3) == :ok
    assert {:error, %Error{reason: :enoent}} = Map.pop(object, {:jobs, 3})
  end

  test "what is no list of values is refused, and nothing is put", %{object: object} do
    assert {:error, %Error{reason: :type}} = Map.put(object, :jobs, 4, %{1 => 2})
    assert {:error, %Error{reason: :type}} = Map.put(object, :jobs, 4, [7])

    assert {:error, %Error{reason: :e2big}} = Map.put(object, :jobs, 4, [%Job{}, %Job{}, %Job{}])

    assert Map.get(object, :jobs, 4) == nil

    assert_raise ArgumentError, fn -> Honey.Sim.run(Lines, :all, maps: %{jobs: %{1 => [7]}}) end
  end
end
