defmodule Honey.Test.Soak.Ways do
  @moduledoc """
  Runs a random program in the kernel, in `Honey.Sim`, on the BEAM and in `Honey.Test.Oracle`, with the same
  input, from the same maps.

  Each gives an outcome: what the program ended with, or what it raised, in which function on which line;
  and what the maps hold that it names, without the entries that are zeros of arrays.
  """

  alias Honey.Test.Oracle
  alias Honey.Test.Random.{Frame, Input, KernelMap}
  alias Honey.Test.Soak.{Batch, Compiled}

  @type input :: Input.t()
  @type ended :: {:value, term} | {:raised, kind :: atom, function :: atom, line :: pos_integer}
  @type outcome :: %{end: ended, maps: KernelMap.contents()}

  @raised Frame.raised()

  @doc "The maps that a program names."
  @spec maps_of(Honey.Test.Random.Program.t()) :: [atom]
  def maps_of(program) do
    names = Keyword.keys(KernelMap.all())

    {_, found} =
      Macro.prewalk(program.functions, MapSet.new(), fn
        name, found when is_atom(name) ->
          {name, if(name in names, do: MapSet.put(found, name), else: found)}

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
    Process.put(__MODULE__, {input.maps, Batch.types(batch)})
    ended = evaluate(batch, :"program_#{number}", arguments(batch, input))
    {maps, _} = Process.get(__MODULE__)
    %{end: ended, maps: shown(maps, batch)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
    Process.delete(__MODULE__)
  end

  @doc false
  def call(name, arguments) do
    {maps, module} = Process.get(__MODULE__)
    {answer, maps} = KernelMap.call(maps, name, arguments, module)
    Process.put(__MODULE__, {maps, module})
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
    seen = Oracle.run(batch.functions, options, :"program_#{number}", arguments, input.maps)
    %{seen | maps: shown(seen.maps, batch)}
  end

  ## The kernel and the simulation

  @doc "The batch as it was built, loaded, with a simulation of it."
  @spec load() :: {:ok, map} | {:error, Honey.Error.t()}
  def load do
    with {:ok, object} <- Honey.load(Compiled),
         do: {:ok, %{object: object, sim: Honey.Sim.new(Compiled), errors: []}}
  end

  @doc "In the kernel: the outcome, and what is loaded as it is now."
  @spec in_kernel(map, Batch.t(), pos_integer, [atom], input) :: {outcome, map}
  def in_kernel(%{object: object} = loaded, batch, number, maps, input) do
    fill(object, given(input))
    {:ok, %{return: return}} = Honey.test_run(object, :"run_#{number}", data(batch, input))
    {raised, loaded} = raised(return, loaded)
    seen = Map.new(maps, &{&1, Map.new(Honey.Map.to_list(object.maps[&1]))})
    for {name, contents} <- seen, do: clear(object.maps[name], name, contents)

    value = fn -> {get(object, :result, 0), get(object, :result, 1), get(object, :text, 0)} end
    {%{end: ended(return, raised, value), maps: shown(seen, batch)}, loaded}
  end

  @doc "In the simulation."
  @spec in_sim(map, Batch.t(), pos_integer, [atom], input) :: outcome
  def in_sim(loaded, batch, number, maps, input) do
    context = if packet?(batch), do: [ctx: %{packet: packet(input)}], else: []
    result = Honey.Sim.run(loaded.sim, :"run_#{number}", [maps: given(input)] ++ context)
    value = fn -> {result.maps.result[0], result.maps.result[1], result.maps.text[0]} end

    %{
      end: ended(result.return, result.raised, value),
      maps: shown(Map.take(result.maps, maps), batch)
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

    for {name, contents} <- contents,
        {key, value} <- contents,
        do: :ok = Honey.Map.put(object.maps[name], key, value)
  end

  defp clear(map, name, contents) do
    for {key, value} <- contents do
      cond do
        not KernelMap.array?(name) -> Honey.Map.delete(map, key)
        zero?(value) -> :ok
        true -> :ok = Honey.Map.put(map, key, zeros(value))
      end
    end
  end

  defp zero?(value), do: value == zeros(value)
  defp zeros(values) when is_list(values), do: Enum.map(values, &zeros/1)
  defp zeros(value) when is_integer(value), do: 0
  defp zeros(value) when is_boolean(value), do: false
  defp zeros(value) when is_binary(value), do: :binary.copy(<<0>>, byte_size(value))

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
        contents = one_value(contents, KernelMap.per_cpu?(name)),
        empty = KernelMap.empty(name, Batch.types(batch)),
        entries = Map.reject(contents, fn {key, value} -> empty[key] == value end),
        entries != %{},
        into: %{},
        do: {name, entries}
  end

  defp one_value(contents, false), do: contents
  defp one_value(contents, true), do: Map.new(contents, fn {key, value} -> {key, one(value)} end)

  defp one(values) when is_list(values), do: Enum.sum(values)
  defp one(value), do: value
end
