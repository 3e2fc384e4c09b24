defmodule Honey.Test.Soak.Ways do
  @moduledoc """
  Runs a random program in the kernel, in `Honey.Sim`, on the BEAM and in `Honey.Test.Oracle`, with the same
  input, from the same maps.

  Each gives an outcome: what the program ended with, or what it raised, in which function on which line;
  and what the maps hold that it names, without the entries that are zeros of arrays; and what the live variables are
  that it names.
  """

  alias Honey.Test.Oracle
  alias Honey.Test.Random.{Frame, Globals, Input, KernelMap}
  alias Honey.Test.Soak.{Batch, Compiled}

  @type input :: Input.t()
  @type ended :: {:value, term} | {:raised, kind :: atom, function :: atom, line :: pos_integer}
  @type outcome :: %{end: ended, maps: KernelMap.contents(), vars: Globals.values()}

  @raised Frame.raised()

  @doc "The maps that a program names."
  @spec maps_of(Honey.Test.Random.Program.t()) :: [atom]
  def maps_of(program), do: named(program, Keyword.keys(KernelMap.all()))

  @doc "The live variables that a program names."
  @spec vars_of(Honey.Test.Random.Program.t()) :: [atom]
  def vars_of(program), do: named(program, Globals.live())

  defp named(program, names) do
    {_, found} =
      Macro.prewalk(program.functions, MapSet.new(), fn
        name, found when is_atom(name) ->
          {name, if(name in names, do: MapSet.put(found, name), else: found)}

        {name, _, []} = node, found when is_atom(name) ->
          {node, if(name in names, do: MapSet.put(found, name), else: found)}

        node, found ->
          {node, found}
      end)

    Enum.sort(found)
  end

  ## The BEAM

  @doc "On the BEAM."
  @spec on_beam(Batch.t(), pos_integer, input) :: outcome
  def on_beam(batch, number, input) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(__MODULE__, {input.maps, vars(batch, input), Batch.types(batch)})
    ended = evaluate(batch, :"program_#{number}", arguments(batch, input))
    {maps, vars, _} = Process.get(__MODULE__)
    %{end: ended, maps: shown(maps, batch), vars: Map.take(vars, Map.keys(input.vars))}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
    Process.delete(__MODULE__)
  end

  @doc false
  def call(:var, [name]) do
    {_, vars, _} = Process.get(__MODULE__)
    Map.fetch!(vars, name)
  end

  def call(:put_var, [name, value]) do
    {maps, vars, module} = Process.get(__MODULE__)
    Process.put(__MODULE__, {maps, Map.put(vars, name, Globals.cut(name, value)), module})
    :ok
  end

  def call(:update_var, [name, function]),
    do: call(:put_var, [name, function.(call(:var, [name]))])

  # The entries that were there when the loop began, as they are in their turns.
  def call(:stream, [name]) do
    [:begin]
    |> Stream.flat_map(fn :begin ->
      {maps, _, module} = Process.get(__MODULE__)
      KernelMap.keys(maps, name, module)
    end)
    |> Stream.flat_map(fn key ->
      case call(:bpf_map_lookup_elem, [name, key]) do
        nil -> []
        value -> [{key, value}]
      end
    end)
  end

  def call(name, arguments) do
    {maps, vars, module} = Process.get(__MODULE__)
    {answer, maps} = KernelMap.call(maps, name, arguments, module)
    Process.put(__MODULE__, {maps, vars, module})
    answer
  end

  defp evaluate(batch, function, arguments) do
    {:value, apply(batch.module, function, arguments)}
  rescue
    error ->
      {function, line} = place(__STACKTRACE__, Batch.modules(batch))
      {:raised, kind(error), function, line}
  end

  # Of what a function of Elixir raises, the BEAM does not tell who called it last.
  defp place(trace, modules) do
    case Enum.drop_while(trace, &(elem(&1, 0) == :erlang)) do
      [{module, function, _, place} | _] ->
        if module in modules, do: {outer(function), place[:line]}, else: {nil, nil}

      [] ->
        {nil, nil}
    end
  end

  # An `fn` is a function of its own on the BEAM: "-program_9/3-fun-2-".
  defp outer(function) do
    case Regex.run(~r|^-(\w+[?!]?)/|, Atom.to_string(function)) do
      [_, name] -> String.to_atom(name)
      nil -> function
    end
  end

  defp kind(%ArithmeticError{}), do: :arithmetic
  defp kind(%BadBooleanError{}), do: :bad_boolean
  defp kind(%MatchError{}), do: :match
  defp kind(%CaseClauseError{}), do: :case_clause
  defp kind(%WithClauseError{}), do: :with_clause
  defp kind(%KeyError{}), do: :key
  defp kind(%BadMapError{}), do: :key
  defp kind(%CondClauseError{}), do: :cond_clause
  defp kind(%FunctionClauseError{}), do: :function_clause
  defp kind(%ArgumentError{}), do: :argument
  defp kind(%RuntimeError{}), do: :raise
  defp kind(%Enum.EmptyError{}), do: :empty
  defp kind(error), do: reraise(error, [])

  ## The oracle

  @doc "In the oracle, which also says whether all integers kept to their types."
  @spec in_oracle(Batch.t(), pos_integer, input) :: %{end: ended, maps: map, exact?: boolean}
  def in_oracle(batch, number, input) do
    options = {Batch.types(batch), batch.options[:overflow]}
    arguments = arguments(batch, input)
    held = {input.maps, vars(batch, input)}
    seen = Oracle.run(batch.functions, options, :"program_#{number}", arguments, held)
    vars = Map.take(seen.vars, Map.keys(input.vars))
    %{seen | maps: shown(seen.maps, batch), vars: vars}
  end

  ## The kernel and the simulation

  @doc "The batch as it was built, loaded, with a simulation of it."
  @spec load(Batch.t()) :: {:ok, map} | {:error, Honey.Error.t()}
  def load(batch) do
    vars = batch |> constants() |> Map.to_list()

    with {:ok, object} <- Honey.load(Compiled, vars: vars),
         do: {:ok, %{object: object, sim: Honey.Sim.new(Compiled, vars: vars), errors: []}}
  end

  @doc "In the kernel: the outcome, and what is loaded as it is now."
  @spec in_kernel(map, Batch.t(), pos_integer, [atom], input) :: {outcome, map}
  def in_kernel(%{object: object} = loaded, batch, number, maps, input) do
    fill(object, given(input))
    for {name, value} <- input.vars, do: :ok = Honey.Var.put(object, name, value)
    {:ok, %{return: return}} = Honey.test_run(object, :"run_#{number}", data(batch, input))
    {raised, loaded} = raised(return, loaded)
    seen = Map.new(maps, &{&1, contents(object.maps[&1], &1)})
    for {name, contents} <- seen, do: clear(object.maps[name], name, contents, batch)

    value = fn -> {get(object, :result, 0), get(object, :result, 1), get(object, :text, 0)} end
    vars = Map.new(input.vars, fn {name, _} -> {name, Honey.Var.get(object, name)} end)
    {%{end: ended(return, raised, value), maps: shown(seen, batch), vars: vars}, loaded}
  end

  # Reading a queue or a stack takes everything out.
  defp contents(map, name) do
    if KernelMap.line?(name),
      do: map |> taken() |> oldest_first(name),
      else: Map.new(Honey.Map.to_list(map))
  end

  defp taken(map) do
    case Honey.Map.pop(map) do
      nil -> []
      value -> [value | taken(map)]
    end
  end

  defp oldest_first(values, :stack), do: Enum.reverse(values)
  defp oldest_first(values, _queue), do: values

  @doc "In the simulation."
  @spec in_sim(map, Batch.t(), pos_integer, [atom], input) :: outcome
  def in_sim(loaded, batch, number, maps, input) do
    context = if packet?(batch), do: [ctx: %{packet: packet(input)}], else: []
    options = [maps: given(input), vars: Map.to_list(input.vars)] ++ context
    result = Honey.Sim.run(loaded.sim, :"run_#{number}", options)
    value = fn -> {result.maps.result[0], result.maps.result[1], result.maps.text[0]} end

    %{
      end: ended(result.return, result.raised, value),
      maps: shown(Map.take(result.maps, maps), batch),
      vars: Map.take(result.vars, Map.keys(input.vars))
    }
  end

  defp constants(batch), do: Globals.constants(batch.options[:vars], Batch.types(batch))

  # All of them, as the programs find them.
  defp vars(batch, input) do
    batch
    |> Batch.types()
    |> Globals.defaults()
    |> Map.merge(constants(batch))
    |> Map.merge(input.vars)
  end

  @doc "The input with only those maps, and with all of those variables."
  @spec only(input, Batch.t(), [atom], [atom]) :: input
  def only(input, batch, maps, vars) do
    defaults = batch |> Batch.types() |> Globals.defaults() |> Map.take(vars)

    %{
      input
      | maps: Map.take(input.maps, maps),
        vars: Map.merge(defaults, Map.take(input.vars, vars))
    }
  end

  defp arguments(batch, input),
    do: if(packet?(batch), do: input.arguments ++ [input.packet], else: input.arguments)

  defp packet?(batch), do: batch.options[:section] == "xdp"
  defp packet(input), do: <<0::size(Input.head())-unit(8), input.packet::binary>>
  defp data(batch, input), do: if(packet?(batch), do: [data: packet(input)], else: [])

  defp given(%{arguments: [signed, unsigned, maybe], maps: maps}) do
    maybe = if maybe, do: %{0 => maybe}, else: %{}
    Map.merge(%{signed: %{0 => signed}, unsigned: %{0 => unsigned}, maybe: maybe}, maps)
  end

  defp fill(object, contents) do
    if contents.maybe == %{}, do: Honey.Map.delete(object.maps.maybe, 0)

    for {name, contents} <- contents, entry <- contents do
      :ok =
        case entry do
          {key, value} -> Honey.Map.put(object.maps[name], key, value)
          value -> Honey.Map.push(object.maps[name], value)
        end
    end
  end

  defp clear(_map, _name, contents, _batch) when is_list(contents), do: :ok

  defp clear(map, name, contents, batch) do
    if KernelMap.array?(name) do
      empty = KernelMap.empty(name, Batch.types(batch))
      for {key, value} <- contents, do: put_zero(map, key, value, empty[key])
    else
      for {key, _} <- contents, do: Honey.Map.delete(map, key)
    end
  end

  # Each CPU has one.
  defp put_zero(map, key, values, zero) when is_list(values) do
    if Enum.any?(values, &(&1 != zero)),
      do: :ok = Honey.Map.put(map, key, List.duplicate(zero, length(values)))
  end

  defp put_zero(_map, _key, zero, zero), do: :ok
  defp put_zero(map, key, _value, zero), do: :ok = Honey.Map.put(map, key, zero)

  defp get(object, map, key), do: Honey.Map.get(object.maps[map], key)

  defp ended(1, nil, value) do
    {kind, bits, text} = value.()
    {:value, Frame.decode(kind, bits, text)}
  end

  defp ended(@raised, %{kind: kind, function: {function, _}, line: line}, _value),
    do: {:raised, if(kind == :nil_operand, do: :arithmetic, else: kind), function, line}

  # A run raises once at most.
  defp raised(@raised, %{object: object, errors: before} = loaded) do
    now = Honey.errors(object)
    [site] = for site <- now -- before, do: site
    place = Map.delete(site, :count)
    earlier = Enum.find(before, %{count: 0}, &(Map.delete(&1, :count) == place))
    ^now = if(site.count == earlier.count + 1, do: now)
    {place, %{loaded | errors: now}}
  end

  defp raised(_return, loaded), do: {nil, loaded}

  @doc "What is loaded, after a run of which nothing is known."
  @spec recount(map) :: map
  def recount(loaded), do: %{loaded | errors: Honey.errors(loaded.object)}

  @doc "Has nothing been counted as raised that no run told of?"
  @spec counted?(map) :: boolean
  def counted?(loaded), do: Enum.sort(Honey.errors(loaded.object)) == Enum.sort(loaded.errors)

  ## Maps

  # Of a per-CPU map, the CPU that ran the program has what is not zero.
  defp shown(maps, batch) do
    for {name, contents} <- maps,
        contents =
          if(KernelMap.per_cpu?(name), do: one_value(contents, zero(name, batch)), else: contents),
        entries = without_zeros(contents, KernelMap.empty(name, Batch.types(batch))),
        Enum.count(entries) > 0,
        into: %{},
        do: {name, entries}
  end

  defp without_zeros(contents, []), do: contents

  defp without_zeros(contents, empty),
    do: Map.reject(contents, fn {key, value} -> empty[key] == value end)

  defp zero(name, batch) do
    {_, _, value, _} = KernelMap.all()[name]
    KernelMap.zero(value, Batch.types(batch))
  end

  defp one_value(contents, zero),
    do: Map.new(contents, fn {key, values} -> {key, one(values, zero)} end)

  defp one(values, zero) when is_list(values), do: Enum.find(values, zero, &(&1 != zero))
  defp one(value, _zero), do: value
end
