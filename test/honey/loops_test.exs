defmodule Honey.LoopsTest do
  @moduledoc """
  Loops mean in the kernel what they mean on the BEAM: each function of the modules below is called
  in both, with every pair of the inputs, and ends alike, or raises alike, and leaves the same in
  its map. Those of `@source` are compiled twice: for a kernel whose verifier walks every turn, and
  for one with bpf_loop.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  # Public functions of two arguments: an integer, and an integer or nil.
  @source ~S'''
    # Ranges

    def up(a, _b), do: Enum.reduce(0..(a &&& 15), 0, fn i, acc -> acc * 3 + i end)
    def down(a, _b), do: Enum.reduce((a &&& 15)..2//-1, 1, fn i, acc -> acc * 3 + i end)
    def either_way(a, b), do: Enum.reduce((a &&& 7)..((b || 3) &&& 7), 1, fn i, acc -> acc * 9 + i end)
    def by_three(a, _b), do: Enum.reduce((a &&& 7)..20//3, 1, fn i, acc -> acc * 21 + i end)
    def by_minus_two(a, b), do: Enum.reduce((a &&& 31)..((b || 3) &&& 7)//-2, 1, &(&2 * 5 + &1))
    def constant(_a, _b), do: Enum.reduce(-3..4, 0, fn i, acc -> acc * 2 + i end)
    def constant_down(_a, _b), do: Enum.reduce(4..-3, 0, fn i, acc -> acc * 2 + i end)
    def constant_empty(a, _b), do: Enum.reduce(4..-3//1, a, fn i, acc -> acc * 2 + i end)
    def negative(a, _b), do: Enum.reduce((-(a &&& 7))..3//1, 0, fn i, acc -> acc * 4 + i end)
    def may_be_nil(a, b), do: Enum.reduce(1..((b && b &&& 7) || 2)//1, a, fn i, acc -> acc + i end)

    def up_to_less(a, _b) do
      n = a &&& 7
      Enum.reduce(0..(n - 1)//1, 100, fn i, acc -> acc + i end)
    end

    def wraps_around(a, _b) do
      n = a &&& 7
      Enum.reduce(0..(n - 1), 100, fn i, acc -> acc * 2 + i end)
    end

    # The source comes before what is reduced into, and may raise first.
    def for_order(a, b), do: (for i <- 1..most(a)//1, reduce: initial(b) do acc -> acc + i end)
    defp most(a) when a >= 0, do: a &&& 7
    defp initial(b) when is_integer(b), do: b

    # In a guard of a generator, as in any condition, what is not reached is not asked.
    def for_struct_guard(a, _b) do
      q = %{low: a, high: 3}
      for i when is_struct(q, Range) or i > 1 <- 0..q.high, reduce: 0, do: (n -> n + i)
    end

    # Accumulators

    def nil_first(a, _b) do
      Enum.reduce(1..(a &&& 7)//1, nil, fn
        i, nil -> i
        i, acc -> acc * 2 + i
      end)
    end

    def atom_then_integer(a, _b) do
      Enum.reduce(0..(a &&& 7), :none, fn i, acc ->
        if acc == :none, do: (if i > 2, do: i, else: :none), else: acc + i
      end)
    end

    def status(a, b) do
      Enum.reduce(0..7, :ok, fn i, acc ->
        case acc do
          :ok when i == a -> {:error, :enoent}
          :ok when i == b -> {:error, :einval}
          other -> other
        end
      end)
    end

    def boolean(a, _b), do: Enum.reduce(0..7, true, fn i, acc -> acc and i != a end)
    def constant_accumulator(a, _b), do: Enum.reduce(0..7, 1, fn i, _ -> if i == a, do: 5, else: 1 end)

    def swap(a, b) do
      {x, y} = Enum.reduce(1..((a &&& 7) + 1), {a, b}, fn _, {x, y} -> {y, x} end)
      if x == nil, do: y, else: x
    end

    def fibonacci(a, _b) do
      {x, _} = Enum.reduce(0..(a &&& 15), {0, 1}, fn _, {x, y} -> {y, x + y} end)
      x
    end

    def in_a_map(a, _b) do
      %{sum: sum, most: most} =
        Enum.reduce(0..(a &&& 7), %{sum: 0, most: nil}, fn i, m ->
          %{m | sum: m.sum + i, most: if(rem(i, 3) == 0, do: i, else: m.most)}
        end)

      sum * 100 + most
    end

    def not_leaked(a, _b) do
      x = 1
      Enum.each(0..3, fn i -> (x = i + a; x) end)
      for i <- 0..3, do: (x = x + i; x)
      x
    end

    def captured(a, b) do
      c = a * 3
      d = if b, do: b, else: c
      Enum.reduce(0..7, 0, fn i, acc -> acc + (i * c) - d + a end)
    end

    # for

    def for_reduce(a, _b), do: (for i <- 0..7, reduce: a do acc -> acc * 3 + i end)

    def for_clauses(a, _b) do
      for i <- 0..7, reduce: a do
        acc when acc > 100 -> acc - 50
        acc when rem(acc, 2) == 0 -> acc + i
        acc -> acc * 2 + 1
      end
    end

    def for_no_clause(a, _b) do
      for i <- 0..7, reduce: a do
        acc when acc < 10 -> acc + i
      end
    end

    def for_filters(a, _b) do
      for i <- 0..15, rem(i, 2) == 0, i != a, reduce: 1 do
        acc -> acc * 3 + i
      end
    end

    def for_nested(a, b) do
      for i <- 0..(a &&& 3), j <- i..5, k <- [1, b || 7], i + j != k, reduce: 1 do
        acc -> rem(acc * 7 + i * j + k, 1_000_003)
      end
    end

    def for_patterns(a, b) do
      for {:ok, x} <- [{:ok, a}, :error, {:ok, b || 4}, {:error, :enoent}, {:ok, 5}], reduce: 0 do
        acc -> acc * 3 + x
      end
    end

    def for_nothing(a, b) do
      for x <- 1..0//1, do: raise("element #{x}")
      a + (b || 1)
    end

    def for_integer_pattern(a, b), do: (for 1 <- [a, b, 1], reduce: 0 do acc -> acc + 1 end)
    def for_guard(a, b), do: (for x when x > 1 and is_integer(x) <- [a, b || :none, 3], reduce: 0 do acc -> acc + x end)
    def for_pin(a, b), do: (for ^a <- [b, 1, 2, a], reduce: 0 do acc -> acc + 1 end)
    def for_match(a, _b), do: (for i <- 0..5, j = i * a, j > 3, reduce: 0 do acc -> acc + j end)

    def for_effect(a, b) do
      for i <- 0..7, i != b, do: put(i, i * a)
      get(a &&& 7)
    end

    def for_effect_nested(a, _b) do
      for i <- 0..3, j <- 0..3, i <= j do
        put(i, (get(i) || 0) + j * a)
      end

      get(2)
    end

    def for_in_branch(a, b) do
      if b do
        for i <- 0..2, do: put(i, a)
      end

      get(1)
    end

    def for_list(a, b), do: (for x <- [a, b || 3, 7], do: x * 2) |> of_three()
    defp of_three([x, y, z]), do: x * 100 + y * 10 + z
    def map_list(a, b), do: Enum.map([a, b || 3, 7], &(&1 + a)) |> of_three()
    def map_range(a, _b), do: Enum.map(1..3, fn i -> i * a end) |> of_three()

    # Enum

    def no_turn(a, _b) do
      kept = Enum.reduce_while(1..0//1, a, fn _, kept -> {:cont, kept} end)
      Honey.BpfHelpers.bpf_map_update_elem(:trail, 0, kept, :bpf_any)
      get(0)
    end

    def each(a, _b), do: Enum.each(0..5, fn i -> put(i, i + a) end)
    def each_clauses(a, _b) do
      Enum.each(0..5, fn
        2 -> put(2, a)
        i when i > 3 -> put(i, -a)
        _ -> :nothing
      end)
    end

    def no_clause(a, _b), do: Enum.reduce(0..5, 0, fn i, acc when i != a -> acc + i end)
    def any(a, b), do: Enum.any?(0..7, fn i -> i * i == a or i == b end)
    def any_truthy(a, b), do: Enum.any?([b, a > 5, nil])
    def all(a, b), do: Enum.all?(0..7, fn i -> i != a and i != b end)
    def all_truthy(a, b), do: Enum.all?([b, a > -5, 1])
    def any_empty(a, _b), do: Enum.any?(1..(a &&& 3)//1, fn _ -> true end)
    def find(a, _b), do: Enum.find(0..15, &(&1 * &1 > a))
    def find_default(a, b), do: Enum.find(0..5, b, &(&1 * 3 == a))
    def find_in_list(a, b), do: Enum.find([b, a, :none], &is_integer/1)
    def count(a, _b), do: Enum.count(0..15, fn i -> rem(i, 3) == (a &&& 3) end)
    def count_all(a, _b), do: Enum.count((a &&& 7)..20//3)
    def count_list(a, b), do: Enum.count([a, b, 1], &(&1 == 1))
    def sum(a, _b), do: Enum.sum((a &&& 7)..20//3)
    def sum_list(a, b), do: Enum.sum([a, b || 0, 5])
    def max_range(a, _b), do: Enum.max((a &&& 7)..3)
    def min_range(a, _b), do: Enum.min((a &&& 7)..3)
    def max_list(a, b), do: Enum.max([a, b || 2, 3])
    def min_list(a, b), do: Enum.min([a, b || 2, 3])
    def member(a, b), do: Enum.member?([1, b, 5], a)
    def member_range(a, b), do: {Enum.member?(1..9//2, a), Enum.member?(1..9//2, b)} == {true, true}
    def capture(a, b), do: Enum.reduce([a, b || 1, 4], 0, &add/2)
    defp add(x, acc), do: acc * 2 + x
    def capture_operator(a, b), do: Enum.reduce([a, b || 1, 4], 1, &-/2)

    def while(a, _b) do
      Enum.reduce_while(0..15, 0, fn i, acc ->
        if acc > a, do: {:halt, acc}, else: {:cont, acc + i}
      end)
    end

    def while_other(a, b) do
      Enum.reduce_while(0..7, 0, fn
        i, _ when i == a -> {:halt, :there}
        i, acc when i == b -> {:halt, {:error, code_of(acc)}}
        i, acc -> {:cont, acc + i}
      end)
    end

    defp code_of(0), do: :enoent
    defp code_of(_), do: :eexist

    def while_bad(a, _b) do
      Enum.reduce_while(0..7, 0, fn
        i, acc when i < a -> {:cont, acc + i}
        _, acc -> acc
      end)
    end

    # Raising out of loops

    def raise_inside(a, _b), do: Enum.reduce(0..7, 0, fn i, acc -> (if i == a, do: raise("stop"), else: acc + i) end)
    def divide_inside(a, b), do: Enum.reduce(0..7, 100, fn i, acc -> acc + div(100, i - a) + div(7, i - (b || 3)) end)

    def raise_nested(a, _b) do
      for i <- 0..3, j <- 0..3, reduce: 0 do
        acc -> acc + checked(i + j, a)
      end
    end

    defp checked(n, a) when n != a, do: n

    def raise_after_effect(a, _b) do
      for i <- 0..7 do
        put(i, a)
        7 = a + i
      end
    end

    def nil_inside(_a, b), do: Enum.reduce(0..3, 0, fn i, acc -> acc + i + b end)

    # Maps of the kernel within loops

    def lookups(a, b) do
      put(3, a)
      put(5, b || 1)
      Enum.reduce(0..7, 0, fn i, acc ->
        case get(i) do
          nil -> acc + 1
          n -> acc * 2 + n
        end
      end)
    end

    def looked_up_before(a, _b) do
      put(1, a)
      found = get(1)
      Enum.each(0..3, fn i -> put(i, found + i) end)
      found
    end

    def counted(a, _b) do
      Enum.each(0..7, fn i ->
        key = i &&& 3
        count = get(key)
        if count != nil, do: put(key, count + a), else: put(key, a)
      end)
    end

    def counted_before(a, _b) do
      put(2, 10)
      count = get(2)
      for _ <- 0..3, count != nil, do: put(2, count + a)
      get(2)
    end

    def deleted(a, _b) do
      for i <- 0..7, do: put(i, i)
      for i <- 0..7, rem(i, 2) == (a &&& 1), do: Honey.BpfHelpers.bpf_map_delete_elem(:trail, i)
      Enum.count(0..7, &(get(&1) == nil))
    end

    # Loops in helpers, in conditions, one after the other

    def in_helper(a, b), do: total(a &&& 7) + total((b || 2) &&& 7) * 100
    defp total(n), do: fuel(8, Enum.reduce(0..n, 0, fn i, acc -> acc + i * n end))
    def in_condition(a, b), do: if(Enum.any?(0..3, &(&1 == a)), do: Enum.sum(0..3), else: b)

    def one_after_the_other(a, _b) do
      x = Enum.reduce(0..7, a, fn i, acc -> acc + i end)
      y = Enum.reduce(0..7, x, fn i, acc -> acc - 2 * i end)
      Enum.reduce(0..3, y, fn i, acc -> acc * 2 + i end)
    end

    def loops_in_loops(a, _b) do
      Enum.reduce(0..3, 0, fn i, acc ->
        inner = Enum.reduce(0..i, 0, fn j, sum -> sum + j * a end)
        if Enum.any?(0..2, &(&1 == inner)), do: acc + 1, else: acc + inner
      end)
    end

    # Recursion in tail position

    def power(a, b), do: fuel(20, power(a, (b || 4) &&& 7, 1))
    defp power(_, 0, acc), do: acc
    defp power(a, n, acc) when n > 0, do: power(a, n - 1, acc * a)

    def gcd(a, b), do: fuel(30, greatest(a &&& 255, (b || 12) &&& 255))
    defp greatest(x, 0), do: x
    defp greatest(x, y), do: greatest(y, rem(x, y))

    def collatz(a, _b), do: fuel(40, collatz_steps((a &&& 7) + 1, 0))
    defp collatz_steps(1, steps), do: steps

    defp collatz_steps(n, steps) do
      if rem(n, 2) == 0,
        do: collatz_steps(div(n, 2), steps + 1),
        else: collatz_steps(3 * n + 1, steps + 1)
    end

    def no_clause_later(a, _b), do: fuel(30, counting(a &&& 15))
    defp counting(n) when n > 10, do: n
    defp counting(n) when n < 5, do: counting(n + 2)

    def search(a, b), do: fuel(30, searching(0, a, b))
    defp searching(20, _, _), do: nil
    defp searching(n, a, _) when n * n == a, do: n
    defp searching(n, a, b), do: n == b or searching(n + 1, a, b)

    def grows_a_type(a, _b), do: fuel(10, growing(a &&& 7, nil))
    defp growing(0, last), do: last
    defp growing(n, nil), do: growing(n - 1, :small)
    defp growing(n, :small), do: growing(n - 1, n)
    defp growing(n, m), do: growing(n - 1, m * 2)

    def recursion_with_effects(a, _b), do: fuel(10, putting(a &&& 7))
    defp putting(n) when n < 0, do: :ok
    defp putting(n) do
      put(n, n * n)
      putting(n - 1)
    end

    # Recursion that nests

    def factorial(a, _b), do: fuel(9, factorial_of(a &&& 7))
    defp factorial_of(0), do: 1
    defp factorial_of(n), do: n * factorial_of(n - 1)

    def fib(a, _b), do: fuel(6, fib_of(a &&& 3))
    defp fib_of(n) when n < 2, do: n
    defp fib_of(n), do: fib_of(n - 1) + fib_of(n - 2)

    def even(a, _b), do: fuel(9, even?(a &&& 7))
    defp even?(0), do: true
    defp even?(n), do: odd?(n - 1)
    defp odd?(0), do: false
    defp odd?(n), do: even?(n - 1)

    def fuelled(a, b), do: fuel(16, Enum.reduce(0..(a &&& 15), b || 0, fn i, acc -> acc + i end))
  '''

  # What takes bpf_loop: bounds that nothing limits, and many turns.
  @unbounded ~S'''
    def to_any(a, _b), do: Enum.reduce(0..a, 0, fn i, acc -> acc * 3 + i end)
    def to_any_up(a, b), do: Enum.reduce((b || 0)..a//1, 0, fn i, acc -> acc * 3 + i end)
    def to_nil(_a, b), do: Enum.reduce(0..b, 0, fn i, acc -> acc + i end)
    def many(a, _b), do: Enum.reduce(0..99_999, 0, fn i, acc -> if rem(i, 7) == a, do: acc + i, else: acc end)
    def many_nested(a, _b), do: (for i <- 0..299, j <- 0..299, rem(i * j, 13) == a, reduce: 0 do acc -> acc + 1 end)
    def found_late(a, _b), do: Enum.find(0..1_000_000, &(&1 * &1 > a * 1_000_000_000))
    def counter(a, _b), do: Enum.reduce(0..70_000, 0, fn _, acc -> if acc > 60_000, do: a, else: acc + 1 end)

    def branches(a, b) do
      Enum.reduce(0..20_000, {0, nil, :red}, fn i, {sum, last, color} ->
        cond do
          rem(i, 3) == 0 and color == :red -> {sum + i, i, :green}
          rem(i, 5) == 0 and color == :green -> {sum - i, last, :blue}
          i == a -> {sum, b, color}
          last != nil and last > 7 -> {sum + 1, last - 7, :red}
          true -> {sum, last, color}
        end
      end)
      |> case do
        {sum, nil, _} -> sum
        {sum, last, :red} -> sum * 2 + last
        {sum, last, _} -> sum * 3 + last
      end
    end

    def raise_late(a, _b), do: Enum.reduce(0..50_000, 0, fn i, acc -> (if i > 40_000 + a * 10_000, do: raise("late"), else: acc + 1) end)
    def while_late(a, _b), do: Enum.reduce_while(0..5_000_000, 0, fn i, acc -> (if acc > 50_000 + a, do: {:halt, i}, else: {:cont, acc + 1}) end)
    def tail(a, b), do: tail_sum(30_000 + a, b || 0)
    defp tail_sum(n, acc) when n <= 0, do: acc
    defp tail_sum(n, acc), do: tail_sum(n - 1, bxor(acc * 3, n))

    def table(a, _b) do
      Enum.each(0..9_999, fn i ->
        key = rem(i, 8)
        count = get(key)
        if count != nil, do: put(key, count + a), else: put(key, a)
      end)

      Enum.sum([get(0), get(1), get(7)])
    end
  '''

  @codes [nil, true, false, :ok, :none, :there, :small, :enoent, :eexist, :einval]

  @entries """
    defmap :input, :bpf_hash, max_entries: 2, key_type: :u32, value_type: :s64
    defmap :trail, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64

    defp put(key, value), do: Honey.BpfHelpers.bpf_map_update_elem(:trail, key, value, :bpf_any)
    defp get(key), do: Honey.BpfHelpers.bpf_map_lookup_elem(:trail, key)

    defp report(n) when is_integer(n), do: write(1, n)
    defp report({:error, reason}), do: write(3, code(reason))
    defp report(atom), do: write(2, code(atom))

    defp write(kind, value) do
      Honey.BpfHelpers.bpf_map_update_elem(:output, 1, value, :bpf_any)
      Honey.BpfHelpers.bpf_map_update_elem(:output, 0, kind, :bpf_any)
    end

  """

  @inputs for a <- [0, 1, 2, 3, 5, 7, 11, -1, -3], b <- [nil, 0, 1, 4, 6, -1], do: {a, b}

  @doc false
  def call(:bpf_map_lookup_elem, [:trail, key]), do: Map.get(Process.get(__MODULE__), key)

  def call(:bpf_map_update_elem, [:trail, key, value, :bpf_any]) do
    Process.put(__MODULE__, Map.put(Process.get(__MODULE__), key, value))
    :ok
  end

  def call(:bpf_map_delete_elem, [:trail, key]) do
    trail = Process.get(__MODULE__)
    Process.put(__MODULE__, Map.delete(trail, key))
    if is_map_key(trail, key), do: :ok, else: {:error, :enoent}
  end

  defp define(module, source, options) do
    names = Regex.scan(~r/^  def (\w+)\(_?a, _?b\)/m, source, capture: :all_but_first)
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

    text = """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL", on_error: 77, #{options}
    #{source}#{@entries}#{codes}#{entries}
    end
    """

    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(text, "loops.ex") end)

    on_exit(fn ->
      :code.purge(module)
      :code.delete(module)
    end)

    Enum.map(names, &String.to_atom/1)
  end

  defp on_beam(module, name, a, b) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(__MODULE__, %{})
    ended = evaluate(module, name, a, b)
    {ended, Process.get(__MODULE__)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  defp evaluate(module, name, a, b) do
    {:value, wrapped(apply(module, name, [a, b]))}
  rescue
    error ->
      {_, _, _, location} =
        Enum.find(__STACKTRACE__, {nil, nil, nil, []}, &(elem(&1, 0) == module))

      {:raised, kind(error), location[:line]}
  end

  # The tests' products stay within 64 bits, or wrap, as + and * do, whenever they are reduced.
  defp wrapped(n) when is_integer(n) do
    <<n::signed-64>> = <<n::64>>
    n
  end

  defp wrapped(other), do: other

  defp kind(%ArithmeticError{}), do: [:arithmetic, :nil_operand]
  defp kind(%BadBooleanError{}), do: [:bad_boolean]
  defp kind(%MatchError{}), do: [:match]
  defp kind(%CaseClauseError{}), do: [:case_clause]
  defp kind(%CondClauseError{}), do: [:cond_clause]
  defp kind(%FunctionClauseError{}), do: [:function_clause]
  defp kind(%ArgumentError{}), do: [:argument]
  defp kind(%RuntimeError{}), do: [:raise]

  # And in a simulation, which does the same.
  defp in_kernel(object, sim, name, a, b) do
    for {key, _} <- Honey.Map.to_list(object, :trail), do: Honey.Map.delete(object, :trail, key)
    :ok = Honey.Map.put(object, :input, 0, a)
    if b, do: Honey.Map.put(object, :input, 1, b), else: Honey.Map.delete(object, :input, 1)
    before = Honey.errors(object)
    {:ok, %{return: return}} = run(object, sim, :"run_#{name}")
    ended = ended(object, return, Honey.errors(object) -- before)
    {ended, Map.new(Honey.Map.to_list(object, :trail))}
  end

  # The simulation takes its time over millions of turns.
  defp run(object, nil, program), do: Honey.test_run(object, program)
  defp run(object, sim, program), do: SimRun.test_run(object, sim, program)

  defp ended(object, 1, []) do
    value = Honey.Map.get(object, :output, 1)

    case Honey.Map.get(object, :output, 0) do
      1 -> {:value, value}
      2 -> {:value, Enum.at(@codes, value)}
      3 -> {:value, {:error, Enum.at(@codes, value)}}
    end
  end

  defp ended(_object, 77, [raised]), do: {:raised, raised.kind, raised.line}

  # Of what Enum raises in a tail call the BEAM names no line of ours, and of a `for` its first.
  defp same?({{:raised, kinds, line}, trail}, {{:raised, kind, other}, trail}),
    do: kind in kinds and (line == nil or abs(line - other) <= 4)

  defp same?(one, other), do: one == other

  defp compare(module, source, options, simulates \\ true) do
    names = define(module, source, options)
    object = Honey.load!(module)
    sim = if simulates, do: Honey.Sim.new(module)

    differences =
      for name <- names,
          {a, b} <- @inputs,
          beam = on_beam(module, name, a, b),
          kernel = in_kernel(object, sim, name, a, b),
          not same?(beam, kernel) do
        "#{name}(#{a}, #{inspect(b)}): BEAM #{inspect(beam)}, kernel #{inspect(kernel)}"
      end

    Honey.unload(object)
    assert differences == []
    names
  end

  test "every loop, where the verifier walks its turns" do
    module = Honey.WalkedLoops
    assert length(compare(module, @source, ~s(kernel: "5.14"))) > 80
    refute module.__honey__(:c_source) =~ "bpf_loop"
  end

  test "every loop, with bpf_loop" do
    compare(Honey.CalledLoops, @source, ~s(kernel: "5.17"))
  end

  # What the kernel alone does: what exceeds its limits, which the BEAM has not.
  @limits ~S'''
    def fuel_of_range(a, _b), do: fuel(5, Enum.reduce(0..a//1, 0, fn i, acc -> acc + i end))
    def fuel_found(a, _b), do: fuel(5, Enum.find(0..100, &(&1 >= a)))
    def fuel_of_call(a, _b), do: fuel(5, down(a))
    defp down(n) when n <= 0, do: 0
    defp down(n), do: down(n - 1)
    def fuel_nested(a, _b), do: fuel(5, depth(a))
    defp depth(n) when n <= 0, do: 0
    defp depth(n), do: 1 + depth(n - 1)
    def endless(a, _b), do: forever(a)
    defp forever(n) when n == -5, do: n
    defp forever(n), do: forever(n)
    def millions(a, _b), do: Enum.count(0..(8_388_606 + a), &(&1 >= 0))
  '''

  test "what exceeds the fuel, or what bpf_loop can do, raises" do
    names = define(Honey.LoopLimits, @limits, ~s(kernel: "5.17"))
    object = Honey.load!(Honey.LoopLimits)
    run = fn name, a -> object |> in_kernel(nil, name, a, nil) |> elem(0) end

    assert length(names) == 6
    assert run.(:fuel_of_range, 4) == {:value, 10}
    assert {:raised, :loop_limit, _} = run.(:fuel_of_range, 5)
    assert run.(:fuel_found, 4) == {:value, 4}
    assert {:raised, :loop_limit, _} = run.(:fuel_found, 5)
    assert run.(:fuel_of_call, 4) == {:value, 0}
    assert {:raised, :loop_limit, _} = run.(:fuel_of_call, 5)
    assert run.(:fuel_nested, 4) == {:value, 4}
    assert {:raised, :loop_limit, _} = run.(:fuel_nested, 5)
    assert run.(:endless, -5) == {:value, -5}
    assert {:raised, :loop_limit, _} = run.(:endless, 1)
    assert run.(:millions, 1) == {:value, 8_388_608}
    assert {:raised, :loop_limit, _} = run.(:millions, 2)
    Honey.unload(object)
  end

  # As many turns as are allowed where the verifier walks them, of bodies that are hard for it.
  @hard [
    {"0", "fn i, acc -> if acc > 1000, do: 0, else: acc + i end"},
    {"0",
     "fn i, acc -> acc = if rem(acc, 3) == 0, do: acc + 5, else: acc * 2\nif acc > i, do: acc - 1, else: acc + i end"},
    {"nil",
     "fn\n_, nil -> 1\ni, :red when i > 5 -> nil\n_, :red -> 7\n_, n when n > 3 and n < 100 -> :red\n_, n -> n + 1 end"},
    {"{0, 1}", "fn i, {x, y} -> if x > y, do: {y, x + i}, else: {x + 1, y - i} end"},
    {"0",
     "fn i, acc -> Honey.BpfHelpers.bpf_map_update_elem(:trail, i &&& 7, acc, :bpf_any)\nget(i &&& 3) + acc end"},
    {"0", "fn i, acc -> div(acc, i - 5) + i end"}
  ]

  test "the most turns that the verifier is given, it can follow" do
    for {initial, body} <- @hard, range <- ["0..n//1", "0..n//s", "Range.new(n, 0)"] do
      source = &"  def hard(a, b) do\n    {n, s} = {a, b || 1}\n    #{&1}\n    0\n  end\n"
      loop = "Enum.reduce(#{range}, #{initial}, #{body})"

      error =
        assert_raise Honey.CompileError, fn ->
          define(Honey.HardLoops, source.(loop), ~s(kernel: "5.14"))
        end

      %{hint: hint} = Enum.find(error.diagnostics, &(&1.code == :loop_limit))
      [_, most] = Regex.run(~r/fuel\((\d+), /, hint)
      define(Honey.HardLoops, source.("fuel(#{most}, #{loop})"), ~s(kernel: "5.14"))
      assert {:ok, object} = Honey.load(Honey.HardLoops)
      Honey.unload(object)
      define(Honey.HardLoops, source.(loop), ~s(kernel: "5.17"))
      assert {:ok, object} = Honey.load(Honey.HardLoops)
      Honey.unload(object)
    end
  end

  # clang makes a call of bpf_loop of the inner `for`s; that there are no turns around them only the
  # verifier finds out.
  test "turns that are none, as the verifier alone knows" do
    modules =
      Code.compile_string(~S'''
      defmodule Honey.NoTurns do
        use Honey, license: "GPL", kernel: "5.17"

        deftype Inner, x: :s16, y: :u64
        deftype Outer, inner: Inner, name: {:string, 8}, list: {:array, :s16, 3}, total: :s64

        defmap :signed, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
        defmap :unsigned, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64
        defmap :slots, :bpf_percpu_array, max_entries: 8, key_type: :u32, value_type: :s64

        @sec "syscall"
        def main(_ctx) do
          a = Honey.BpfHelpers.bpf_map_lookup_elem(:signed, 0)
          b = Honey.BpfHelpers.bpf_map_lookup_elem(:unsigned, 0)
          if found(a, b) == nil, do: 1, else: 2
        end

        defp found(a, b) do
          Enum.reduce_while(0..0, nil, fn z, q ->
            if z < b,
              do: {:halt, Enum.reduce(outer(z).list, q, fn _s, t -> t end)},
              else: {:cont, Honey.BpfHelpers.bpf_map_lookup_elem(:slots, a &&& 3)}
          end)
        end

        defp outer(z) do
          Enum.reduce_while(1..(%Inner{}.x &&& 3)//1, %Outer{}, fn t, p ->
            if Enum.find([turned(z, t), 5, -1], fn _ -> false end), do: {:halt, p}, else: {:cont, p}
          end)
        end

        defp turned(z, t) do
          Enum.reduce_while((abs(z) &&& 1)..2, t, fn q, p ->
            if all(), do: {:halt, p}, else: {:cont, q}
          end)
        end

        defp all do
          for r <- 0..3, {:ok, _} <- [{:ok, r}, :error, ok: 3], reduce: true, do: (s -> s)
        end
      end
      ''')

    {module, _} = List.last(modules)
    object = Honey.load!(module)
    assert {:ok, %{return: 2}} = Honey.test_run(object, :main)
    assert Honey.Map.put(object, :unsigned, 0, 1) == :ok
    assert {:ok, %{return: 1}} = Honey.test_run(object, :main)
    Honey.unload(object)
  end

  test "loops of any length" do
    compare(Honey.LongLoops, @unbounded, ~s(kernel: "5.17"), false)
  end
end
