defmodule Honey.StandardTest do
  @moduledoc """
  The functions of Elixir's standard library that Honey writes anew do what Elixir's do: as plain
  Elixir, and in the kernel.
  """

  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.Standard
  alias Honey.Test.{Kernel, PairRun}

  @inputs for a <- [0, 1, 2, 3, 5, 7, -1, -4, 1_000_000_007, -9_223_372_036_854_775_808],
              b <- [nil, 0, 1, 5, -3, 12, 4_611_686_018_427_387_904],
              do: {a, b}

  @atoms [nil, true, false, :none, :a, :b, :c, :error, :ok]

  @source ~S'''
  defmodule Honey.StandardTest.Functions do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    require Integer

    def mod(a, b), do: 0 + Integer.mod(a, b || 3)
    def mod_by(a, b), do: Integer.mod(b || 7, if(a == 0, do: 4, else: a))
    def floor_div(a, b), do: 0 + Integer.floor_div(a, if(b == 0 or is_nil(b), do: -2, else: b))
    def of_zero(a, b), do: 1 + Integer.floor_div(rem(a, 100), (b || 1) - 1)
    def odd(a, _b), do: Integer.is_odd(a)
    def even(a, b), do: Integer.is_even(a + (b || 0))
    def odd_guard(a, b), do: parity(a) + parity(b)
    def gcd(a, b), do: Integer.gcd(rem(a, 100_000) * 12, (b || 18) |> rem(1000))
    def gcd_alone(a, _b), do: Integer.gcd(rem(a, 5040), 5040)
    def pow(a, b), do: Integer.pow(rem(a, 9), small(b))
    def power(a, b), do: rem(a, 7) ** small(b)
    def square(a, _b), do: rem(a, 1000) ** 2
    def of_two(_a, b), do: 2 ** small(b)
    def negative(a, b), do: 1 + Integer.pow(2, if(b == -3, do: b, else: rem(abs(a + 1), 60)))
    def rounded(a, _b), do: trunc(a) - round(rem(a, 10)) + ceil(1) + floor(2)
    def identity(a, b), do: Function.identity(a) == Function.identity(b)
    def remote_bits(a, b), do: Bitwise.band(a, 15) + Bitwise.bor(b || 1, 2) |> Bitwise.bxor(Bitwise.bnot(a)) |> Bitwise.bsr(2)

    def put_new(a, b), do: total(Map.put_new(kind(a, b), :b, 9))
    def put_new_lazy(a, b), do: total(Map.put_new_lazy(kind(a, b), :b, fn -> rem(a, 10) end))
    def get_lazy(a, b), do: Map.get_lazy(kind(a, b), :b, fn -> rem(a, 10) - 1 end)
    def replaced(a, b), do: total(Map.replace(kind(a, b), :b, 4))
    def updated(a, b), do: total(Map.update(kind(a, b), :b, 6, fn x -> if(x, do: rem(x, 10), else: 2) end))
    def updated_surely(a, b), do: total(Map.update!(kind(a, b), :a, &rem(&1, 8)))
    def popped(a, b) do
      {value, rest} = Map.pop(kind(a, b), :b, :none)
      if value == :none, do: total(rest), else: value
    end

    def popped_surely(a, b) do
      {value, rest} = Map.pop!(kind(a, b), :a)
      rem(value, 10) + map_size(rest)
    end

    def got_and_updated(a, b) do
      {got, m} = Map.get_and_update(kind(a, b), :b, fn x -> {x, 5} end)
      if got, do: got, else: total(m)
    end

    def access(a, b), do: kind(a, b)[:b]
    def access_of_nil(a, b), do: (if a > 1, do: kind(a, b))[:a]
    def access_computed(a, b), do: %{a: rem(a, 10), b: b}[if(a > 2, do: :a, else: :b)]
    def deeply(a, b), do: get_in(%{a: %{b: kind(a, b)}}, [:a, :b, :b])
    def deeply_nothing(a, b), do: get_in(%{a: %{b: kind(a, b)}}, [:a, :c, :b])

    def along_eight(a, b) do
      m = %{a: %{b: %{c: %{d: %{e: %{f: %{g: %{h: rem(a, 10)}, x: b}}}}}}}
      path = [:a, :b, :c, :d, :e, :f, :g, :h]
      m = m |> put_in(path, get_in(m, path) + 1) |> update_in(path, &(&1 * 2))
      get_in(m, path) + m.a.b.c.d.e.f.x
    end

    def along_four(a, b) do
      m = put_in(%{a: %{b: %{c: %{d: a}}}}, [:a, :b, :c, :d], b)
      update_in(m, [:a, :b, :c, :d], &(&1 + 1)).a.b.c.d
    end

    def put_by_path(a, b) do
      m = %{a: %{b: rem(a, 10), c: b}, d: 1}
      m = put_in(m.a.b, 3)
      m.a.b + m.d
    end

    def put_by_access(a, b) do
      m = %{a: %{b: rem(a, 10), c: b}, d: 1}
      m = put_in(m[:a][:c], 3)
      m.a.b * 10 + m.a.c
    end

    def put_by_keys(a, b) do
      m = %{a: %{b: rem(a, 10), c: b}, d: 1}
      m = m |> put_in([:a, :b], 7) |> put_in([:d], 4)
      m.a.b * 10 + m.d
    end

    def updated_by_path(a, b) do
      m = %{a: %{b: rem(a, 10), c: b}, d: 1}
      m = update_in(m.a.b, &(&1 + 2))
      m = update_in(m[:d], &(&1 * 5))
      m = update_in(m, [:a, :b], fn x -> x * 2 end)
      m.a.b * 10 + m.d
    end

    def new(a, _b), do: Map.new() |> Map.put(:a, rem(a, 10)) |> total()
    def equal(a, b), do: Map.equal?(%{a: a, b: b}, %{a: a, b: 1})
    def wrapped(a, b), do: length(List.wrap(b)) + length(List.wrap([a, b])) + length(List.wrap({a, b}))

    def twice_in_each_other(a, b), do: Integer.mod(Integer.mod(a, 17), Integer.mod(abs(b || 4), 5) + 1)

    def in_a_function(a, b) do
      f = fn x -> Integer.mod(x, 7) + Integer.floor_div(a, 1000) end
      Enum.reduce(1..3, b || 1, fn i, sum -> f.(rem(sum, 100)) * i end)
    end

    def captured(a, b), do: call(&Integer.mod/2, a, b || 3)

    defp call(f, a, b), do: f.(a, if(b == 0, do: 1, else: b))

    defp parity(nil), do: 0
    defp parity(n) when Integer.is_odd(n), do: 10
    defp parity(n) when Integer.is_even(n), do: 20

    defp small(nil), do: 3
    defp small(n) when n < 0, do: 0
    defp small(n), do: rem(n, 13)

    defp kind(a, _) when a < 0, do: %{}
    defp kind(a, nil), do: %{a: rem(a, 10)}
    defp kind(a, b), do: %{a: rem(a, 10), b: rem(b, 10)}

    defp total(m) do
      (Map.get(m, :a) || 7) + (Map.get(m, :b) || 70) + (Map.get(m, :c) || 700) + map_size(m) * 10_000
    end

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "in the kernel" do
    assert PairRun.differences(@source, @atoms, @inputs) == []
  end

  @integers [0, 1, 2, 3, 5, 7, 12, 63, 64, -1, -2, -7, -64, 1_000_003, -9_223_372_036_854_775_808]

  test "on integers, as plain Elixir" do
    for a <- @integers, b <- @integers do
      if b != 0 do
        assert Standard.Integer.mod(a, b) == Integer.mod(a, b)
        assert Standard.Integer.floor_div(a, b) == Integer.floor_div(a, b)
      end

      assert Standard.Integer.gcd(a, b) == Integer.gcd(a, b)
      if b in 0..64, do: assert(Standard.Integer.pow(a, b) == Integer.pow(a, b))
    end

    assert_raise ArithmeticError, fn -> Standard.Integer.pow(2, -1) end
  end

  # Every pair of neighbours of Fibonacci's series that fits takes one step more than the one before.
  test "gcd has turns for all that have 64 bits" do
    pairs = Stream.unfold({1, 2}, fn {a, b} -> {{a, b}, {b, a + b}} end)

    for {a, b} <- Enum.take_while(pairs, fn {_, b} -> b < Bitwise.bsl(1, 64) end) do
      assert Standard.Integer.gcd(b, a) == 1
      assert Standard.Integer.gcd(a, b) == 1
    end
  end

  # The least integer has no magnitude that is an s64.
  test "gcd raises only when it does not fit itself" do
    capture_io(:stderr, fn ->
      Code.compile_string("""
      defmodule Honey.StandardGcd do
        use Honey, overflow: :raise
        def gcd(a, b), do: Integer.gcd(a, b)
      end
      """)
    end)

    least = -0x8000000000000000
    gcd = &Honey.Sim.run(Honey.StandardGcd, :gcd, args: [&1, &2])

    for {a, b} <- [{least, 8}, {8, least}, {least, -12}, {least, least + 1}, {-1, least}],
        do: assert(gcd.(a, b).value == Integer.gcd(a, b))

    for {a, b} <- [{least, 0}, {0, least}, {least, least}],
        do: assert(%{kind: :overflow} = gcd.(a, b).raised)
  end

  test "every function has the name and arity of Elixir's" do
    for module <- [Access, Function, Integer, Elixir.Kernel, List, Map],
        name <- Standard.names(module),
        arity <- 0..4,
        Standard.fetch(module, {name, arity}) do
      Code.ensure_loaded!(module)
      assert function_exported?(module, name, arity), "#{inspect(module)}.#{name}/#{arity}"
    end

    assert Standard.fetch(Integer, {:mod, 2})
    assert Standard.fetch(Integer, {:mod, 3}) == nil
    assert Standard.names(String) == nil
  end
end
