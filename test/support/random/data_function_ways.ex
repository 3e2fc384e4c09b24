defmodule Honey.Test.Random.DataFunctionWays do
  @moduledoc """
  Functions of `Map`, `List`, `Tuple` and `Access` on data of the program: guides/functions.md.

  Maps have their keys as atoms; what is put beside them is taken away again, so that types stay as they are.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Scope, SequenceWays, Type}

  @pair Type.low_and_high()
  @more :more

  @ways %{
    :s64 => [get: 2, sized: 1, of_list: 1, popped: 1, fetched: 1, by_key: 1, by_index: 1],
    :boolean => [has: 1, equal: 1],
    {:maybe, :s64} => [get: 1, first: 1]
  }

  @of_kind [
    fields: [change: 3, wider: 1, path: 1],
    tuple: [change: 2, wider: 1],
    list: [change: 2, wider: 1]
  ]

  @doc false
  def ways({kind, _} = type) when kind in [:fields, :tuple, :list],
    do: repeated(Map.get(@ways, type, []) ++ @of_kind[kind])

  def ways(type), do: repeated(Map.get(@ways, type, []))

  defp repeated(weights), do: for({way, weight} <- weights, _ <- 1..weight, do: way)

  @doc false
  def statements, do: []

  @doc false
  def make(:get, :s64, scope, fuel) do
    half = div(fuel, 2)
    key = pick([:low, :high, @more])

    case pick([:get, :fetch!, :get_lazy, :get_and_update]) do
      :fetch! ->
        on_map(:fetch!, [pick([:low, :high])], :s64, scope, fuel)

      :get_lazy ->
        default = {:fn, [], [clause([], [], expression(:s64, scope, half))]}
        on_map(:get_lazy, [key, default], :s64, scope, half)

      :get_and_update ->
        {:elem, [t: :s64], [get_and_update(scope, half), 0]}

      name ->
        on_map(name, [key, expression(:s64, scope, half)], :s64, scope, half)
    end
  end

  def make(:get, {:maybe, _} = type, scope, fuel) do
    map = expression({:fields, [a: :s64, b: {:maybe, :s64}]}, scope, fuel)
    key = pick([:a, :b, @more])

    case pick([:get, :access, :get_in]) do
      :get -> remote([:Map], :get, [map, key], type)
      :access -> remote([:Access], :get, [map, key], type)
      :get_in -> {:get_in, [t: type], [map, [key]]}
    end
  end

  def make(:sized, type, scope, fuel) do
    case pick([:map_size, :tuple_size, :length]) do
      :map_size -> {:map_size, [t: type], [expression(of_kind(:fields), scope, fuel)]}
      :tuple_size -> {:tuple_size, [t: type], [expression(of_kind(:tuple), scope, fuel)]}
      :length -> {:length, [t: type], [expression(of_kind(:list), scope, fuel)]}
    end
  end

  def make(:of_list, type, scope, fuel),
    do: remote([:List], pick([:first, :last]), [expression(Type.three(), scope, fuel)], type)

  def make(:first, type, scope, _fuel) do
    list = pick([[], [expression(:s64, scope, 1)], [nil, 5]])
    remote([:List], pick([:first, :last]), [list], type)
  end

  def make(:popped, type, scope, fuel) do
    name = Scope.fresh()
    popped = on_map(pick([:pop, :pop!]), [pick([:low, :high])], :popped, scope, fuel)

    {:case, [t: type],
     [popped, [do: [clause([{var(name, type), var(:_, @pair)}], [], var(name, type))]]]}
  end

  def make(:fetched, type, scope, fuel) do
    half = div(fuel, 2)
    name = Scope.fresh()
    found = on_map(:fetch, [pick([:low, @more])], :found, scope, half)

    clauses = [
      clause([{:ok, var(name, type)}], [], body(type, Scope.put(scope, name, type), half)),
      clause([:error], [], expression(type, scope, half))
    ]

    {:case, [t: type], [found, [do: clauses]]}
  end

  # A key that is one of several.
  def make(:by_key, type, scope, fuel) do
    half = div(fuel, 2)
    key = {:if, [t: :key], [condition(scope, half), [do: :low, else: :high]]}
    on_map(pick([:fetch!, :get]), [key], type, scope, half)
  end

  def make(:by_index, type, scope, fuel) do
    half = div(fuel, 2)
    index = operation(:&&&, [expression(:s64, scope, half), 1])

    if chance(2),
      do: {:elem, [t: type], [expression({:tuple, [:s64, :s64]}, scope, half), index]},
      else: remote([:List], :first, [remote([:Enum], :drop, [four(scope), 3], :list)], type)
  end

  def make(:has, type, scope, fuel) do
    map = expression(of_kind(:fields), scope, fuel)
    remote([:Map], :has_key?, [map, pick([:low, :a, :c, @more])], type)
  end

  def make(:equal, type, scope, fuel) do
    half = div(fuel, 2)
    type_of_both = of_kind(:fields)
    maps = [expression(type_of_both, scope, half), expression(type_of_both, scope, half)]
    remote([:Map], :equal?, maps, type)
  end

  # A change to one part.
  def make(:change, {:fields, fields} = type, scope, fuel) do
    half = div(fuel, 2)
    {key, inner} = pick(fields)
    map = expression(type, scope, half)
    value = fn -> expression(inner, scope, half) end
    function = fn -> SequenceWays.function(inner, inner, scope, half) end

    arguments =
      case pick([:put, :replace, :replace!, :put_new, :update!, :update, :merge]) do
        :merge -> {:merge, [map, {:%{}, [], [{key, value.()}]}]}
        :update! -> {:update!, [map, key, function.()]}
        :update -> {:update, [map, key, value.(), function.()]}
        name -> {name, [map, key, value.()]}
      end

    remote([:Map], elem(arguments, 0), elem(arguments, 1), type)
  end

  def make(:change, {:tuple, types} = type, scope, fuel) do
    half = div(fuel, 2)
    {inner, at} = types |> Enum.with_index() |> pick()
    tuple = expression(type, scope, half)
    {:put_elem, [t: type], [tuple, at, expression(inner, scope, half)]}
  end

  def make(:change, {:list, types} = type, scope, fuel) do
    half = div(fuel, 2)
    {inner, at} = types |> Enum.with_index() |> pick()
    list = expression(type, scope, half)
    at = if chance(3), do: at - length(types), else: at
    remote([:List], :replace_at, [list, at, expression(inner, scope, half)], type)
  end

  # One part more, which is taken away.
  def make(:wider, {:fields, fields} = type, scope, fuel) do
    half = div(fuel, 2)
    wider = remote([:Map], :put, [expression(type, scope, half), @more, other(scope)], :wider)

    case pick([:delete, :drop, :take, :pop]) do
      :delete -> remote([:Map], :delete, [wider, @more], type)
      :drop -> remote([:Map], :drop, [wider, [@more, :none]], type)
      :take -> remote([:Map], :take, [wider, Keyword.keys(fields)], type)
      :pop -> {:elem, [t: type], [remote([:Map], :pop, [wider, @more], :popped), 1]}
    end
  end

  def make(:wider, {:tuple, types} = type, scope, fuel) do
    size = length(types)
    tuple = expression(type, scope, div(fuel, 2))
    at = Enum.random(0..size)

    case pick([:insert, :append, :of_list]) do
      :insert ->
        wider = remote([:Tuple], :insert_at, [tuple, at, other(scope)], :wider)
        remote([:Tuple], :delete_at, [wider, at], type)

      :append ->
        wider = remote([:Tuple], :append, [tuple, other(scope)], :wider)
        remote([:Tuple], :delete_at, [wider, size], type)

      :of_list ->
        remote([:List], :to_tuple, [remote([:Tuple], :to_list, [tuple], :list)], type)
    end
  end

  def make(:wider, {:list, types} = type, scope, fuel) do
    list = expression(type, scope, div(fuel, 2))
    at = Enum.random(0..length(types))

    case pick([:tl, :insert, :of_tuple, :append]) do
      :tl -> {:tl, [t: type], [[{:|, [], [other(scope), list]}]]}
      :insert -> remote([:List], :delete_at, [insert(list, at, scope), at], type)
      :of_tuple -> remote([:Tuple], :to_list, [remote([:List], :to_tuple, [list], :tuple)], type)
      :append -> {:++, [t: type], [list, []]}
    end
  end

  # put_in(map.key, value) and the like, of a variable.
  def make(:path, {:fields, fields} = type, scope, fuel) do
    case Scope.variables(scope, type) do
      [] ->
        :none

      names ->
        {key, inner} = pick(fields)
        map = var(pick(names), type)
        access = {{:., [], [map, key]}, [no_parens: true], []}

        if chance(2),
          do: {:put_in, [t: type], [access, expression(inner, scope, fuel)]},
          else:
            {:update_in, [t: type], [access, SequenceWays.function(inner, inner, scope, fuel)]}
    end
  end

  defp on_map(name, arguments, type, scope, fuel),
    do: remote([:Map], name, [expression(@pair, scope, fuel) | arguments], type)

  defp get_and_update(scope, fuel) do
    name = Scope.fresh()
    inner = Scope.put(scope, name, :s64)
    pair = {expression(:s64, inner, div(fuel, 2)), expression(:s64, inner, div(fuel, 2))}
    fun = {:fn, [], [clause([var(name, :s64)], [], pair)]}

    on_map(
      pick([:get_and_update, :get_and_update!]),
      [pick([:low, :high]), fun],
      :both,
      scope,
      fuel
    )
  end

  defp of_kind(kind), do: pick(for {^kind, _} = type <- Type.data(), do: type)
  defp other(scope), do: expression(pick([:s64, :color, {:maybe, :s64}]), scope, 1)
  defp insert(list, at, scope), do: remote([:List], :insert_at, [list, at, other(scope)], :wider)

  defp four(scope), do: Honey.Test.Random.Source.four(scope, 1)
end
