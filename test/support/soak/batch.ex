defmodule Honey.Test.Soak.Batch do
  @moduledoc """
  Random programs that are one module, compiled by Elixir once.

  The compiler then gets the unit of the module, as often as is wanted; it takes the programs that it rightly
  refuses out of the unit. With libraries, the struct types and some functions are in two other modules.
  """

  import ExUnit.CaptureIO

  alias Honey.{Compiler, Unit}
  alias Honey.Test.Oracle.Match
  alias Honey.Test.Random.{Frame, Program, Type}
  alias Honey.Test.Soak.{Capture, Compiled}

  @enforce_keys [:programs, :options]
  defstruct [
    :programs,
    :options,
    :library,
    :module,
    :root,
    :unit,
    :functions,
    :owners,
    :ranges,
    refused: []
  ]

  @type t :: %__MODULE__{}

  # The compiler may see that an operation can only fail, and say so; that loops within loops are more
  # than the verifier walks; or that the stack has no room. Of the rest, what it may refuse is told by
  # the message: what no one variable holds, and a key of what can never have it.
  @refusals [
    :nil_operand,
    :bad_operand,
    :always_fails,
    :ambiguous_order,
    :loop_limit,
    :stack_limit
  ]
  @told_codes [:unsupported, :unknown_field, :bad_argument, :kernel_too_old]
  @told [
    ~r/ needs kernel 5.12, but this module is for /,
    ~r/^this pattern is for several kinds of data, of which some lie in memory/,
    ~r/^the branches give .* which no one variable of the kernel can hold/,
    ~r/ is .* and has no (field|key) /,
    ~r/ is not a field of `%/,
    # Two literals of one size, of which a branch gives one.
    ~r/ is a (string|binary) whose size only the run tells, expected a binary of/,
    ~r/^this may raise for what `Enum.map` gives/,
    ~r/^this pipeline is one loop in the kernel/,
    # A part of a string is a string, also where the pattern says its size.
    ~r/^found a string of a length that only the run tells, in a binary of other parts/,
    ~r/^what is added to variable `.*` changes variables itself/
  ]

  @main Honey.RandomPrograms

  # The second calls the first, which has the types.
  @base Honey.RandomBase
  @upper Honey.RandomUpper
  @base_file "random_base.ex"
  @upper_file "random_upper.ex"

  @doc "The path by which programs call the functions of the library that is below the other."
  @spec base_path() :: [atom]
  def base_path, do: [:Honey, :RandomBase]

  @doc "The path by which programs call those of the other."
  @spec upper_path() :: [atom]
  def upper_path, do: [:Honey, :RandomUpper]

  @doc """
  The programs as a module that Elixir has compiled, for programs that raise on overflow or wrap (`overflow:`),
  for a kernel (`kernel:`), of a kind (`section:`).

  Each process has a module of its own. A program of which Erlang's compiler makes nothing, or nothing that
  the BEAM loads (that of OTP 25 does so for some matches of strings and lists), is left out, and counts
  as refused.
  """
  @spec compile([Program.t()], [Macro.t()] | nil, keyword) :: t
  def compile(programs, library, options) do
    compile_all(programs, library, options)
  rescue
    error in CompileError ->
      failing =
        if erlang_fails?(error),
          do: failing(programs, library, options),
          else: reraise(error, __STACKTRACE__)

      if failing == [], do: reraise(error, __STACKTRACE__)
      batch = compile(programs -- failing, library, options)
      refused = for program <- failing, do: {program.number, :erlang_compiler}
      %{batch | refused: refused ++ batch.refused}
  end

  # Those that fail alone; or the first one without which the others do not.
  defp failing(programs, library, options) do
    with [] <- Enum.filter(programs, &fails?([&1], library, options)) do
      programs
      |> Enum.find(&(not fails?(programs -- [&1], library, options)))
      |> List.wrap()
    end
  end

  defp erlang_fails?(error) do
    Exception.message(error) =~
      ~r/internal error in pass|not loaded|invalid function call|unbound variable '_@/
  end

  defp fails?(programs, library, options) do
    compile_all(programs, library, options)
    false
  rescue
    error in CompileError -> erlang_fails?(error) or reraise(error, __STACKTRACE__)
  end

  defp compile_all(programs, library, options) do
    {base, upper} = libraries(library, options[:overflow])
    body = rename(Frame.body(programs, [{:library, library && @base} | options]))
    module = name(@main)
    create(module, capture(body), "random_programs.ex")
    {unit, root} = Capture.take()

    %__MODULE__{
      programs: programs,
      options: options,
      library: library,
      module: module,
      root: root,
      unit: unit,
      functions:
        Map.merge(
          definitions(body, []),
          Map.merge(definitions(base, path(@base)), definitions(upper, path(@upper)))
        ),
      owners: owners(programs),
      ranges: %{main: ranges(body), base: ranges(base), upper: ranges(upper)}
    }
  end

  # The bodies of the two libraries, which are compiled.
  defp libraries(nil, _overflow), do: {nil, nil}

  defp libraries(functions, overflow) do
    {base, upper} = Enum.split_with(functions, &base?(defined(&1)))
    base = rename(Frame.library_body(base, overflow))
    create(name(@base), base, @base_file)
    upper = rename(Frame.library_body(upper, overflow, @base))
    create(name(@upper), upper, @upper_file)
    {base, upper}
  end

  defp base?(function), do: String.starts_with?(Atom.to_string(function), "base_")

  @doc "The module that has the struct types."
  @spec types(t) :: module
  def types(%{library: nil, module: module}), do: module
  def types(_), do: name(@base)

  @doc "The modules that were compiled."
  @spec modules(t) :: [module]
  def modules(%{library: nil, module: module}), do: [module]
  def modules(batch), do: [batch.module, name(@base), name(@upper)]

  @doc "Forgets the modules."
  @spec delete(t) :: :ok
  def delete(batch) do
    structs = for {name, _} <- Type.structs(), do: Module.concat(types(batch), name)

    for module <- modules(batch) ++ structs do
      :code.purge(module)
      :code.delete(module)
    end

    :ok
  end

  # Two processes that soak must not share a module.
  defp name(module), do: Module.concat(module, "At#{:erlang.phash2(self())}")

  defp path(module), do: module |> name() |> Module.split() |> Enum.map(&String.to_atom/1)

  defp rename(body) do
    {base, upper} = {base_path(), upper_path()}

    Macro.prewalk(body, fn
      {:__aliases__, meta, ^base} -> {:__aliases__, meta, path(@base)}
      {:__aliases__, meta, ^upper} -> {:__aliases__, meta, path(@upper)}
      node when is_atom(node) -> renamed(node)
      node -> node
    end)
  end

  defp renamed(module) do
    case Atom.to_string(module) do
      "Elixir.Honey.RandomBase." <> type -> Module.concat(name(@base), type)
      _ -> module
    end
  end

  # What `use Honey` has set to compile the module is taken back.
  defp capture({:__block__, meta, [use_honey | rest]}) do
    hook =
      quote do
        Module.delete_attribute(__MODULE__, :before_compile)
        @before_compile Capture
      end

    {:__block__, meta, [use_honey, Macro.prewalk(hook, &at_line/1) | rest]}
  end

  defp at_line({form, meta, arguments}), do: {form, Keyword.put(meta, :line, 1), arguments}
  defp at_line(other), do: other

  # Not by Code.compile_quoted, whose type checker takes for ever on some programs (Elixir 1.14).
  # Random programs give many warnings. The BEAM keeps a version before, if it does not load this one.
  defp create(name, body, file) do
    :code.purge(name)
    :code.delete(name)
    :code.purge(name)
    {_, warnings} = with_io(:stderr, fn -> Module.create(name, body, file: file, line: 1) end)

    # What Elixir 1.14 makes of `<<x <- tap(binary, function)>>` beside another `for` calls the binary.
    if warnings =~ "invalid function call",
      do: raise(CompileError, description: "#{name} has an invalid function call")

    unless :code.is_loaded(name), do: raise(CompileError, description: "#{name} is not loaded")
    :ok
  end

  ## What the oracle reads

  defp definitions(body, path) do
    {_, found} =
      Macro.prewalk(body, [], fn
        {kind, _, [_, [do: _]]} = node, found when kind in [:def, :defp] ->
          {nil, Enum.reverse(definition(node, path)) ++ found}

        node, found ->
          {node, found}
      end)

    found |> Enum.reverse() |> Enum.group_by(&elem(&1, 0), &elem(&1, 1))
  end

  defp definition({kind, meta, [head, body]}, path) do
    {name, _, arguments} = named = head(head)
    {plain, defaults} = arguments |> List.wrap() |> Enum.map(&default/1) |> Enum.unzip()
    whole = {kind, meta, [put_arguments(head, plain), body]}
    key = {path, name, length(plain)}
    [{key, Match.definition(whole)} | shorter(named, plain, List.last(defaults), path)]
  end

  defp head({:when, _, [head, _]}), do: head
  defp head(head), do: head

  defp put_arguments({:when, meta, [head, guard]}, arguments),
    do: {:when, meta, [put_arguments(head, arguments), guard]}

  defp put_arguments({name, meta, _}, arguments), do: {name, meta, arguments}

  defp default({:\\, _, [argument, default]}), do: {argument, {:default, default}}
  defp default(argument), do: {argument, nil}

  # What the function with a default for its last argument is without it: a call of it.
  defp shorter(_, _, nil, _path), do: []

  defp shorter({name, meta, _}, arguments, {:default, default}, path) do
    {first, _} = Enum.split(arguments, -1)
    call = {name, meta, first ++ [default]}
    [{{path, name, length(first)}, {first, meta[:line], [], call}}]
  end

  # The number of the program that each function belongs to.
  defp owners(programs) do
    for program <- programs, node <- program.functions, into: %{} do
      {defined(node), program.number}
    end
  end

  defp defined({_, _, [{:when, _, [{name, _, _}, _]}, _]}), do: name
  defp defined({_, _, [{name, _, _}, _]}), do: name

  @doc "The last line of the `case` or `with` that begins on a line, in the module of the function."
  @spec last_line(t, atom, pos_integer) :: pos_integer
  def last_line(%{ranges: ranges, owners: owners}, function, line) do
    cond do
      owners[function] -> Map.fetch!(ranges.main, line)
      base?(function) -> Map.fetch!(ranges.base, line)
      true -> Map.fetch!(ranges.upper, line)
    end
  end

  # The lines of every `case` and `with`: the first, and the last.
  defp ranges(body) do
    {_, ranges} =
      Macro.prewalk(body, [], fn
        {kind, meta, [_ | _]} = node, ranges when kind in [:case, :with] ->
          {node, [{meta[:line], last_of(node)} | ranges]}

        node, ranges ->
          {node, ranges}
      end)

    Map.new(ranges)
  end

  defp last_of(node) do
    {_, last} =
      Macro.prewalk(node, 0, fn
        {_, meta, _} = node, last -> {node, max(meta[:line] || 0, last)}
        node, last -> {node, last}
      end)

    last
  end

  ## What the compiler makes of it

  @doc """
  Has Honey compile the batch: `{:ok, batch}`, without the programs that it rightly refused, or what it should
  not have refused. `Honey.Test.Soak.Compiled` then answers for it.
  """
  @spec build(t) :: {:ok, t} | {:error, [Honey.Diagnostic.t()]}
  def build(batch) do
    if Unit.program?(batch.unit), do: build_programs(batch), else: {:ok, batch}
  end

  defp build_programs(batch) do
    case Compiler.compile(batch.unit, Compiler.environment(batch.root)) do
      {:ok, result} ->
        Compiled.put(Map.merge(result, %{unit: batch.unit, license: batch.unit.license}))
        {:ok, batch}

      {:error, diagnostics} ->
        errors =
          Enum.filter(diagnostics, &(&1.severity == :error and &1.code != :too_many_errors))

        case Enum.reject(errors, &right?/1) do
          [] -> batch |> without(errors) |> build()
          wrong -> {:error, wrong}
        end
    end
  end

  @doc "The batch with one of its programs."
  @spec only(t, pos_integer) :: t
  def only(batch, number) do
    functions = &Enum.filter(&1, fn f -> owner(batch, f.name) in [nil, number] end)

    %{
      batch
      | programs: Enum.filter(batch.programs, &(&1.number == number)),
        unit: Map.update!(batch.unit, :functions, functions)
    }
  end

  defp right?(%{code: code, message: message}) when code in @told_codes,
    do: Enum.any?(@told, &(message =~ &1))

  defp right?(%{code: code}), do: code in @refusals

  # Functions of the library that nothing calls any more would be compiled all the same.
  defp without(batch, errors) do
    refused = for error <- errors, number <- numbers(batch, error), do: {number, error.code}
    gone = MapSet.new(refused, &elem(&1, 0))
    shared = Enum.flat_map(errors, &shared(batch, &1))

    %{
      batch
      | refused: Enum.uniq_by(refused, &elem(&1, 0)) ++ batch.refused,
        programs: Enum.reject(batch.programs, &(&1.number in gone)),
        unit:
          batch.unit
          |> Map.update!(:functions, &Enum.reject(&1, fn f -> owner(batch, f.name) in gone end))
          |> without_shared(shared)
    }
  end

  defp without_shared(%{libraries: libraries} = unit, names) do
    libraries =
      for library <- libraries,
          do: Map.update!(library, :functions, &Enum.reject(&1, fn f -> f.name in names end))

    %{unit | libraries: libraries}
  end

  defp without_shared(unit, _names), do: unit

  @doc "The numbers of the programs that an error is of: one, or those that call the library's function."
  @spec numbers(t, Honey.Diagnostic.t()) :: [pos_integer]
  def numbers(batch, error) do
    case shared(batch, error) do
      [] -> [at(batch, error.line)]
      names -> for program <- batch.programs, calls?(program.functions, names), do: program.number
    end
  end

  # The function of the library that the error is in, with those that call it.
  defp shared(batch, error) do
    case Path.basename(error.file) do
      @base_file ->
        callers(batch.library, [function_at(batch.functions, path(@base), error.line)])

      @upper_file ->
        callers(batch.library, [function_at(batch.functions, path(@upper), error.line)])

      _ ->
        []
    end
  end

  defp function_at(functions, path, line) do
    {{_, name, _}, _} =
      functions
      |> Enum.filter(fn {{at, _, _}, [{_, first, _, _} | _]} -> at == path and first <= line end)
      |> Enum.max_by(fn {_, [{_, first, _, _} | _]} -> first end)

    name
  end

  # With those of the library that call them.
  defp callers(library, names) do
    more = Enum.uniq(for node <- library, calls?(node, names), do: defined(node))
    if more -- names == [], do: names, else: callers(library, Enum.uniq(names ++ more))
  end

  defp calls?(nodes, names) do
    {_, found?} =
      Macro.prewalk(nodes, false, fn node, found? ->
        {node, found? or node in names or called(node) in names}
      end)

    found?
  end

  defp called({name, _, _}) when is_atom(name), do: name
  defp called(_), do: nil

  defp at(batch, line) do
    batch.unit.functions
    |> Enum.filter(&(&1.line <= line))
    |> Enum.max_by(& &1.line)
    |> then(&owner(batch, &1.name))
  end

  defp owner(batch, name) do
    case Atom.to_string(name) do
      "run_" <> number -> String.to_integer(number)
      _ -> batch.owners[name]
    end
  end
end
