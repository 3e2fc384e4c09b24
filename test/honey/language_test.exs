defmodule Honey.LanguageTest do
  @moduledoc """
  The language means in the kernel what it means on the BEAM: each function of the module below is
  called in both, with every pair of the inputs, and ends alike, or raises alike, on the same line.
  Each run in the kernel is one in `Honey.Sim` too, which must do the same.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  # `cases` are public functions of two arguments: an integer, and an integer or nil.
  @source ~S'''
  defmodule Honey.Language do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    @limit 10
    @colors [:red, :green]

    # if, unless, cond, and what they bind

    def if_else(a, _b), do: if(a > 3, do: a, else: -a)
    def if_alone(a, _b), do: if(a > 3, do: a)
    def unless_else(a, b), do: unless(b, do: a, else: b)

    def nested(a, b) do
      if a > 0 do
        if b, do: (if b > a, do: b, else: a), else: 0
      else
        unless b == 5, do: -1
      end
    end

    def cond_all(a, b) do
      cond do
        a < 0 -> :negative
        b -> b
        a == 0 -> nil
        true -> a
      end
    end

    def cond_none(a, b) do
      cond do
        a > 5 -> 1
        b -> 2
      end
    end

    def bound_in_condition(a, b) do
      if (x = b) && x > a, do: x, else: a
    end

    # Scopes: what is bound inside stays inside

    def inside(a, _b) do
      x = 1
      _ = if a > 0, do: (x = 5; x), else: 0
      x
    end

    def shadowed(a, b) do
      x = a
      x = if b, do: (x = x + 1; x * 2), else: x
      x = x + 1
      x
    end

    def of_case(a, _b) do
      y =
        case a do
          x when x > 2 -> x
          x -> -x
        end

      y + a
    end

    # and, or, not, &&, ||, !

    def and_or(a, b), do: (a > 1 and b != nil) or (a < -1 and b == nil)
    def not_(a, _b), do: not (a > 1)
    def lazy_and(a, b), do: b && a
    def lazy_or(a, b), do: b || a
    def bang(_a, b), do: !b
    def bang_twice(_a, b), do: !!b
    def chain(a, b), do: (b && b > a) || a == 5 || nil
    def right_not_reached(a, b), do: a > 100 and div(1, b || 0) > 0
    def not_boolean(a, b), do: b and a > 1
    def not_of_nil(_a, b), do: not (b || true)

    # nil

    def not_nil(a, b), do: if(b != nil, do: b + a, else: a)
    def nil_first(a, b), do: if(nil == b, do: a, else: b + a)
    def is_nil_(a, b), do: if(is_nil(b), do: a, else: b + a)
    def not_is_nil(a, b), do: if(not is_nil(b) and b > a, do: b + a, else: a)
    def truthy(a, b), do: if(b, do: b + a, else: a)
    def unnarrowed(a, b), do: b + a
    def unnarrowed_twice(a, b), do: a * 2 + b * 2
    def compared(a, b), do: b > a
    def compared_left(a, b), do: a >= b
    def equal(a, b), do: a == b

    def nil_in_order(a, b) do
      x = if a > 1, do: a

      cond do
        x > b and b <= x -> :greater
        x >= b and not (x != b) -> :yes
        x < b and x <= b -> :small
      end
    end

    def nil_in_order_of_u64(a, b), do: larger(if(a > 1, do: 18_446_744_073_709_551_615), b)
    defp larger(x, y) when x > y, do: :greater
    defp larger(x, y) when y >= x, do: y

    def nil_case(a, b) do
      case b do
        nil -> a
        0 -> :zero
        ^a -> :same
        n when n < 0 -> -n
        n -> n + 1
      end
    end

    # Unions through branches and functions

    def union(a, b), do: a |> classify(b) |> weigh()

    defp classify(a, nil) when a < 0, do: nil
    defp classify(a, _) when a in 0..3, do: :small
    defp classify(a, b) when is_integer(b) and b > a, do: b
    defp classify(a, b), do: a == b

    defp weigh(:small), do: 1
    defp weigh(n) when is_integer(n), do: n * 2
    defp weigh(true), do: :yes
    defp weigh(other), do: other

    def color(a, b), do: if(paint(a) in @colors, do: paint(a), else: b)

    defp paint(0), do: :red
    defp paint(1), do: :green
    defp paint(_), do: :blue

    # Clauses and guards

    def raising_guard(a, b), do: guarded(a, b)

    # Behind what may be empty, at one of two places.
    def joined(a, _b), do: (if(a == 0, do: "", else: "a") <> "-" <> "") in ["a-", "x"]

    # One of its guards holds always, another may raise: no clause is missing.
    def surely(a, b), do: surely_raises(a, b)
    defp surely_raises(a, b) when 1 in [1, 2] when a <= a + b, do: raise("always")

    defp guarded(a, b) when div(10, a) > b, do: 1
    defp guarded(a, b) when rem(a, b) == 0 when a == 5, do: 2
    defp guarded(a, _) when not (a + 1 > 1), do: 3
    defp guarded(_, _), do: 4

    def guard_of_nil(a, b) do
      case b do
        x when x + 1 > a -> :greater
        x when not (x > 0) -> :nothing
        _ -> :other
      end
    end

    def guard_of_abs(_a, b), do: distance(b)

    defp distance(b) when abs(b) > 3 when is_nil(b), do: :yes
    defp distance(_), do: :small

    # One variable twice: equal values.
    def same_twice(a, b) do
      case {a, b, a} do
        {v, v, _} -> v + 100
        {_, w, w} -> w
        {v, _, v} -> v - 100
      end
    end

    def same_argument(a, b), do: same(b, a)
    defp same(v, v), do: v + 1
    defp same(nil, v), do: v - 1
    defp same(v, w), do: v - w

    # What both sides of `or` leave is known after it, and what neither does.
    def either(a, b) do
      case b do
        x when x in [1, 5] or x == 7 -> a + x
        x when is_nil(x) or x < a -> if x, do: x, else: -a
        x when not (x != nil and x > 100) -> x * 2
        x -> x - a
      end
    end

    def either_of_two(a, b) do
      if (is_integer(b) and b > 3) or (a > 3 and b != nil), do: a - b, else: nil
    end

    def guard_that_ranges(a, _b), do: masked(a)

    defp masked(a) when 0 <= div(255, a &&& 15), do: 7
    defp masked(_), do: 1

    def literals(a, b), do: table(a, b, :x)

    defp table(0, nil, _), do: 1
    defp table(0, _, :y), do: 2
    defp table(1, n, :x) when n != nil, do: n
    defp table(n, n, _), do: :twice
    defp table(_, b, _) when b in [1, 2, -1], do: :in_list
    defp table(a, _, _) when a in -5..-1, do: :in_range
    defp table(a, _, _), do: a

    def both(a, b), do: both_of(a, b)

    defp both_of(5 = x, y = nil), do: if(y, do: x, else: x + 1)
    defp both_of(x = y, _), do: x + y

    def default(a, b), do: with_default(a) + with_default(a, b || 1)

    defp with_default(a, b \\ 3), do: a * b

    def attribute(a, _b), do: if(a > @limit, do: @limit, else: a)

    def pinned(a, b) do
      wanted = a + 1

      case b do
        ^wanted -> :next
        ^a -> :same
        _ -> :other
      end
    end

    def pinned_nil(a, b) do
      x = if a > 0, do: nil, else: true

      case b == nil do
        ^x -> 1
        _ -> 2
      end
    end

    def in_values(a, b), do: a in [b, 1, -1]
    def not_in(a, _b), do: a not in [0, 5, -1]
    def in_step(a, _b), do: a in 0..10//5

    # Raising

    def no_clause(a, b), do: only_some(a, b)
    defp only_some(a, b) when a > b, do: a
    defp only_some(1, nil), do: 1

    def no_case(a, b) do
      case b do
        nil -> a
        5 -> a + 1
      end
    end

    def no_match(a, b) do
      5 = b
      a
    end

    def divided(a, b), do: div(100, a) + rem(7, b || 3)

    def levels(a, b) do
      x = level1(a, b)
      y = level1(b || 1, a)
      x + y
    end

    defp level1(a, b) do
      c = level2(a, b)
      c + 1
    end

    defp level2(a, b) when a == 5, do: raise("five and #{b}")
    defp level2(0, _), do: raise(ArgumentError, "nothing")
    defp level2(a, b), do: div(a, b || 0)

    def raised_in_argument(a, b), do: level1(level2(a, 1), div(1, a)) + level2(1, b)

    # Big functions, called often

    def often(a, b) do
      big(a, b, a) + big(a + 1, nil, 2) + big(3, b, 1) + (maybe_big(a, b) || 0)
    end

    def often_nil(a, b), do: maybe_big(a, maybe_big(b || 2, maybe_big(1, b)))

    defp big(a, b, c) do
      x = if b, do: b * 3 + a, else: a * 5
      y = if x > c, do: x - c, else: c - x
      z = if rem(y, 2) == 0, do: div(y, 2), else: y * 3 + 1
      w = case z do
        0 -> a
        1 -> c
        n when n < 0 -> -n
        n -> n &&& 0xFF
      end
      x + y * 2 - z + w
    end

    defp maybe_big(a, b) do
      x = if b, do: b * 3 + a, else: a * 5
      y = if x > 10, do: x - 10, else: 10 - x
      z = if rem(y, 2) == 0, do: div(y, 2), else: y * 3 + 1
      if rem(x + y + z, 3) == 0, do: nil, else: x + y + z
    end

    # What maps answer

    def status(a, _b) do
      case Honey.BpfHelpers.bpf_map_update_elem(:full, a &&& 7, 1, :bpf_noexist) do
        :ok -> 1
        {:error, :eexist} -> 2
        {:error, :e2big} -> 3
        {:error, other} -> other
      end
    end

    def status_as_value(a, _b), do: Honey.BpfHelpers.bpf_map_delete_elem(:full, a &&& 7)

    def status_compared(a, _b) do
      result = Honey.BpfHelpers.bpf_map_update_elem(:full, a &&& 7, 1, :bpf_exist)

      cond do
        result == {:error, :enoent} -> :none
        result != :ok -> :other
        result in [:ok, {:error, :eexist}] -> :there
      end
    end

    def status_of_function(a, _b) do
      with_status(Honey.BpfHelpers.bpf_map_delete_elem(:full, a &&& 7))
    end

    defp with_status(:ok), do: true
    defp with_status({:error, reason}) when reason in [:enoent, :einval], do: reason
    defp with_status({:error, _} = error), do: error

    ENTRIES
  end
  '''

  @codes [nil, true, false, :ok, :negative, :small, :yes, :red, :green, :blue, :greater] ++
           [:nothing, :other, :zero, :same, :next, :twice, :in_list, :in_range, :there, :none] ++
           [:enoent, :eexist, :e2big]

  @entries """
    defmap :input, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :s64
    defmap :full, :bpf_hash, max_entries: 3, key_type: :u32, value_type: :u64
    defmap :output, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64

    defp report(n) when is_integer(n), do: write(1, n)
    defp report({:error, reason}), do: write(3, code(reason))
    defp report(atom), do: write(2, code(atom))

    defp write(kind, value) do
      Honey.BpfHelpers.bpf_map_update_elem(:output, 1, value, :bpf_any)
      Honey.BpfHelpers.bpf_map_update_elem(:output, 0, kind, :bpf_any)
    end

  """

  @inputs for a <- [0, 1, 2, 5, 6, 11, -1, -3, -7],
              b <- [nil, 0, 1, 2, 5, 6, -1],
              do: {a, b}

  # On the BEAM, `:full` is this.
  def call(:bpf_map_update_elem, [:full, key, _, flag]) do
    full = Process.get(__MODULE__)

    cond do
      key in full and flag == :bpf_noexist -> {:error, :eexist}
      key in full -> :ok
      flag == :bpf_exist -> {:error, :enoent}
      length(full) == 3 -> {:error, :e2big}
      true -> Process.put(__MODULE__, [key | full]) && :ok
    end
  end

  def call(:bpf_map_delete_elem, [:full, key]) do
    full = Process.get(__MODULE__)
    Process.put(__MODULE__, List.delete(full, key))
    if key in full, do: :ok, else: {:error, :enoent}
  end

  setup_all do
    names = Regex.scan(~r/^  def (\w+)\((?:a|_a), (?:b|_b)\)/m, @source, capture: :all_but_first)
    names = List.flatten(names)

    codes =
      for {atom, code} <- Enum.with_index(@codes),
          do: "  defp code(#{inspect(atom)}), do: #{code}\n"

    entries =
      for name <- names do
        """
          @sec "syscall"
          def run_#{name}(_ctx) do
            a = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0) || 0
            report(#{name}(a, Honey.BpfHelpers.bpf_map_lookup_elem(:input, 1)))
            1
          end
        """
      end

    source = String.replace(@source, "ENTRIES", IO.iodata_to_binary([@entries, codes, entries]))

    # In Honey's warnings: arithmetic on nil, which is wanted here.
    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "language.ex") end)
    object = Honey.load!(Honey.Language)
    on_exit(fn -> Honey.unload(object) end)

    {:ok,
     object: object, sim: Honey.Sim.new(Honey.Language), names: Enum.map(names, &String.to_atom/1)}
  end

  defp on_beam(name, a, b) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(__MODULE__, [1, 2])
    {:value, apply(Honey.Language, name, [a, b])}
  rescue
    error ->
      place = Enum.find(__STACKTRACE__, &(elem(&1, 0) == Honey.Language))
      {_, function, _, location} = place
      {:raised, kind(error), function, location[:line]}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  defp kind(%ArithmeticError{}), do: [:arithmetic, :nil_operand]
  defp kind(%BadBooleanError{}), do: [:bad_boolean]
  defp kind(%MatchError{}), do: [:match]
  defp kind(%CaseClauseError{}), do: [:case_clause]
  defp kind(%CondClauseError{}), do: [:cond_clause]
  defp kind(%FunctionClauseError{}), do: [:function_clause]
  defp kind(%ArgumentError{message: "nothing"}), do: [:raise]
  defp kind(%ArgumentError{}), do: [:argument]
  defp kind(%RuntimeError{}), do: [:raise]

  defp in_kernel(object, sim, name, a, b) do
    for {key, _} <- Honey.Map.to_list(object, :full), do: Honey.Map.delete(object, :full, key)
    for key <- [1, 2], do: :ok = Honey.Map.put(object, :full, key, 1)
    :ok = Honey.Map.put(object, :input, 0, a)
    if b, do: Honey.Map.put(object, :input, 1, b), else: Honey.Map.delete(object, :input, 1)
    before = Honey.errors(object)
    {:ok, %{return: return}} = SimRun.test_run(object, sim, :"run_#{name}")
    ended(object, return, Honey.errors(object) -- before, before)
  end

  defp ended(object, 1, [], _before) do
    value = Honey.Map.get(object, :output, 1)

    case Honey.Map.get(object, :output, 0) do
      1 -> {:value, value}
      2 -> {:value, Enum.at(@codes, value)}
      3 -> {:value, {:error, Enum.at(@codes, value)}}
    end
  end

  defp ended(_object, 77, [raised], before) do
    earlier = Enum.find(before, %{count: 0}, &(%{&1 | count: raised.count} == raised))
    assert raised.count - earlier.count == 1
    assert raised.file == "language.ex"
    {:raised, raised.kind, elem(raised.function, 0), raised.line}
  end

  defp same?({:raised, kinds, function, line}, {:raised, kind, function, line}), do: kind in kinds
  defp same?(one, other), do: one == other

  test "every function, with every input", %{object: object, sim: sim, names: names} do
    assert length(names) > 50

    differences =
      for name <- names,
          {a, b} <- @inputs,
          beam = on_beam(name, a, b),
          kernel = in_kernel(object, sim, name, a, b),
          not same?(beam, kernel) do
        "#{name}(#{a}, #{inspect(b)}): BEAM #{inspect(beam)}, kernel #{inspect(kernel)}"
      end

    assert differences == []
  end

  defp define(name, options, body) do
    source = """
    defmodule #{inspect(name)} do
      use Honey, #{options}
      import Honey.BpfHelpers
      defmap :m, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
      @sec "syscall"
      def run(_ctx) do
        #{body}
      end
    end
    """

    try do
      ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "more.ex") end)
    after
      on_exit(fn -> :code.purge(name) or :code.delete(name) end)
    end
  end

  test "what may be nil is an error with strict: true, a warning without" do
    body = "bpf_map_lookup_elem(:m, 1) + 1"

    error =
      assert_raise Honey.CompileError, fn ->
        define(Honey.Strict, ~s(license: "GPL", kernel: "5.14", strict: true), body)
      end

    assert [%{code: :nil_operand, severity: :error, line: 7}] = error.diagnostics
    warning = define(Honey.Lax, ~s(license: "GPL", kernel: "5.14"), body)
    assert warning =~ "may be nil"
  end

  test "a program that raises returns 0, or what on_error: says" do
    body = "bpf_map_lookup_elem(:m, 1) + 1"

    for {options, result} <- [{"", 0}, {", on_error: 5", 5}, {", on_error: -1", -1}] do
      define(Honey.Raises, ~s(license: "GPL", kernel: "5.14") <> options, body)
      object = Honey.load!(Honey.Raises)
      {:ok, %{return: return}} = Honey.test_run(object, :run)
      assert <<^result::signed-32>> = <<return::32>>
      assert [%{kind: :nil_operand, line: 7, count: 1}] = Honey.errors(object)
      Honey.unload(object)
    end
  end

  test "bpf_printk prints integers of both types, and strings" do
    token = :rand.uniform(1_000_000_000)

    define(Honey.Prints, ~s(license: "GPL", kernel: "5.14"), """
    bpf_map_update_elem(:m, 1, 0xFFFFFFFFFFFFFFFF, :bpf_any)
    big = bpf_map_lookup_elem(:m, 1) || 0
    bpf_printk("honey #{token} %d %d %x", [big, -5, big])
    bpf_printk("honey #{token} %s 100%% \\"x\\" %u", [bpf_get_current_comm(), 7])
    0
    """)

    object = Honey.load!(Honey.Prints)
    {:ok, %{return: 0}} = Honey.test_run(object, :run)
    Honey.unload(object)
    trace = File.read!("/sys/kernel/tracing/trace")
    assert trace =~ "honey #{token} 18446744073709551615 -5 ffffffffffffffff"
    assert trace =~ ~r/honey #{token} \S.{0,14} 100% "x" 7/
  end
end
