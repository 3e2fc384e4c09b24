defmodule Honey.Test.Random.LoopWays do
  @moduledoc "Loops: guides/loops.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Guard, KernelMapWays, Pattern, Scope, Source}

  @doc false
  def ways({:fun, _, _}), do: []
  def ways(:slice), do: []
  def ways({:array, _}), do: []
  def ways(_), do: [:reduce, :for, :while, :fueled]

  @doc false
  def statements, do: [:each, :bind_range]

  @doc false
  def state(:bind_range, scope, _fuel) do
    name = pick([:u, :w])
    {{:=, [t: :range], [var(name, :range), Source.range(scope)]}, Scope.put(scope, name, :range)}
  end

  def state(:each, scope, fuel) do
    {pattern, source, inner} = Source.generator(scope)
    done = effect(inner, fuel)
    generator = {:<-, [], [pattern, source]}

    made =
      case pick([:for, :filter, :each]) do
        :for -> {:for, [t: :none], [generator, [do: done]]}
        :filter -> {:for, [t: :none], [generator, condition(inner, 1), [do: done]]}
        :each -> remote([:Enum], :each, [source, function([pattern], done)], :none)
      end

    {made, scope}
  end

  defp effect(%{maps: []} = scope, fuel), do: expression(:s64, scope, fuel)

  defp effect(scope, fuel),
    do: KernelMapWays.statements() |> pick() |> KernelMapWays.state(scope, fuel) |> elem(0)

  @doc false
  def make(:reduce, type, scope, fuel) do
    {pattern, source, inner} = Source.generator(scope)
    {first, fun} = fold(pattern, inner, type, scope, fuel)
    remote([:Enum], :reduce, [source, first, fun], type)
  end

  def make(:for, type, scope, fuel) do
    third = div(fuel, 3)
    first = expression(type, scope, third)
    {generator, inner} = generator(scope)

    q = var(:q, :s64)

    {more, inner} =
      case pick([:none, :none, :filter, :second, :tagged]) do
        :none -> {[], inner}
        :filter -> {[condition(inner, 1)], inner}
        :second -> {[{:<-, [], [q, Source.integers(inner)]}], Scope.put(inner, :q, :s64)}
        :tagged -> {[tagged(q, inner)], Scope.put(inner, :q, :s64)}
      end

    acc = pick(Scope.names() -- [:q])
    clause = clause([var(acc, type)], [], body(type, Scope.put(inner, acc, type), third))
    {:for, [t: type], [generator | more] ++ [[reduce: first, do: [clause]]]}
  end

  # More turns than the types tell.
  def make(:fueled, type, scope, fuel) do
    if chance(3) do
      {first, fun} = fold(var(:i, :s64), Scope.put(scope, :i, :s64), type, scope, fuel)
      last = operation(:-, [expression(:s64, scope, 1), pick([1, 7])])
      last = {:min, [t: :s64], [last, 20]}
      range = {:"..//", [t: :range], [0, last, 1]}
      {:fuel, [t: type], [30, remote([:Enum], :reduce, [range, first, fun], type)]}
    else
      :none
    end
  end

  def make(:while, type, scope, fuel) do
    [element, acc] = names = two_names()
    first = expression(type, scope, div(fuel, 3))
    inner = scope |> Scope.put(element, :s64) |> Scope.put(acc, type)

    branches = [
      do: {:halt, expression(type, inner, div(fuel, 4))},
      else: {:cont, expression(type, inner, div(fuel, 3))}
    ]

    step = {:if, [t: {:step, type}], [condition(inner, 1), branches]}
    fun = function(variables(names, [:s64, type]), step)
    remote([:Enum], :reduce_while, [Source.integers(scope), first, fun], type)
  end

  # What a fold begins with, and its function, which takes elements of the pattern.
  defp fold(pattern, inner, type, scope, fuel) do
    third = div(fuel, 3)
    acc = pick(free_names(pattern))
    first = expression(type, scope, third)
    body = body(type, Scope.put(inner, acc, type), third)
    {first, function([pattern, var(acc, type)], body)}
  end

  # A pattern may take all of the names.
  defp free_names(pattern) do
    with [] <- Scope.names() -- Pattern.names(pattern), do: [:folded]
  end

  defp generator(scope) do
    {pattern, source, inner} = Source.generator(scope)
    {{:<-, [], guarded([pattern], Guard.some(inner, 4)) ++ [source]}, inner}
  end

  defp tagged(element, scope) do
    items = [{:ok, expression(:s64, scope, 1)}, :error, {:ok, 3}]
    {:<-, [], [{:ok, element}, items]}
  end

  defp function(parameters, body), do: {:fn, [], [clause(parameters, [], body)]}
  defp variables(names, types), do: Enum.zip_with(names, types, &var/2)
  defp two_names, do: Enum.take_random(Scope.names(), 2)
end
