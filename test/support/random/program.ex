defmodule Honey.Test.Random.Program do
  @moduledoc """
  Random programs: a function of three arguments, a signed integer, an unsigned one and one that may be nil,
  and the functions that it calls.

  A program means the same in the kernel, in `Honey.Sim`, on the BEAM and in `Honey.Test.Oracle`, as long as no
  integer leaves its type; where one does, on all but the BEAM. Everything comes from `:rand`.

  What programs are made of is said elsewhere, and grows there: `Honey.Test.Random.Type` has the types,
  `Honey.Test.Random.Expression` tells what a new way to make an expression needs. There are

    * integers of both types and where they meet, structs of `deftype` with fields of all kinds, tuples, lists,
      maps, tagged data within each other, ranges, strings, binaries of a constant size, parts of binaries,
      functions as values, alone and within data
    * `if`, `unless`, `cond`, `case`, `with` and `else`, `&&`, `||`, blocks, clauses by the dozen; patterns of all of
      these values; guards with every operation that the kernel has for them
    * functions with clauses and defaults, two libraries, recursion and `fuel`, `then`, `tap`, `apply`, captures
    * `for` with guards, filters, several generators, `reduce:`, `into:`, over bytes; the functions of `Enum`, with
      what is fused, and of `Range`; those of `Map`, `List`, `Tuple`, `Access`, `Integer`, `:binary`
    * `<<>>` as pattern and value at any bit, sizes that a field before gives, `<>`, interpolation
    * lookups, updates and deletes of maps of the kernel with keys and values of all these types, by helpers and by
      `Honey.KernelMap`; updates by a function, in place and not; what counts, sums and averages; histograms;
      queues and stacks; loops over maps
    * variables of `defvar`, constant and live
    * packets of XDP

  Other generators, which `make soak` runs in their turn, have the bits of binaries in more depth. Not here are
  bloom filters, which cannot be emptied between runs, events, helpers apart from those of maps, contexts of tracepoints, macros, and what is refused.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{FunctionWays, Guard, KernelMap, Pattern, Scope, Type}

  @enforce_keys [:number, :functions]
  defstruct [:number, :functions]

  @typedoc "`functions` are definitions, `def program_<number>` the last of them."
  @type t :: %__MODULE__{number: pos_integer, functions: [Macro.t()]}

  @doc """
  A program of the number.

  It may call these functions of a library (`functions:`), and use these maps (`maps:`, all of
  `Honey.Test.Random.KernelMap` if not given; `:counts` must be one of them). With `packet: true` it has a fourth
  argument, a binary of any size; with `streams: false` no loop over a map; with `sums: false` no atomic addition
  to a variable, and with `globals: false` no variable of `defvar` at all.
  """
  @spec random(pos_integer, keyword) :: t
  def random(number, options \\ []) do
    Scope.start()
    library = Keyword.get(options, :functions, [])

    scope = %Scope{
      maps: Keyword.get(options, :maps, Keyword.keys(KernelMap.all())),
      streams?: Keyword.get(options, :streams, true),
      sums?: Keyword.get(options, :sums, true),
      globals?: Keyword.get(options, :globals, true)
    }

    {definitions, functions} =
      Enum.map_reduce(1..Enum.random(1..4), library, fn i, functions ->
        {definitions, more} = function(:"f#{number}_#{i}", %{scope | functions: functions})

        {definitions, more ++ functions}
      end)

    {recursive, recursions} =
      1..Enum.random(0..2)//1
      |> Enum.map(&recursion(:"r#{number}_#{&1}", %{scope | functions: functions}))
      |> Enum.unzip()

    types = [a: :s64, b: :u64, c: {:maybe, :s64}]
    types = if options[:packet], do: types ++ [packet: :slice], else: types

    scope = %{
      scope
      | variables: Map.new(types),
        functions: functions,
        recursions: recursions
    }

    arguments = for {name, type} <- types, do: var(name, type)
    body = Type.scalars() |> pick() |> body(scope, 14)
    main = define(:def, :"program_#{number}", arguments, [], body)
    %__MODULE__{number: number, functions: List.flatten([definitions, recursive, main])}
  end

  @doc """
  Functions for two libraries, of which the second calls the first, and what programs call them by.

  Those of the first have names that begin with `base_`.
  """
  @spec library([atom], [atom]) :: {[Macro.t()], [Scope.function_of()]}
  def library(base, upper) do
    Scope.start()
    {first, known} = public([:base_1, :base_2], base, [])
    {second, known} = public([:shared_1, :shared_2, :shared_3], upper, known)
    {first ++ second, known}
  end

  # Within the module, functions have no path.
  defp public(names, path, known) do
    {definitions, functions} =
      Enum.map_reduce(names, known, fn name, known ->
        {definitions, more} = function(name, %Scope{functions: known})
        {definitions, more ++ known}
      end)

    {for({_, meta, body} <- List.flatten(definitions), do: {:def, meta, body}),
     for(
       {at, name, types, result} <- functions,
       do: {if(at == [], do: path, else: at), name, types, result}
     )}
  end

  # Functions call those before them, so that there is no recursion.
  defp function(name, scope) do
    types = for _ <- 1..Enum.random(1..3), do: argument_type()
    result = if chance(12), do: :slice, else: pick(Type.all())

    # The clauses of a function may not give parts of a packet and strings.
    parts = if result == :slice, do: 0, else: Enum.random(0..2)
    clauses = for _ <- 1..parts//1, do: part(name, types, result, scope)

    # Sometimes no clause matches.
    last = if clauses != [] and chance(8), do: [], else: [whole(name, types, result, scope)]
    with_default(clauses ++ last, {[], name, types, result}, scope)
  end

  # A default for the last argument, of a function of one clause.
  defp with_default([{kind, meta, [{name, _, arguments}, body]}], function, scope)
       when name != :when do
    {_, _, types, result} = function
    {first, [last]} = Enum.split(arguments, -1)

    plain? = Enum.all?(arguments, &match?({name, _, nil} when name != :_, &1))

    if plain? and chance(3) and not match?({:fun, _, _}, List.last(types)) do
      default = types |> List.last() |> Type.leaf(%{scope | variables: %{}})
      head = {name, [], first ++ [{:\\, [], [last, default]}]}
      {[{kind, meta, [head, body]}], [function, {[], name, Enum.drop(types, -1), result}]}
    else
      {[{kind, meta, [{name, [], arguments}, body]}], [function]}
    end
  end

  defp with_default(definitions, function, _scope), do: {definitions, [function]}

  defp argument_type do
    case pick([:function, :slice | List.duplicate(:other, 8)]) do
      :function -> pick(FunctionWays.types())
      :slice -> :slice
      :other -> pick(Type.all())
    end
  end

  defp whole(name, types, result, scope) do
    variables = for {type, i} <- Enum.with_index(types), do: {:"n#{i}", type}
    scope = %{scope | variables: Map.new(variables)}
    arguments = for {name, type} <- variables, do: var(name, type)
    define(:defp, name, arguments, [], body(result, scope, pick([2, 6, 20])))
  end

  defp part(name, types, result, scope) do
    {patterns, scope} = Pattern.patterns(types, scope)
    define(:defp, name, patterns, Guard.some(scope, 2), body(result, scope, 5))
  end

  # In tail position, with a state; or nested. Both count their first argument down.
  defp recursion(name, scope) do
    type = pick([:s64, :s64, :u64, {:maybe, :s64}, :mixed, :color, :text, {:struct, :Inner}])
    scope = %{scope | variables: %{n: :s64, acc: type}}
    [n, acc] = arguments = [var(:n, :s64), var(:acc, type)]
    more = body(type, scope, 4)
    ending = define(:defp, name, arguments, [{:<=, [t: :boolean], [n, 0]}], acc)

    stop =
      if chance(2) do
        guard = Guard.guard(%{scope | variables: %{n: :s64}}, 1)
        [define(:defp, name, arguments, [guard], acc)]
      else
        []
      end

    next = operation(:-, [n, 1])

    step =
      if chance(3) do
        rest = var(:rest, type)
        called = {:=, [t: type], [rest, {name, [t: type], [next, acc]}]}
        block([called, {:=, [t: type], [acc, rest]}, more], type)
      else
        changed = var(:next, type)
        block([{:=, [t: type], [changed, more]}, {name, [t: type], [next, changed]}], type)
      end

    {[ending | stop] ++ [define(:defp, name, arguments, [], step)], {name, type}}
  end

  defp define(kind, name, arguments, guards, body) do
    head = {name, [], arguments}
    head = if guards == [], do: head, else: {:when, [], [head, alternatives(guards)]}
    {kind, [], [head, [do: body]]}
  end
end
