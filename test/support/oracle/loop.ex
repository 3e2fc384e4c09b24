defmodule Honey.Test.Oracle.Loop do
  @moduledoc "Comprehensions, for `Honey.Test.Oracle`."

  alias Honey.Test.Oracle
  alias Honey.Test.Oracle.{Bits, Match}

  @doc """
  A comprehension.

  The guards of its generators are conditions on the BEAM: what raises in one is raised.
  """
  def comprehension(parts, type, scope, guard?) do
    {[generator | steps], [options]} = Enum.split(parts, -1)
    {left, elements} = elements(generator, scope)

    case options do
      [reduce: first, do: clauses] ->
        first = first |> Oracle.value(scope) |> Oracle.joined(type)

        go_over(elements, left, steps, scope, first, guard?, fn scope, acc ->
          {:ok, body, inner} = Match.first(Match.clauses(clauses), [acc], scope, guard?)
          body |> Oracle.value(inner) |> Oracle.joined(type)
        end)

      _ ->
        elements
        |> go_over(left, steps, scope, [], guard?, &[Oracle.value(options[:do], &1) | &2])
        |> Enum.reverse()
        |> Enum.into(Oracle.value(options[:into] || [], scope))
    end
  end

  defp elements({:<<>>, _, _} = generator, scope), do: chunks(generator, scope)
  defp elements({:<-, _, [left, source]}, scope), do: {left, Oracle.value(source, scope)}

  # The pattern of a turn, and what each turn takes of the binary.
  defp chunks({:<<>>, meta, parts}, scope) do
    {segments, [{:<-, _, [last, source]}]} = Enum.split(parts, -1)
    segments = segments ++ [last]

    size =
      segments |> Enum.map(&(&1 |> Bits.segment() |> elem(1) |> Map.fetch!(:size))) |> Enum.sum()

    value = Oracle.value(source, scope)
    {{:<<>>, meta, segments}, for(<<chunk::bitstring-size(size) <- value>>, do: chunk)}
  end

  defp walk([], scope, acc, _guard?, turn), do: turn.(scope, acc)

  defp walk([{kind, _, _} = generator | rest], scope, acc, guard?, turn)
       when kind in [:<-, :<<>>] do
    {left, elements} = elements(generator, scope)
    go_over(elements, left, rest, scope, acc, guard?, turn)
  end

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
