defmodule Honey.Test.Random.GlobalWays do
  @moduledoc "Variables of `defvar`: read, put, added to."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Globals, Scope}

  @doc false
  def ways(type), do: if(Globals.of(type) == [], do: [], else: [:read])

  @doc false
  def statements, do: [:put, :put, :more, :kept]

  @doc false
  def make(:read, _type, %{globals?: false}, _fuel), do: :none
  def make(:read, type, _scope, _fuel), do: read(pick(Globals.of(type)))

  @doc false
  def state(_statement, %{globals?: false} = scope, fuel),
    do: {expression(:s64, scope, fuel), scope}

  def state(:put, scope, fuel) do
    name = pick(Globals.live())
    {put(name, expression(Globals.type(name), scope, fuel + 1)), scope}
  end

  # What was read stays what it was.
  def state(:kept, scope, fuel) do
    global = pick(Globals.live())
    type = Globals.type(global)
    name = pick(Scope.names())
    inner = Scope.put(scope, name, type)
    bound = {:=, [t: type], [var(name, type), read(global)]}
    {block([bound, put(global, expression(type, inner, fuel + 1))], :ok), inner}
  end

  def state(:more, %{sums?: false} = scope, fuel), do: state(:put, scope, fuel)

  def state(:more, scope, fuel) do
    global = pick(Globals.sums())
    type = Globals.type(global)
    there = var(Scope.fresh(), type)
    amount = if chance(3), do: Enum.random(0..9), else: expression(:s64, scope, fuel + 1)

    sum =
      case pick([:+, :+, :-, :turned]) do
        :turned -> operation(:+, [amount, there])
        operator -> operation(operator, [there, amount])
      end

    function = {:fn, [], [clause([there], [], sum)]}
    {remote([:Honey, :Var], :update, [global, function], :ok), scope}
  end

  defp read(name), do: {name, [t: Globals.type(name)], []}
  defp put(name, value), do: remote([:Honey, :Var], :put, [name, value], :ok)
end
