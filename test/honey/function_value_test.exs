defmodule Honey.FunctionValueTest do
  @moduledoc """
  Functions: anonymous and captured ones, default arguments, clauses. They mean in the kernel what
  they mean on the BEAM.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Kernel, PairRun}

  @inputs for a <- [0, 1, 2, 3, 5, 7, -1, -4], b <- [nil, 0, 1, 5, -3], do: {a, b}
  @atoms [nil, true, false, :none, :twice, :other, :big, :same, :zero, :yes, :no]

  @values ~S'''
  defmodule Honey.FunctionValueTest.Library do
    use Honey
    def twice(n), do: n * 2
    def with_both(f, g, n), do: f.(n) + g.(n)
    def scaled(by), do: fn n -> n * by end
    def inverse(n), do: div(100, n)
    def negate, do: fn n -> -n end
  end

  defmodule Honey.FunctionValueTest.Values do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    alias Honey.FunctionValueTest.Library

    def at_once(a, _b), do: (fn x -> x + 1 end).(a)
    def bound(a, b), do: bound_(a, b || 2)
    def passed(a, b), do: apply_twice(fn x -> x * (b || 3) end, a)
    def captured_name(a, _b), do: apply_twice(&add_one/1, a)
    def captured_remote(a, _b), do: apply_twice(&Library.twice/1, a)
    def captured_operator(a, b), do: fold(&+/2, a, b || 1)
    def captured_operator_other(a, b), do: fold(&-/2, a, b || 1)
    def captured_div(a, b), do: fold(&div/2, a * 1000, if(b == 5, do: 5, else: 3))
    def placeholder(a, b), do: apply_twice(&(&1 + (b || 1)), a)
    def placeholders(a, b), do: fold(&(&2 - &1 * 2), a, b || 7)
    def nested(a, b), do: apply_twice(fn x -> apply_twice(&(&1 + x), b || 0) end, a)
    def deeper(a, b), do: apply_twice(fn x -> apply_twice(fn y -> apply_twice(&rem(&1 * y, 97), x + 1) end, b || 1) end, a)
    def no_arguments(a, b), do: call(fn -> a + (b || 0) end)
    def of_library(a, b), do: Library.with_both(&(&1 * 3), fn x -> x + (b || 1) end, a)
    def returned(a, _b), do: Library.negate().(a)
    def piped(a, _b), do: a |> then(&(&1 * 2)) |> then(&add_one/1) |> Library.twice()
    def tapped(a, _b), do: a |> tap(fn x -> x + 1 end) |> add_one()
    def applied(a, _b), do: apply(fn x, y -> x - y end, [a, 2])
    def or_else(a, b), do: get(b, fn -> a * 10 end)
    def with_atoms(a, b), do: pick(a, fn x -> if x > 2, do: :big, else: b end)

    defp bound_(a, b) do
      f = fn x, y -> x * y + b end
      g = f
      g.(a, 2) + f.(b, a)
    end

    # The value at creation.
    def rebound(a, _b) do
      x = a
      f = fn y -> x + y end
      x = x * 100
      f.(x)
    end

    def clauses(a, b) do
      f = fn
        0, _ -> :zero
        x, x -> :same
        x, nil when x > 2 or x < -2 -> :none
        x, y when x > y when y == 5 -> x
        ^a, y -> y
      end

      f.(a, b)
    end

    def no_clause(a, b) do
      f = fn
        1, _ -> 1
        x, y when is_integer(y) and x > y -> 2
      end

      f.(a, b)
    end

    def raises(a, b) do
      f = fn x ->
        div(10, x)
      end

      f.(a) + f.(b || 1)
    end

    def raises_in_library(a, _b), do: apply_twice(&Library.inverse/1, a)

    def of_nil(a, b) do
      f = fn x -> x + b end
      f.(a)
    end

    def narrowed(a, b) do
      if b do
        f = fn x -> x + b end
        f.(a)
      else
        :none
      end
    end

    def returned_with_values(a, b), do: Library.scaled(b || 4).(a) + scaled_twice(a).(3)
    def curried(a, b), do: adder().(a).(b || 9)
    def composed(a, b), do: compose(&add_one/1, Library.scaled(b || 2)).(a)

    def same_with_other_values(a, b) do
      f = if a > 2, do: Library.scaled(a), else: Library.scaled(b)
      f.(7)
    end

    def chosen_by_clauses(a, b), do: chosen(a, b).(a)

    defp chosen(1, b), do: adder().(b)
    defp chosen(n, _), do: adder().(n * 2)

    def of_tuple(a, b) do
      swap = fn {x, y} -> {y, x} end
      {x, y} = swap.({a, b || 5})
      x * 3 + y
    end

    def captured_tuple(a, b) do
      pair = {a, b}
      f = fn k ->
        {x, y} = pair
        if y, do: x + k, else: :none
      end

      f.(2)
    end

    defp scaled_twice(by), do: fn n -> Library.scaled(by).(n * 2) end
    defp adder, do: fn x -> fn y -> x + y end end
    defp compose(f, g), do: fn x -> g.(f.(x)) end

    def same_function_both_ways(a, _b) do
      f = if a > 2, do: Library.negate(), else: Library.negate()
      f.(a)
    end

    def in_a_branch(a, b) do
      if a > 1 do
        f = &add_one/1
        f.(a)
      else
        f = &(&1 * (b || 5))
        f.(a)
      end
    end

    def nested_capture(a, b) do
      f = fn x ->
        g = fn y -> x * a + y end
        g.(b || 1) + g.(x)
      end

      f.(3)
    end

    def function_of_function(a, b) do
      compose = fn f, g, x -> g.(f.(x)) end
      compose.(&add_one/1, &(&1 * (b || 2)), a)
    end

    def through_a_match(a, _b) do
      f = g = fn x -> x - 3 end
      f.(a) + g.(1)
    end

    defp apply_twice(f, x), do: f.(f.(x))
    defp fold(f, a, b), do: f.(f.(a, b), 7)
    defp add_one(x), do: x + 1
    defp call(f), do: f.()
    defp get(nil, otherwise), do: otherwise.()
    defp get(n, _otherwise), do: n
    defp pick(a, f) when a > 0, do: f.(a)
    defp pick(_, f), do: f.(1)

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "functions that are values" do
    assert PairRun.differences(@values, @atoms, @inputs) == []
  end

  @clauses ~S'''
  defmodule Honey.FunctionValueTest.Clauses do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    def defaults(a, b), do: with_defaults(a) + with_defaults(a, b || 1) + with_defaults(a, 2, 3)
    def default_first(a, _b), do: first_default(a)
    def default_computed(a, _b), do: computed(a)
    def default_clauses(a, _b), do: several(a)
    def or_guard(a, b), do: either(a, b)
    def two_guards(a, b), do: first_or_second(a, b)
    def raising_guard(a, b), do: raising(a, b)
    def same_twice(a, b), do: twice(a, b, a)
    def pinned(a, b), do: pin(a, b)
    def nested(a, b), do: nested_in({a, b}, b)
    def own_name(a, b), do: Honey.FunctionValueTest.Clauses.public(a) + __MODULE__.public(b || 1)
    def by_arity(a, b), do: many(a) + many(a, b) + many(a, b, 1)
    def across(a, b), do: {a, b} |> tag() |> untag()
    def ignored(a, _b), do: last(a, :yes, a)
    def in_list(a, b), do: listed(a, b)
    def only_private(a, b), do: if(check(a) and check?(b), do: :yes, else: :no)
    def bang(a, _b), do: checked!(a)

    def public(n), do: n * 7

    defp with_defaults(a, b \\ 10, c \\ 100), do: a + b * c
    defp first_default(a \\ 5, b), do: a - b
    defp computed(a, b \\ public(2)), do: a + b

    defp several(a, b \\ nil)
    defp several(0, nil), do: :zero
    defp several(a, nil), do: a
    defp several(_, _), do: :other

    defp either(a, b) when a > 3 or b == 5, do: 1
    defp either(a, b) when (is_nil(b) and a < 0) or a in [1, 2], do: 2
    defp either(_, _), do: 3

    defp first_or_second(a, b) when is_nil(b) when b > a, do: 1
    defp first_or_second(a, b) when b + 1 > 1 when a == 3, do: 2
    defp first_or_second(_, _), do: 3

    # The first guard raises, the second may hold.
    defp raising(a, b) when div(a, b) > 1 when a == 1, do: 1
    defp raising(a, b) when rem(10, a) == 0 or b == 0, do: 2
    defp raising(_, _), do: 3

    defp twice(x, x, x), do: :same
    defp twice(x, _, x) when x < 0, do: :big
    defp twice(x, y, _), do: x + (y || 0)

    defp pin(a, b) do
      case b do
        ^a -> :same
        x when x == a + 1 -> :twice
        _ -> :other
      end
    end

    defp nested_in({x, x}, _), do: :same
    defp nested_in({0, y}, y) when not is_nil(y), do: y
    defp nested_in({x, nil} = whole, nil), do: untag(whole) + x
    defp nested_in({_, _}, _), do: :other

    defp many(a), do: a
    defp many(a, nil), do: a * 2
    defp many(a, b), do: a + b
    defp many(_, _, c), do: c

    defp tag({a, nil}), do: {:none, a}
    defp tag({a, b}) when a > b, do: {:big, a - b}
    defp tag({a, b}), do: {:other, a, b}

    defp untag({:none, a}), do: a
    defp untag({:big, by}), do: by * 100
    defp untag({:other, a, b}), do: a * b
    defp untag({a, nil}), do: a

    defp last(_, :no, _), do: 1
    defp last(_, _, n) when n > 2, do: 2
    defp last(n, :yes, _unused), do: n

    defp listed(a, b) when a in 1..3 and b not in [0, nil], do: a * b
    defp listed(a, _) when a not in -3..3, do: :big
    defp listed(_, _), do: :other

    defp check(n), do: n > 1
    defp check?(nil), do: true
    defp check?(n), do: n != 1
    defp checked!(n) when n > 0, do: n
    defp checked!(n), do: raise(ArgumentError, "not positive: #{n}")

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "clauses, guards and default arguments" do
    assert PairRun.differences(@clauses, @atoms, @inputs) == []
  end

  test "a public function is Elixir's too" do
    {[{module, _}], _} =
      ExUnit.CaptureIO.with_io(:stderr, fn ->
        Code.compile_string(~S"""
        defmodule Honey.FunctionValueTest.Public do
          use Honey, license: "GPL", kernel: "5.14"
          @sec "syscall"
          def run(_ctx), do: scale(Honey.BpfHelpers.bpf_get_smp_processor_id(), & &1 + 1)
          def scale(n, f, by \\ 3), do: f.(n) * by
        end
        """)
      end)

    assert module.scale(2, &(&1 * 2)) == 12
    assert module.scale(1.5, fn x -> x end, 2) == 3.0
    :code.purge(module)
    :code.delete(module)
  end
end
