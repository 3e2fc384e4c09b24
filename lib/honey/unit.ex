defmodule Honey.Unit do
  @moduledoc """
  A module as the compiler takes it: plain data, with every function that its programs reach.

  The functions are as Elixir's own compiler sees them: macros are expanded, names resolved,
  variables versioned. What depends on the directory or on chance is taken away, so that the same
  source gives the same unit, byte for byte. A module without programs is a library: its unit has
  all of its functions.

  `MyModule.__honey__(:unit)` is the unit that a module was compiled from.
  """

  alias Honey.Definition

  @type t :: %{
          honey: 1,
          module: module,
          file: Path.t(),
          line: pos_integer,
          license: String.t(),
          options: map,
          maps: [map],
          functions: [function_map]
        }

  @type function_map :: %{
          name: atom,
          arity: arity,
          kind: :def | :defp,
          section: String.t() | nil,
          section_line: pos_integer | nil,
          line: pos_integer,
          clauses: [{meta :: keyword, arguments :: list, guards :: list, body :: Macro.t()}]
        }

  # What the compiler reads; everything else may differ between two compilations.
  @metadata [:line, :column, :version, :generated, :optimize_boolean, :keep, :super, :no_parens]

  @doc "The unit of the module that is being compiled in `env`, which is complete by now."
  @spec build(Macro.Env.t(), Definition.t()) :: t
  def build(env, %Definition{} = definition) do
    %{
      honey: 1,
      module: env.module,
      file: definition.file,
      line: env.line,
      license: definition.license || "",
      options: definition.options,
      maps: definition.maps,
      functions: functions(env.module, definition)
    }
  end

  @doc """
  The functions of the module that is being compiled which its unit does not have: no program
  reaches them, but `Honey.Sim` can run them.
  """
  @spec unreached(Macro.Env.t(), Definition.t(), t) :: [function_map]
  def unreached(env, %Definition{} = definition, unit) do
    reached = for f <- unit.functions, do: {f.name, f.arity}

    (definitions(env.module) -- reached)
    |> Enum.map(fn key -> key |> function(env.module) |> put_section(nil) end)
    |> finish(definition)
  end

  @doc """
  The unit of one function that is no program, for arguments of these types: with what it reaches,
  among the unit's functions and others.
  """
  @spec with_entry(t, [function_map], atom, [Honey.Sim.Type.argument()]) :: map
  def with_entry(unit, others, name, types) do
    functions = Map.new(unit.functions ++ others, &{{&1.name, &1.arity}, &1})
    found = reach([{name, length(types)}], unit.module, &Map.get(functions, &1), %{})

    unit
    |> Map.put(:functions, found |> Map.values() |> Enum.sort_by(&{&1.line, &1.name, &1.arity}))
    |> Map.put(:entry, %{name: name, arguments: types})
    # What a library may call is decided by the license of the module that links it.
    |> Map.update!(:license, &if(&1 == "", do: "GPL", else: &1))
  end

  @doc "The unit as bytes: equal units give equal bytes."
  @spec to_binary(t | [function_map]) :: binary
  def to_binary(unit), do: :erlang.term_to_binary(unit, [:deterministic])

  @doc "Whether the unit has programs; a library has none."
  @spec program?(t) :: boolean
  def program?(unit), do: Enum.any?(unit.functions, & &1.section)

  defp functions(module, definition) do
    local = MapSet.new(definitions(module))
    programs = Map.keys(definition.sections)
    from = if programs == [], do: Enum.to_list(local), else: programs

    from
    |> reach(module, &if(&1 in local, do: function(&1, module)), %{})
    |> Enum.map(fn {key, function} -> put_section(function, definition.sections[key]) end)
    |> finish(definition)
  end

  defp finish(functions, definition) do
    functions
    |> Enum.map(&strip(&1, definition))
    |> Enum.sort_by(&{&1.line, &1.name, &1.arity})
  end

  defp definitions(module) do
    Module.definitions_in(module, :def) ++ Module.definitions_in(module, :defp)
  end

  defp function({name, arity} = key, module) do
    {:v1, kind, meta, clauses} = Module.get_definition(module, key)
    %{name: name, arity: arity, kind: kind, line: meta[:line], clauses: clauses}
  end

  # `get` gives a function of the module, or nil.
  defp reach([], _module, _get, found), do: found

  defp reach([key | rest], module, get, found) do
    function = if not is_map_key(found, key), do: get.(key)

    if function,
      do:
        reach(calls(function.clauses, module) ++ rest, module, get, Map.put(found, key, function)),
      else: reach(rest, module, get, found)
  end

  # Local calls, captures, calls by the module's own name, and `super`, which is how a function
  # with default arguments calls the whole one.
  defp calls(clauses, module) do
    {_, calls} =
      Macro.prewalk(Enum.map(clauses, fn {_, _, _, body} -> body end), [], fn
        {:super, meta, arguments} = node, calls when is_list(arguments) ->
          {_, name} = Keyword.get(meta, :super, {nil, :super})
          {node, [{name, length(arguments)} | calls]}

        {:&, _, [{:/, _, [{name, _, context}, arity]}]} = node, calls
        when is_atom(name) and is_atom(context) and is_integer(arity) ->
          {node, [{name, arity} | calls]}

        {{:., _, [^module, name]}, _, arguments} = node, calls when is_atom(name) ->
          {node, [{name, length(arguments)} | calls]}

        {name, _, arguments} = node, calls when is_atom(name) and is_list(arguments) ->
          {node, [{name, length(arguments)} | calls]}

        node, calls ->
          {node, calls}
      end)

    calls
  end

  defp put_section(function, nil), do: Map.merge(function, %{section: nil, section_line: nil})

  defp put_section(function, %{value: value, line: line}) do
    Map.merge(function, %{section: value, section_line: line})
  end

  defp strip(function, definition) do
    strip = &strip_node(&1, definition)

    clauses =
      for {meta, arguments, guards, body} <- function.clauses do
        {strip_meta(meta, definition), Macro.prewalk(arguments, strip),
         Macro.prewalk(guards, strip), Macro.prewalk(body, strip)}
      end

    %{function | clauses: clauses}
  end

  defp strip_node({form, meta, rest}, definition) when is_list(meta) do
    {form, strip_meta(meta, definition), rest}
  end

  defp strip_node(node, _definition), do: node

  defp strip_meta(meta, definition) do
    for {name, value} <- meta, name in @metadata, do: {name, strip_value(name, value, definition)}
  end

  # Code with `location: :keep` names the file of the macro that it comes from.
  defp strip_value(:keep, {file, line}, definition) when is_binary(file) do
    relative = Path.relative_to(file, definition.root)
    {if(Path.type(relative) == :absolute, do: Path.basename(file), else: relative), line}
  end

  defp strip_value(_name, value, _definition), do: value
end
