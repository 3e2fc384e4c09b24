defmodule Honey.Test.Random.FunctionWays do
  @moduledoc "Calls: of functions of this module and of libraries, of functions as values, recursion."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Guard, Pattern, Scope, Type}

  @doc false
  def ways({:fun, _, _}),
    do: [:anonymous, :anonymous, :anonymous, :several, :capture, :capture, :chosen, :held]

  def ways({:array, _}), do: [:call]
  def ways(:slice), do: [:call]
  def ways(_), do: [:call, :call, :recurse, :applied, :applied, :piped]

  @doc false
  def statements, do: [:bind_function]

  @doc "Types of the functions that programs hand around."
  @spec types() :: [Type.t()]
  def types,
    do: [{:fun, [:s64], :s64}, {:fun, [:s64, :color], :color}, {:fun, [:text], {:maybe, :s64}}]

  @doc false
  def state(:bind_function, scope, fuel) do
    type = pick(types())
    name = pick([:f, :g])
    value = expression(type, scope, fuel)
    {{:=, [t: type], [var(name, type), value]}, Scope.put(scope, name, type)}
  end

  @doc false
  def make(:call, type, scope, fuel) do
    case Scope.functions(scope, type) do
      [] ->
        :none

      functions ->
        {module, name, types, _} = pick(functions)
        arguments = Enum.map(types, &expression(&1, scope, div(fuel, length(types))))

        if module == [],
          do: {name, [t: type], arguments},
          else: remote(module, name, arguments, type)
    end
  end

  def make(:recurse, type, scope, fuel) do
    case for({_, ^type} = recursion <- scope.recursions, do: recursion) do
      [] ->
        :none

      recursions ->
        {name, _} = pick(recursions)
        count = operation(:&&&, [expression(:s64, scope, 1), 3])
        call = {name, [t: type], [count, expression(type, scope, div(fuel, 2))]}
        {:fuel, [t: type], [5, call]}
    end
  end

  def make(:applied, type, scope, fuel) do
    case for({name, {:fun, types, ^type}} <- scope.variables, do: {name, types}) do
      [] ->
        :none

      functions ->
        {name, types} = pick(functions)
        arguments = Enum.map(types, &expression(&1, scope, div(fuel, length(types))))
        apply_value(var(name, {:fun, types, type}), arguments, type)
    end
  end

  # A function that is called where it stands, in the ways of Kernel.
  def make(:piped, type, scope, fuel) do
    half = div(fuel, 2)
    argument = pick([:s64, {:maybe, :s64}, :color])
    value = expression(argument, scope, half)
    function = expression({:fun, [argument], type}, scope, half)

    case pick([:then, :apply, :tap, :dot]) do
      :then -> {:then, [t: type], [value, function]}
      :apply -> {:apply, [t: type], [function, [value]]}
      :tap -> {:tap, [t: type], [expression(type, scope, half), effect(type, scope, half)]}
      :dot -> apply_value(function, [value], type)
    end
  end

  # One of two.
  def make(:chosen, type, scope, fuel) do
    half = div(fuel, 2)
    branches = [do: expression(type, scope, half), else: expression(type, scope, half)]
    {:if, [t: type], [condition(scope, half), branches]}
  end

  # Within data.
  def make(:held, type, scope, fuel) do
    function = expression(type, scope, fuel)
    other = expression(:s64, scope, 1)

    if chance(2),
      do: {:elem, [t: type], [{other, function}, 1]},
      else: {{:., [], [{:%{}, [], [f: function, n: other]}, :f]}, [t: type, no_parens: true], []}
  end

  def make(:several, {:fun, types, result} = type, scope, fuel) do
    third = div(fuel, 3)

    clauses =
      for _ <- 1..pick([1, 2]) do
        {patterns, inner} = Pattern.patterns(types, scope)
        clause(patterns, Guard.some(inner, 2), expression(result, inner, third))
      end

    others = for type <- types, do: var(:_, type)
    last = if chance(6), do: [], else: [clause(others, [], expression(result, scope, third))]
    {:fn, [t: type], clauses ++ last}
  end

  def make(:anonymous, {:fun, types, result} = type, scope, fuel) do
    names = Enum.take_random(Scope.names(), length(types))
    parameters = Enum.zip_with(names, types, &var/2)
    inner = names |> Enum.zip(types) |> Enum.reduce(scope, fn {n, t}, s -> Scope.put(s, n, t) end)
    {:fn, [t: type], [clause(parameters, [], body(result, inner, div(fuel, 2)))]}
  end

  def make(:capture, {:fun, types, result} = type, scope, fuel) do
    case for({module, name, ^types, ^result} <- scope.functions, do: {module, name}) do
      [] ->
        make(:anonymous, type, scope, fuel)

      functions ->
        {module, name} = pick(functions)
        call = if module == [], do: {name, [], nil}, else: remote_name(module, name)
        {:&, [t: type], [{:/, [], [call, length(types)]}]}
    end
  end

  defp effect(type, scope, fuel) do
    name = Scope.fresh()
    body = body(:status, Scope.put(scope, name, type), fuel)
    {:fn, [], [clause([var(name, type)], [], body)]}
  end

  defp remote_name(module, name),
    do: {{:., [], [{:__aliases__, [], module}, name]}, [no_parens: true], []}
end
