defmodule Honey.Test.Random.Guard do
  @moduledoc """
  Guards over the variables of a scope.

  A new test for guards is a clause of `test/3`. Where an operation raises, the guard does not hold.
  """

  import Honey.Test.Random.Chance
  import Honey.Test.Random.Node

  alias Honey.Test.Random.Scope

  @tests [:order, :order, :equal, :type, :in, :connect, :not]

  @doc "No guard mostly, otherwise one, or two alternatives."
  @spec some(Scope.t(), pos_integer) :: [Macro.t()]
  def some(scope, once_in) do
    if chance(once_in), do: for(_ <- 1..pick([1, 1, 1, 2]), do: guard(scope, 3)), else: []
  end

  @doc "One guard."
  @spec guard(Scope.t(), integer) :: Macro.t()
  def guard(scope, fuel), do: test(pick(@tests), scope, fuel)

  defp test(kind, scope, fuel) when kind in [:connect, :not] and fuel <= 0, do: guard(scope, fuel)

  defp test(:order, scope, fuel), do: compare([:<, :<=, :>, :>=], scope, fuel)
  defp test(:equal, scope, fuel), do: compare([:==, :!=, :===], scope, fuel)

  defp test(:type, scope, _fuel),
    do: {pick([:is_nil, :is_integer, :is_atom, :is_boolean]), [t: :boolean], [value(scope)]}

  defp test(:in, scope, _fuel),
    do: {:in, [t: :boolean], [integer(scope, 0), pick([[1, 2, 5], {:.., [], [0, 10]}])]}

  defp test(:connect, scope, fuel) do
    half = div(fuel, 2)
    {pick([:and, :or]), [t: :boolean], [guard(scope, half), guard(scope, half)]}
  end

  defp test(:not, scope, fuel), do: {:not, [t: :boolean], [guard(scope, div(fuel, 2))]}

  defp compare(operators, scope, fuel) do
    half = div(fuel, 2)
    {pick(operators), [t: :boolean], [integer(scope, half), integer(scope, half)]}
  end

  defp value(scope) do
    case for(
           {_, type} = variable <- scope.variables,
           not match?({:fun, _, _}, type),
           do: variable
         ) do
      [] -> 1
      variables -> variables |> pick() |> then(fn {name, type} -> var(name, type) end)
    end
  end

  defp integer(scope, fuel) do
    variables = for {name, type} when type in [:s64, :u64] <- scope.variables, do: var(name, type)
    maybes = for {name, {:maybe, :s64}} <- scope.variables, do: var(name, :s64)

    cond do
      variables ++ maybes == [] or chance(4) -> Enum.random(-2..8)
      fuel <= 0 or chance(2) -> pick(variables ++ maybes)
      true -> arithmetic(scope, fuel - 1)
    end
  end

  defp arithmetic(scope, fuel) do
    operator = pick([:+, :-, :&&&, :div, :rem, :*])
    left = integer(scope, fuel)
    right = integer(scope, fuel)

    if operator in [:div, :rem] and kind(left) == :literal,
      do: operation(:-, [left, right]),
      else: operation(operator, [left, right])
  end
end
