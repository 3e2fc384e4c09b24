defmodule Honey.Test.Random.StreamWays do
  @moduledoc """
  Loops over maps of the kernel: guides/loops.md.

  A hash has no order that anybody knows, so what is done with its entries here comes to the same in any. Of
  arrays, which have one, generators of `Honey.Test.Random.Source` are, and so loops of all kinds.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMap, KernelMapWays, Scope, Type}

  @doc false
  def ways(:s64), do: [:total, :counted]
  def ways(:u64), do: [:total]
  def ways(:boolean), do: [:tested]
  def ways(_), do: []

  @doc false
  def statements, do: [:deleted, :counted_by]

  @doc "The entries of a map that is an array, and the type of its values; `:none` where there is none."
  @spec entries(Scope.t()) :: {Type.t(), Macro.t()} | :none
  def entries(scope) do
    case for(map <- keyed(scope), KernelMap.array?(map), do: map) do
      [] ->
        :none

      maps ->
        map = pick(maps)
        {KernelMapWays.value(map), stream(map)}
    end
  end

  @doc false
  def make(_way, _type, %{streams?: false}, _fuel), do: :none

  def make(:total, type, scope, fuel) do
    {map, value, number} = numbers(scope)
    acc = var(Scope.fresh(), type)

    number =
      if type == :s64 and kind(number) == :u64, do: operation(:-, [number, 0]), else: number

    sum = operation(:bxor, [acc, number])
    first = expression(type, scope, fuel)
    pattern = {var(:_, :key), value}

    if chance(2) do
      generator = {:<-, [], [pattern, stream(map)]}
      {:for, [t: type], [generator, [reduce: first, do: [clause([acc], [], sum)]]]}
    else
      fun = {:fn, [], [clause([pattern, acc], [], sum)]}
      remote([:Enum], :reduce, [stream(map), first, fun], type)
    end
  end

  def make(:counted, :s64, scope, fuel) do
    if chance(3) do
      remote([:Enum], :count, [scope |> keyed() |> pick() |> stream()], :s64)
    else
      {map, test} = test(scope, fuel)
      bound(test, &remote([:Enum], :count, [stream(map), &1], :s64), :s64)
    end
  end

  def make(:tested, :boolean, scope, fuel) do
    if chance(3) do
      remote([:Enum], :empty?, [scope |> keyed() |> pick() |> stream()], :boolean)
    else
      {map, test} = test(scope, fuel)
      bound(test, &remote([:Enum], pick([:any?, :all?]), [stream(map), &1], :boolean), :boolean)
    end
  end

  @doc false
  def state(_statement, %{streams?: false} = scope, fuel),
    do: KernelMapWays.state(:count, scope, fuel)

  # Each turn deletes its own entry.
  def state(:deleted, scope, fuel) do
    map =
      pick(
        for map <- keyed(scope),
            KernelMap.replaced?(map) and not KernelMap.array?(map),
            do: map
      )

    {key, value, number} = key_and_number(map)
    limit = var(Scope.fresh(), :s64)
    bound = {:=, [t: :s64], [limit, expression(:s64, scope, fuel)]}
    delete = kernel_map(:delete, [map, key], :status)
    generator = {:<-, [], [{key, value}, stream(map)]}
    test = {pick([:<, :>]), [t: :boolean], [number, limit]}
    {block([bound, {:for, [t: :none], [generator, test, [do: delete]]}], :none), scope}
  end

  # Each turn counts in another map.
  def state(:counted_by, scope, _fuel) do
    {map, value, number} = numbers(scope)
    other = pick([:histogram, :cpu_histogram] -- [map])
    count = kernel_map(:log2_histogram, [other, number], :status)
    fun = {:fn, [], [clause([{var(:_, :key), value}], [], count)]}
    {remote([:Enum], :each, [stream(map), fun], :none), scope}
  end

  defp stream(map), do: kernel_map(:stream, [map], :stream)

  # LRU maps have no order either, and forget entries when they like.
  defp keyed(scope), do: KernelMapWays.keyed(scope) -- [:recent]

  # A map, a pattern for its values, and an integer of what that binds.
  defp numbers(scope) do
    map = scope |> keyed() |> pick()
    {_, value, number} = key_and_number(map)
    {map, value, number}
  end

  defp key_and_number(map) do
    type = KernelMapWays.value(map)
    value = var(Scope.fresh(), type)
    {_, key, _, _} = KernelMap.all()[map]
    {var(Scope.fresh(), Type.of(key)), value, integer_of(value, type)}
  end

  defp integer_of(value, type) when type in [:s64, :u64], do: value

  defp integer_of(value, {:struct, name}) do
    case for({key, type} <- Type.fields(name), type in [:s64, :u64], do: {key, type}) do
      [] ->
        7

      fields ->
        {key, type} = pick(fields)
        {{:., [], [value, key]}, [t: type, no_parens: true], []}
    end
  end

  defp integer_of(value, {:bytes, _}), do: {:byte_size, [t: :s64], [value]}

  defp integer_of(value, type),
    do:
      {:if, [t: :s64],
       [{:==, [t: :boolean], [value, Type.leaf(type, %Scope{})]}, [do: 3, else: 5]]}

  # A function that tells by an entry, with what it compares with bound before.
  defp test(scope, fuel) do
    {map, value, number} = numbers(scope)
    limit = var(Scope.fresh(), :s64)
    test = {pick([:<, :>, :==]), [t: :boolean], [number, limit]}
    bound = {:=, [t: :s64], [limit, expression(:s64, scope, div(fuel, 2))]}
    {map, {bound, {:fn, [], [clause([{var(:_, :key), value}], [], test)]}}}
  end

  defp bound({bound, function}, call, type), do: block([bound, call.(function)], type)
end
