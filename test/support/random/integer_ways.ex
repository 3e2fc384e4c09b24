defmodule Honey.Test.Random.IntegerWays do
  @moduledoc "Arithmetic: guides/integers.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  @doc false
  def ways(type) when type in [:s64, :u64],
    do: [:arithmetic, :arithmetic, :arithmetic, :divide, :shift, :some, :choice]

  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:arithmetic, :s64, scope, fuel) do
    half = div(fuel, 2)
    left = expression(:s64, scope, half)
    right = expression(:s64, scope, half)

    case pick([:+, :-, :*, :&&&, :|||, :bxor, :bnot, :minus, :difference]) do
      :bnot -> operation(:bnot, [left])
      :minus -> minus(left)
      :difference -> operation(:-, [expression(:u64, scope, half), right])
      operator -> operation(operator, [left, right])
    end
  end

  def make(:arithmetic, :u64, scope, fuel) do
    half = div(fuel, 2)
    operands = [expression(:u64, scope, half), expression(pick([:u64, :s64]), scope, half)]
    operation(pick([:+, :*, :&&&, :|||, :bxor]), Enum.shuffle(operands))
  end

  # A literal on the left takes the type of the right.
  def make(:divide, type, scope, fuel) do
    half = div(fuel, 2)
    right = expression(pick([type, type, :s64]), scope, half)

    left =
      if type == :u64 and chance(4) and kind(right) == :u64,
        do: Enum.random(0..1000),
        else: expression(type, scope, half)

    # The literal would make a u64 of a wanted s64.
    right = if type == :s64 and kind(left) == :literal, do: settled(right), else: right
    operation(pick([:div, :rem]), [left, right])
  end

  def make(:shift, type, scope, fuel) do
    count =
      if chance(2),
        do: Enum.random(-3..70),
        else: operation(:&&&, [expression(:s64, scope, 1), 127])

    operation(pick([:<<<, :>>>]), [expression(type, scope, fuel), count])
  end

  # Where the value is nil, this raises.
  def make(:some, type, scope, fuel) do
    if chance(2) do
      maybe = {:maybe, type} |> expression(scope, fuel) |> typed(type)

      if is_nil(maybe) or is_integer(maybe),
        do: :none,
        else: operation(:+, [maybe, zero(type, scope)])
    else
      :none
    end
  end

  def make(:choice, type, scope, fuel) do
    half = div(fuel, 2)
    operands = [expression(type, scope, half), expression(type, scope, half)]

    case pick([:max, :min, :abs]) do
      :abs when type == :s64 -> {:abs, [t: :s64], [hd(operands)]}
      :abs -> :none
      operator -> {operator, [t: type], operands}
    end
  end

  # A sign before a literal is part of it.
  defp minus(number) when is_integer(number), do: -number
  defp minus(operand), do: operation(:-, [operand])

  defp settled(right), do: if(kind(right) == :u64, do: 3, else: right)

  defp zero(:s64, _scope), do: 0
  defp zero(:u64, scope), do: Honey.Test.Random.Type.leaf(:u64, scope)
end
