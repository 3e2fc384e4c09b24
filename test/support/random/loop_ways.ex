defmodule Honey.Test.Random.LoopWays do
  @moduledoc "Loops: guides/loops.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMapWays, RecordWays, Scope}

  @doc false
  def ways({:fun, _, _}), do: []
  def ways({:array, _}), do: []
  def ways(type), do: [:reduce, :for, :while | more(type)]

  defp more(:s64), do: [:total]
  defp more(:boolean), do: [:any]
  defp more({:maybe, :s64}), do: [:find]
  defp more(_), do: []

  @doc false
  def statements, do: [:each, :bind_range]

  @doc false
  def state(:bind_range, scope, _fuel) do
    name = pick([:u, :w])
    {{:=, [t: :range], [var(name, :range), a_range(scope)]}, Scope.put(scope, name, :range)}
  end

  def state(:each, scope, fuel) do
    name = pick(Scope.names())
    inner = Scope.put(scope, name, :s64)
    done = effect(inner, fuel)
    generator = {:<-, [], [var(name, :s64), source(scope)]}

    made =
      case pick([:for, :filter, :each]) do
        :for -> {:for, [t: :none], [generator, [do: done]]}
        :filter -> {:for, [t: :none], [generator, condition(inner, 1), [do: done]]}
        :each -> remote([:Enum], :each, [source(scope), function([var(name, :s64)], done)], :none)
      end

    {made, scope}
  end

  defp effect(%{maps: []} = scope, fuel), do: expression(:s64, scope, fuel)

  defp effect(scope, fuel),
    do: KernelMapWays.statements() |> pick() |> KernelMapWays.state(scope, fuel) |> elem(0)

  @doc false
  def make(:reduce, type, scope, fuel) do
    third = div(fuel, 3)
    [element, acc] = names = two_names()
    first = expression(type, scope, third)
    inner = scope |> Scope.put(element, :s64) |> Scope.put(acc, type)
    fun = function(variables(names, [:s64, type]), body(type, inner, third))
    remote([:Enum], :reduce, [source(scope), first, fun], type)
  end

  def make(:for, type, scope, fuel) do
    third = div(fuel, 3)
    [element, acc] = two_names()
    first = expression(type, scope, third)
    inner = Scope.put(scope, element, :s64)

    {more, inner} =
      case pick([:none, :filter, :second, :pattern]) do
        :none -> {[], inner}
        :filter -> {[condition(inner, 1)], inner}
        :second -> {[{:<-, [], [var(:q, :s64), source(inner)]}], Scope.put(inner, :q, :s64)}
        :pattern -> {[tagged(var(element, :s64))], inner}
      end

    generator = {:<-, [], [var(element, :s64), source(scope)]}
    clause = clause([var(acc, type)], [], body(type, Scope.put(inner, acc, type), third))
    {:for, [t: type], [generator | more] ++ [[reduce: first, do: [clause]]]}
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
    remote([:Enum], :reduce_while, [source(scope), first, fun], type)
  end

  def make(:total, :s64, scope, fuel) do
    case pick([:sum, :count, :most]) do
      :sum -> remote([:Enum], :sum, [source(scope)], :s64)
      :count -> remote([:Enum], :count, [source(scope), test(scope, fuel)], :s64)
      :most -> remote([:Enum], pick([:max, :min]), [[expression(:s64, scope, 1), 4, 7]], :s64)
    end
  end

  def make(:any, :boolean, scope, fuel),
    do: remote([:Enum], pick([:any?, :all?]), [source(scope), test(scope, fuel)], :boolean)

  def make(:find, type, scope, fuel),
    do: remote([:Enum], pick([:find, :find_index]), [source(scope), test(scope, fuel)], type)

  defp test(scope, fuel) do
    name = pick(Scope.names())
    function([var(name, :s64)], condition(Scope.put(scope, name, :s64), div(fuel, 2)))
  end

  defp tagged(element) do
    items = [{:ok, element}, :error, {:ok, 3}]
    {:<-, [], [{:ok, element}, items]}
  end

  defp function(parameters, body), do: {:fn, [], [clause(parameters, [], body)]}
  defp variables(names, types), do: Enum.zip_with(names, types, &var/2)
  defp two_names, do: Enum.take_random(Scope.names(), 2)

  # Of integers, never many: a range, a list, or an array.
  defp source(scope) do
    case {pick([:range, :range, :range, :variable, :list, :array]),
          Scope.variables(scope, :range)} do
      {:variable, [_ | _] = names} -> var(pick(names), :range)
      {:list, _} -> [expression(:s64, scope, 1), 5, -1]
      {:array, _} -> RecordWays.make(:field, {:array, :s64}, scope, 1)
      _ -> a_range(scope)
    end
  end

  defp a_range(scope) do
    small = operation(:&&&, [expression(:s64, scope, 1), pick([1, 3, 5])])

    case pick([:up, :down, :steps, :to, :from, :down_to, :one_to, :step]) do
      :up -> range(0, 3)
      :down -> range(2, -2)
      :steps -> range(-1, 6, 3)
      :to -> range(0, small)
      :from -> range(small, 2)
      :down_to -> range(small, 0, -1)
      :one_to -> range(1, small, 1)
      :step -> range(-2, 5, operation(:+, [small, 1]))
    end
  end

  defp range(first, last), do: {:.., [t: :range], [first, last]}
  defp range(first, last, step), do: {:"..//", [t: :range], [first, last, step]}
end
