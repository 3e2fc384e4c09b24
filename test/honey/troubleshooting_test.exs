defmodule Honey.TroubleshootingTest.Guide do
  @moduledoc false

  # code => {example, remedy}, both nil where the entry has none.
  @spec entries(Path.t()) :: %{String.t() => {String.t() | nil, String.t() | nil}}
  def entries(path) do
    [_ | sections] = path |> File.read!() |> String.split(~r/^###? /m)

    for "`" <> section <- sections, into: %{} do
      [code, text] = String.split(section, "`", parts: 2)

      case Regex.scan(~r/^```elixir\n(.*?)^```$/ms, text, capture: :all_but_first) do
        [] -> {code, {nil, nil}}
        [[wrong], [right]] -> {code, {wrong, right}}
      end
    end
  end
end

defmodule Honey.TroubleshootingTest do
  @moduledoc """
  guides/troubleshooting.md has an entry for every code of a diagnostic, and none for others. Of an
  entry's two pieces of code, the first gives that diagnostic and the second, the remedy, does not,
  nor any error.
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
    path = Path.join(System.tmp_dir!(), "honey-guide-#{System.unique_integer([:positive])}.ex")
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
