defmodule Honey.Test.Random.JoinWays do
  @moduledoc """
  Where integers of two types meet, of which an s64 comes: guides/integers.md.

  What decides between them is read from a map, so that the compiler cannot tell, and loops have turns, as what is
  known never to be done does not count. A literal would take the other's type, so the s64 is always the
  result of an operation.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Scope, Source}

  @ways [:branch, :branch, :data, :state]

  @doc false
  def ways(:s64), do: @ways
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:branch, type, scope, fuel) do
    [one, other] = two(scope, fuel)

    case pick([:if, :case, :cond, :or, :fn]) do
      :if ->
        {:if, [t: type], [flag(), [do: one, else: other]]}

      :case ->
        clauses = [clause([true], [], one), clause([false], [], other)]
        {:case, [t: type], [flag(), [do: clauses]]}

      :cond ->
        clauses = [clause([flag()], [], one), clause([true], [], other)]
        {:cond, [t: type], [[do: clauses]]}

      :or ->
        maybe = {:if, [t: {:maybe, type}], [flag(), [do: one]]}
        {:||, [t: type], [maybe, other]}

      :fn ->
        clauses = [clause([true], [], one), clause([false], [], other)]
        apply_value({:fn, [], clauses}, [flag()], type)
    end
  end

  # Elements of data join, each for itself.
  def make(:data, type, scope, fuel) do
    [one, other] = two(scope, fuel)
    pair = {:tuple, [type, :color]}
    branches = [do: {one, :red}, else: {other, expression(:color, scope, 1)}]
    {:elem, [t: type], [{:if, [t: pair], [flag(), branches]}, 0]}
  end

  # The state of a loop, which begins as one and becomes the other.
  def make(:state, type, scope, fuel) do
    [first, next] = two(scope, fuel)
    [element, acc] = Enum.take_random(Scope.names(), 2)
    inner = scope |> Scope.put(element, :s64) |> Scope.put(acc, type)
    state = var(acc, type)
    body = {:if, [t: type], [flag(), [do: next, else: operation(:-, [state, simple(inner)])]]}

    if chance(2) do
      fun = {:fn, [], [clause([var(element, :s64), state], [], body)]}
      remote([:Enum], :reduce, [Source.three(scope, 1), first, fun], type)
    else
      generator = {:<-, [], [var(element, :s64), Source.three(scope, 1)]}
      {:for, [t: type], [generator, [reduce: first, do: [clause([state], [], body)]]]}
    end
  end

  defp two(scope, fuel) do
    settled =
      if chance(3),
        do: operation(:bnot, [simple(scope)]),
        else: operation(:-, [simple(scope), simple(scope)])

    Enum.shuffle([settled, expression(:u64, scope, fuel)])
  end

  defp simple(scope) do
    case Scope.variables(scope, :s64) do
      [] -> Enum.random(-3..3)
      names -> if chance(3), do: Enum.random(0..3), else: var(pick(names), :s64)
    end
  end

  # Of an array, at an index that is there.
  defp flag, do: helper(:bpf_map_lookup_elem, [:flags, Enum.random(0..2)], :boolean)
end
