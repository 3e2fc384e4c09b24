defmodule Honey.UnitTest do
  use ExUnit.Case, async: false

  alias Honey.{Source, Unit}
  alias Honey.Test.CompilerUnit

  defmodule Reach do
    use Honey.Test.CompilerUnit, license: "GPL"

    @limit 5

    def report(x), do: Enum.map(x, &unreached/1)
    defp unreached(x), do: x

    @sec "xdp"
    def program(ctx) do
      if ctx.length > @limit, do: direct(1), else: __MODULE__.remote(2)
    end

    defp direct(x), do: defaulted(x)
    def remote(x), do: Enum.each([x], &captured/1)
    def defaulted(a, b \\ 2), do: a + b
    defp captured(x) when x > 1, do: even(x)
    defp captured(x), do: x
    defp even(0), do: true
    defp even(n), do: odd(n - 1)
    defp odd(0), do: false
    defp odd(n), do: even(n - 1)
  end

  test "has what the programs reach, sorted by line" do
    names = for f <- Reach.unit().functions, do: {f.name, f.arity}

    assert names == [
             program: 1,
             direct: 1,
             remote: 1,
             defaulted: 1,
             defaulted: 2,
             captured: 1,
             even: 1,
             odd: 1
           ]

    assert Reach.report([1]) == [1]
  end

  test "has macros expanded, attributes read and operators resolved" do
    [%{clauses: [{_, [{:ctx, _, nil}], [], body}]} | _] = Reach.unit().functions
    assert {:case, _, [{{:., _, [:erlang, :>]}, _, [field, 5]}, [do: [_, _]]]} = body
    assert {{:., _, [{:ctx, [{:version, 0} | _], nil}, :length]}, meta, []} = field
    assert meta[:no_parens]
  end

  test "keeps the metadata that the compiler reads and no other" do
    {_, found} =
      Macro.prewalk(
        for(f <- Reach.unit().functions, {_, _, _, body} <- f.clauses, do: body),
        MapSet.new(),
        fn
          {_, meta, _} = node, found -> {node, Enum.into(Keyword.keys(meta), found)}
          node, found -> {node, found}
        end
      )

    allowed = [
      :line,
      :column,
      :version,
      :generated,
      :optimize_boolean,
      :keep,
      :super,
      :no_parens
    ]

    assert Enum.to_list(found) -- allowed == []
    assert :version in found and :super in found
  end

  @source """
  defmodule Honey.UnitTest.Moved do
    use Honey.Test.CompilerUnit, license: "GPL"
    require Logger

    defmacrop twice(x) do
      quote location: :keep do
        unquote(x) + unquote(x)
      end
    end

    defmap :a, :bpf_hash, max_entries: 1

    @sec "xdp"
    def program(ctx) do
      x = ctx.a && !ctx.b
      with {:ok, y} <- x, do: twice(y) + Enum.count(for z <- 0..3, do: z)
    end
  end
  """

  test "is the same in any directory, byte for byte" do
    units =
      for _ <- 1..3 do
        [module] = CompilerUnit.compile_file(CompilerUnit.write_source(@source), columns: true)
        unit = module.unit()
        Honey.Test.Elf.purge(module)
        Unit.to_binary(unit)
      end

    assert [_] = Enum.uniq(units)
    refute hd(units) =~ System.tmp_dir!()
    assert :erlang.binary_to_term(hd(units)).file == "source.ex"
  end

  test "is the same below the current directory and in it" do
    path = CompilerUnit.write_source(@source)

    [here, below] =
      for {directory, file} <- [{Path.dirname(path), "source.ex"}, {System.tmp_dir!(), path}] do
        File.cd!(directory, fn ->
          [module] = CompilerUnit.compile_file(file)
          unit = module.unit()
          Honey.Test.Elf.purge(module)
          unit
        end)
      end

    assert here.file == "source.ex"
    assert below.file == Path.relative_to(path, System.tmp_dir!())
    assert Map.delete(here, :file).maps == Map.delete(below, :file).maps
  end

  test "has columns where the source was parsed with them" do
    path = CompilerUnit.write_source(@source)

    for {options, expected} <- [{[columns: false], nil}, {[columns: true], 5}] do
      [module] = CompilerUnit.compile_file(path, options)
      [%{clauses: [{_, _, _, body}]}] = module.unit().functions
      {:__block__, _, [{:=, _, [{:x, meta, _}, _]} | _]} = body
      assert meta[:column] == expected
      Honey.Test.Elf.purge(module)
    end
  end

  test "names a file relative to the current directory, or to its own" do
    root = File.cwd!()
    assert Source.locate(Path.join(root, "lib/a.ex")) == {root, "lib/a.ex"}
    assert Source.locate("/elsewhere/a.ex") == {"/elsewhere", "a.ex"}
    assert Source.locate("iex") == {root, "iex"}
    assert Source.locate("nofile") == {root, "nofile"}
  end

  test "of an entry has what that reaches, wherever it comes from" do
    functions = fn unit -> for f <- unit.functions, do: {f.name, f.arity} end
    {program, others} = Enum.split_with(Reach.unit().functions, &(&1.name in [:program, :direct]))
    unit = %{Reach.unit() | functions: program}

    entry = Unit.with_entry(unit, others, :defaulted, [[:s64]])
    assert functions.(entry) == [defaulted: 1, defaulted: 2]
    assert entry.entry == %{name: :defaulted, arguments: [[:s64]]}
    assert functions.(Unit.with_entry(unit, others, :even, [[:u64]])) == [even: 1, odd: 1]
    assert functions.(Unit.with_entry(unit, others, :nobody, [])) == []
  end

  test "of a library has all of its functions" do
    defmodule Library do
      use Honey.Test.CompilerUnit
      def a(x), do: x
      def b(x), do: private(x)
      defp private(x), do: x
      defmacro m(x), do: x
    end

    assert [%{name: :a}, %{name: :b}, %{name: :private, kind: :defp}] = Library.unit().functions
    refute Unit.program?(Library.unit())
    assert Unit.program?(Reach.unit())
  end
end
