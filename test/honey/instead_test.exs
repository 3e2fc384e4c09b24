defmodule Honey.InsteadTest do
  @moduledoc """
  What is said instead of functions that kernel code cannot have: it names what was written, where
  it stands, and the code that it shows compiles.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.CompilerUnit

  @table "c_src/compiler/desugar/enum_instead.def"

  # {name, hint}; strings of C stand one after the other.
  @rows (for [_, name, hint] <-
               Regex.scan(
                 ~r/^ENUM_INSTEAD\("([\w!]+)",((?:\s*"(?:[^"\\]|\\.)*")+)\)/m,
                 File.read!(@table)
               ) do
           text = Regex.scan(~r/"((?:[^"\\]|\\.)*)"/, hint, capture: :all_but_first)
           {name, text |> List.flatten() |> Enum.join() |> String.replace("\\\"", "\"")}
         end)

  defp module(body, rest) do
    """
    defmodule Honey.Instead#{System.unique_integer([:positive])} do
      use Honey.Test.CompilerUnit, license: "GPL"
      import Honey.BpfHelpers
      defmap :counts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64
      deftype Event, pid: :u32, ports: {:array, :u16, 4}
      @sec "tracepoint/sched/sched_switch"
      def program(ctx) do
        n = ctx.next_pid
        list = [1, 2, n]
        _ = list
        #{body}
      end
    #{rest}
    end
    """
  end

  # The diagnostics, errors or warnings.
  defp diagnostics(body, rest \\ "") do
    {diagnostics, _} =
      with_io(:stderr, fn ->
        _ = CompilerUnit.last()
        body |> module(rest) |> compile()
      end)

    diagnostics
  end

  defp compile(source) do
    source |> Code.string_to_quoted!(columns: true, file: "instead.ex") |> Code.compile_quoted()
    compile_unit(CompilerUnit.last())
  rescue
    error in Honey.CompileError -> error.diagnostics
    error in CompileError -> compile_unit(CompilerUnit.last() || reraise(error, __STACKTRACE__))
  end

  defp compile_unit(unit) do
    case Honey.Compiler.compile(unit, Honey.Compiler.environment(File.cwd!())) do
      {:ok, result} -> result.warnings
      {:error, diagnostics} -> diagnostics
    end
  end

  test "every function of the table is one of Enum's, and none that there is" do
    assert length(@rows) == length(Regex.scan(~r/^ENUM_INSTEAD/m, File.read!(@table)))
    newer = ~w(sum_by product_by)
    known = for {name, _} <- Enum.__info__(:functions), do: Atom.to_string(name)
    for {name, _} <- @rows, name not in newer, do: assert(name in known)
  end

  for {name, hint} <- @rows do
    test "Enum.#{name}: what is shown compiles" do
      codes = Regex.scan(~r/`([^`]*\blist\b[^`]*)`/, unquote(hint), capture: :all_but_first)
      assert codes != []

      for [code] <- codes do
        told = for d <- diagnostics("_ = #{code}\n0"), d.severity == :error, do: d.message
        assert told == [], "#{code}: #{told}"
      end
    end
  end

  for call <- [
        "Enum.fetch(list, 0)",
        "Enum.take_while(list, &(&1 < 2))",
        "Enum.uniq(list)",
        "Enum.sort(list)",
        "Enum.frequencies(list)",
        "Enum.flat_map(list, &[&1, 1])"
      ] do
    test "#{call} is refused by name, with that hint" do
      [name] = Regex.run(~r/Enum\.(\w+)/, unquote(call), capture: :all_but_first)
      told = diagnostics("_ = " <> unquote(call))
      assert [%{message: message, hint: hint, column: column}] = errors(told)
      assert message =~ "found `Enum.#{name}/"
      assert {name, hint} in @rows
      assert column > 0
    end
  end

  defp errors(diagnostics), do: Enum.filter(diagnostics, &(&1.severity == :error))

  # {what is written, what else the module has, message, hint}
  @refused [
    {"Enum.max(list, &>=/2)", "", "`Enum.max/2` with a sorter", "Enum.max_by(list, fun)"},
    {"Enum.min(list, :desc)", "", "`Enum.min/2` with a sorter", "Enum.max_by(list, fun)"},
    {"Enum.max(list, fn a, b -> a >= b end)", "", "`Enum.max/2` with a sorter", "Enum.max_by"},
    {"destructure([a, b], list)\na + b", "", "`destructure/2`", "`[a, b] = list`"},
    {"k = :a\n%{^k => v} = %{a: n}\nv", "", "a pinned variable as a key", "`%{key: value}`"},
    {~s(m = %{"a" => n}\nm["a"]), "", "a text as a key of a map", "write an atom"},
    {"to_string({n, 1})\n0", "", "a conversion of a tuple of 2 elements to a string", "can be"},
    {"list |> Enum.filter(&(&1 > 1)) |> Enum.find_index(&(&1 > 2))", "",
     "this list comes from a loop", "`for x <- list, x > 1, reduce: 0 do sum -> sum + x end`"},
    {"f(%Event{pid: n})", "def f(%Event{ports: [1, 2 | _]}), do: 1\ndef f(_), do: 2",
     "found `[head | tail]` for an array", nil}
  ]

  for {written, rest, message, hint} <- @refused do
    test "#{inspect(written)}: what it is, where, and what to write instead" do
      assert [told] = errors(diagnostics(unquote(written), unquote(rest)))
      assert told.message =~ unquote(message)
      assert told.column > 0
      if unquote(hint), do: assert(told.hint =~ unquote(hint))
    end
  end

  test "the loop that is shown in place of a chain compiles" do
    assert errors(diagnostics("for x <- list, x > 1, reduce: 0 do sum -> sum + x end")) == []
  end

  test "a type's name in lower case" do
    assert [told] = errors(diagnostics("0", "deftype request, pid: :u32"))
    assert told.message == "`deftype` takes a name as modules have, not :request"
    assert told.hint == "write `deftype Request, pid: :u32`"
  end

  defmodule Hook do
    defmacro __using__(_), do: quote(do: @before_compile(Honey.InsteadTest.Hook))

    defmacro __before_compile__(_), do: quote(do: def(added(x), do: x + 1))
  end

  test "functions that another hook adds when the module ends" do
    source = fn before, later ->
      """
      defmodule Honey.InsteadHook#{System.unique_integer([:positive])} do
        #{before}
        use Honey, license: "GPL"
        #{later}
        @sec "raw_tracepoint/sys_enter"
        def program(_ctx), do: added(1)
      end
      """
    end

    hook = "use Honey.InsteadTest.Hook"

    {error, _} =
      with_io(:stderr, fn ->
        assert_raise(Honey.CompileError, fn -> Code.compile_string(source.("", hook)) end)
      end)

    assert [%{code: :unknown_function, hint: hint}] = error.diagnostics
    assert hint =~ "functions that Honey.InsteadTest.Hook adds when the module ends"
    assert hint =~ "before `use Honey`"
    assert [{module, _}] = Code.compile_string(source.(hook(), ""))
    Honey.Test.Elf.purge(module)
  end

  defp hook, do: "use Honey.InsteadTest.Hook"
end
