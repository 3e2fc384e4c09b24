defmodule Honey.Test.Random.SequenceWays do
  @moduledoc """
  Functions of `Enum` and `Range` that come to one value or give a list: guides/loops.md.

  `@ways` has the weight of each by the type that it gives. The oracle calls the function itself.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{FunctionWays, Scope, Source, Type}

  @three Type.three()
  @pair Type.low_and_high()

  @ways %{
    :s64 => [total: 1, pipeline: 2, stages: 2, most: 1, folded: 1, or_else: 1, part: 1, size: 1],
    :u64 => [total: 1],
    :boolean => [tested: 1, member: 1, empty: 1],
    {:maybe, :s64} => [found: 1, at: 1],
    @three => [mapped: 1, kept: 1, cut: 2, turned: 1],
    @pair => [into: 2]
  }

  @functions [:anonymous, :anonymous, :anonymous, :several, :capture]

  @doc false
  def ways(type),
    do: for({way, weight} <- Map.get(@ways, type, []), _ <- 1..weight, do: way)

  @doc false
  def statements, do: []

  @doc false
  def make(:total, type, scope, fuel) when fuel > 1 do
    mapped = call(:map, [Source.integers(scope), function(:s64, type, scope, fuel)], :loop)
    call(pick([:sum, :product]), [mapped], type)
  end

  def make(:pipeline, type, scope, fuel) do
    stage =
      case pick([:map, :filter, :reject]) do
        :map -> call(:map, [Source.integers(scope), function(:s64, :s64, scope, fuel)], :loop)
        name -> call(name, [Source.integers(scope), test(scope, fuel)], :loop)
      end

    case pick([:sum, :product, :count, :most, :most_or]) do
      :most -> call(pick([:max, :min]), [stage], type)
      :most_or -> call(pick([:max, :min]), [stage, thunk(expression(:s64, scope, 1))], type)
      name -> call(name, [stage], type)
    end
  end

  # Of what becomes one loop most functions only compute: else it is refused.
  def make(:stages, type, scope, fuel) do
    stages =
      Enum.reduce(1..Enum.random(1..3), Source.integers(scope), fn _, before ->
        case pick([:map, :filter, :reject]) do
          :map -> call(:map, [before, calm(:s64, scope, fuel)], :loop)
          name -> call(name, [before, calm(:boolean, scope, fuel)], :loop)
        end
      end)

    final = pick([:sum, :count, :count_some, :most, :most_by, :reduce, :find, :find_value])

    # Maps alone are one loop only with what calls no function of its own.
    stages =
      if final in [:count_some, :most_by, :reduce, :find, :find_value],
        do: call(:filter, [stages, calm(:boolean, scope, fuel)], :loop),
        else: stages

    case final do
      :count_some ->
        call(:count, [stages, test(scope, fuel)], type)

      :most ->
        call(pick([:max, :min]), [stages, thunk(expression(:s64, scope, 1))], type)

      :most_by ->
        call(pick([:max_by, :min_by]), [stages, calm(:s64, scope, fuel)], type)

      :reduce ->
        call(:reduce, [stages, expression(:s64, scope, 1), sum(scope, fuel)], type)

      :find ->
        call(:find, [stages, expression(:s64, scope, 1), test(scope, fuel)], type)

      :find_value ->
        call(:find_value, [stages, expression(:s64, scope, 1), maybe(scope, fuel)], type)

      name ->
        call(name, [stages], type)
    end
  end

  def make(:most, type, scope, fuel) do
    source = Source.integers(scope)

    case pick([:plain, :or, :by, :by]) do
      :plain -> call(pick([:max, :min]), [source], type)
      :or -> call(pick([:max, :min]), [source, thunk(expression(:s64, scope, 1))], type)
      :by -> call(pick([:max_by, :min_by]), [source, function(:s64, :s64, scope, fuel)], type)
    end
  end

  def make(:folded, type, scope, fuel) do
    case pick([:sum, :product, :count, :count_some, :reduce]) do
      :reduce ->
        [element, acc] = names = Enum.take_random(Scope.names(), 2)
        inner = scope |> Scope.put(element, :s64) |> Scope.put(acc, :s64)
        parameters = Enum.map(names, &var(&1, :s64))
        fun = lambda([clause(parameters, [], body(:s64, inner, div(fuel, 2)))])
        call(:reduce, [Source.integers(scope), fun], type)

      :count_some ->
        call(:count, [Source.integers(scope), test(scope, fuel)], type)

      name ->
        call(name, [Source.integers(scope)], type)
    end
  end

  def make(:or_else, type, scope, fuel) do
    source = Source.integers(scope)
    other = expression(:s64, scope, div(fuel, 2))

    case pick([:at, :find, :find_value]) do
      :at -> call(:at, [source, index(scope), other], type)
      :find -> call(:find, [source, other, test(scope, fuel)], type)
      :find_value -> call(:find_value, [source, other, maybe(scope, fuel)], type)
    end
  end

  def make(:part, type, scope, _fuel) do
    case Scope.variables(scope, :range) do
      [] ->
        :none

      names ->
        access = {:., [], [var(pick(names), :range), pick([:first, :last, :step])]}
        {access, [t: type, no_parens: true], []}
    end
  end

  def make(:size, type, scope, _fuel) do
    if chance(2),
      do: remote([:Range], :size, [Source.range(scope)], type),
      else: {:length, [t: type], [Source.four(scope, 1)]}
  end

  def make(:tested, type, scope, fuel) do
    source = Source.integers(scope)

    case pick([:any?, :all?, :mapped]) do
      :mapped ->
        fun = function(:s64, pick([:boolean, {:maybe, :s64}]), scope, fuel)
        call(pick([:any?, :all?]), [call(:map, [source, fun], :loop)], type)

      name ->
        call(name, [source, test(scope, fuel)], type)
    end
  end

  def make(:member, type, scope, fuel) do
    value = expression(pick([:s64, :u64, {:maybe, :s64}]), scope, div(fuel, 2))
    call(:member?, [Source.integers(scope), value], type)
  end

  def make(:empty, type, scope, _fuel), do: call(:empty?, [Source.integers(scope)], type)

  def make(:found, type, scope, fuel) do
    if chance(2),
      do: call(:find_value, [Source.integers(scope), maybe(scope, fuel)], type),
      else: call(pick([:find, :find_index]), [Source.integers(scope), test(scope, fuel)], type)
  end

  def make(:at, type, scope, _fuel), do: call(:at, [Source.integers(scope), index(scope)], type)

  def make(:mapped, type, scope, fuel) do
    half = div(fuel, 2)
    call(:map, [Source.three(scope, half), function(:s64, :s64, scope, half)], type)
  end

  # Its list is kept: one generator that takes everything, no filter.
  def make(:kept, type, scope, fuel) do
    half = div(fuel, 2)
    name = pick(Scope.names())
    generator = {:<-, [], [var(name, :s64), Source.three(scope, half)]}
    body = expression(:s64, Scope.put(scope, name, :s64), half)
    options = if chance(3), do: [into: [], do: body], else: [do: body]
    {:for, [t: type], [generator, options]}
  end

  def make(:cut, type, scope, fuel) do
    {name, count} = pick(take: 3, take: -3, drop: 1, drop: -1)
    call(name, [Source.four(scope, fuel), count], type)
  end

  def make(:turned, type, scope, fuel) do
    three = Source.three(scope, fuel)

    case pick([:reverse, :to_list, :into]) do
      :into -> call(:into, [three, []], type)
      name -> call(name, [three], type)
    end
  end

  def make(:into, type, scope, fuel) do
    [name, key] = Enum.take_random(Scope.names(), 2)
    half = div(fuel, 2)
    pairs = for key <- [:low, :high], do: {key, expression(:s64, scope, half)}
    generator = {:<-, [], [{var(key, :key), var(name, :s64)}, pairs]}
    inner = scope |> Scope.put(key, :key) |> Scope.put(name, :s64)
    made = {var(key, :key), expression(:s64, inner, half)}
    {:for, [t: type], [generator, [into: {:%{}, [], []}, do: made]]}
  end

  def make(_way, _type, _scope, _fuel), do: :none

  defp call(name, arguments, type), do: remote([:Enum], name, arguments, type)

  defp index(scope) do
    if chance(2),
      do: Enum.random(-4..4),
      else: operation(:-, [operation(:&&&, [expression(:s64, scope, 1), 7]), 4])
  end

  ## Functions

  # x * 3 + y, x > y: what cannot raise, and one in six that may do anything.
  defp calm(type, scope, fuel) do
    [name] = Enum.take_random(Scope.names(), 1)
    element = var(name, :s64)

    other =
      pick([
        element,
        Enum.random(-4..12) | for(n <- Scope.variables(scope, :s64), do: var(n, :s64))
      ])

    body =
      case type do
        :s64 -> {pick([:+, :-, :*, :&&&]), [t: :s64], [element, other]}
        :boolean -> {pick([:<, :>, :==, :!=, :>=]), [t: :boolean], [element, other]}
      end

    if chance(6),
      do: function(:s64, type, scope, fuel),
      else: lambda([clause([element], [], body)])
  end

  defp sum(scope, fuel) do
    [element, acc] = names = Enum.take_random(Scope.names(), 2)
    inner = scope |> Scope.put(element, :s64) |> Scope.put(acc, :s64)
    lambda([clause(Enum.map(names, &var(&1, :s64)), [], body(:s64, inner, div(fuel, 2)))])
  end

  defp test(scope, fuel), do: function(:s64, pick([:boolean, :mixed]), scope, fuel)
  defp maybe(scope, fuel), do: function(:s64, {:maybe, :s64}, scope, fuel)
  defp thunk(body), do: lambda([clause([], [], body)])

  @doc "A function of one argument, as a loop takes it: an `fn`, a capture, a variable."
  @spec function(Type.t(), Type.t(), Scope.t(), integer) :: Macro.t()
  def function(argument, result, scope, fuel) do
    type = {:fun, [argument], result}

    case Scope.variables(scope, type) do
      [_ | _] = names when fuel < 3 -> var(pick(names), type)
      _ -> FunctionWays.make(pick(@functions), type, scope, fuel)
    end
  end

  defp lambda(clauses), do: {:fn, [], clauses}
end
