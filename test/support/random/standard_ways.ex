defmodule Honey.Test.Random.StandardWays do
  @moduledoc """
  Functions of Elixir's own modules, and `raise`.

  The oracle calls the function itself, on values that are as the BEAM has them.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  @doc false
  def ways(:s64), do: [:mod, :raise]
  def ways(:boolean), do: [:starts_with, :has_key]
  def ways({:fields, _}), do: [:put, :raise]
  def ways({:tuple, _}), do: [:put_elem]
  def ways(type) when type in [:u64, :color, :mixed, :text], do: [:raise]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:mod, :s64, scope, fuel) do
    half = div(fuel, 2)
    operands = [expression(:s64, scope, half), expression(:s64, scope, half)]
    remote([:Integer], :mod, operands, :s64)
  end

  def make(:raise, type, _scope, _fuel),
    do: if(chance(4), do: {:raise, [t: type], ["not this"]}, else: :none)

  def make(:starts_with, :boolean, scope, fuel) do
    prefix = pick(["e", "eth", "kwork", ""])
    remote([:String], :starts_with?, [expression(:text, scope, fuel), prefix], :boolean)
  end

  def make(:has_key, :boolean, scope, fuel) do
    map = expression({:fields, [a: :s64, b: {:maybe, :s64}]}, scope, fuel)
    {:is_map_key, [t: :boolean], [map, pick([:a, :c])]}
  end

  def make(:put, {:fields, fields} = type, scope, fuel) do
    half = div(fuel, 2)
    {key, inner} = pick(fields)
    map = expression(type, scope, half)
    remote([:Map], :put, [map, key, expression(inner, scope, half)], type)
  end

  def make(:put_elem, {:tuple, types} = type, scope, fuel) do
    half = div(fuel, 2)
    at = Enum.random(0..(length(types) - 1))
    value = expression(Enum.at(types, at), scope, half)
    {:put_elem, [t: type], [expression(type, scope, half), at, value]}
  end
end
