defmodule Honey.Compiler do
  @moduledoc """
  From a complete module to what `__honey__/1` answers.

  `compile/3` hands a unit to the native compiler and sorts what comes back by whose fault it is. `use Honey` has it called
  when a module is complete, so nobody needs to. To see what the compiler makes of a module, call it again:

      unit = Switches.__honey__(:unit)
      environment = Honey.Compiler.environment(File.cwd!())
      {:ok, %{elf: elf, c_source: c}} = Honey.Compiler.compile(unit, environment)
  """

  alias Honey.{Codec, CompileError, Definition, Diagnostic, InternalError, Library}
  alias Honey.{Session, Source, ToolError, Unit}
  alias Honey.Definition.Variable

  @typedoc """
  Where a unit is compiled: the directory that its file is relative to; the clang; and which dumps the result has: `[]` none,
  `[:all]` the texts of all passes and their times, `[:times]` the times alone. `sources` are the full paths of files of other
  projects.
  """
  @type environment :: %{
          required(:root) => Path.t(),
          required(:clang) => Path.t() | nil,
          required(:dump) => [atom],
          optional(:sources) => %{Path.t() => Path.t()}
        }

  @doc false
  defmacro __before_compile__(env) do
    definition = Definition.take(env.module)

    with [] <- definition.errors,
         unit = Unit.build(env, definition),
         {:ok, result} <- compile_unit(unit, definition) do
      report_warnings(result.warnings, unit)
      success(env, unit, Unit.unreached(env, definition, unit), result)
    else
      {:error, diagnostics} -> failure(env, definition, diagnostics)
      diagnostics -> failure(env, definition, diagnostics)
    end
  end

  defp compile_unit(unit, definition) do
    cond do
      Unit.program?(unit) ->
        sources = Library.sources(unit)
        environment = Map.put(environment(definition.root), :sources, sources)

        with {:error, diagnostics} <- compile(unit, environment),
             do: {:error, diagnostics |> with_names(unit, environment) |> with_hooks(unit.module)}

      is_map_key(unit, :types) or is_map_key(unit, :vars) or unit.maps != [] ->
        with {:ok, result} <- compile(declarations(unit), environment(definition.root)),
             do: {:ok, %{library() | types: result.types, vars: result.vars}}

      true ->
        {:ok, library()}
    end
  end

  # A unit has the functions that its programs reach; what a wrong name was meant to be is among
  # all of the module's.
  defp with_names(diagnostics, unit, environment) do
    with true <- Enum.any?(diagnostics, &(&1.code == :unknown_function)),
         names = Module.definitions_in(unit.module),
         {:error, named} <- compile(Map.put(unit, :names, Enum.sort(names)), environment) do
      named
    else
      _ -> diagnostics
    end
  end

  # What a hook adds that runs after this one is not there yet.
  defp with_hooks(diagnostics, module) do
    later =
      module
      |> Module.get_attribute(:before_compile, [])
      |> Enum.map(fn hook -> with {hook, _} <- hook, do: hook end)
      |> Enum.reverse()
      |> Enum.drop_while(&(&1 != __MODULE__))
      |> Enum.drop(1)

    for diagnostic <- diagnostics do
      if later != [] and diagnostic.code == :unknown_function and diagnostic.hint == nil,
        do: %{diagnostic | hint: added_later(later)},
        else: diagnostic
    end
  end

  defp added_later(hooks) do
    "functions that #{Enum.map_join(hooks, " and ", &inspect/1)} adds when the module ends come " <>
      "after the programs are compiled: write its `use` before `use Honey`"
  end

  # The types and maps of a library, which are checked where they stand. What its maps ask of the
  # kernel depends on who links it.
  defp declarations(unit) do
    %{unit | functions: [], options: %{unit.options | kernel: {999, 0}}}
  end

  defp library do
    nothing =
      for key <- [:programs, :maps, :vars, :functions, :types, :sites, :warnings], do: {key, []}

    Map.new([elf: nil, c_source: nil] ++ nothing)
  end

  @doc """
  Where a unit is compiled: the directory its file is relative to, and the clang to use, which is
  the environment variable HONEY_CLANG, or the first clang on the path.

      Honey.Compiler.environment(File.cwd!())
      #=> %{clang: "/usr/bin/clang", dump: [], root: "/home/me/my_app"}
  """
  @spec environment(Path.t()) :: environment
  def environment(root), do: %{root: root, clang: clang(), dump: []}

  @doc """
  The clang that programs are compiled with; `nil` when there is none.

      Honey.Compiler.clang()   #=> "/usr/bin/clang"
  """
  @spec clang() :: Path.t() | nil
  def clang do
    case System.get_env("HONEY_CLANG", "") do
      "" -> Enum.find_value(["clang" | versions("clang")], &System.find_executable/1)
      named -> System.find_executable(named) || named
    end
  end

  @doc false
  # The versions of clang and LLVM that Honey is tested with.
  @spec clang_versions() :: Range.t()
  def clang_versions, do: 14..19

  @doc false
  # The newest first.
  @spec versions(String.t()) :: [String.t()]
  def versions(tool),
    do: for(version <- Enum.reverse(clang_versions()), do: "#{tool}-#{version}")

  @doc """
  Compiles a unit by a native compiler.

  `{:error, diagnostics}` is the user's; what is the machine's raises `Honey.ToolError`, what is
  Honey's own raises `Honey.InternalError` and saves the unit.

      unit = Switches.__honey__(:unit)
      environment = %{Honey.Compiler.environment(File.cwd!()) | dump: [:all]}
      {:ok, result} = Honey.Compiler.compile(unit, environment)
      IO.puts(result.ir_dump)
  """
  @spec compile(Unit.t(), environment, module) :: {:ok, map} | {:error, [Diagnostic.t()]}
  def compile(unit, environment, nif \\ Honey.Nif) do
    case call(unit, environment, nif) do
      {:ok, result} -> {:ok, Map.update!(result, :warnings, &diagnostics(&1, unit, environment))}
      {:error, fault} -> sort_fault(fault, unit, environment)
    end
  end

  @doc false
  # A unit's intermediate representation, for `Honey.Sim`. Faults are sorted as by `compile/3`.
  @spec represent(map) :: {:ok, map} | {:error, [Diagnostic.t()]}
  def represent(unit) do
    case Honey.Nif.represent(unit) do
      {:ok, representation} -> {:ok, representation}
      {:error, fault} -> sort_fault(fault, unit, environment(File.cwd!()))
    end
  end

  defp sort_fault({:machine, kind, text}, _unit, _environment),
    do: raise(ToolError, kind: kind, text: text)

  # What cannot be read at all is not read up to the atom that is the reason.
  defp sort_fault({:bug, text}, unit, environment) do
    case Unit.Atoms.diagnostics(unit, environment) do
      [] -> bug(unit, text)
      diagnostics -> {:error, diagnostics}
    end
  end

  defp sort_fault([_ | _] = diagnostics, unit, environment),
    do: {:error, diagnostics(diagnostics, unit, environment)}

  defp call(unit, environment, nif) do
    nif.compile(unit, environment)
  rescue
    error in [ArgumentError, ErlangError] -> {:error, {:bug, Exception.message(error)}}
  end

  # What cannot even be read has no place of its own: it is the module's.
  defp diagnostics(maps, unit, environment) do
    sources = Map.get(environment, :sources, %{})

    for map <- maps do
      place = if map.file, do: %{}, else: %{file: unit.file, line: unit.line}
      map = map |> Map.put(:root, environment.root) |> Map.merge(place)

      map
      |> Map.put(:source, sources[map.file])
      |> put_section_column()
      |> put_token_column()
      |> Diagnostic.new()
    end
  end

  # Of an attribute a unit has the line alone.
  defp put_section_column(%{code: code, column: nil} = map)
       when code in [:bad_section, :unknown_tracepoint, :kernel_too_old] do
    case Source.section_column(Source.read(source_path(map)), map.line) do
      nil -> map
      column -> %{map | column: column, end_column: column + String.length("@sec")}
    end
  end

  defp put_section_column(map), do: map

  # Elixir's syntax has no columns of literals: the place is that of the call which has it.
  defp put_token_column(%{token: token, column: column} = map)
       when is_binary(token) and is_integer(column) do
    line = Diagnostic.source_line(source_path(map), map.line) || ""

    case Source.token_column(line, token, column) do
      nil -> Map.delete(map, :token)
      found -> put_columns(map, found, token)
    end
  end

  defp put_token_column(map), do: Map.delete(map, :token)

  defp put_columns(map, column, token) do
    map
    |> Map.delete(:token)
    |> Map.merge(%{column: column, end_column: column + length(String.codepoints(token))})
  end

  defp source_path(map), do: map.source || Path.expand(map.file, map.root)

  defp bug(unit, text) do
    bytes = Unit.to_binary(unit)
    hash = bytes |> :erlang.md5() |> Base.encode16(case: :lower) |> binary_part(0, 12)
    path = Path.join(System.tmp_dir!(), "honey-bug-#{hash}.unit")
    File.write!(path, bytes)
    raise InternalError, text: text, module: unit.module, path: path
  end

  ## Warnings

  defp report_warnings(diagnostics, unit) do
    {hints, warnings} = Enum.split_with(diagnostics, &(&1.severity == :hint))
    Session.report(hints)
    Session.said(warnings)
    Enum.each(hints, &IO.puts(:stderr, [Diagnostic.format(&1, prefix: true), "\n"]))

    for warning <- warnings do
      origin = Enum.find(Library.libraries(unit), unit, &(&1.file == warning.file))
      Diagnostic.warn(warning, origin.module, function_at(origin, warning.line))
    end
  end

  defp function_at(origin, line) do
    origin.functions
    |> Enum.filter(&(&1.line <= line))
    |> List.last()
    |> case do
      nil -> nil
      function -> {function.name, function.arity}
    end
  end

  ## What the module gets

  defp success(env, unit, unreached, result) do
    put_resources(env.module, [Honey.Nif.path() | Session.resources()])
    if result.elf, do: Session.compiled(env.module)

    # Calls in the module's body are what Elixir compiles this module anew for, when a library
    # changes.
    uses =
      for library <- Library.modules(unit), do: quote(do: unquote(library).__honey__(:license))

    vars = Enum.map(result.vars, &with_default(&1, result.types))
    maps = Enum.map(result.maps, &with_entries(&1, Unit.entries(unit)))

    quote generated: true do
      unquote_splicing(uses)
      unquote_splicing(own_functions(unit, vars))
      @doc false
      @spec __honey__(atom) :: term
      def __honey__(:elf), do: unquote(result.elf)
      def __honey__(:c_source), do: unquote(result.c_source)
      def __honey__(:programs), do: unquote(Macro.escape(result.programs))
      def __honey__(:maps), do: unquote(Macro.escape(maps))
      def __honey__(:vars), do: unquote(Macro.escape(vars))
      def __honey__(:functions), do: unquote(Macro.escape(result.functions))
      def __honey__(:sites), do: unquote(Macro.escape(result.sites))
      def __honey__(:types), do: unquote(Macro.escape(result.types))
      def __honey__(:license), do: unquote(unit.license)
      def __honey__(:unit), do: :erlang.binary_to_term(unquote(Unit.to_binary(unit)))
      def __honey__(:unreached), do: :erlang.binary_to_term(unquote(Unit.to_binary(unreached)))
    end
  end

  defp with_default(var, types) do
    %{var | default: var.type |> Codec.compile(types) |> Codec.decode(var.default)}
  end

  defp with_entries(map, entries) do
    case Map.fetch(entries, map.name) do
      {:ok, entries} -> Map.put(map, :entries, entries)
      :error -> map
    end
  end

  # Those of libraries are there already.
  defp own_functions(unit, vars) do
    own = for variable <- Map.get(unit, :vars, []), do: variable.name
    Variable.functions(for var <- vars, var.name in own, do: {var.name, var.default})
  end

  # The module's own code calls them, whatever else is wrong with it.
  defp called_functions(env, definition) do
    Variable.functions(
      for variable <- definition.vars, Variable.clash(variable, env.module) == nil do
        {variable.name, nil}
      end
    )
  end

  defp failure(env, definition, diagnostics) do
    case Session.defer(diagnostics) do
      {:ok, failed} ->
        put_resources(env.module, [Honey.Nif.path(), failed | Session.resources()])
        diagnostics = Macro.escape(diagnostics)

        quote generated: true do
          unquote_splicing(called_functions(env, definition))
          @doc false
          @spec __honey__(atom) :: no_return
          def __honey__(_), do: raise(Honey.CompileError, unquote(diagnostics))
        end

      :error ->
        raise CompileError, diagnostics
    end
  end

  defp put_resources(module, paths) do
    Enum.each(paths, &Module.put_attribute(module, :external_resource, &1))
  end
end
