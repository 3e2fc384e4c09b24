defmodule Honey.Test.Random.Guard do
  @moduledoc """
  Guards over the variables of a scope.

  A new test for guards is a clause of `test/3`. Where an operation raises, the guard does not hold.
  """

  import Honey.Test.Random.Chance
  import Honey.Test.Random.Node

  alias Honey.Test.Random.{Scope, Type}

  @weights [order: 4, equal: 2, type: 2, in: 2, connect: 2, not: 2, data: 4, struct: 1]
  @tests for {test, weight} <- @weights, _ <- 1..weight, do: test

  @types [:is_nil, :is_integer, :is_atom, :is_boolean, :is_tuple, :is_list, :is_map] ++
           [:is_binary, :is_struct]

  @doc "No guard mostly, otherwise one, or two alternatives."
  @spec some(Scope.t(), pos_integer) :: [Macro.t()]
  def some(scope, once_in) do
    if chance(once_in), do: for(_ <- 1..pick([1, 1, 1, 2]), do: guard(scope, 3)), else: []
  end

  @doc "One guard."
  @spec guard(Scope.t(), integer) :: Macro.t()
  def guard(scope, fuel), do: test(pick(@tests), scope, fuel)

  defp test(kind, scope, fuel) when kind in [:connect, :not] and fuel <= 0, do: guard(scope, fuel)

  defp test(:order, scope, fuel), do: compare([:<, :<=, :>, :>=], scope, fuel)
  defp test(:equal, scope, fuel), do: compare([:==, :!=, :===], scope, fuel)

  defp test(:type, scope, _fuel) do
    functions = for {name, {:fun, _, _} = type} <- scope.variables, do: var(name, type)

    if functions != [] and chance(2),
      do: {:is_function, [t: :boolean], [pick(functions) | pick([[], [1], [2]])]},
      else: {pick(@types), [t: :boolean], [value(scope)]}
  end

  defp test(:in, scope, _fuel),
    do: {:in, [t: :boolean], [integer(scope, 0), pick([[1, 2, 5], {:.., [], [0, 10]}])]}

  defp test(:struct, scope, _fuel) do
    name = pick([:Inner, :Outer])
    {:is_struct, [t: :boolean], [value(scope), {:__aliases__, [], [name]}]}
  end

  defp test(:data, scope, fuel) do
    case for({_, type} = variable <- scope.variables, looked_at?(type), do: variable) do
      [] -> test(:order, scope, fuel)
      variables -> look(pick(variables))
    end
  end

  defp test(:connect, scope, fuel) do
    half = div(fuel, 2)
    {pick([:and, :or]), [t: :boolean], [guard(scope, half), guard(scope, half)]}
  end

  defp test(:not, scope, fuel), do: {:not, [t: :boolean], [guard(scope, div(fuel, 2))]}

  defp compare(operators, scope, fuel) do
    half = div(fuel, 2)
    {pick(operators), [t: :boolean], [integer(scope, half), integer(scope, half)]}
  end

  defp value(scope) do
    case for(
           {_, type} = variable <- scope.variables,
           not match?({:fun, _, _}, type),
           do: variable
         ) do
      [] -> 1
      variables -> variables |> pick() |> then(fn {name, type} -> var(name, type) end)
    end
  end

  defp integer(scope, fuel) do
    variables = for {name, type} when type in [:s64, :u64] <- scope.variables, do: var(name, type)
    maybes = for {name, {:maybe, :s64}} <- scope.variables, do: var(name, :s64)

    cond do
      variables ++ maybes == [] or chance(4) -> Enum.random(-2..8)
      fuel <= 0 or chance(2) -> pick(variables ++ maybes)
      true -> arithmetic(scope, fuel - 1)
    end
  end

  defp arithmetic(scope, fuel) do
    operator = pick([:+, :-, :&&&, :div, :rem, :*, :|||, :bxor, :>>>, :<<<, :bnot, :abs])
    left = integer(scope, fuel)
    right = integer(scope, fuel)
    arithmetic(operator, left, right)
  end

  defp arithmetic(:bnot, left, _right), do: operation(:bnot, [left])

  defp arithmetic(operator, left, _right) when operator in [:>>>, :<<<],
    do: operation(operator, [left, Enum.random(0..9)])

  defp arithmetic(:abs, left, _right) do
    if kind(left) == :s64, do: {:abs, [t: :s64], [left]}, else: operation(:-, [left, 1])
  end

  defp arithmetic(operator, left, right) do
    if operator in [:div, :rem] and kind(left) == :literal,
      do: operation(:-, [left, right]),
      else: operation(operator, [left, right])
  end

  ## What is within a value

  defp looked_at?(type) when type in [:text, :long, :color, :range, :slice], do: true
  defp looked_at?({:maybe, type}), do: looked_at?(type)
  defp looked_at?({kind, _}), do: kind in [:tuple, :list, :fields, :struct, :bytes]
  defp looked_at?(_), do: false

  defp look({name, {:maybe, type}}), do: look({name, type})

  defp look({name, type}) when type in [:text, :long] do
    text = var(name, type)

    case pick([:size, :equal, :in]) do
      :size -> order({:byte_size, [t: :s64], [text]})
      :equal -> {:==, [t: :boolean], [text, pick(Type.texts())]}
      :in -> {:in, [t: :boolean], [text, ["eth0", "a", ""]]}
    end
  end

  defp look({name, type}) when type == :slice or elem(type, 0) == :bytes,
    do: order({pick([:byte_size, :bit_size]), [t: :s64], [var(name, type)]})

  defp look({name, :color}), do: {:in, [t: :boolean], [var(name, :color), [:red, :blue]]}

  defp look({name, {:tuple, types} = type}) do
    tuple = var(name, type)
    order(part(types, &{:elem, [t: :s64], [tuple, &1]}, {:tuple_size, [t: :s64], [tuple]}))
  end

  defp look({name, {:list, [first | _]} = type}) do
    list = var(name, type)

    if first == :s64 and chance(2),
      do: order({:hd, [t: :s64], [pick([list, {:tl, [t: :list], [[3 | [list]] |> bar()]}])]}),
      else: order({:length, [t: :s64], [list]})
  end

  defp look({name, {:fields, fields} = type}) do
    map = var(name, type)

    case pick([:key, :size, :field]) do
      :key -> {:is_map_key, [t: :boolean], [map, pick([:a, :low, :none])]}
      :size -> order({:map_size, [t: :s64], [map]})
      :field -> field(map, fields)
    end
  end

  defp look({name, :range}), do: field(var(name, :range), first: :s64, last: :s64, step: :s64)
  defp look({name, {:struct, struct} = type}), do: field(var(name, type), Type.fields(struct))

  defp bar([first, rest]), do: [{:|, [], [first, rest]}]

  defp part(types, access, otherwise) do
    case for({:s64, i} <- Enum.with_index(types), do: i) do
      [] -> otherwise
      indices -> if chance(3), do: otherwise, else: access.(pick(indices))
    end
  end

  defp field(map, fields) do
    case for({key, :s64} <- fields, do: key) do
      [] -> {:is_map, [t: :boolean], [map]}
      keys -> order({{:., [], [map, pick(keys)]}, [t: :s64, no_parens: true], []})
    end
  end

  defp order(integer),
    do: {pick([:<, :<=, :>, :>=, :==]), [t: :boolean], [integer, Enum.random(-1..5)]}
end
