defmodule Honey.TroubleshootingTest.Guide do
  @moduledoc false

  # code => {example, remedy}, both nil where the entry has none.
  @spec entries(Path.t()) :: %{String.t() => {String.t() | nil, String.t() | nil}}
  def entries(path) do
    [compiler, _kernel] = path |> File.read!() |> String.split("\n## What the kernel says\n")
    [_ | sections] = String.split(compiler, ~r/^###? /m)

    for "`" <> section <- sections, into: %{} do
      [code, text] = String.split(section, "`", parts: 2)

      case Regex.scan(~r/^```elixir\n(.*?)^```$/ms, text, capture: :all_but_first) do
        [] -> {code, {nil, nil}}
        [[wrong], [right]] -> {code, {wrong, right}}
      end
    end
  end

  # code => what is said of a refusal of `Honey.Error`.
  @spec refusals(Path.t()) :: [{String.t(), String.t()}]
  def refusals(path) do
    [_compiler, kernel] = path |> File.read!() |> String.split("\n## What the kernel says\n")

    for [_, code, text] <- Regex.scan(~r/^### `(\w+)`$(.*?)(?=^##|\z)/ms, kernel),
        do: {code, String.trim(text)}
  end
end

defmodule Honey.TroubleshootingTest do
  @moduledoc """
  guides/troubleshooting.md has an entry for every code of a diagnostic, and none for others. Of an
  entry's two pieces of code, the first gives that diagnostic and the second, the remedy, does not,
  nor any error. It has an entry for every code of `Honey.Error`, too.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  @guide "guides/troubleshooting.md"

  # What an example would need more than a piece of code for.
  @without_example ~w(code_limit field_gone nested_too_deeply stack_limit too_many_errors unlinked)

  test "every code has an entry, and every entry a code" do
    assert Enum.sort(Map.keys(entries())) == Enum.sort(codes())
  end

  test "entries have an example and a remedy, but for some" do
    without = for {code, {nil, nil}} <- entries(), do: code
    assert Enum.sort(without) == Enum.sort(@without_example)
  end

  for {code, {wrong, right}} <- Honey.TroubleshootingTest.Guide.entries(@guide), wrong do
    test "#{code}: the example gives it, the remedy does not" do
      assert unquote(String.to_atom(code)) in told(unquote(wrong), :any)
      refute unquote(String.to_atom(code)) in told(unquote(right), :no_error)
    end
  end

  describe "refusals" do
    test "every code of Honey.Error has an entry with text, and every entry a code, once" do
      refusals = Honey.TroubleshootingTest.Guide.refusals(@guide)
      all = Enum.map(Honey.Error.Code.all(), &to_string/1)
      assert Enum.sort(Enum.map(refusals, &elem(&1, 0))) == Enum.sort(all)
      for {code, text} <- refusals, do: assert({code, String.length(text) > 20} == {code, true})
      assert all -- all -- codes() == []
    end

    test "what is given in lib is in the list, and what is in the list is given" do
      given = for path <- Path.wildcard("lib/**/*.ex"), code <- given(path), do: code
      assert Enum.uniq(given) -- Honey.Error.Code.all() == []

      sources =
        for path <- Path.wildcard("lib/**/*.ex"), path != "lib/honey/error/code.ex" do
          File.read!(path)
        end

      text = Enum.join(sources)
      for code <- Honey.Error.Code.all(), do: assert(text =~ ~r/:#{reason(code)}\b/, "#{code}")
    end
  end

  # Of the codes that a reason gives, that.
  defp reason(code) do
    Enum.find(
      [code, :unknown_map, :unknown_ring, :unknown_program, :unknown_var, :unsupported],
      fn reason ->
        reason != code and Honey.Error.Code.of_reason(reason) == code
      end
    ) || code
  end

  # The codes in a file: of what explains refusals, and of the errors that it makes.
  defp given(path) do
    {_, codes} =
      path |> File.read!() |> Code.string_to_quoted!() |> Macro.prewalk([], &note(&1, &2, path))

    codes
  end

  # {code, cause, hint}
  defp note({:{}, _, [code, cause, _]} = node, codes, path) when is_atom(code) do
    explains? = path =~ ~r"lib/honey/(error|map/refusal)"
    text? = is_binary(cause) or match?({:<<>>, _, _}, cause)
    {node, if(explains? and text?, do: [code | codes], else: codes)}
  end

  # A verdict of the verifier's.
  defp note({{:sigil_r, _, _}, code} = node, codes, "lib/honey/error/verifier.ex")
       when is_atom(code),
       do: {node, [code | codes]}

  defp note({{:., _, [{:__aliases__, _, alias}, :new]}, _, [fields]} = node, codes, _) do
    if List.last(alias) == :Error and Keyword.keyword?(fields) do
      code = fields[:code] || fields[:reason]
      {node, if(is_atom(code), do: [of_reason(code) | codes], else: codes)}
    else
      {node, codes}
    end
  end

  defp note(node, codes, _), do: {node, codes}

  # A number of the kernel's says nothing: who knows what it means here gives a code.
  defp of_reason(reason) do
    with :refused <- Honey.Error.Code.of_reason(reason), do: reason
  end

  defp entries, do: Honey.TroubleshootingTest.Guide.entries(@guide)

  # Those of the C compiler, and those of the front end, which reads what a module declares.
  defp codes do
    compiler =
      for [_, name] <-
            Regex.scan(
              ~r/^CODE\(\w+, (\w+)\)/m,
              File.read!("c_src/compiler/core/diagnostic_code.def")
            ),
          do: name

    front_end =
      for {file, pattern} <- [
            {"lib/honey/definition.ex", ~r/error\(\s*\w+,\s*:(\w+)/},
            {"lib/honey/unit/atoms.ex", ~r/code: :(\w+)/}
          ],
          [_, name] <- Regex.scan(pattern, File.read!(file)),
          do: name

    assert length(compiler) > 20 and length(front_end) > 3
    Enum.uniq(compiler ++ front_end)
  end

  # The codes of what the compiler says about a piece of code.
  defp told(code, expected) do
    source = module(code)
    root = File.cwd!()

    path =
      Path.join(
        System.tmp_dir!(),
        "honey-guide-#{System.pid()}-#{System.unique_integer([:positive])}.ex"
      )

    File.write!(path, source)
    on_exit(fn -> File.rm(path) end)

    {unit, _} =
      with_io(:stderr, fn ->
        source
        |> String.replace("use Honey", "use Honey.Test.CompilerUnit")
        |> unit_of(path)
      end)

    case unit do
      {:ok, unit} ->
        case Honey.Compiler.compile(unit, Honey.Compiler.environment(root)) do
          {:ok, result} -> Enum.map(result.warnings, & &1.code)
          {:error, diagnostics} -> errors(diagnostics, expected)
        end

      {:error, diagnostics} ->
        errors(diagnostics, expected)
    end
  end

  defp errors(diagnostics, :any), do: Enum.map(diagnostics, & &1.code)

  defp errors(diagnostics, :no_error) do
    flunk(Enum.map_join(diagnostics, "\n", &Honey.Diagnostic.format/1))
  end

  defp unit_of(source, path) do
    _ = Honey.Test.CompilerUnit.last()
    syntax = Code.string_to_quoted!(source, file: path, columns: true)
    modules = Code.compile_quoted(syntax, path)
    for {module, _} <- modules, do: Honey.Test.Elf.purge(module)
    {:ok, Honey.Test.CompilerUnit.last()}
  rescue
    error in Honey.CompileError ->
      {:error, error.diagnostics}

    # What Elixir refuses as well, after Honey.
    error in CompileError ->
      {:ok, Honey.Test.CompilerUnit.last() || reraise(error, __STACKTRACE__)}
  end

  defp module("defmodule" <> _ = code), do: code

  defp module(code) do
    body = if code =~ ~r/^(@sec|def\w*) /m, do: code, else: program(code)

    """
    defmodule Honey.Guide#{System.unique_integer([:positive])} do
      use Honey, license: "GPL"
      import Honey.BpfHelpers
      defmap :counts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
      deftype Event, pid: :u32, kind: {:enum, [:exec, :exit]}, name: {:string, 16}
      defvar :threshold, :u64, 1000
      defvar :enabled, :bool, true, live: true
    #{body}
    end
    """
  end

  defp program(statements) do
    """
    @sec "tracepoint/sched/sched_switch"
    def program(ctx) do
      _ = ctx
    #{statements}
    end
    """
  end
end
