defmodule Honey.IntegersTest.Guide do
  @moduledoc """
  The table of guides/integers.md, read as data.
  """

  @path Path.expand("../../guides/integers.md", __DIR__)
  @external_resource @path
  @kinds [:u64, :s64, :literal]

  @doc "The rows of the table, and one for each combination of operands."
  @spec rows() :: [map]
  def rows do
    [_, table] = @path |> File.read!() |> String.split("\n## The table\n")
    [table | _] = String.split(table, "\n## ")

    for line <- String.split(table, "\n"), String.starts_with?(line, "| `") do
      [_, expression, operands, result, _rule, examples, raises, _] =
        line |> String.split(~r/(?<!\\)\|/) |> Enum.map(&String.trim/1)

      %{
        expression: expression |> String.trim("`") |> String.replace("\\|", "|"),
        operands: operands |> String.split(", ") |> Enum.flat_map(&combinations/1) |> Enum.uniq(),
        result: String.to_atom(result),
        examples: Enum.map(String.split(examples, "; "), &example/1),
        raises?: raises != "never"
      }
    end
  end

  defp combinations(text) do
    text
    |> String.split(" ")
    |> Enum.map(fn word -> if word == "any", do: @kinds, else: [String.to_atom(word)] end)
    |> Enum.reduce([[]], fn kinds, lists ->
      for list <- lists, kind <- kinds, do: list ++ [kind]
    end)
  end

  defp example(text) do
    [_, operands, result] = Regex.run(~r/^`(.*)` → `(.*)`$/, text)

    {operands |> String.split(", ") |> Enum.map(&String.to_integer/1),
     Code.eval_string(result) |> elem(0)}
  end
end

defmodule Honey.IntegersTest.Values do
  @moduledoc """
  Operands: the edges of every width, and random ones. The random ones follow ExUnit's seed.
  """

  import Bitwise

  alias Honey.Test.IntegerOracle

  @small [0, 1, 2, 3, 7, 10, 63, 64, 65]
  @widths [7, 8, 15, 16, 31, 32, 63]

  @edges @small ++
           Enum.map(@small, &(-&1)) ++
           Enum.flat_map(@widths, &[(1 <<< &1) - 1, 1 <<< &1, -(1 <<< &1)]) ++
           [-(1 <<< 63) + 1, -(1 <<< 31) - 1, (1 <<< 63) + 1, (1 <<< 64) - 2, (1 <<< 64) - 1]

  @doc "Literals that stand in a source as such."
  @spec literals() :: [integer]
  def literals, do: Enum.filter(constants(), &(IntegerOracle.constant_kind(&1) == :literal))

  @doc "Constants of every kind."
  @spec constants() :: [integer]
  def constants do
    [0, 1, 2, 7, 63, 64, 255, (1 <<< 31) - 1, 1 <<< 31, 1 <<< 32, (1 <<< 63) - 1] ++
      [-1, -2, -7, -64, -(1 <<< 31), -(1 <<< 31) - 1, -(1 <<< 63), 1 <<< 63, (1 <<< 64) - 1]
  end

  @doc "The edges that the type has, and as many random values of it."
  @spec of(atom, non_neg_integer) :: [integer]
  def of(type, random) do
    edges = @edges |> Enum.uniq() |> Enum.filter(&IntegerOracle.fits?(&1, type))
    edges ++ for(_ <- List.duplicate(0, random), do: random(type))
  end

  @doc "Lists of operands of these types: every pair of edges, and random ones."
  @spec operands([atom]) :: [[integer]]
  def operands([]), do: [[]]
  def operands([type]), do: Enum.map(of(type, 40), &[&1])

  def operands([left, right]) do
    for(a <- of(left, 0), b <- of(right, 0), do: [a, b]) ++
      for(_ <- 1..100, do: [random(left), random(right)])
  end

  @doc "As `operands/1`, but fewer."
  @spec few([atom]) :: [[integer]]
  def few([type]), do: Enum.map(of(type, 20), &[&1])

  def few(types) do
    lists = Enum.map(types, &Enum.take_random(of(&1, 10), 12))

    Enum.reduce(lists, [[]], fn list, all ->
      for(some <- all, value <- list, do: some ++ [value])
    end)
  end

  # Small numbers as often as large ones.
  defp random(type) do
    {least, greatest} = IntegerOracle.bounds(type)
    bits = :rand.uniform(64)
    value = :rand.uniform(1 <<< bits) - 1
    value = if least < 0 and :rand.uniform(2) == 1, do: -value, else: value
    value |> max(least) |> min(greatest)
  end
end

defmodule Honey.IntegersTest do
  @moduledoc """
  The integers of compiled programs against the BEAM's, as guides/integers.md puts it.
  """

  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.IntegersTest.{Guide, Values}
  alias Honey.Test.{IntegerOracle, IntegerProgram, Kernel}

  @kinds [:u64, :s64, :literal]

  # How the expressions of the guide's table are called here; each has its tests by this list.
  @expressions [
    {"a + b", :+, 2},
    {"a - b", :-, 2},
    {"a * b", :*, 2},
    {"-a", :-, 1},
    {"+a", :+, 1},
    {"div(a, b)", :div, 2},
    {"rem(a, b)", :rem, 2},
    {"a &&& b", :&&&, 2},
    {"a ||| b", :|||, 2},
    {"bxor(a, b)", :bxor, 2},
    {"bnot(a)", :bnot, 1},
    {"a <<< b", :<<<, 2},
    {"a >>> b", :>>>, 2},
    {"a == b", :==, 2},
    {"a === b", :===, 2},
    {"a != b", :!=, 2},
    {"a !== b", :!==, 2},
    {"a < b", :<, 2},
    {"a <= b", :<=, 2},
    {"a > b", :>, 2},
    {"a >= b", :>=, 2}
  ]

  setup do
    :rand.seed(:exsss, ExUnit.configuration()[:seed])
    :ok
  end

  defp assert_same(expressions, overflow, inputs \\ &Values.operands/1) do
    {wrong, runs} = IntegerProgram.differences(expressions, overflow, inputs)
    seed = ExUnit.configuration()[:seed]
    shown = wrong |> Enum.take(20) |> Enum.join("\n")
    assert wrong == [], "#{length(wrong)} of #{runs} runs differ (seed #{seed}):\n#{shown}"
    assert runs > 0
  end

  # The text with constants for some operands: `with_constants("a + b", b: -1)`.
  defp with_constants(text, constants) do
    Enum.reduce(constants, text, fn {name, value}, text ->
      String.replace(text, ~r/\b#{name}\b/, if(value < 0, do: "(#{value})", else: "#{value}"))
    end)
  end

  defp division?(text), do: String.starts_with?(text, ["div", "rem"])

  describe "the guide's table" do
    test "has a row for each expression and each combination of operands, and so have the tests" do
      listed =
        for {text, name, arity} <- @expressions,
            kinds <- combinations(name, arity),
            do: {text, kinds}

      rows = for row <- Guide.rows(), kinds <- row.operands, do: {row.expression, kinds}
      assert rows -- Enum.uniq(rows) == [], "the guide has these twice"
      assert rows -- listed == [], "only the guide has these"
      assert listed -- rows == [], "the guide lacks these"
      operators = for {_, operator, arity} <- @expressions, do: {operator, arity}
      assert Enum.sort(operators) == Enum.sort(IntegerOracle.operators())
    end

    test "says of every result which type it has" do
      for row <- Guide.rows(), kinds <- row.operands do
        {_, operator, _} = List.keyfind(@expressions, row.expression, 0)

        assert {row.expression, kinds, IntegerOracle.result_kind(operator, kinds)} ==
                 {row.expression, kinds, row.result}
      end
    end

    test "has examples that are true" do
      for row <- Guide.rows() do
        quoted = Code.string_to_quoted!(row.expression)

        for {values, expected} <- row.examples do
          assert Enum.any?(row.operands, &fits?(&1, values)), "nothing takes #{inspect(values)}"

          for kinds <- row.operands, fits?(kinds, values) do
            variables = [:a, :b] |> Enum.zip(Enum.zip(kinds, values)) |> Map.new()

            assert {row.expression, values, IntegerOracle.run(quoted, variables, :wrap)} ==
                     {row.expression, values, {:ok, expected}}
          end
        end
      end
    end

    test "says which expressions can leave their type" do
      for row <- Guide.rows() do
        quoted = Code.string_to_quoted!(row.expression)

        raises? =
          Enum.any?(row.operands, fn kinds ->
            kinds
            |> Enum.map(&if(&1 == :literal, do: :s64, else: &1))
            |> Values.operands()
            |> Enum.filter(&fits?(kinds, &1))
            |> Enum.any?(fn values ->
              variables = [:a, :b] |> Enum.zip(Enum.zip(kinds, values)) |> Map.new()
              IntegerOracle.run(quoted, variables, :raise) == {:raises, :overflow}
            end)
          end)

        assert {row.expression, row.result, raises?} == {row.expression, row.result, row.raises?}
      end
    end

    # A sign before a literal is no operator.
    defp combinations(sign, 1) when sign in [:-, :+], do: [[:u64], [:s64]]
    defp combinations(_, 1), do: [[:u64], [:s64], [:literal]]
    defp combinations(_, 2), do: for(a <- @kinds, b <- @kinds, do: [a, b])

    defp fits?(kinds, values) do
      length(kinds) == length(values) and
        Enum.all?(Enum.zip(kinds, values), fn
          {:literal, value} -> IntegerOracle.constant_kind(value) == :literal
          {kind, value} -> IntegerOracle.fits?(value, kind)
        end)
    end
  end

  describe "operators in the kernel" do
    @describetag Kernel.tags()

    for overflow <- [:wrap, :raise] do
      test "on every mix of types give what the guide says (#{overflow})" do
        expressions =
          for {text, name, arity} <- @expressions,
              kinds <- combinations(name, arity),
              :literal not in kinds do
            %{text: text, types: [:a, :b] |> Enum.zip(kinds) |> Map.new()}
          end

        assert_same(expressions, unquote(overflow))
      end

      test "with a constant on one side (#{overflow})" do
        expressions =
          for {text, _, 2} <- @expressions,
              type <- [:u64, :s64],
              {name, other} <- [a: :b, b: :a],
              constant <- Values.constants(),
              not (division?(text) and other == :b and constant == 0) do
            %{text: with_constants(text, [{other, constant}]), types: %{name => type}}
          end

        # Compiling is what takes time, so each run has a sample of these.
        expressions = Enum.take_random(expressions, %{wrap: 700, raise: 300}[unquote(overflow)])
        assert_same(expressions, unquote(overflow), &Values.few/1)
      end

      test "with constants only (#{overflow})" do
        pairs = [{5, 3}, {0, 5}, {1, 64}, {9_223_372_036_854_775_807, 63}, {-7, 2}, {7, -2}]
        pairs = pairs ++ [{18_446_744_073_709_551_615, 1}, {2_147_483_647, 31}, {-1, 40}]

        expressions =
          for {text, _, arity} <- @expressions,
              {a, b} <- pairs,
              arity == 2 or IntegerOracle.fits?(a, :s64) do
            %{text: with_constants(text, a: a, b: b), types: %{}}
          end

        assert_same(Enum.uniq(expressions), unquote(overflow))
      end

      test "on values of narrow types (#{overflow})" do
        expressions =
          for narrow <- [:u8, :u16, :u32, :s8, :s16, :s32],
              text <- [
                "a + b",
                "a - b",
                "a * b",
                "div(a, b)",
                "rem(a, b)",
                "a <<< b",
                "a ||| b",
                "a < b"
              ],
              {left, right} <- [{narrow, narrow}, {narrow, :u64}, {:s64, narrow}] do
            %{text: text, types: %{a: left, b: right}}
          end

        assert_same(expressions, unquote(overflow), &Values.few/1)
      end

      test "nested in each other (#{overflow})" do
        texts = [
          "a + b - a",
          "(a + 1) * 2 - b",
          "div(a, 3) - 5 >>> 1",
          "(div(a, 7) - 5) >>> 1",
          "div(a, 2) - 18446744073709551615",
          "a - 18446744073709551615 < b",
          "div(a, 3) < b",
          "rem(a, 10) - 20 < b",
          "rem(a, 10) - 20 <<< 3",
          "(a &&& 255) - 256 >>> 2",
          "1 <<< (a &&& 63)",
          "1 >>> (a &&& 63)",
          "18446744073709551615 >>> (b &&& 63)",
          "(1 <<< (a &&& 31)) - 1",
          "a == -9223372036854775808 or b == 18446744073709551615",
          "2147483647 + 1 + a",
          "(((31 ||| 1) ||| 64) <<< 32) - bnot(b)",
          "(rem(7, 4) <<< (a &&& 63)) - (div(-7, 2) >>> 1)",
          "65536 * 65536 - a",
          "-(a - b)",
          "bnot(a &&& b) &&& a",
          "bxor(bxor(a, b), b)",
          "a >>> (b >>> (a >>> (b >>> (a >>> (b >>> (a >>> b))))))",
          "div(div(a, b), 3)",
          "rem(div(a, b), b)",
          "a * b + rem(a, 1000) * 4294967296",
          "if(a < b, do: b - a, else: a - b)",
          "div(-a, 2) + (b >>> 63)"
        ]

        expressions =
          for text <- texts, a <- [:u64, :s64, :s32, :u32], b <- [:u64, :s64] do
            variables =
              for {name, type} <- [a: a, b: b], text =~ ~r/\b#{name}\b/, do: {name, type}

            %{text: text, types: Map.new(variables)}
          end

        assert_same(Enum.uniq(expressions), unquote(overflow), &Values.few/1)
      end

      test "after conditions, joins and matches (#{overflow})" do
        texts = [
          "if(a > 10, do: a - 10, else: 0)",
          "if(a >= 0, do: div(a, 2), else: a)",
          "if(a < b, do: -a, else: a)",
          "if(a != 0, do: div(1000, a), else: 0)",
          "if(b == 0, do: 0, else: rem(a, b))",
          "if(a > 0 and a < 64, do: 1 <<< a, else: a)",
          "if(not (a > 100 or a < -100), do: a * a, else: a)",
          "if(a == b, do: a - b, else: a + 1)",
          "if(a < b, do: b - a - 1, else: b)",
          "if(a == 5, do: a + 1, else: a >>> 1)",
          "if(a > b, do: a, else: b) >>> 1",
          "if(a > 5, do: a, else: 0) >>> 1",
          "if(a > 5, do: a, else: -1) >>> 1",
          "if(a > 5, do: a, else: 18446744073709551615) >>> 1",
          "if(a > 5, do: 7, else: 60 * 1000)",
          "(limit = 1000; if(a > limit, do: limit, else: a) >>> 3)",
          "(limit = 1000; div(limit, a ||| 1))",
          "(x = a &&& 63; 1 <<< x)",
          "(x = a - b; y = x * 2; y - x)",
          "(x = -5; rem(a, x) + x)",
          "a < b and b < 10",
          "not (a == b) or a > 5",
          "if(a > 9223372036854775807, do: a - 9223372036854775807, else: a)",
          "if(b < -9223372036854775807, do: -b, else: bnot(b))"
        ]

        expressions =
          for text <- texts, a <- [:u64, :s64, :s16], b <- [:u64, :s64] do
            variables =
              for {name, type} <- [a: a, b: b], text =~ ~r/\b#{name}\b/, do: {name, type}

            %{text: text, types: Map.new(variables)}
          end

        assert_same(Enum.uniq(expressions), unquote(overflow), &Values.few/1)
      end
    end

    test "store the low bits that the map's type has" do
      expressions =
        for store <- [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64],
            type <- [:u64, :s64],
            text <- ["a", "a + 1", "-a", "a >>> 8"] do
          %{text: text, types: %{a: type}, store: store}
        end

      assert_same(expressions, :wrap)
      assert_same(expressions, :raise)
    end
  end

  # Whatever is or'ed with -1 has all bits: as a u64 it is positive.
  @probe """
  defmodule Honey.IntegersTest.Probe do
    use Honey, license: "GPL", kernel: "5.14"
    import Honey.BpfHelpers

    defmap :u64, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
    defmap :u32, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
    defmap :hash, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u64
    defmap :out, :bpf_array, max_entries: 32, key_type: :u32, value_type: :s64

    @limit 1000

    @sec "syscall"
    def probe(_ctx) do
      u64 = bpf_map_lookup_elem(:u64, 0)
      u32 = bpf_map_lookup_elem(:u32, 0)
      put(0, sign(u64))
      put(1, sign(u32))
      put(2, sign(bpf_map_lookup_elem(:hash, 7) || 0))
      put(3, sign(bpf_map_lookup_elem(:hash, 7) || -1))
      put(4, sign(bpf_ktime_get_ns()))
      put(5, sign(bpf_get_current_pid_tgid()))
      put(6, sign(bpf_get_current_uid_gid()))
      put(7, sign(bpf_get_smp_processor_id()))
      put(8, half(u64))
      put(9, half(-7))
      put(10, half(7))
      put(11, sign(9_223_372_036_854_775_808))
      put(12, sign(9_223_372_036_854_775_807))
      put(13, sign(if(u64 < 10, do: 5, else: u64)))
      put(14, sign(first_or(5, u64)))
      put(15, sign(if(u64 < 10, do: @limit, else: u64)))
      put(16, sign(if(u64 < 10, do: 2 * @limit, else: u64)))
      put(17, sign(if(u32 >= 0, do: u64, else: -1)))
      put(18, sign(if(u32 > 0, do: u64, else: -1)))
      put(19, by_clause(u64))
      0
    end

    defp put(key, value), do: bpf_map_update_elem(:out, key, value, :bpf_any)
    defp sign(value), do: if((value ||| -1) > 0, do: 1, else: -1)
    defp half(n), do: div(n, 2)
    defp first_or(n, u64), do: if(u64 < 10, do: n, else: u64)
    defp by_clause(0), do: -1
    defp by_clause(n) when n > 9_223_372_036_854_775_807, do: n - 9_223_372_036_854_775_807
    defp by_clause(-5), do: 3
    defp by_clause(n), do: n
  end
  """

  describe "the type of an expression" do
    @describetag Kernel.tags()

    test "follows from where its parts come from" do
      IntegerProgram.with_module(@probe, fn module ->
        object = Honey.load!(module)
        :ok = Honey.Map.put(object, :u64, 0, 18_446_744_073_709_551_615)
        {:ok, _} = Honey.test_run(object, :probe)
        results = object |> Honey.Map.to_list(:out) |> Enum.map(&elem(&1, 1)) |> Enum.take(20)
        assert Honey.errors(object) == []
        Honey.unload(object)

        assert Enum.with_index(results, &{&2, &1}) == [
                 {0, 1},
                 {1, -1},
                 {2, 1},
                 {3, -1},
                 {4, 1},
                 {5, 1},
                 {6, 1},
                 {7, -1},
                 {8, 9_223_372_036_854_775_807},
                 {9, -3},
                 {10, 3},
                 {11, 1},
                 {12, -1},
                 {13, 1},
                 {14, -1},
                 {15, 1},
                 {16, -1},
                 {17, 1},
                 {18, -1},
                 {19, -9_223_372_036_854_775_808}
               ]
      end)
    end
  end

  describe "the compiler" do
    defp compile(expression) do
      capture_io(:stderr, fn ->
        send(self(), {:compiled, compile_quietly(expression)})
      end)

      assert_received {:compiled, result}
      result
    end

    defp compile_quietly(expression) do
      """
      defmodule Honey.IntegersTest.Compiled#{System.unique_integer([:positive])} do
        use Honey, license: "GPL"
        import Honey.BpfHelpers
        defmap :in, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
        defmap :out, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u8

        @sec "tracepoint/sched/sched_stat_runtime"
        def run(ctx) do
          a = bpf_map_lookup_elem(:in, 0)
          bpf_map_update_elem(:out, 0, #{expression}, :bpf_any)
          a + ctx.pid
        end
      end
      """
      |> IntegerProgram.with_module(& &1.__honey__(:c_source))
    rescue
      error in Honey.CompileError -> Enum.map(error.diagnostics, &{&1.code, &1.message, &1.hint})
    end

    test "refuses floats and what gives them" do
      assert [{:unsupported, "found `/`, which gives a float" <> _, "`div/2`" <> _}] =
               compile("a / 2")

      assert [{:unsupported, "found a float" <> _, _}] = compile("a + 1.0")
    end

    test "refuses literals of more than 64 bits, and takes the largest and the smallest" do
      assert [{:integer_too_large, _, _}] = compile("a + 18446744073709551616")
      assert [{:integer_too_large, _, _}] = compile("a + -9223372036854775809")
      assert is_binary(compile("18446744073709551615 - a"))
      assert is_binary(compile("a - -9223372036854775808"))
    end

    test "refuses a divisor that is always zero" do
      assert [{:always_fails, "this divides by zero", _hint}] = compile("div(a, 0)")
      assert [{:always_fails, "this divides by zero", _hint}] = compile("rem(a, 2 - 2)")
    end

    test "warns of a store that never fits, and of no other" do
      warning = ~r/does not fit into the :u8 of map `out`/
      assert capture_io(:stderr, fn -> compile_quietly("300") end) =~ warning
      assert capture_io(:stderr, fn -> compile_quietly("-1") end) =~ warning
      assert capture_io(:stderr, fn -> compile_quietly("(a &&& 255) + 256") end) =~ warning
      refute capture_io(:stderr, fn -> compile_quietly("a") end) =~ warning
      refute capture_io(:stderr, fn -> compile_quietly("300 &&& 0xFF") end) =~ warning
    end

    test "takes a context's field of 64 unsigned bits for a u64, and a narrower one for an s64" do
      assert compile("ctx.runtime >>> 3") =~ "__u64 runtime"
      assert compile("ctx.pid") =~ "__s64 pid"
    end

    test "makes no C that grows out of hand with the depth of an expression" do
      shifts = Enum.reduce(1..40, "ctx.runtime", fn _, text -> "(ctx.runtime >>> #{text})" end)
      assert byte_size(compile(shifts)) < 100_000
    end
  end
end
