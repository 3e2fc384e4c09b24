defmodule Honey.Test.Random.RecordWays do
  @moduledoc "Structs of `deftype`, their fields that are arrays, enums and strings: guides/types.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.Type

  @doc false
  def ways({:struct, _}), do: [:build, :build, :update, :nested]
  def ways({:array, _}), do: [:field, :list]
  def ways(type) when type in [:color, :text, :boolean], do: [:field]
  def ways({:maybe, :s64}), do: [:at]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:build, {:struct, name} = type, scope, fuel) do
    part = div(fuel, length(Type.fields(name)))
    Type.build(type, &expression(&1, scope, part))
  end

  def make(:update, {:struct, name} = type, scope, fuel) do
    half = div(fuel, 2)
    {key, inner} = name |> Type.fields() |> pick()
    change = {:|, [], [expression(type, scope, half), [{key, expression(inner, scope, half)}]]}
    map = {:%{}, [t: type], [change]}
    if chance(2), do: map, else: {:%, [t: type], [{:__aliases__, [], [name]}, map]}
  end

  # A struct within a struct.
  def make(:nested, type, scope, fuel), do: make(:field, type, scope, fuel)

  def make(:list, {:array, type}, scope, fuel),
    do: for(_ <- 1..3, do: expression(type, scope, div(fuel, 3)))

  def make(:field, type, scope, fuel) do
    case for({name, _} <- Type.structs(), {key, ^type} <- Type.fields(name), do: {name, key}) do
      [] ->
        :none

      holders ->
        {name, key} = pick(holders)
        record = expression({:struct, name}, scope, fuel)
        {{:., [], [record, key]}, [t: type, no_parens: true], []}
    end
  end

  # From -3 to 2 there is an element. Only what is a field is surely an array, and no list.
  def make(:at, type, scope, fuel) do
    array = make(:field, {:array, :s64}, scope, div(fuel, 2))
    remote([:Enum], :at, [array, index(scope)], type)
  end

  defp index(scope) do
    if chance(2),
      do: Enum.random(-4..4),
      else: operation(:-, [operation(:&&&, [expression(:s64, scope, 1), 7]), 4])
  end
end
