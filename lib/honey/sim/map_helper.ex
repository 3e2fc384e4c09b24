defmodule Honey.Sim.MapHelper do
  @moduledoc false
  # Helpers that do something with a map besides reading and writing its entries.

  alias Honey.Sim.{Machine, Map, Ring}

  @redirect 4
  @reuse_stackid 1024
  @ring_size 1

  @doc "What a helper returns, in Elixir's terms, and the maps after it; `:error` for any other."
  @spec call(Machine.t(), atom, [term]) :: {:ok, term, map} | :error
  def call(machine, name, arguments)

  def call(%{rings: rings, maps: maps}, :bpf_ringbuf_query, [name, question]) do
    ring = Elixir.Map.fetch!(rings, name)
    {:ok, if(question == @ring_size, do: ring.size, else: Ring.position(ring, question)), maps}
  end

  def call(%{maps: maps, world: world}, name, arguments), do: call(maps, world, name, arguments)

  defp call(maps, _world, :bpf_redirect_map, [name, key, flag]) do
    {found, _} = Map.lookup(Elixir.Map.fetch!(maps, name), key, 0)
    {:ok, if(found, do: @redirect, else: flag), maps}
  end

  # The values are the ids of control groups.
  defp call(maps, world, :bpf_current_task_under_cgroup, [name, index]) do
    map = Elixir.Map.fetch!(maps, name)

    case Map.lookup(map, index, 0) do
      {nil, _} when index >= map.max_entries -> {:ok, {:error, :e2big}, maps}
      {nil, _} -> {:ok, {:error, :eagain}, maps}
      {key, _} -> {:ok, if(Map.load(map, key, 0) in world.cgroups, do: 1, else: 0), maps}
    end
  end

  # The number is made of the addresses; another stack of the same number stands in the way.
  defp call(maps, world, :bpf_get_stackid, [_ctx, name, flag]) do
    map = Elixir.Map.fetch!(maps, name)
    {:array, _, depth} = map.value
    stack = world.stack |> Enum.concat(List.duplicate(0, depth)) |> Enum.take(depth)
    {:ok, value} = Map.value_of(map, stack)
    number = :erlang.phash2(world.stack, map.max_entries)

    cond do
      world.stack == [] ->
        {:ok, {:error, :efault}, maps}

      flag != @reuse_stackid and Elixir.Map.get(map.entries, number, value) != value ->
        {:ok, {:error, :eexist}, maps}

      true ->
        {0, map} = Map.update(map, number, value, 0, 0)
        {:ok, number, Elixir.Map.put(maps, name, map)}
    end
  end

  defp call(_maps, _world, _name, _arguments), do: :error
end
