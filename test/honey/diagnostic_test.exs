defmodule Honey.DiagnosticTest do
  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.{CompileError, Compiler, Diagnostic, InternalError, ToolError}
  alias Honey.Test.CompilerUnit

  doctest Honey.Diagnostic

  @counter """
  defmodule Counter do
    use Honey, license: "GPL"

    def next(ctx) do
      count = ctx.count
      count + 1
    end
  end
  """

  defp diagnostic(source, fields) do
    path = CompilerUnit.write_source(source, "counter.ex")

    [
      code: :nil_operand,
      message: "`count` may be nil here, and `+` needs an integer",
      file: "counter.ex",
      root: Path.dirname(path),
      line: 6,
      column: 5,
      end_column: 10
    ]
    |> Keyword.merge(fields)
    |> Diagnostic.new()
  end

  describe "format" do
    test "shows place, message, source, caret and hint" do
      diagnostic =
        diagnostic(@counter, hint: "give it a default, `(count || 0) + 1`, or match nil first")

      assert Diagnostic.format(diagnostic) == """
             counter.ex:6:5: `count` may be nil here, and `+` needs an integer [nil_operand]
                 |
               6 |     count + 1
                 |     ^^^^^
               hint: give it a default, `(count || 0) + 1`, or match nil first\
             """
    end

    test "shows notes with their lines, and the prefix on demand" do
      diagnostic = diagnostic(@counter, notes: [%{message: "`count` is bound here", line: 5}])

      assert Diagnostic.format(diagnostic, prefix: true) == """
             error: counter.ex:6:5: `count` may be nil here, and `+` needs an integer [nil_operand]
                 |
               6 |     count + 1
                 |     ^^^^^
               counter.ex:5: `count` is bound here\
             """
    end

    test "leaves the code out on demand" do
      refute @counter |> diagnostic([]) |> Diagnostic.format(code: false) =~ "nil_operand"
    end

    test "without a column shows the line, without an end one caret" do
      assert diagnostic(@counter, column: nil) |> Diagnostic.format() |> String.split("\n") == [
               "counter.ex:6: `count` may be nil here, and `+` needs an integer [nil_operand]",
               "    |",
               "  6 |     count + 1"
             ]

      assert diagnostic(@counter, end_column: nil) |> Diagnostic.format() =~ ~r/\|     \^$/
    end

    test "without a file, or beyond its end, shows the message alone" do
      for fields <- [[file: "absent.ex"], [line: 600]] do
        diagnostic = diagnostic(@counter, fields)
        refute Diagnostic.format(diagnostic) =~ "\n"
      end
    end

    test "a column beyond the line gets no caret" do
      refute diagnostic(@counter, column: 90, end_column: 95) |> Diagnostic.format() =~ "^"
    end

    test "keeps tabs under tabs, and knows wide and combining characters" do
      for {source, column, end_column, caret} <- [
            {"\tcount + 1", 2, 7, "\t^^^^^"},
            {"é = x", 5, 6, "    ^"},
            {"e\u0301 = x", 6, 7, "    ^"},
            {"\"日本\" + x", 8, 9, "         ^"},
            {"日本 + 1", 1, 3, "^^^^"},
            {"\"🐝\" <> x", 8, 9, "        ^"}
          ] do
        diagnostic = diagnostic(source, line: 1, column: column, end_column: end_column)
        assert [_, _, line, under] = diagnostic |> Diagnostic.format() |> String.split("\n")
        assert line == "  1 | " <> source
        assert under == "    | " <> caret
      end
    end

    test "reads lines that end as on Windows" do
      source = String.replace(@counter, "\n", "\r\n")
      refute diagnostic(source, []) |> Diagnostic.format() =~ "\r"
    end

    test "widens the margin for long line numbers" do
      source = String.duplicate("\n", 12_344) <> "x + 1"
      diagnostic = diagnostic(source, line: 12_345, column: 1, end_column: 2)

      assert diagnostic |> Diagnostic.format() |> String.split("\n") |> tl() == [
               "        |",
               "  12345 | x + 1",
               "        | ^"
             ]
    end

    test "shows the part of a long line that has the place" do
      source = String.duplicate("a", 500) <> " é = x + 1 " <> String.duplicate("b", 500)
      column = 500 + 8
      diagnostic = diagnostic(source, line: 1, column: column, end_column: column + 1)
      assert [_, _, line, under] = diagnostic |> Diagnostic.format() |> String.split("\n")
      assert line =~ ~r/^  1 \| …a+ é = x \+ 1 b+…$/
      assert String.length(line) == String.length("  1 | ") + 122
      assert String.at(line, String.length(under) - 1) == "+"
      assert under =~ ~r/^    \| +\^$/

      for {column, shown} <- [{1, ~r/^  1 \| a{120}…$/}, {1011, ~r/^  1 \| …b{120}$/}] do
        diagnostic = diagnostic(source, line: 1, column: column, end_column: nil)
        assert [_, _, line, under] = diagnostic |> Diagnostic.format() |> String.split("\n")
        assert line =~ shown
        assert String.ends_with?(under, "^")
        assert String.length(under) <= String.length(line)
      end
    end

    test "indents the further lines of a hint" do
      assert diagnostic(@counter, hint: "one\ntwo") |> Diagnostic.format() =~
               "\n  hint: one\n    two"
    end
  end

  describe "CompileError" do
    test "with one diagnostic is that diagnostic" do
      diagnostic = diagnostic(@counter, [])
      error = CompileError.exception([diagnostic])
      assert Exception.message(error) == Diagnostic.format(diagnostic)
      assert %{file: "counter.ex", line: 6, column: 5} = error
    end

    test "shows all, in the order of the source, and stands at the first error" do
      warning = diagnostic(@counter, severity: :warning, line: 1, column: nil, message: "w")
      late = diagnostic(@counter, line: 6, message: "late")
      early = diagnostic(@counter, line: 5, message: "early")
      error = CompileError.exception([late, warning, early])

      assert %{line: 5, diagnostics: [^warning, ^early, ^late]} = error

      assert Exception.message(error) ==
               Enum.join(
                 [
                   "2 errors"
                   | for(d <- error.diagnostics, do: Diagnostic.format(d, prefix: true))
                 ],
                 "\n\n"
               )
    end
  end

  describe "warn" do
    test "goes through Elixir's warnings, with file and line" do
      diagnostic = diagnostic(@counter, severity: :warning, hint: "the remedy")
      text = capture_io(:stderr, fn -> Diagnostic.warn(diagnostic, Counter, {:next, 1}) end)
      assert text =~ "warning:"
      assert text =~ diagnostic.message
      assert text =~ "hint: the remedy"
      assert text =~ "counter.ex:6"
      assert text =~ "Counter.next/1"
      assert [_, _] = String.split(text, "count + 1")
    end
  end

  defmodule Double do
    def compile(%{answer: answer}, _environment), do: answer.()
  end

  describe "what the native compiler answers" do
    defp compile(answer) do
      unit = %{module: Counter, answer: answer}
      Compiler.compile(unit, %{root: "/root", clang: nil, dump: []}, Double)
    end

    @map %{
      severity: :error,
      code: :nil_operand,
      message: "m",
      hint: nil,
      file: "counter.ex",
      line: 1,
      column: nil,
      end_column: nil,
      notes: []
    }

    test "diagnostics become structs" do
      assert {:error, [%Diagnostic{message: "m", root: "/root"}]} =
               compile(fn -> {:error, [@map]} end)

      warning = %{@map | severity: :warning}

      assert {:ok, %{elf: "elf", warnings: [%Diagnostic{severity: :warning}]}} =
               compile(fn -> {:ok, %{elf: "elf", warnings: [warning]}} end)
    end

    test "what the machine lacks is an error of its own, with the remedy" do
      answer = fn -> {:error, {:machine, :clang_missing, "clang was not found"}} end
      error = assert_raise ToolError, fn -> compile(answer) end
      assert Exception.message(error) =~ "clang was not found"
      assert Exception.message(error) =~ "apt-get install clang"
      assert Exception.message(error) =~ "HONEY_CLANG"
    end

    test "each kind that the user can do something about has its remedy" do
      for kind <- [:clang_missing, :clang_killed, :deadline, :memory, :library] do
        assert Exception.message(%ToolError{kind: kind, text: "text"}) =~ ~r/^text\n  hint: \w+/
      end

      assert Exception.message(%ToolError{kind: :system, text: "text"}) == "text"
    end

    test "a release is told nothing of Mix, which it has not" do
      System.put_env("RELEASE_ROOT", "/opt/my_app")
      on_exit(fn -> System.delete_env("RELEASE_ROOT") end)
      message = Exception.message(%ToolError{kind: :library, text: "text"})
      assert message =~ "text\n  hint: a release compiles nothing: call this where Mix is"
      refute message =~ "mix deps"
    end

    test "a fault of ours says so, and saves the unit" do
      for answer <- [
            fn -> {:error, {:bug, "infer.c:12: no such operation"}} end,
            fn -> raise ArgumentError, "argument 1: not a unit" end
          ] do
        error = assert_raise InternalError, fn -> compile(answer) end
        assert Exception.message(error) =~ "this is a bug in Honey"
        assert %{module: Counter} = error.path |> File.read!() |> :erlang.binary_to_term()
        File.rm!(error.path)
      end
    end
  end

  test "a helper called on the BEAM says where it belongs" do
    for {name, arity} <- Honey.BpfHelpers.__info__(:functions) do
      arguments = List.duplicate(nil, arity)

      assert_raise RuntimeError, ~r/`#{name}\/#{arity}` is the kernel's/, fn ->
        apply(Honey.BpfHelpers, name, arguments)
      end
    end
  end
end
