defmodule Honey.Test.Random.UpdateWays do
  @moduledoc """
  Updates of `Honey.KernelMap` by a function, and those that have a name: `count`, `sum`, `min`, `max`, `avg` and
  the histograms. guides/kernel_maps.md says which are made in place: of the maps that
  `Honey.Test.Random.KernelMap.replaced?/1` is not for, most.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{KernelMap, KernelMapWays, Scope, Type}

  @integers [:s64, :u64]
  @average {:struct, :Stat}
  @ranges [{0, 100, 10}, {-5, 5, 1}, {1, 60, 7}, {3, 1, 1}]

  @doc false
  def ways(:status), do: [:function, :named, :histogram]
  def ways(_), do: []

  @doc false
  def statements, do: [:function, :named, :histogram]

  @doc false
  def state(name, scope, fuel), do: {make(name, :status, scope, fuel + 2), scope}

  @doc false
  def make(:function, :status, scope, fuel) do
    third = div(fuel, 3)
    map = pick(KernelMapWays.keyed(scope))
    type = KernelMapWays.value(map)
    first = expression(type, scope, third)
    key = KernelMapWays.key(map, scope, 1)

    case function(type, scope, third) do
      {name, _, _} = function when name in [:fn, :&] ->
        kernel_map(:update, [map, key, first, function], :status)

      # Other values are bound before, which the compiler asks for.
      value ->
        bound = var(Scope.fresh(), {:fun, [type], type})
        update = kernel_map(:update, [map, key, first, bound], :status)
        block([{:=, [t: {:fun, [type], type}], [bound, value]}, update], :status)
    end
  end

  def make(:named, :status, scope, fuel) do
    map = pick(for map <- KernelMapWays.keyed(scope), summed?(KernelMapWays.value(map)), do: map)
    key = KernelMapWays.key(map, scope, 1)

    name =
      if KernelMapWays.value(map) == @average, do: :avg, else: pick([:count, :sum, :min, :max])

    amount = if name == :count, do: [], else: [expression(pick(@integers), scope, fuel)]
    kernel_map(name, [map, key | amount], :status)
  end

  def make(:histogram, :status, scope, fuel) do
    map = pick(for map <- KernelMapWays.keyed(scope), counts?(map), do: map)
    value = expression(pick(@integers), scope, div(fuel, 2))

    if chance(2),
      do: kernel_map(:log2_histogram, [map, value], :status),
      else: kernel_map(:linear_histogram, [map, value, range(scope)], :status)
  end

  defp summed?(type), do: type in [@average | @integers]

  # Its keys are integers, and so are its values.
  defp counts?(map) do
    {_, key, _, _} = KernelMap.all()[map]
    is_atom(key) and KernelMapWays.value(map) in @integers
  end

  # A variable's may count down, which raises.
  defp range(scope) do
    case {chance(4), Scope.variables(scope, :range)} do
      {true, [_ | _] = names} ->
        var(pick(names), :range)

      _ ->
        {first, last, step} = pick(@ranges)
        {:"..//", [t: :range], [first, last, step]}
    end
  end

  ## What is made of what is there

  defp function(type, scope, fuel) do
    name = Scope.fresh()
    there = var(name, type)
    inner = Scope.put(scope, name, type)
    # What knows what is there cannot be computed before it is looked up.
    other = if chance(2), do: scope, else: inner

    case new(type, there, other, fuel) do
      :none -> expression({:fun, [type], type}, scope, fuel)
      body -> {:fn, [t: {:fun, [type], type}], [clause([there], [], body)]}
    end
  end

  defp new(type, there, scope, fuel) when type in @integers do
    case pick([:more, :more, :less, :bits, :chosen, :any, :function]) do
      :more -> sum(there, scope, fuel)
      :less -> operation(:-, [there, amount(scope, fuel)])
      :bits -> bits(there, scope, fuel)
      :chosen -> chosen(type, there, scope, fuel)
      :any -> body(type, scope, fuel)
      :function -> :none
    end
  end

  defp new({:struct, name} = type, there, scope, fuel) do
    case pick([:fields, :fields, :fields, :whole, :any, :function]) do
      :fields -> fields(type, Type.fields(name), there, scope, fuel)
      :whole -> Type.build(type, &expression(&1, scope, div(fuel, 3)))
      :any -> body(type, scope, fuel)
      :function -> :none
    end
  end

  defp new(type, _there, scope, fuel),
    do: if(chance(3), do: :none, else: expression(type, scope, fuel))

  defp amount(scope, fuel),
    do: if(chance(3), do: Enum.random(0..5), else: expression(pick(@integers), scope, fuel))

  defp sum(there, scope, fuel),
    do: operation(:+, Enum.shuffle([there, amount(scope, fuel)]))

  defp bits(there, scope, fuel) do
    operator = pick([:&&&, :|||, :bxor])
    operation(operator, Enum.shuffle([there, amount(scope, fuel)]))
  end

  defp chosen(type, there, scope, fuel) do
    half = div(fuel, 2)
    name = Scope.fresh()
    other = var(name, type)
    test = {pick([:<, :>, :==]), [t: :boolean], [there, other]}
    bound = {:=, [t: type], [other, expression(type, scope, half)]}

    block(
      [bound, {:if, [t: type], [test, [do: pick([other, there]), else: pick([there, other])]]}],
      type
    )
  end

  defp fields(type, fields, there, scope, fuel) do
    changes =
      for {key, inner} <- Enum.take_random(fields, Enum.random(1..3)) do
        field = {{:., [], [there, key]}, [t: inner, no_parens: true], []}
        {key, field(inner, field, scope, div(fuel, 2))}
      end

    {:%{}, [t: type], [{:|, [], [there, changes]}]}
  end

  defp field(type, field, scope, fuel) when type in @integers do
    case pick([:more, :less, :bits, :any]) do
      :more -> sum(field, scope, fuel)
      :less -> operation(:-, [field, amount(scope, fuel)])
      :bits -> bits(field, scope, fuel)
      :any -> expression(type, scope, fuel)
    end
  end

  defp field(type, _field, scope, fuel), do: expression(type, scope, fuel)
end
