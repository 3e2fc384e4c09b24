defmodule Honey.Test.Random.TestWays do
  @moduledoc "Comparisons, and what connects booleans."

  import Honey.Test.Random.{Chance, Expression}

  alias Honey.Test.Random.Type

  @doc false
  def ways(:boolean), do: [:compare, :compare, :order, :connect, :not, :type, :in]
  def ways(:mixed), do: [:lazy, :lazy]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:compare, _type, scope, fuel) do
    {left, right} =
      pick(
        [{:s64, :s64}, {:u64, :s64}, {:u64, :u64}, {{:maybe, :s64}, {:maybe, :s64}}] ++
          [{{:maybe, :s64}, :s64}, {:color, :color}, {:mixed, :mixed}, {:status, :status}] ++
          [{:text, :text}, {:text, :text}] ++
          for(data <- Type.data(), do: {data, data}) ++ [{:mixed, pick(Type.data())}]
      )

    binary(pick([:==, :!=, :===, :!==]), left, right, scope, fuel)
  end

  # Every atom is greater than every integer.
  def make(:order, _type, scope, fuel) do
    {left, right} =
      pick(
        [{:s64, :s64}, {:s64, :u64}, {:u64, :s64}, {:u64, :u64}, {:s64, :mixed}] ++
          [{{:maybe, :s64}, :s64}]
      )

    binary(pick([:<, :<=, :>, :>=]), left, right, scope, fuel)
  end

  def make(:connect, _type, scope, fuel),
    do: binary(pick([:and, :or, :&&, :||]), :boolean, :boolean, scope, fuel)

  def make(:not, _type, scope, fuel) do
    if chance(2),
      do: {:not, [t: :boolean], [expression(:boolean, scope, fuel)]},
      else:
        {:!, [t: :boolean], [expression(pick([:boolean, :mixed, {:maybe, :s64}]), scope, fuel)]}
  end

  def make(:type, _type, scope, fuel) do
    test = pick([:is_nil, :is_integer, :is_atom, :is_boolean])
    {test, [t: :boolean], [expression(pick([:mixed, {:maybe, :s64}]), scope, fuel)]}
  end

  def make(:in, _type, scope, fuel) do
    {type, choices} =
      pick([
        {pick([:s64, :u64, {:maybe, :s64}]), [1, 2, 5]},
        {pick([:s64, :u64, {:maybe, :s64}]), {:.., [], [0, 10]}},
        {pick([:s64, :u64, {:maybe, :s64}]), {:.., [], [-5, 5]}},
        {:color, [:red, :blue]},
        {:text, ["eth0", "", "ab"]}
      ])

    {:in, [t: :boolean], [expression(type, scope, fuel), choices]}
  end

  def make(:lazy, :mixed, scope, fuel) do
    half = div(fuel, 2)
    operands = [expression(:mixed, scope, half), expression(:mixed, scope, half)]
    {pick([:&&, :||]), [t: :mixed], operands}
  end

  defp binary(operator, left, right, scope, fuel) do
    half = div(fuel, 2)
    {operator, [t: :boolean], [expression(left, scope, half), expression(right, scope, half)]}
  end
end
