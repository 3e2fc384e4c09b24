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
          required(:honey) => 1,
          required(:module) => module,
          required(:file) => Path.t(),
          required(:line) => pos_integer,
          required(:license) => String.t(),
          required(:options) => map,
          required(:maps) => [map],
          required(:functions) => [function_map],
          # Absent where there is none.
          optional(:types) => [map]
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
    |> put_types(definition, env.line)
  end

  # The module's struct types, and those of other modules that its fields, maps and functions name;
  # these have their place in another file.
  defp put_types(unit, definition, line) do
    named =
      Enum.flat_map(definition.types, &Honey.Type.modules(Keyword.values(&1.fields))) ++
        Enum.flat_map(definition.maps, &Honey.Type.modules(Keyword.values(&1.options))) ++
        Enum.flat_map(unit.functions, &structs(&1.clauses))

    {own, foreign} =
      named |> Honey.Type.reach(definition.types) |> Enum.split(length(definition.types))

    case own ++ Enum.map(foreign, &%{&1 | line: line}) do
      [] -> unit
      types -> Map.put(unit, :types, types)
    end
  end

  defp structs(clauses) do
    {_, modules} =
      clauses
      |> Enum.map(fn {_, arguments, guards, body} -> [arguments, guards, body] end)
      |> Macro.prewalk([], fn
        {:%, _, [module, _]} = node, modules when is_atom(module) -> {node, [module | modules]}
        node, modules -> {node, modules}
      end)

    Enum.reverse(modules)
  end

  @doc "The unit as bytes: equal units give equal bytes."
  @spec to_binary(t) :: binary
  def to_binary(unit), do: :erlang.term_to_binary(unit, [:deterministic])

  @doc "Whether the unit has programs; a library has none."
  @spec program?(t) :: boolean
  def program?(unit), do: Enum.any?(unit.functions, & &1.section)

  defp functions(module, definition) do
    local = for {_, arity} = key <- definitions(module), do: {key, arity}
    local = Map.new(local)
    programs = Map.keys(definition.sections)
    from = if programs == [], do: Map.keys(local), else: programs

    from
    |> reach(module, local, %{})
    |> Enum.map(fn {key, function} -> put_section(function, definition.sections[key]) end)
    |> Enum.map(&strip(&1, definition))
    |> Enum.sort_by(&{&1.line, &1.name, &1.arity})
  end

  defp definitions(module) do
    Module.definitions_in(module, :def) ++ Module.definitions_in(module, :defp)
  end

  defp reach([], _module, _local, found), do: found

  defp reach([key | rest], module, local, found) do
    if is_map_key(found, key) or not is_map_key(local, key) do
      reach(rest, module, local, found)
    else
      {:v1, kind, meta, clauses} = Module.get_definition(module, key)
      {name, arity} = key
      line = meta[:line]
      function = %{name: name, arity: arity, kind: kind, line: line, clauses: clauses}
      reach(calls(clauses, module) ++ rest, module, local, Map.put(found, key, function))
    end
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
