defmodule Honey.Test.Random.KernelMapWays do
  @moduledoc "Maps of the kernel: lookups, updates, deletes, counting."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMap, Type}

  @counters [:counts, :cpu_slots, :recent, :by_inner]

  @doc false
  def ways({:maybe, _}), do: [:lookup, :lookup]
  def ways({:struct, _}), do: [:lookup_or]
  def ways(:color), do: [:lookup_or]
  def ways(:status), do: [:update, :delete]
  def ways(_), do: []

  @doc false
  def statements, do: [:update, :count, :delete]

  @doc false
  def make(:lookup, {:maybe, type} = maybe, scope, fuel) do
    case holders(type, scope) do
      [] -> :none
      maps -> lookup(pick(maps), maybe, scope, fuel)
    end
  end

  def make(:lookup_or, type, scope, fuel) do
    half = div(fuel, 2)

    case make(:lookup, {:maybe, type}, scope, half) do
      :none -> :none
      found -> {:||, [t: type], [found, expression(type, scope, half)]}
    end
  end

  def make(:update, :status, scope, fuel), do: update(pick(scope.maps), scope, fuel)
  def make(:delete, :status, scope, fuel), do: delete(scope, fuel)

  @doc false
  def state(:update, scope, fuel), do: {update(pick(scope.maps), scope, fuel + 2), scope}
  def state(:delete, scope, fuel), do: {delete(scope, fuel), scope}
  def state(:count, scope, fuel), do: {count(scope, fuel), scope}

  # The commonest use of a map, which the compiler makes one access of.
  defp count(scope, fuel) do
    map = pick([:counts | for(map <- scope.maps, map in @counters, do: map)])
    type = value(map)
    maybe = {:maybe, type}
    amount = if chance(2), do: 1, else: expression(:s64, scope, div(fuel, 2))
    [key, found] = [var(:key, :key), var(:found, maybe)]
    known = operation(pick([:+, :-]), [var(:found, type), var(:amount, :s64)])
    update = store(map, key, known)
    insert = store(map, key, var(:amount, :s64))

    test =
      case pick([:not_nil, :truth, :case, :is_nil]) do
        :not_nil ->
          branch({:!=, [t: :boolean], [found, nil]}, update, insert)

        :truth ->
          branch(found, update, insert)

        :is_nil ->
          branch({:is_nil, [t: :boolean], [found]}, insert, update)

        :case ->
          {:case, [t: :status],
           [found, [do: [clause([nil], [], insert), clause([found], [], update)]]]}
      end

    block(
      [
        {:=, [t: :key], [key, key(map, scope, 1)]},
        {:=, [t: :s64], [var(:amount, :s64), amount]},
        {:=, [t: maybe], [found, helper(:bpf_map_lookup_elem, [map, key], maybe)]},
        test
      ],
      :status
    )
  end

  defp branch(condition, one, other), do: {:if, [t: :status], [condition, [do: one, else: other]]}

  defp update(map, scope, fuel) do
    half = div(fuel, 2)
    store(map, key(map, scope, half), expression(value(map), scope, half))
  end

  defp store(map, key, value) do
    flag = pick([:bpf_any, :bpf_any, :bpf_noexist, :bpf_exist])
    helper(:bpf_map_update_elem, [map, key, value, flag], :status)
  end

  defp lookup(map, type, scope, fuel),
    do: helper(:bpf_map_lookup_elem, [map, key(map, scope, fuel)], type)

  defp delete(scope, fuel) do
    map = pick(for name <- scope.maps, not KernelMap.array?(name), do: name)
    helper(:bpf_map_delete_elem, [map, key(map, scope, fuel)], :status)
  end

  # Few keys, so that they meet.
  defp key(map, scope, fuel) do
    {_, type, _, _} = KernelMap.all()[map]

    case Type.of(type) do
      :s64 when type == :s64 -> operation(:-, [few(scope, 7), 3])
      :s64 -> if chance(8), do: expression(:s64, scope, fuel), else: few(scope, pick([3, 7]))
      other -> expression(other, scope, fuel)
    end
  end

  defp few(scope, mask), do: operation(:&&&, [expression(:s64, scope, 1), mask])

  defp value(map), do: KernelMap.all()[map] |> elem(2) |> Type.of()
  defp holders(type, scope), do: for(name <- scope.maps, value(name) == type, do: name)
end
