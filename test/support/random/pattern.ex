defmodule Honey.Test.Random.Pattern do
  @moduledoc """
  Patterns for values of a type, with the scope that they make.

  A new type has a clause of `literal/3`.
  """

  import Honey.Test.Random.Chance
  import Honey.Test.Random.Node

  alias Honey.Test.Random.{Bytes, Scope, Type}

  @doc "A pattern for a value of the type, and the scope with what it binds."
  @spec pattern(Type.t(), Scope.t()) :: {Macro.t(), Scope.t()}
  def pattern({:fun, _, _} = type, scope), do: {var(:_, type), scope}

  def pattern(type, scope) do
    name = pick(Scope.names())
    pinned = for {pinned, type} <- scope.variables, pins?(type), do: pinned

    case pick([:variable, :variable, :literal, :literal, :literal, :any, :pin, :both]) do
      :variable ->
        {var(name, type), Scope.put(scope, name, type)}

      :any ->
        {var(:_, type), scope}

      :pin when pinned != [] ->
        pinned = pick(pinned)
        {{:^, [], [var(pinned, scope.variables[pinned])]}, scope}

      :both ->
        both(type, name, scope)

      _ ->
        literal(type, name, scope)
    end
  end

  defp pins?({:fun, _, _}), do: false
  defp pins?(type), do: type != :slice

  @doc "Patterns for several values, which bind no name twice: those would have to be equal."
  @spec patterns([Type.t()], Scope.t()) :: {[Macro.t()], Scope.t()}
  def patterns(types, scope) do
    {patterns, {scope, _bound}} =
      Enum.map_reduce(types, {scope, []}, fn type, {scope, bound} ->
        {pattern, inner} = pattern(type, scope)
        names = names(pattern)

        if Enum.any?(names, &(&1 in bound)) or pins?(pattern, bound),
          do: {var(:_, type), {scope, bound}},
          else: {pattern, {inner, names ++ bound}}
      end)

    {patterns, scope}
  end

  @doc "The names that a pattern binds."
  @spec names(Macro.t()) :: [atom]
  def names(pattern) do
    {_, names} =
      Macro.prewalk(pattern, [], fn
        {:^, _, _}, names -> {nil, names}
        {:"::", _, [pattern, _]}, names -> {[pattern], names}
        {name, _, nil} = node, names when is_atom(name) and name != :_ -> {node, [name | names]}
        node, names -> {node, names}
      end)

    names
  end

  # A pin takes the variable as it was before the pattern.
  defp pins?(pattern, bound) do
    {_, found?} =
      Macro.prewalk(pattern, false, fn
        {:^, _, [{name, _, _}]} = node, found? -> {node, found? or name in bound}
        node, found? -> {node, found?}
      end)

    found?
  end

  # Newer versions of Elixir refuse `{x, 1} = x`.
  defp both(type, name, scope) do
    {literal, inner} = literal(type, pick(Scope.names() -- [name]), scope)

    cond do
      name in names(literal) or pins?(literal, [name]) -> {literal, inner}
      chance(2) -> {{:=, [], [var(name, type), literal]}, Scope.put(inner, name, type)}
      true -> {{:=, [], [literal, var(name, type)]}, Scope.put(inner, name, type)}
    end
  end

  @spec literal(Type.t(), atom, Scope.t()) :: {Macro.t(), Scope.t()}
  defp literal(type, _name, scope) when type in [:s64, :u64], do: {Enum.random(0..5), scope}

  defp literal(type, _name, scope) when type in [:boolean, :color, :mixed],
    do: {Type.leaf(type, scope), scope}

  defp literal(:text, name, scope) do
    text = pick(Type.texts())
    at = Enum.random(0..byte_size(text))

    case pick([:text, :text, :prefix, :bytes]) do
      :prefix when at > 0 ->
        {{:<>, [], [binary_part(text, 0, at), var(name, :text)]}, Scope.put(scope, name, :text)}

      :bytes ->
        Bytes.open_pattern(scope)

      _ ->
        {text, scope}
    end
  end

  defp literal(type, _name, scope) when type in [:slice, :long], do: Bytes.open_pattern(scope)

  defp literal({:bytes, size}, _name, scope),
    do: if(chance(3), do: {Bytes.literal(size), scope}, else: Bytes.pattern(size, scope))

  defp literal({:maybe, inner}, name, scope) do
    cond do
      chance(2) -> {nil, scope}
      inner in [:s64, :u64] -> {pick([1, -1, 0]), scope}
      true -> literal(inner, name, scope)
    end
  end

  defp literal(:status, name, scope) do
    case pick([:ok, :reason, :any, :name]) do
      :ok -> {:ok, scope}
      :reason -> {{:error, pick(Type.reasons())}, scope}
      :any -> {{:error, var(:_, :reason)}, scope}
      :name -> {{:error, var(name, :reason)}, Scope.put(scope, name, :reason)}
    end
  end

  defp literal({:tagged, labels}, _name, scope) do
    case pick(labels) do
      {label, []} ->
        {label, scope}

      {label, types} ->
        {items, scope} = patterns(types, scope)
        {{:{}, [], [label | items]}, scope}
    end
  end

  defp literal({:tuple, types}, _name, scope) do
    {items, scope} = patterns(types, scope)
    {{:{}, [], items}, scope}
  end

  defp literal({:list, types}, _name, scope) do
    {[first | rest] = items, scope} = patterns(types, scope)
    if chance(3), do: {[{:|, [], [first, rest]}], scope}, else: {items, scope}
  end

  defp literal({:array, type}, _name, scope), do: patterns([type, type, type], scope)
  defp literal({:fields, fields}, _name, scope), do: some_fields(fields, scope)

  defp literal({:struct, name}, _name, scope) do
    {pattern, scope} = name |> Type.fields() |> some_fields(scope)

    if chance(4),
      do: {pattern, scope},
      else: {{:%, [], [{:__aliases__, [], [name]}, pattern]}, scope}
  end

  defp some_fields(fields, scope) do
    fields = Enum.take_random(fields, Enum.random(0..length(fields)))
    {items, scope} = patterns(Keyword.values(fields), scope)
    {{:%{}, [], Enum.zip(Keyword.keys(fields), items)}, scope}
  end
end
