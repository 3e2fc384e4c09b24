defmodule Honey.Unit do
  @moduledoc """
  A module as the compiler takes it: plain data, with every function that its programs reach.

  The functions are as Elixir's own compiler sees them: macros are expanded, names resolved,
  variables versioned. What depends on the directory or on chance is taken away, so that the same
  source gives the same unit, byte for byte. A module without programs is a library: its unit has
  all of its functions. The unit of a module with programs has those of its libraries that its
  programs reach.

  `MyModule.__honey__(:unit)` is the unit that a module was compiled from.

      unit = Switches.__honey__(:unit)
      [%{name: :on_switch, arity: 1, section: "tracepoint/sched/sched_switch", clauses: clauses}] = unit.functions
      [{_meta, [_ctx], [], body}] = clauses
      body |> Macro.to_string() |> IO.puts()

  [guides/how_it_works.md](how_it_works.md) follows a unit through the compiler.
  """

  alias Honey.{Definition, Library, Source}
  alias Honey.Unit.Branches

  @typedoc "A unit; `file` is relative to the project's root, `options` are those of `use Honey`."
  @type t :: %{
          required(:honey) => 1,
          required(:module) => module,
          required(:file) => Path.t(),
          required(:line) => pos_integer,
          required(:license) => String.t(),
          required(:options) => map,
          required(:maps) => [map],
          required(:functions) => [function_map],
          # These are absent where there is none.
          optional(:types) => [map],
          optional(:vars) => [Definition.Variable.t()],
          optional(:libraries) => [Library.t()],
          optional(:unlinked) => [{module, Library.reason() | [atom]}],
          optional(:standard) => [Honey.Standard.t()],
          # All of the module's, where a wrong name is to be told from them.
          optional(:names) => [{atom, arity}]
        }

  @typedoc "A function; `file` is there when a macro with `location: :keep` has defined it."
  @type function_map :: %{
          required(:name) => atom,
          required(:arity) => arity,
          required(:kind) => :def | :defp,
          required(:section) => String.t() | nil,
          required(:section_line) => pos_integer | nil,
          required(:line) => pos_integer,
          required(:clauses) => [
            {meta :: keyword, arguments :: list, guards :: list, body :: Macro.t()}
          ],
          optional(:file) => Path.t()
        }

  # What the compiler reads; everything else may differ between two compilations.
  @metadata [:line, :column, :version, :generated, :optimize_boolean, :keep, :super, :no_parens]

  # How far the place of `%{}` is behind its beginning.
  @brace (with {:%{}, meta, []} <- Code.string_to_quoted!("%{}", columns: true) do
            meta[:column] - 1
          end)

  @doc false
  # The unit of the module that is being compiled in `env`, which is complete by now.
  @spec build(Macro.Env.t(), Definition.t()) :: t
  def build(env, %Definition{} = definition) do
    {functions, libraries, unlinked, standard} = functions(env.module, with_positions(definition))

    %{
      honey: 1,
      module: env.module,
      file: definition.file,
      line: env.line,
      license: definition.license || "",
      options: definition.options,
      maps: definition.maps,
      functions: functions
    }
    |> put_some(:vars, definition.vars)
    |> put_some(:libraries, libraries)
    |> put_some(:unlinked, unlinked)
    |> put_some(:standard, standard)
    |> put_types(definition, env.line)
  end

  # The module's struct types, and those of other modules that its fields, maps and functions, and
  # those of libraries, name; these have their place in another file.
  defp put_types(unit, definition, line) do
    modules = [unit | Library.libraries(unit)]

    named =
      Enum.flat_map(definition.types, &Honey.Type.modules(Keyword.values(&1.fields))) ++
        for(
          module <- modules,
          map <- module.maps,
          name <- Honey.Type.modules(Keyword.values(map.options)),
          do: name
        ) ++
        for(
          module <- modules,
          variable <- Map.get(module, :vars, []),
          name <- Honey.Type.modules(variable.type),
          do: name
        ) ++
        for(module <- modules, f <- module.functions, name <- structs(f.clauses), do: name)

    {own, foreign} =
      named |> Honey.Type.reach(definition.types) |> Enum.split(length(definition.types))

    put_some(unit, :types, own ++ Enum.map(foreign, &%{&1 | line: line}))
  end

  defp structs(clauses) do
    {_, modules} =
      clauses
      |> Enum.map(fn {_, arguments, guards, body} -> [arguments, guards, body] end)
      |> Macro.prewalk([], fn
        {:%, _, [module, _]} = node, modules when is_atom(module) ->
          {node, [module | modules]}

        # The type that a helper is to read is its last argument.
        {{:., _, [Honey.BpfHelpers, _]}, _, [_ | _] = arguments} = node, modules ->
          {node, Honey.Type.modules(List.last(arguments)) ++ modules}

        node, modules ->
          {node, modules}
      end)

    Enum.reverse(modules)
  end

  defp put_some(unit, _name, []), do: unit
  defp put_some(unit, name, list), do: Map.put(unit, name, list)

  @doc false
  # The functions of the module that is being compiled which its unit does not have: no program
  # reaches them, but `Honey.Sim` can run them.
  @spec unreached(Macro.Env.t(), Definition.t(), t) :: [function_map]
  def unreached(env, %Definition{} = definition, unit) do
    reached = for f <- unit.functions, do: {f.name, f.arity}

    fetch_all(
      env.module,
      Module.definitions_in(env.module) -- reached,
      with_positions(definition)
    )
  end

  @doc false
  # The unit of one function that is no program, for arguments of these types: with what it reaches,
  # among the unit's functions and others, and in libraries.
  @spec with_entry(t, [function_map], atom, [Honey.Sim.Type.argument()]) :: map
  def with_entry(unit, others, name, types) do
    known = Map.new(unit.functions ++ others, &{{&1.name, &1.arity}, &1})
    entry = {name, length(types)}

    {functions, libraries, unlinked, standard} =
      Library.link(unit.module, [entry], &Map.get(known, &1), Library.root(unit))

    unit
    |> Map.merge(%{
      functions: functions,
      libraries: libraries,
      unlinked: unlinked,
      standard: standard
    })
    |> Map.put(:entry, %{name: name, arguments: types})
    # What a library may call is decided by the license of the module that links it.
    |> Map.update!(:license, &if(&1 == "", do: "GPL", else: &1))
  end

  @doc false
  # The unit as bytes: equal units give equal bytes.
  @spec to_binary(t | [function_map]) :: binary
  def to_binary(unit), do: :erlang.term_to_binary(unit, [:deterministic])

  @doc false
  # Whether the unit has programs; a library has none.
  @spec program?(t) :: boolean
  def program?(unit), do: Enum.any?(unit.functions, & &1.section)

  @doc false
  # What `entries:` say of the unit's maps, those of libraries among them: pairs, by the keys'
  # order.
  @spec entries(t) :: %{atom => [{term, term}]}
  def entries(unit) do
    for module <- [unit | Library.libraries(unit)],
        %{name: name, options: options} <- module.maps,
        entries = options[:entries],
        into: %{},
        do: {name, Enum.sort(entries)}
  end

  @doc false
  # Functions in the order that a unit has them in.
  @spec sort([function_map]) :: [function_map]
  def sort(functions), do: Enum.sort_by(functions, &{&1.line, &1.name, &1.arity})

  defp functions(module, definition) do
    case Map.keys(definition.sections) do
      [] ->
        {fetch_all(module, Module.definitions_in(module), definition), [], [], []}

      programs ->
        Library.link(module, programs, &fetch(module, &1, definition), definition.root)
    end
  end

  defp fetch_all(module, keys, definition) do
    sort(for key <- keys, function = fetch(module, key, definition), do: function)
  end

  # In older Elixirs, what a macro quotes keeps its columns, with the lines of the call: a column
  # is known only where the source has something.
  defp with_positions(definition) do
    path = Path.expand(definition.file, definition.root)
    %{definition | positions: Source.positions(path)}
  end

  # Macros are no functions.
  defp fetch(module, {name, arity} = key, definition) do
    case Module.get_definition(module, key) do
      {:v1, kind, meta, clauses} when kind in [:def, :defp] ->
        %{name: name, arity: arity, kind: kind, line: meta[:line], clauses: clauses}
        |> put_section(definition.sections[key])
        |> put_file(meta[:file], definition)
        |> strip(place_of(meta[:file], definition))

      _ ->
        nil
    end
  end

  # What a macro with `location: :keep` defines stands where the macro does.
  defp put_file(function, {file, line}, definition) do
    file = relative(file, definition)
    function = %{function | line: line}
    if file == definition.file, do: function, else: Map.put(function, :file, file)
  end

  defp put_file(function, nil, _definition), do: function

  defp place_of(nil, definition), do: definition
  defp place_of({_file, _}, definition), do: %{definition | positions: MapSet.new()}

  @doc false
  # The functions that a function of `module` calls or captures, by their modules.
  @spec calls(function_map, module) :: [Library.call()]
  def calls(%{clauses: clauses}, module) do
    {_, calls} = clauses |> Enum.map(&elem(&1, 3)) |> Macro.prewalk([], &add_call(&1, &2, module))
    calls
  end

  # Local calls and captures, those of a module's function, and `super`, which is how a function
  # with default arguments calls the whole one.
  defp add_call(node, calls, module) do
    case node do
      {:super, meta, arguments} when is_list(arguments) ->
        {_, name} = Keyword.get(meta, :super, {nil, :super})
        {node, [{module, {name, length(arguments)}} | calls]}

      {:&, _, [{:/, _, [{name, _, context}, arity]}]}
      when is_atom(name) and is_atom(context) and is_integer(arity) ->
        {node, [{module, {name, arity}} | calls]}

      {:&, _, [{:/, _, [{{:., _, [other, name]}, _, []}, arity]}]}
      when is_atom(other) and is_atom(name) and is_integer(arity) ->
        {nil, [{other, {name, arity}} | calls]}

      {{:., _, [other, name]}, _, arguments} when is_atom(other) and is_atom(name) ->
        {node, [{other, {name, length(arguments)}} | calls]}

      {name, _, arguments} when is_atom(name) and is_list(arguments) ->
        {node, [{module, {name, length(arguments)}} | calls]}

      _ ->
        {node, calls}
    end
  end

  defp put_section(function, nil), do: Map.merge(function, %{section: nil, section_line: nil})

  defp put_section(function, %{value: value, line: line}) do
    Map.merge(function, %{section: value, section_line: line})
  end

  defp strip(function, definition) do
    strip = &strip_node(&1, definition)

    clauses =
      for {meta, arguments, guards, body} <- function.clauses do
        {meta |> kept_line() |> strip_meta(definition), Macro.prewalk(arguments, strip),
         Macro.prewalk(guards, strip), body |> Branches.drop() |> Macro.prewalk(strip)}
      end

    %{function | clauses: clauses}
  end

  defp kept_line(meta) do
    case meta[:file] do
      {_, line} -> Keyword.put(meta, :line, line)
      nil -> meta
    end
  end

  # A macro's own variable.
  defp strip_node({name, meta, scope}, definition) when is_atom(scope) and scope != nil do
    {name, meta |> Keyword.delete(:column) |> strip_meta(definition), scope}
  end

  # Older Elixirs give the place of the brace, newer ones that of the percent sign before it.
  defp strip_node({:%{}, meta, rest}, definition) when is_list(meta) do
    meta = strip_meta(meta, definition)
    meta = if meta[:column], do: Keyword.update!(meta, :column, &(&1 - @brace)), else: meta
    {:%{}, meta, rest}
  end

  defp strip_node({form, meta, rest}, definition) when is_list(meta) do
    {form, strip_meta(meta, definition), rest}
  end

  defp strip_node(node, _definition), do: node

  defp strip_meta(meta, definition) do
    for {name, value} <- meta,
        name in @metadata,
        name != :column or placed?({meta[:line], value}, definition),
        do: {name, strip_value(name, value, definition)}
  end

  defp placed?(_place, %{positions: nil}), do: true
  defp placed?(place, %{positions: positions}), do: MapSet.member?(positions, place)

  # Code with `location: :keep` names the file of the macro that it comes from.
  defp strip_value(:keep, {file, line}, definition) when is_binary(file) do
    {relative(file, definition), line}
  end

  defp strip_value(_name, value, _definition), do: value

  defp relative(file, definition) do
    relative = Path.relative_to(file, definition.root)
    if Path.type(relative) == :absolute, do: Path.basename(file), else: relative
  end
end
