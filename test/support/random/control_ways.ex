defmodule Honey.Test.Random.ControlWays do
  @moduledoc "Branches: `if`, `unless`, `cond`, `case`, `with`, `||`, `&&`, and blocks as expressions."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Guard, Pattern, Scope, Type}

  @common [:if, :if, :unless, :cond, :case, :case, :case_status, :case_data, :with, :block, :many]

  @doc false
  def ways({:fun, _, _}), do: []
  def ways(:slice), do: []
  def ways(type) when type in [:s64, :u64], do: [:default | @common]
  def ways({:maybe, _}), do: [:and_then, :if | @common]
  def ways(_), do: @common

  @doc false
  def statements, do: []

  @doc false
  def make(:default, type, scope, fuel) do
    half = div(fuel, 2)
    {:||, [t: type], [expression({:maybe, type}, scope, half), expression(type, scope, half)]}
  end

  def make(:and_then, {:maybe, inner} = type, scope, fuel) do
    half = div(fuel, 2)
    name = Scope.fresh()
    bound = {:=, [t: type], [var(name, type), expression(type, scope, half)]}
    scope = Scope.put(scope, name, inner)

    if chance(2),
      do: {:&&, [t: type], [bound, expression(inner, scope, half)]},
      else: {:if, [t: type], [bound, [do: body(inner, scope, half)]]}
  end

  def make(:if, type, scope, fuel) do
    half = div(fuel, 2)
    branches = [do: body(type, scope, half), else: body(type, scope, half)]
    # An `if` without `else` gives nil.
    branches =
      if Type.nilable?(type) and chance(2), do: Keyword.take(branches, [:do]), else: branches

    {:if, [t: type], [condition(scope, half), branches]}
  end

  def make(:unless, type, scope, fuel) do
    half = div(fuel, 2)
    branches = [do: body(type, scope, half), else: body(type, scope, half)]
    {:unless, [t: type], [condition(scope, half), branches]}
  end

  def make(:cond, type, scope, fuel) do
    third = div(fuel, 3)

    clauses =
      for _ <- 1..Enum.random(1..3),
          do: clause([condition(scope, third)], [], body(type, scope, third))

    last = if chance(6), do: [], else: [clause([true], [], expression(type, scope, third))]
    {:cond, [t: type], [[do: clauses ++ last]]}
  end

  def make(:case, type, scope, fuel) do
    subject = pick([:s64, :u64, :boolean, :color, {:maybe, :s64}, :mixed, :text])
    cases(subject, type, scope, div(fuel, 3))
  end

  # So many that they are a list of clauses, or a switch.
  def make(:many, type, scope, fuel) do
    if chance(8), do: many(pick([:case, :cond]), type, scope, div(fuel, 3)), else: :none
  end

  def make(:case_status, type, scope, fuel), do: cases(:status, type, scope, div(fuel, 3))
  def make(:case_data, type, scope, fuel), do: cases(pick(Type.data()), type, scope, div(fuel, 3))

  def make(:with, type, scope, fuel) do
    fuel = div(fuel, 3)

    {steps, inner} =
      Enum.map_reduce(1..Enum.random(1..3), scope, fn _, scope ->
        subject = pick([:s64, :boolean, :status, :text, {:maybe, :s64} | Type.data()])
        value = expression(subject, scope, fuel)
        {pattern, scope} = Pattern.pattern(subject, scope)
        [left] = guarded([pattern], Guard.some(scope, 4))
        {{:<-, [], [left, value]}, scope}
      end)

    others =
      for _ <- 1..Enum.random(0..1)//1 do
        {pattern, inner} = other_pattern(pick([:s64, :status | Type.data()]), scope)
        clause([pattern], [], body(type, inner, fuel))
      end

    last =
      if chance(6) and others != [],
        do: [],
        else: [clause([var(:_, :any)], [], expression(type, scope, fuel))]

    {:with, [t: type], steps ++ [[do: body(type, inner, fuel), else: others ++ last]]}
  end

  # Its name can be read behind it, so it must be new.
  def make(:block, type, scope, fuel) do
    half = div(fuel, 2)
    name = Scope.fresh()
    other = pick(Type.all())
    bound = {:=, [t: other], [var(name, other), expression(other, scope, half)]}
    block([bound, expression(type, Scope.put(scope, name, other), half)], type)
  end

  defp many(:case, type, scope, fuel) do
    subject = operation(:&&&, [expression(:s64, scope, fuel), 63])
    clauses = for n <- Enum.shuffle(0..40), do: clause([n], [], Type.leaf(type, scope))
    last = clause([var(:_, :s64)], [], expression(type, scope, fuel))
    {:case, [t: type], [subject, [do: clauses ++ [last]]]}
  end

  defp many(:cond, type, scope, fuel) do
    case Scope.variables(scope, :s64) do
      [] -> :none
      names -> conditions(var(pick(names), :s64), type, scope, fuel)
    end
  end

  defp conditions(number, type, scope, fuel) do
    clauses =
      for n <- Enum.shuffle(-3..37),
          do: clause([{:==, [t: :boolean], [number, n]}], [], Type.leaf(type, scope))

    last = clause([true], [], expression(type, scope, fuel))
    {:cond, [t: type], [[do: clauses ++ [last]]]}
  end

  defp cases(subject, type, scope, fuel) do
    clauses =
      for _ <- 1..Enum.random(1..4) do
        {pattern, inner} = Pattern.pattern(subject, scope)
        clause([pattern], Guard.some(inner, 3), body(type, inner, fuel))
      end

    last = if chance(5), do: [], else: [clause([var(:_, subject)], [], body(type, scope, fuel))]
    {:case, [t: type], [expression(subject, scope, fuel), [do: clauses ++ last]]}
  end

  # What did not match a step can be of any type, and a variable would take all of them.
  defp other_pattern(type, scope) do
    case Pattern.pattern(type, scope) do
      {{name, _, nil}, _} when is_atom(name) -> {var(:_, :any), scope}
      other -> other
    end
  end
end
