defmodule Honey.Test.Oracle.Loop do
  @moduledoc "Functions of `Enum`, and comprehensions, for `Honey.Test.Oracle`."

  alias Honey.Test.Oracle
  alias Honey.Test.Oracle.Match

  @doc "Calls a function of Enum. Functions among the values are the oracle's own."
  @spec enum(atom, [term]) :: term
  def enum(:at, [list, index]), do: Enum.at(list, index)
  def enum(name, [list]) when name in [:max, :min], do: apply(Enum, name, [list])
  def enum(:reduce, [list, first, fun]), do: Enum.reduce(list, first, &call(fun, [&1, &2]))

  def enum(:reduce_while, [list, first, fun]),
    do: Enum.reduce_while(list, first, &call(fun, [&1, &2]))

  def enum(name, [list, fun]) when name in [:count, :any?, :all?, :find, :find_index, :each],
    do: apply(Enum, name, [list, &call(fun, [&1])])

  defp call(fun, arguments), do: Oracle.apply_value(fun, arguments)

  @doc "A comprehension with `reduce:`, or one for its effects, whose value is never used."
  def comprehension(parts, scope, guard?) do
    {[{:<-, _, [left, source]} | steps], [options]} = Enum.split(parts, -1)
    elements = Oracle.value(source, scope)

    case options do
      [reduce: first, do: clauses] ->
        first = Oracle.value(first, scope)

        go_over(elements, left, steps, scope, first, guard?, fn scope, acc ->
          {:ok, body, inner} = Match.first(Match.clauses(clauses), [acc], scope, guard?)
          Oracle.value(body, inner)
        end)

      [do: body] ->
        go_over(elements, left, steps, scope, [], guard?, fn scope, acc ->
          Oracle.value(body, scope)
          acc
        end)
    end
  end

  defp walk([], scope, acc, _guard?, turn), do: turn.(scope, acc)

  defp walk([{:<-, _, [left, source]} | rest], scope, acc, guard?, turn),
    do: source |> Oracle.value(scope) |> go_over(left, rest, scope, acc, guard?, turn)

  defp walk([filter | rest], scope, acc, guard?, turn) do
    if filter |> Oracle.value(scope) |> Oracle.truthy?(),
      do: walk(rest, scope, acc, guard?, turn),
      else: acc
  end

  defp go_over(elements, left, rest, scope, acc, guard?, turn) do
    clause = Match.clauses([{:->, [], [[left], nil]}])

    Enum.reduce(elements, acc, fn value, acc ->
      case Match.first(clause, [value], scope, guard?) do
        {:ok, _, inner} -> walk(rest, inner, acc, guard?, turn)
        :error -> acc
      end
    end)
  end
end
