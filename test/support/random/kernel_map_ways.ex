defmodule Honey.Test.Random.KernelMapWays do
  @moduledoc """
  Maps of the kernel: lookups, puts, deletes, counting, by helpers and by the functions of `Honey.KernelMap`
  that are made of these.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMap, Scope, Type}

  @counters [:counts, :cpu_slots, :recent, :by_inner]

  @doc false
  def ways({:maybe, _}), do: [:lookup, :lookup]
  def ways({:struct, _}), do: [:lookup_or, :with_default, :fetched, :fetch!]
  def ways({:tuple, _}), do: [:lookup_or, :with_default, :fetched, :fetch!]
  def ways(:color), do: [:lookup_or, :with_default, :fetched, :fetch!]
  def ways(type) when type in [:s64, :u64], do: [:with_default, :fetched, :fetch!]
  def ways(:boolean), do: [:has_key, :with_default]
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

  def make(:with_default, type, scope, fuel) do
    half = div(fuel, 2)

    case holders(type, scope) do
      [] ->
        :none

      maps ->
        map = pick(maps)
        arguments = [map, key(map, scope, half), expression(type, scope, half)]
        kernel_map(:get, arguments, type)
    end
  end

  # With what is there, or without.
  def make(:fetched, type, scope, fuel) do
    third = div(fuel, 3)
    map = pick(keyed(scope))
    name = Scope.fresh()
    found = value(map)
    fetch = kernel_map(:fetch, [map, key(map, scope, third)], :fetched)
    there = expression(type, Scope.put(scope, name, found), third)
    other = expression(type, scope, third)
    pattern = {:ok, var(name, found)}

    if chance(2),
      do:
        {:case, [t: type],
         [fetch, [do: [clause([pattern], [], there), clause([:error], [], other)]]]},
      else:
        {:with, [t: type],
         [
           {:<-, [], [pattern, fetch]},
           [do: there, else: [clause([:error], [], other)]]
         ]}
  end

  # It raises mostly.
  def make(:fetch!, type, scope, fuel) do
    case if(chance(3), do: holders(type, scope), else: []) do
      [] ->
        :none

      maps ->
        map = pick(maps)
        kernel_map(:fetch!, [map, key(map, scope, fuel)], type)
    end
  end

  def make(:has_key, :boolean, scope, fuel) do
    map = pick(keyed(scope))
    kernel_map(:has_key?, [map, key(map, scope, fuel)], :boolean)
  end

  def make(:update, :status, scope, fuel), do: put(scope, fuel)
  def make(:delete, :status, scope, fuel), do: delete(scope, fuel)

  @doc false
  def state(:update, scope, fuel), do: {put(scope, fuel + 2), scope}
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

  defp put(scope, fuel) do
    half = div(fuel, 2)
    map = pick(keyed(scope))
    store(map, key(map, scope, half), expression(value(map), scope, half))
  end

  defp store(map, key, value) do
    if KernelMap.replaced?(map), do: store_any(map, key, value), else: store_new(map, key, value)
  end

  defp store_any(map, key, value) do
    flag = pick([:bpf_any, :bpf_any, :bpf_noexist, :bpf_exist])

    case pick([:helper, :helper, :put, :put_by]) do
      :helper -> helper(:bpf_map_update_elem, [map, key, value, flag], :status)
      :put -> kernel_map(:put, [map, key, value], :status)
      :put_by -> kernel_map(:put, [map, key, value, flag], :status)
    end
  end

  defp store_new(map, key, value) do
    if chance(2),
      do: helper(:bpf_map_update_elem, [map, key, value, :bpf_noexist], :status),
      else: kernel_map(:put_new, [map, key, value], :status)
  end

  defp lookup(map, type, scope, fuel) do
    arguments = [map, key(map, scope, fuel)]

    if chance(2),
      do: helper(:bpf_map_lookup_elem, arguments, type),
      else: kernel_map(:get, arguments, type)
  end

  defp delete(scope, fuel) do
    map =
      pick(
        for name <- keyed(scope),
            KernelMap.replaced?(name) and not KernelMap.array?(name),
            do: name
      )

    arguments = [map, key(map, scope, fuel)]

    if chance(2),
      do: helper(:bpf_map_delete_elem, arguments, :status),
      else: kernel_map(:delete, arguments, :status)
  end

  @doc "A key for the map: one of few, so that they meet."
  @spec key(atom, Scope.t(), integer) :: Macro.t()
  def key(map, scope, fuel) do
    {_, type, _, _} = KernelMap.all()[map]

    case Type.of(type) do
      :s64 when type in [:s64, :s16] ->
        operation(:-, [few(scope, 7), 3])

      :s64 ->
        if chance(8), do: expression(:s64, scope, fuel), else: few(scope, pick([3, 7]))

      {:tuple, _} = tuple ->
        if chance(3), do: expression(tuple, scope, fuel), else: near(tuple, scope)

      other ->
        expression(other, scope, fuel)
    end
  end

  defp near({:tuple, _} = tuple, scope), do: Type.build(tuple, &near(&1, scope))
  defp near(:s64, scope), do: few(scope, 3)
  defp near(type, scope), do: Type.leaf(type, scope)

  defp few(scope, mask), do: operation(:&&&, [expression(:s64, scope, 1), mask])

  @doc "The type of the map's values in expressions."
  @spec value(atom) :: Type.t()
  def value(map), do: KernelMap.all()[map] |> elem(2) |> Type.of()

  @doc "The maps that have keys."
  @spec keyed(Scope.t()) :: [atom]
  def keyed(scope), do: Enum.reject(scope.maps, &KernelMap.line?/1)

  defp holders(type, scope), do: for(name <- keyed(scope), value(name) == type, do: name)
end
