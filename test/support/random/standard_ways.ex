defmodule Honey.Test.Random.StandardWays do
  @moduledoc """
  Functions of Elixir's own modules, and `raise`.

  The oracle calls the function itself, on values that are as the BEAM has them.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  @doc false
  def ways(:s64), do: [:integer, :integer, :raise]
  def ways(:boolean), do: [:starts_with, :parity]
  def ways(type) when type in [:u64, :color, :mixed, :text], do: [:raise]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:integer, :s64, scope, fuel) do
    half = div(fuel, 2)
    left = expression(:s64, scope, half)

    case pick([:mod, :floor_div, :gcd, :pow]) do
      :pow -> remote([:Integer], :pow, [left, exponent(scope)], :s64)
      name -> remote([:Integer], name, [left, expression(:s64, scope, half)], :s64)
    end
  end

  def make(:parity, :boolean, scope, fuel) do
    value = expression(pick([:s64, :u64, {:maybe, :s64}]), scope, fuel)
    remote([:Integer], pick([:is_odd, :is_even]), [value], :boolean)
  end

  def make(:raise, type, _scope, _fuel),
    do: if(chance(4), do: {:raise, [t: type], ["not this"]}, else: :none)

  def make(:starts_with, :boolean, scope, fuel) do
    prefix = pick(["e", "eth", "kwork", ""])
    remote([:String], :starts_with?, [expression(:text, scope, fuel), prefix], :boolean)
  end

  # A negative one is told apart from Elixir, which makes a float.
  defp exponent(scope), do: operation(:&&&, [expression(:s64, scope, 1), pick([1, 3, 7])])
end
