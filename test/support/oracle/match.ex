defmodule Honey.Test.Oracle.Match do
  @moduledoc "Patterns and clauses, for `Honey.Test.Oracle`."

  alias Honey.Test.Oracle.Bits

  @doc "The clauses of `case`, `fn` and the like: patterns, line, guards, of which one must hold, body."
  def clauses(clauses),
    do: for({:->, meta, [left, body]} <- clauses, do: clause(left, meta, body))

  @doc "The clause of a definition."
  def definition({_, meta, [{:when, _, [{_, _, patterns}, guard]}, [do: body]]}),
    do: {patterns || [], meta[:line], alternatives(guard), body}

  def definition({_, meta, [{_, _, patterns}, [do: body]]}),
    do: {patterns || [], meta[:line], [], body}

  defp clause([{:when, _, parts}], meta, body) do
    {patterns, [guard]} = Enum.split(parts, -1)
    {patterns, meta[:line], alternatives(guard), body}
  end

  defp clause(patterns, meta, body), do: {patterns, meta[:line], [], body}

  defp alternatives({:when, _, [guard, rest]}), do: [guard | alternatives(rest)]
  defp alternatives(guard), do: [guard]

  @doc "The body of the first clause that takes the values, and the scope that it has."
  def first(clauses, values, scope, guard?) do
    Enum.find_value(clauses, :error, fn {patterns, _, guards, body} ->
      with {:ok, inner} <- match_all(patterns, values, scope),
           true <- guards == [] or Enum.any?(guards, &guard?.(&1, inner)) do
        {:ok, body, inner}
      else
        _ -> nil
      end
    end)
  end

  # Each pattern sees the pins of the scope around, not what others bind.
  defp match_all(patterns, values, scope) do
    patterns
    |> Enum.zip(values)
    |> Enum.reduce_while({:ok, scope}, fn {pattern, value}, {:ok, inner} ->
      case match(pattern, value, inner) do
        {:ok, inner} -> {:cont, {:ok, inner}}
        :error -> {:halt, :error}
      end
    end)
  end

  @doc "The scope with what the pattern binds."
  @spec match(Macro.t(), term, map) :: {:ok, map} | :error
  def match({:_, _, nil}, _value, scope), do: {:ok, scope}

  def match({:^, _, [{name, _, _}]}, value, scope),
    do: equal(Map.fetch!(scope, name), value, scope)

  def match({name, _, nil}, value, scope) when is_atom(name),
    do: {:ok, Map.put(scope, name, value)}

  def match({:=, _, [left, right]}, value, scope) do
    with {:ok, scope} <- match(left, value, scope), do: match(right, value, scope)
  end

  def match({:{}, _, items}, value, scope) when is_tuple(value),
    do: lists(items, Tuple.to_list(value), scope)

  def match({left, right}, {_, _} = value, scope),
    do: lists([left, right], Tuple.to_list(value), scope)

  def match([{:|, _, [first, rest]}], [value | values], scope) do
    with {:ok, scope} <- match(first, value, scope), do: match(rest, values, scope)
  end

  def match(items, value, scope) when is_list(items) and is_list(value),
    do: lists(items, value, scope)

  def match({:%, _, [{:__aliases__, _, [name]}, fields]}, value, scope),
    do: if(struct?(value, name), do: match(fields, value, scope), else: :error)

  def match({:%{}, _, fields}, %{} = value, scope) do
    if Enum.all?(fields, fn {key, _} -> is_map_key(value, key) end),
      do: lists(Keyword.values(fields), Enum.map(fields, &Map.fetch!(value, elem(&1, 0))), scope),
      else: :error
  end

  def match({:<>, _, [prefix, rest]}, value, scope) when is_binary(value) do
    size = byte_size(prefix)

    case value do
      <<^prefix::binary-size(size), behind::binary>> -> match(rest, behind, scope)
      _ -> :error
    end
  end

  def match({:<<>>, _, segments}, value, scope) when is_bitstring(value),
    do: segments |> Enum.map(&Bits.segment/1) |> bits(value, scope)

  def match({_, _, _}, _value, _scope), do: :error
  def match({_, _}, _value, _scope), do: :error
  def match(literal, value, scope), do: equal(literal, value, scope)

  defp bits([], <<>>, scope), do: {:ok, scope}
  defp bits([], _, _scope), do: :error

  defp bits([{pattern, spec} | segments], value, scope) do
    with {:ok, taken, rest} <- Bits.take(spec, pattern, value, scope),
         {:ok, scope} <- match(pattern, taken, scope),
         do: bits(segments, rest, scope)
  end

  @doc "Is it a struct of this name?"
  @spec struct?(term, atom) :: boolean
  def struct?(%{__struct__: module}, name),
    do: List.last(Module.split(module)) == Atom.to_string(name)

  def struct?(_, _), do: false

  defp equal(same, same, scope), do: {:ok, scope}
  defp equal(_, _, _), do: :error

  defp lists([], [], scope), do: {:ok, scope}

  defp lists([pattern | patterns], [value | values], scope) do
    with {:ok, scope} <- match(pattern, value, scope), do: lists(patterns, values, scope)
  end

  defp lists(_, _, _), do: :error
end
