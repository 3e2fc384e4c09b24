defmodule Honey.Library do
  @moduledoc false

  # Libraries of kernel code: modules that `use Honey` and have no `@sec`.
  #
  # A library is compiled by Elixir alone and keeps its functions as a unit. A module with programs
  # links what its programs reach: `link/3` follows their calls through its own functions and through
  # those of libraries, wherever they lead. A library waits for no other while it is compiled, so two
  # libraries may call each other.
  #
  # A module can be linked when it is a library; why another cannot stands in the unit's `unlinked`,
  # for the compiler to say where the call is:
  #
  # | reason | what it means |
  # | --- | --- |
  # | `:missing` | there is no such module |
  # | `:waiting` | it waits for the linking module, or stands after it in the same file |
  # | `:programs` | it has programs of its own |
  # | `:failed` | it has errors of its own |
  # | `:plain` | it does not `use Honey`, but could |
  #
  # Modules of Elixir and Erlang themselves are not listed.

  alias Honey.{Standard, Unit}

  @type t :: %{
          required(:module) => module,
          required(:file) => Path.t(),
          required(:options) => map,
          required(:maps) => [map],
          required(:functions) => [Unit.function_map()],
          required(:names) => [{atom, arity}],
          # Absent where there is none.
          optional(:vars) => [Honey.Definition.Variable.t()]
        }

  @type reason :: :missing | :waiting | :programs | :failed | :plain
  @type call :: {module, {atom, arity}}

  # The other options are those of the module with programs.
  @options [:overflow, :strict, :fuse]

  # Modules of Honey's that calls name, but that are no code to link.
  @surface [Honey, Honey.BpfHelpers, Honey.Events, Honey.Var, :erlang]

  @doc """
  Follows calls from `programs`, functions of the module that is being compiled: its functions,
  the libraries with theirs, the modules that could not be linked, and the functions of Elixir's own
  modules that Honey has (`Honey.Standard`). For a call of one that it lacks, such a module stands
  among those that could not be linked, with the names of those that it has.

  `fetch` answers a function of that module, or nil.
  """
  @spec link(module, [{atom, arity}], ({atom, arity} -> Unit.function_map() | nil), Path.t()) ::
          {[Unit.function_map()], [t], [{module, reason | [atom]}], [Standard.t()]}
  def link(own, programs, fetch, root) do
    state = %{own: own, fetch: fetch, units: %{}, functions: %{}, found: %{}, missing: %{}}
    state = reach(for(key <- programs, do: {own, {own, key}}), state)
    functions = functions_by_module(state.found)
    own_functions = Map.get(functions, own, [])

    libraries =
      for {module, {:ok, unit}} <- Enum.sort(state.units) do
        names = if is_map_key(state.missing, module), do: names(unit), else: []
        library(unit, Map.get(functions, module, []), names, root)
      end

    reasons =
      for {module, {:error, reason}} <- Enum.sort(state.units), reason != :foreign do
        {module, reason}
      end

    {own_functions, keep_named(libraries, own_functions), reasons ++ names_of_standard(state),
     standard(state)}
  end

  defp standard(state) do
    for {{module, key}, function} <- Enum.sort(state.found), Standard.fetch(module, key) do
      Standard.export(module, function)
    end
  end

  defp names_of_standard(state) do
    for {module, true} <- Enum.sort(state.missing), names = Standard.names(module) do
      {module, names}
    end
  end

  @doc "The modules whose functions a unit has, besides its own."
  @spec modules(Unit.t()) :: [module]
  def modules(unit), do: for(library <- libraries(unit), do: library.module)

  @doc "The libraries of a unit."
  @spec libraries(Unit.t()) :: [t]
  def libraries(unit), do: Map.get(unit, :libraries, [])

  @doc "The directory that the files of a compiled module are relative to."
  @spec root(Unit.t()) :: Path.t()
  def root(unit) do
    source = source(unit.module)

    if source && String.ends_with?(source, "/" <> unit.file),
      do: binary_part(source, 0, byte_size(source) - byte_size(unit.file) - 1),
      else: File.cwd!()
  end

  @doc "Where the files of a unit's libraries are, as far as this machine has them."
  @spec sources(Unit.t()) :: %{Path.t() => Path.t()}
  def sources(unit) do
    for library <- libraries(unit), source = source(library.module), into: %{} do
      {library.file, source}
    end
  end

  ## What programs reach

  defp reach([], state), do: state

  # Each call stands behind the module that it is in.
  defp reach([{_, call} | rest], %{found: found} = state) when is_map_key(found, call) do
    reach(rest, state)
  end

  defp reach([{from, {module, _} = call} | rest], state) do
    case find(from, call, state) do
      {nil, state} ->
        reach(rest, state)

      {function, state} ->
        calls = for call <- Unit.calls(function, module), do: {module, call}
        reach(calls ++ rest, put_in(state.found[call], function))
    end
  end

  defp find(_, {own, key}, %{own: own} = state), do: {state.fetch.(key), state}
  defp find(_, {module, _}, state) when module in @surface, do: {nil, state}

  # What looks like a call of a module's own function may be a form of the language.
  defp find(from, {module, key}, state) do
    case {Standard.names(module), Standard.fetch(module, key)} do
      {nil, nil} -> find_linked(from, {module, key}, state)
      {_, nil} when from == module -> {nil, state}
      {_, nil} -> {nil, put_in(state.missing[module], true)}
      {_, function} -> {function, state}
    end
  end

  defp find_linked(from, {module, key}, state) do
    state = if is_map_key(state.units, module), do: state, else: put_module(module, state)

    case state.units[module] do
      {:ok, _} when is_map_key(:erlang.map_get(module, state.functions), key) ->
        {state.functions[module][key], state}

      {:ok, unit} when module != from ->
        {nil, if(variable?(unit, key), do: state, else: put_in(state.missing[module], true))}

      _ ->
        {nil, state}
    end
  end

  # The call reads it, and is no function's.
  defp variable?(unit, {name, 0}), do: Enum.any?(Map.get(unit, :vars, []), &(&1.name == name))
  defp variable?(_unit, _key), do: false

  defp put_module(module, state) do
    answer = read(module)

    functions =
      with {:ok, unit} <- answer,
           do: Map.new(unit.functions, &{{&1.name, &1.arity}, &1}),
           else: (_ -> %{})

    state = put_in(state.units[module], answer)
    put_in(state.functions[module], functions)
  end

  defp read(module) do
    case Code.ensure_compiled(module) do
      {:module, _} -> read_unit(module)
      {:error, :unavailable} -> {:error, :waiting}
      {:error, _} -> {:error, :missing}
    end
  end

  defp read_unit(module) do
    if function_exported?(module, :__honey__, 1) do
      unit = module.__honey__(:unit)
      if Unit.program?(unit), do: {:error, :programs}, else: {:ok, unit}
    else
      {:error, if(foreign?(module), do: :foreign, else: :plain)}
    end
  rescue
    Honey.CompileError -> {:error, :failed}
  end

  defp foreign?(module) do
    with [_ | _] = beam <- :code.which(module) do
      beam = List.to_string(beam)
      elixir = :elixir |> :code.lib_dir() |> Path.dirname()
      Enum.any?([elixir, List.to_string(:code.lib_dir())], &String.starts_with?(beam, &1))
    else
      other -> other == :preloaded
    end
  end

  defp functions_by_module(found) do
    found
    |> Enum.group_by(fn {{module, _}, _} -> module end, fn {_, function} -> function end)
    |> Map.new(fn {module, functions} -> {module, Unit.sort(functions)} end)
  end

  ## What is linked of a library

  # The names are for a call of what the library does not have: it may mean one of them.
  defp names(unit), do: for(%{kind: :def} = f <- unit.functions, do: {f.name, f.arity})

  defp library(unit, functions, names, root) do
    name = &name_of(unit, &1, root)

    functions =
      for function <- functions do
        if file = function[:file], do: %{function | file: name.(file)}, else: function
      end

    %{
      module: unit.module,
      file: name.(unit.file),
      options: Map.take(unit.options, @options),
      maps: unit.maps,
      functions: functions,
      names: names
    }
    |> Map.merge(Map.take(unit, [:vars]))
  end

  # A library of another project, such as a path dependency, is named after its application, which
  # is the same wherever the projects are.
  defp name_of(unit, file, root) do
    source = source(unit.module)

    if source == nil or Path.expand(unit.file, root) == source,
      do: file,
      else: Path.join(application(unit.module), file)
  end

  defp source(module) do
    with {:module, _} <- Code.ensure_loaded(module),
         [_ | _] = source <- module.module_info(:compile)[:source] do
      List.to_string(source)
    else
      _ -> nil
    end
  end

  # A compiled application's modules are in `<application>/ebin`.
  defp application(module) do
    with [_ | _] = beam <- :code.which(module),
         [_, "ebin", application | _] <-
           beam |> List.to_string() |> Path.split() |> Enum.reverse() do
      application
    else
      _ -> ""
    end
  end

  # A map or variable that no function names cannot be used: the object needs none of it.
  defp keep_named(libraries, own_functions) do
    if Enum.all?(libraries, &(&1.maps == [] and not is_map_key(&1, :vars))) do
      libraries
    else
      named = atoms([own_functions | Enum.map(libraries, & &1.functions)])
      Enum.map(libraries, &keep_named_of(&1, named))
    end
  end

  defp keep_named_of(library, named) do
    library = update_in(library.maps, &Enum.filter(&1, fn map -> map.name in named end))

    case Enum.filter(Map.get(library, :vars, []), &(&1.name in named)) do
      [] -> Map.delete(library, :vars)
      variables -> Map.put(library, :vars, variables)
    end
  end

  defp atoms(functions) do
    for function <- List.flatten(functions),
        {_, arguments, guards, body} <- function.clauses,
        reduce: MapSet.new() do
      atoms -> add_atoms([arguments, guards, body], atoms)
    end
  end

  defp add_atoms(syntax, atoms) do
    {_, atoms} =
      Macro.prewalk(syntax, atoms, fn
        atom, atoms when is_atom(atom) -> {atom, MapSet.put(atoms, atom)}
        {name, _, []} = node, atoms when is_atom(name) -> {node, MapSet.put(atoms, name)}
        node, atoms -> {node, atoms}
      end)

    atoms
  end
end
