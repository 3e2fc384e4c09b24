defmodule Honey.Test.BigSource do
  @moduledoc """
  Modules of any size, for what must not grow faster than the source: modules of many functions,
  and one function of many expressions of one shape.

  Each is a `syscall` program that reads its input, a positive integer, from element 0 of the map
  `:numbers`, and leaves a result in element 1: that of the public function `value/1`, which the
  BEAM can run as well.
  """

  @doc "The shapes of big functions."
  @spec shapes() :: [atom]
  def shapes,
    do: [
      :straight,
      :updates,
      :lookups,
      :ifs,
      :nested,
      :raises,
      :cases,
      :mixed,
      :clauses,
      :cond,
      :heads,
      :deep,
      :live,
      :loop,
      :functions
    ]

  @doc "The source of a module with `n` expressions, clauses or functions of this shape."
  @spec source(module, atom, pos_integer) :: String.t()
  def source(module, shape, n) do
    """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", kernel: "5.14", on_error: 77
      import Honey.BpfHelpers

      defmap :numbers, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64
      defmap :table, :bpf_hash, max_entries: #{n + 16}, key_type: :u32, value_type: :s64

      @sec "syscall"
      def program(_ctx) do
        a = bpf_map_lookup_elem(:numbers, 0) || 0
        bpf_map_update_elem(:numbers, 1, value(a), :bpf_any)
        0
      end

    #{body(shape, n)}
    end
    """
  end

  defp body(:functions, n) do
    functions =
      for i <- 1..n do
        "  def f#{i}(a), do: if(a > #{i}, do: a - #{i}, else: a * 3 + #{rem(i, 7)})\n"
      end

    [function(for i <- 1..n, do: "x = f#{i}(x)"), functions]
  end

  defp body(:clauses, n) do
    clauses = for i <- 1..n, do: "    #{i * 3} -> x + #{i * i}\n"
    ["  def value(a) do\n    x = a\n    case a do\n", clauses, "    _ -> x\n    end\n  end\n"]
  end

  defp body(:cond, n) do
    clauses = for i <- 1..n, do: "    a == #{i * 3} -> #{i * i}\n"
    ["  def value(a) do\n    cond do\n", clauses, "    true -> 1\n    end\n  end\n"]
  end

  defp body(:heads, n) do
    clauses = for i <- 1..n, do: "  def value(#{i * 3}), do: #{i * i}\n"
    [clauses, "  def value(a) when a > #{n * 3}, do: a - 1\n", "  def value(a), do: a * 2\n"]
  end

  # Blocks of 40 levels, one after the other.
  defp body(:deep, n) do
    function(
      for block <- 1..max(div(n, 40), 1) do
        levels = for i <- 1..40, do: "if x > #{block + i} do\nx = x - #{i}\n"
        ends = for _ <- 1..40, do: "else\nx + 1\nend\n"
        ["x = ", levels, "x\n", ends]
      end
    )
  end

  defp body(:nested, n) do
    function(
      for i <- 1..div(n, 4) do
        """
        x =
          if x > #{i} do
            y = x + #{i}
            if rem(y, 3) == 0 do
              z = rem(y * 2, 100_003)
              z - #{i}
            else
              y
            end
          else
            x + 7
          end
        """
      end
    )
  end

  # All are read at the start, changed on the way, and used at the end.
  defp body(:live, n) do
    function(
      for(i <- 1..n, do: "v#{i} = bpf_map_lookup_elem(:table, #{i}) || a + #{i}") ++
        ["bpf_map_update_elem(:table, 0, x, :bpf_any)"] ++
        for(i <- 1..n, do: "x = bxor(x * 3, v#{i})")
    )
  end

  # What is known before the loop is needed in each of its turns.
  defp body(:loop, n) do
    function(
      for(i <- 1..n, do: "v#{i} = bpf_map_lookup_elem(:table, a + #{i}) || a + #{i}") ++
        [
          "x = Enum.reduce(1..3, x, fn turn, x ->",
          "bpf_map_update_elem(:table, turn, x, :bpf_any)"
        ] ++
        for(i <- 1..n, do: "x = bxor(x * 3, v#{i})") ++
        ["x + (bpf_map_lookup_elem(:table, turn) || 0)", "end)"]
    )
  end

  defp body(shape, n), do: function(for i <- 1..n, do: statement(shape, i))

  defp function(statements) do
    [
      "  def value(a) do\n    x = a\n",
      Enum.map(statements, &["    ", &1, "\n"]),
      "    x\n  end\n"
    ]
  end

  defp statement(:straight, i) do
    case rem(i, 4) do
      0 -> "x = x + a * #{i}"
      1 -> "x = bxor(x, #{i * 7919})"
      2 -> "x = (x &&& 0xFFFFFFFF) * 3 - #{i}"
      3 -> "x = x ||| (a >>> #{rem(i, 16)})"
    end
  end

  defp statement(:updates, i), do: "bpf_map_update_elem(:table, #{i}, x + #{i}, :bpf_any)"
  defp statement(:lookups, i), do: "x = x + (bpf_map_lookup_elem(:table, #{i}) || #{i})"
  defp statement(:ifs, i), do: "x = if x > #{i * 5}, do: x - #{i}, else: x * 2 + a"

  defp statement(:cases, i) do
    """
    x =
      case (a * #{2 * i + 1}) >>> 3 &&& 3 do
        0 -> x + #{i}
        1 -> bxor(x, a)
        2 when a > #{i} -> x - 1
        _ -> x * 3
      end
    """
  end

  # What pieces hand to each other: keys of maps, data, what was found, what is raised.
  defp statement(:mixed, i) do
    case rem(i, 8) do
      0 ->
        "x = x &&& 0xFFFFFFFFFF\nk#{i} = x &&& 7\nbpf_map_update_elem(:table, k#{i}, x, :bpf_any)"

      1 when i > 1 ->
        "x = x + (bpf_map_lookup_elem(:table, k#{i - 1}) || 1)"

      2 ->
        "{p, q} = if a > #{i}, do: {x, a}, else: {a, 2}\nx = bxor(p, q)"

      3 ->
        "x = Enum.reduce(1..3, x, fn n, x -> x + n * a end)"

      4 ->
        "m#{i} = %{a: x, b: #{i}}"

      5 when i > 5 ->
        "x = m#{i - 1}.a + m#{i - 1}.b * 3"

      6 when i > 16 ->
        "bpf_map_update_elem(:table, k#{i - 14}, x, :bpf_any)\nx = x + rem(x, (a &&& 15) + 1)"

      7 ->
        """
        x =
          case {a &&& 1, bpf_map_lookup_elem(:table, #{rem(i, 5)})} do
            {0, nil} -> x + 1
            {0, v} -> v - x
            {_, nil} -> x
            {1, v} when a > #{i} -> v + #{i}
            _ -> 5 + x
          end
        """

      _ ->
        "x = x + div(1000, (a &&& 1023) - 333) + #{i}"
    end
  end

  defp statement(:raises, i), do: "x = x + div(#{i * 1000}, (x &&& 15) - #{rem(i, 40)})"

  @doc "The unit of a source, as `Honey.Unit` gives it; nothing is compiled."
  @spec unit(String.t()) :: Honey.Unit.t()
  def unit(source) do
    {:defmodule, _, [name, [do: {:__block__, meta, [{:use, _, [_, options]} | body]}]]} =
      Code.string_to_quoted!(source, columns: true, file: "big.ex")

    use_it = quote do: use(Honey.Test.BigSource, unquote(options))
    body = {:__block__, meta, [use_it | body]}
    {name, _} = Code.eval_quoted(name)

    try do
      Module.create(name, body, file: "big.ex", line: 1)
    catch
      {:unit, unit} -> unit
    end
  end

  @doc """
  A module of the unit: what `use Honey` gives, without the functions for the BEAM.

  The BEAM's own compiler takes minutes for a function of 5,000 expressions.
  """
  @spec module(Honey.Unit.t()) :: module
  def module(unit) do
    {:ok, result} = Honey.Compiler.compile(unit, Honey.Compiler.environment("."))
    answers = Map.merge(result, %{license: unit.license, unit: unit, unreached: []})
    :persistent_term.put({__MODULE__, unit.module}, answers)

    contents =
      quote do
        def __honey__(key), do: :persistent_term.get({unquote(__MODULE__), __MODULE__})[key]
      end

    Module.create(unit.module, contents, file: "big.ex", line: 1)
    unit.module
  end

  @doc "`value/1` of a source as the BEAM has it, but interpreted."
  @spec function(String.t(), module) :: (integer -> integer)
  def function(source, module) do
    {:defmodule, _, [_, [do: {:__block__, _, body}]]} = Code.string_to_quoted!(source)

    clauses =
      for {:def, _, [head, [do: body]]} <- body,
          {name, guard, arguments} = head(head),
          name == :value do
        {:->, [], [if(guard, do: [{:when, [], arguments ++ [guard]}], else: arguments), body]}
      end

    code =
      quote do
        import Bitwise
        import Honey.BpfHelpers, only: [bpf_map_lookup_elem: 2, bpf_map_update_elem: 4]
        unquote({:fn, [], clauses})
      end

    {function, _} = Code.eval_quoted(code, [], file: "#{module}.ex")
    function
  end

  defp head({:when, _, [{name, _, arguments}, guard]}), do: {name, guard, arguments}
  defp head({name, _, arguments}), do: {name, nil, arguments}

  @doc """
  How long each of the passes before clang takes on a unit, in nanoseconds.

  In the place of clang stands a program that answers with the object of another module.
  """
  @spec times(Honey.Unit.t()) :: [{atom, non_neg_integer}]
  def times(unit) do
    directory = Path.join(System.tmp_dir!(), "honey-big-#{System.pid()}")
    stand_in = Path.join(directory, "clang")

    unless File.exists?(stand_in) do
      File.mkdir_p!(directory)
      small = unit(source(Honey.Big.Small, :straight, 1))
      {:ok, %{elf: elf}} = Honey.Nif.compile(small, Honey.Compiler.environment("."))
      File.write!(Path.join(directory, "elf"), elf)
      File.write!(stand_in, "#!/bin/sh\ncat #{directory}/elf\n")
      File.chmod!(stand_in, 0o755)
    end

    environment = %{root: ".", clang: stand_in, dump: [:times]}
    {:ok, %{dumps: %{times: times}}} = Honey.Nif.compile(unit, environment)
    Keyword.drop(times, [:child, :check, :strip, :dump])
  end

  @doc false
  defmacro __using__(options) do
    quote do
      import Bitwise
      import Honey, only: [defmap: 2, defmap: 3]
      Honey.Definition.open(__ENV__, 1, unquote(options))
      @on_definition Honey.Definition
      @before_compile Honey.Test.BigSource
    end
  end

  @doc false
  defmacro __before_compile__(env) do
    definition = Honey.Definition.take(env.module)
    throw({:unit, Honey.Unit.build(env, definition)})
  end
end
