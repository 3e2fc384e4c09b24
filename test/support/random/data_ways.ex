defmodule Honey.Test.Random.DataWays do
  @moduledoc "Tuples, lists, maps and tagged data: made, changed and taken apart."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Pattern, Scope, Type}

  @doc false
  def ways(type) when type in [:s64, :u64], do: [:part, :part]
  def ways({:maybe, _}), do: [:leaf, :inner, :inner]
  def ways(:mixed), do: [:inner, :inner]
  def ways(:color), do: [:leaf]
  def ways(:status), do: [:leaf]
  def ways({:fields, _}), do: [:build, :build, :update]
  def ways({kind, _}) when kind in [:tuple, :list, :tagged], do: [:build, :build]
  def ways(_), do: []

  @doc false
  def statements, do: [:bind, :bind, :bind, :match]

  @doc false
  def state(:bind, scope, fuel) do
    type = pick(Type.all())
    name = pick(Scope.names())
    value = expression(type, scope, fuel)
    {{:=, [t: type], [var(name, type), value]}, Scope.put(scope, name, type)}
  end

  def state(:match, scope, fuel) do
    type = pick([:s64, :u64, :text, {:maybe, :s64} | Type.data()])
    value = expression(type, scope, fuel)
    {pattern, inner} = Pattern.pattern(type, scope)
    {{:=, [t: type], [pattern, value]}, inner}
  end

  @doc false
  def make(:leaf, type, scope, _fuel), do: Type.leaf(type, scope)
  def make(:inner, {:maybe, type}, scope, fuel), do: expression(type, scope, fuel)

  def make(:inner, :mixed, scope, fuel),
    do: expression(pick([:s64, :boolean, :color, {:maybe, :s64}]), scope, fuel)

  def make(:build, {_, types} = type, scope, fuel),
    do: Type.build(type, &expression(&1, scope, div(fuel, max(length(types), 1))))

  def make(:update, {:fields, fields} = type, scope, fuel) do
    half = div(fuel, 2)
    {key, inner} = pick(fields)
    change = {:|, [], [expression(type, scope, half), [{key, expression(inner, scope, half)}]]}
    {:%{}, [t: type], [change]}
  end

  # An element of data.
  def make(:part, type, scope, fuel) do
    case pick(for data <- Type.data(), part?(data, type), do: data) do
      {:fields, fields} = data -> field(expression(data, scope, fuel), fields, type)
      {:struct, name} = data -> field(expression(data, scope, fuel), Type.fields(name), type)
      {kind, types} = data -> element(kind, expression(data, scope, fuel), types, type)
    end
  end

  defp part?({kind, fields}, type) when kind == :fields, do: type in Keyword.values(fields)
  defp part?({:struct, name}, type), do: type in Keyword.values(Type.fields(name))
  defp part?({kind, types}, type) when kind in [:tuple, :list], do: type in types
  defp part?(_, _), do: false

  defp field(data, fields, type) do
    {key, _} = pick(for {_, ^type} = field <- fields, do: field)
    {{:., [], [data, key]}, [t: type, no_parens: true], []}
  end

  defp element(kind, data, types, type) do
    at = types |> Enum.with_index() |> Enum.filter(&(elem(&1, 0) == type)) |> pick() |> elem(1)

    case pick([:function, :pattern]) do
      :function when kind == :tuple ->
        {:elem, [t: type], [data, at]}

      :function when at == 0 ->
        {:hd, [t: type], [data]}

      _ ->
        name = Scope.fresh()

        items =
          for {inner, i} <- Enum.with_index(types),
              do: if(i == at, do: var(name, type), else: var(:_, inner))

        pattern = if kind == :tuple, do: {:{}, [], items}, else: items
        {:case, [t: type], [data, [do: [clause([pattern], [], var(name, type))]]]}
    end
  end
end
