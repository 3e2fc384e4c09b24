defmodule Honey.Test.GuideBlocks.Compile do
  @moduledoc """
  Compiles the Elixir of a guide's blocks.

  What is compiled is a copy of the guide in which only the block is left, and what stands before it in the
  guide that it needs: maps, types, variables, attributes and functions. So every message has the
  guide's own line. Modules get a prefix, and blocks that come later know them by it.

  A block that is no module becomes one. Its declarations stay as they are. Expressions that can only
  be kernel code are the body of a program, the others that of a function; what they read without
  binding it is an integer there, and an argument here.
  """

  alias Honey.Test.GuideBlocks
  alias Honey.Test.GuideBlocks.{Form, Run, Stub}

  @use "use Honey, license: \"GPL\", kernel: \"6.12\""

  @header "import Honey.BpfHelpers, warn: false; import Honey.XDP, warn: false; " <>
            "import Config, warn: false; import ExUnit.Assertions, warn: false; require Logger; " <>
            "import IEx.Helpers, only: [flush: 0, recompile: 0], warn: false; " <>
            "alias Honey.KernelMap, warn: false; alias Honey.Sim, warn: false; "

  defstruct file: nil, prefix: nil, modules: %{}, forms: []

  @type t :: %__MODULE__{
          file: Path.t(),
          prefix: module,
          modules: %{String.t() => String.t()},
          forms: [map]
        }
  @type result :: %{
          block: GuideBlocks.t(),
          modules: [module],
          live: %{statements: [String.t()], objects: [atom]},
          errors: [String.t()],
          warnings: [String.t()]
        }

  @doc "What is known before the first block of a file; modules have names below this one."
  @spec new(Path.t(), module) :: t
  def new(file, prefix \\ Honey.Guide) do
    name = file |> Path.rootname() |> String.replace(["/", "."], "_") |> Macro.camelize()
    %__MODULE__{file: file, prefix: Module.concat(prefix, name)}
  end

  @doc """
  Makes the modules of source files known: their functions, which do nothing, and their structs. Their
  programs need not be compiled for that.
  """
  @spec put_modules_of(t, [Path.t()]) :: t
  def put_modules_of(guide, paths) do
    for path <- paths, {name, body} <- Stub.modules(File.read!(path)), reduce: guide do
      guide ->
        module = "#{inspect(guide.prefix)}.#{name}"
        Code.compile_string("defmodule #{module} do\n#{body}\nend", path)
        %{guide | modules: Map.put(guide.modules, name, module)}
    end
  end

  @doc "Compiles blocks in their order."
  @spec compile_all([GuideBlocks.t()], t, [atom]) :: [result]
  def compile_all(blocks, guide, kinds \\ [:code, :iex]) do
    {results, _} =
      blocks |> Enum.filter(&(&1.kind in kinds)) |> Enum.map_reduce(guide, &compile/2)

    results
  end

  @doc "Compiles a block after those that `guide` knows."
  @spec compile(GuideBlocks.t(), t) :: {result, t}
  def compile(block, guide) do
    {forms, expected} = forms(block)
    guide = put_modules(guide, forms, block.line)
    rename = &rename(&1, guide.modules)

    result =
      if mixed?(forms),
        do: %{modules: [], errors: ["modules have a block of their own"], warnings: []},
        else: forms |> source(block, guide) |> rename.() |> compile_source(guide.file)

    wrong =
      if result.errors == [],
        do:
          Run.problems(forms, expected, rename) ++ Run.unknown_options(forms) ++ unreached(forms),
        else: []

    live = Map.update!(Run.of_object(forms), :statements, &Enum.map(&1, rename))
    result = Map.merge(result, %{block: block, errors: result.errors ++ wrong, live: live})
    {result, %{guide | forms: guide.forms ++ inner(forms)}}
  end

  # What stands beside a module would be run while the file is compiled.
  defp mixed?([first | rest]), do: module?(first) and not Enum.all?(rest, &module?/1)
  defp module?(form), do: match?({:defmodule, _, _}, form.ast)

  @doc "A block's forms, and what is to come of them by their lines."
  @spec forms(GuideBlocks.t()) :: {[Form.t()], %{pos_integer => String.t()}}
  def forms(block) do
    {lines, expected} = code(block)
    {Form.all(lines, block.line), expected}
  end

  @doc "What a result is wrong with: what was told and not promised, or promised and not told."
  @spec problems(result) :: [String.t()]
  def problems(result) do
    case GuideBlocks.promised(result.block) do
      [] ->
        result.errors ++ result.warnings

      promised ->
        told =
          for {how, texts} <- [refused: result.errors, warns: result.warnings],
              text <- texts,
              [_, code] <- Regex.scan(~r/ \[([a-z_]+)\]$/m, text),
              do: {how, code}

        if Enum.sort(Enum.uniq(told)) == Enum.sort(promised),
          do: [],
          else: ["promised is #{inspect(promised)}, told #{inspect(told)}" | result.errors]
    end
  end

  # Kernel code that nothing in the block leads to would not be compiled for the kernel.
  defp unreached(forms) do
    for {form, before} <- Enum.zip(forms, [nil | forms]),
        match?({:def, _, _}, form.ast) and Form.kernel?(form.ast),
        not match?(%{ast: {:@, _, [{:sec, _, _}]}}, before),
        [{:call, name} = call] = keys(form.ast),
        not Enum.any?(forms -- [form], &(call in uses(&1.ast) or call in keys(&1.ast))),
        do: "no program calls `#{name}`, so it is not compiled for the kernel"
  end

  # A session's lines without its prompts; what is under them, or behind `#=>`, by its line.
  defp code(%{kind: :iex} = block) do
    {lines, {expected, _}} =
      block.lines
      |> Enum.with_index(block.line)
      |> Enum.map_reduce({%{}, block.line}, fn {text, line}, {expected, last} ->
        case Regex.run(~r/^(?:iex|\.\.\.)(?:\(\d+\))?> ?(.*)$/, text) do
          [_, code] -> {code, {expected, line}}
          nil when text == "" -> {"", {expected, last}}
          nil -> {"", {Map.update(expected, last, text, &(&1 <> "\n" <> text)), last}}
        end
      end)

    {lines, expected}
  end

  defp code(block) do
    expected =
      for {text, line} <- Enum.with_index(block.lines, block.line),
          [_, value] <- Regex.scan(~r/\S.*#=> (.+)$/, text),
          into: %{},
          do: {line, value}

    {block.lines, expected}
  end

  ## The source of a block's module

  # Modules as they are.
  defp source([%{ast: {:defmodule, _, _}} | _] = forms, _block, _guide),
    do: forms |> Enum.flat_map(& &1.lines) |> Map.new() |> text()

  # What is before the block needs the `use` before it.
  defp source(forms, block, guide) do
    {uses, forms} = Enum.split_with(forms, &use?/1)
    use = if uses == [], do: @use, else: Enum.map_join(uses, "; ", &Macro.to_string(&1.ast))
    header = "defmodule #{inspect(guide.prefix)}.Block#{block.line} do #{use}; #{@header}"
    needed = needed(forms, guide.forms)
    last = block.line + length(block.lines) + 1
    close = program(needed ++ forms) <> "end"

    needed
    |> Enum.flat_map(& &1.lines)
    |> Map.new()
    |> Map.merge(wrapped(forms, last, close))
    |> Map.put(1, header)
    |> text()
  end

  defp use?(form), do: match?({:use, _, [{:__aliases__, _, [:Honey]} | _]}, form.ast)

  defp text(lines),
    do: Enum.map_join(1..Enum.max(Map.keys(lines))//1, "\n", &Map.get(lines, &1, ""))

  # Expressions of one kind that stand together become a function.
  defp wrapped(forms, last, end_of_module) do
    {lines, close} =
      forms
      |> Enum.chunk_by(& &1.kind)
      |> Enum.with_index()
      |> Enum.reduce({%{}, ""}, fn {[%{kind: kind} | _] = group, n}, {lines, close} ->
        {open, next} = around(kind, group, n)
        [{first, text} | rest] = Enum.flat_map(group, & &1.lines)
        {lines |> Map.put(first, close <> open <> text) |> Map.merge(Map.new(rest)), next}
      end)

    Map.put(lines, last, close <> end_of_module)
  end

  # Maps without a program would not be compiled. One of programs would need these.
  defp program(forms) do
    maps = for %{ast: {:defmap, _, [_, type | _]}} <- forms, do: type

    if maps != [] and :bpf_prog_array not in maps and
         not Enum.any?(forms, &(&1.kind == :kernel or match?({:@, _, [{:sec, _, _}]}, &1.ast))),
       do: "@sec \"xdp\"; def honey_guide(_ctx), do: 2\n",
       else: ""
  end

  defp around(:declaration, _group, _), do: {"", ""}

  defp around(:kernel, group, n) do
    section = if Form.any?(group, &packet?/1), do: "xdp", else: "tracepoint/sched/sched_switch"
    free = Form.variables(group) -- [:ctx | Form.bound(group)]
    given = Enum.map_join(free, &"#{&1} = bpf_ktime_get_ns(); _ = #{&1}; ")
    used = Enum.map_join(Form.bound(group), &"_ = #{&1}; ")
    {"@sec \"#{section}\"; def honey_guide#{n}(ctx) do _ = ctx; #{given}", "#{used}0 end; "}
  end

  defp around(:elixir, group, n) do
    names = group |> Form.variables() |> Enum.join(", ")

    {"def honey_guide#{n}(#{names}) do _ = {#{names}}; ",
     "{#{Enum.join(Form.bound(group), ", ")}} end; "}
  end

  defp packet?({{:., _, [{:ctx, _, _}, field]}, _, _}), do: field in [:packet, :ingress_ifindex]
  defp packet?({{:., _, [{:__aliases__, _, path}, _]}, _, _}), do: List.last(path) == :Timer
  defp packet?({name, _, [_ | _]}), do: is_atom(name) and Atom.to_string(name) =~ ~r/^bpf_xdp_/
  defp packet?(_), do: false

  ## What a block needs of those before it

  defp inner(forms) do
    forms
    |> Enum.flat_map(fn
      %{ast: {:defmodule, _, [_, [do: body]]}} = form -> Form.inner(body, form.lines)
      form -> [form]
    end)
    |> Enum.filter(&(keys(&1.ast) != []))
    |> Enum.map(&Map.put(&1, :of, hd(forms)))
  end

  # The last of a name counts; the block's own are there already.
  defp needed(forms, earlier) do
    table =
      for form <- earlier, key <- keys(form.ast), reduce: %{} do
        table ->
          Map.update(table, key, [form], &if(clause?(form, &1), do: &1 ++ [form], else: [form]))
      end

    own = for form <- forms, key <- keys(form.ast), do: key
    close(uses(Form.asts(forms)), own, table, [])
  end

  defp clause?(%{ast: {kind, _, _}, of: of}, [%{of: of} | _]), do: kind in [:def, :defp]
  defp clause?(_, _), do: false

  defp close([key | keys], done, table, found) do
    case table do
      %{^key => forms} when is_list(forms) ->
        if key in done,
          do: close(keys, done, table, found),
          else: close(uses(Form.asts(forms)) ++ keys, [key | done], table, found ++ forms)

      _ ->
        close(keys, done, table, found)
    end
  end

  defp close([], _done, _table, found), do: found |> Enum.uniq() |> Enum.sort_by(& &1.lines)

  defp keys({:defmap, _, [name | _]}), do: [name]
  defp keys({:defvar, _, [name | _]}), do: [name, {:call, name}]
  defp keys({:defkfunc, _, [name | _]}), do: [{:call, name}]
  defp keys({:deftype, _, [{:__aliases__, _, [name]} | _]}), do: [{:type, name}]

  defp keys({:@, _, [{name, _, [_]}]}) when name not in [:sec, :doc, :spec],
    do: [{:attribute, name}]

  defp keys({kind, _, [{:when, _, [head, _]} | rest]}) when kind in [:def, :defp],
    do: keys({kind, [], [head | rest]})

  defp keys({kind, _, [{name, _, _} | _]}) when kind in [:def, :defp], do: [{:call, name}]
  defp keys(_), do: []

  defp uses(ast) do
    {_, uses} =
      Macro.prewalk(ast, [], fn
        {:__aliases__, _, [name | _]} = node, uses ->
          {node, [{:type, name} | uses]}

        {:@, _, [{name, _, nil}]} = node, uses ->
          {node, [{:attribute, name} | uses]}

        {name, _, arguments} = node, uses when is_list(arguments) ->
          {node, [{:call, name} | uses]}

        name, uses when is_atom(name) ->
          {name, [name | uses]}

        node, uses ->
          {node, uses}
      end)

    uses
  end

  ## Modules

  defp put_modules(guide, forms, line) do
    names =
      for %{ast: {:defmodule, _, [{:__aliases__, _, path} | _]}} <- forms,
          do: Enum.join(path, ".")

    named = Map.new(names, &{&1, "#{inspect(guide.prefix)}.Block#{line}.#{&1}"})
    %{guide | modules: Map.merge(guide.modules, named)}
  end

  defp rename(source, modules) when modules == %{}, do: source

  defp rename(source, modules) do
    names =
      modules
      |> Map.keys()
      |> Enum.sort_by(&(-String.length(&1)))
      |> Enum.map_join("|", &Regex.escape/1)

    Regex.replace(~r/(?<![\w.:@])(#{names})(?!\w)/, source, &modules[&1])
  end

  ## Compiling

  defp compile_source(source, file) do
    directory =
      Path.join(
        System.tmp_dir!(),
        "honey-guides-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    path = Path.join(directory, file)
    File.mkdir_p!(Path.dirname(path))
    # A project's module would become the project of this VM, and with that of all tests behind.
    File.write!(path, String.replace(source, "use Mix.Project", "_ = Mix.Project"))
    answer = Kernel.ParallelCompiler.compile([path])
    File.rm_rf!(directory)

    case answer do
      {:ok, modules, warnings} ->
        %{modules: modules, errors: [], warnings: messages(warnings)}

      {:error, errors, warnings} ->
        %{modules: [], errors: messages(errors), warnings: messages(warnings)}
    end
  end

  defp messages(told) do
    for {_, place, message} <- told do
      line = with {line, _} <- place, do: line
      "#{line}: #{message}"
    end
  end
end
