defmodule Honey.Test.Oracle.Loop do
  @moduledoc "Comprehensions, for `Honey.Test.Oracle`."

  alias Honey.Test.Oracle
  alias Honey.Test.Oracle.Match

  @doc """
  A comprehension.

  The guards of its generators are conditions on the BEAM: what raises in one is raised.
  """
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

      _ ->
        elements
        |> go_over(left, steps, scope, [], guard?, &[Oracle.value(options[:do], &1) | &2])
        |> Enum.reverse()
        |> Enum.into(Oracle.value(options[:into] || [], scope))
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
    [{patterns, line, guards, _}] = Match.clauses([{:->, [], [[left], nil]}])

    Enum.reduce(elements, acc, fn value, acc ->
      with {:ok, _, inner} <- Match.first([{patterns, line, [], nil}], [value], scope, guard?),
           true <- guards == [] or Enum.any?(guards, &Oracle.value(&1, inner)) do
        walk(rest, inner, acc, guard?, turn)
      else
        _ -> acc
      end
    end)
  end
end
