defmodule Honey.ChosenFunctionTest do
  @moduledoc """
  Functions that are chosen while the program runs: by branches, by clauses, out of data, from turn
  to turn of a loop. Which is called, with which captured values, is what it is on the BEAM.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Kernel, PairRun}

  @inputs for a <- [0, 1, 2, 3, 5, 7, -1, -4], b <- [nil, 0, 1, 5, -3], do: {a, b}
  @atoms [nil, true, false, :none, :one, :two, :other, :big]

  @source ~S'''
  defmodule Honey.ChosenFunctionTest.Chosen do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77

    def by_if(a, b) do
      f = if a > 2, do: &twice/1, else: &negate/1
      f.(a) + f.(b || 4)
    end

    def by_case(a, b) do
      f =
        case b do
          nil -> &twice/1
          0 -> fn x -> x + a end
          n when n > 0 -> fn x -> x * n - a end
          _ -> &negate/1
        end

      f.(a) * 10 + f.(3)
    end

    def by_cond(a, b) do
      cond do
        a > 4 -> &+/2
        b -> &-/2
        true -> fn x, _ -> x end
      end
      |> then(& &1.(a, b || 9))
    end

    def by_clauses(a, b), do: operation(a).(a, b || 2)
    def passed(a, b), do: apply_twice(if(a > 1, do: &twice/1, else: &(&1 + (b || 7))), a)
    def or_else(a, b), do: (pick(a) || (&twice/1)).(b || 3)

    def may_be_nil(a, b) do
      f = pick(a)
      1 + f.(b || 3)
    end

    def if_a_function(a, b) do
      f = pick(a)
      if f, do: f.(b || 3), else: :none
    end

    def by_is_function(a, b) do
      case some(a) do
        f when is_function(f, 1) -> f.(b || 2)
        f when is_function(f, 2) -> f.(a, b || 2)
        f when is_function(f) -> :other
        n -> n
      end
    end

    def tests(a, _b) do
      f = some(a)
      {is_function(f), is_function(f, 1), is_function(f, 2), is_integer(f), is_tuple(f)} |> tally()
    end

    def in_a_tuple(a, b) do
      {_, f} = if a > 1, do: {:one, &twice/1}, else: {:two, fn x -> x - (b || 1) end}
      f.(a)
    end

    def in_a_map(a, b) do
      handlers = %{up: &(&1 + a), down: fn x -> x - (b || 1) end, none: nil}
      handlers = if a == 3, do: %{handlers | up: &negate/1}, else: handlers
      handlers.up.(5) * 100 + handlers.down.(a)
    end

    def in_a_list(a, b) do
      [f, g | _] = [&twice/1, &(&1 + (b || 2)), &negate/1]
      g.(f.(a))
    end

    def loop_over_functions(a, b) do
      Enum.reduce([&twice/1, &negate/1, fn x -> x + (b || 5) end], a, fn f, x -> f.(x) end)
    end

    def tagged(a, b) do
      case choose(a, b) do
        {:ok, f, by} -> f.(by)
        {:error, f} -> f.()
        :none -> :none
      end
    end

    def accumulated(a, b) do
      f = Enum.reduce(1..4, &twice/1, fn i, f -> if i == a, do: &(&1 * 10 + i), else: f end)
      f.(b || 2)
    end

    def turned(a, b), do: turn(a, &twice/1, 5).(b || 6)

    def called_in_turns(a, b) do
      {x, _} =
        Enum.reduce(1..6, {b || 1, &twice/1}, fn i, {x, f} ->
          if rem(i, 2) == 0, do: {f.(x), &(&1 - a)}, else: {f.(x), &twice/1}
        end)

      x
    end

    def nested(a, b) do
      inner = if a > 2, do: &twice/1, else: &negate/1
      outer = if b, do: fn x -> inner.(x) + b end, else: fn x -> inner.(inner.(x)) end
      outer.(a)
    end

    def of_functions(a, b) do
      adder = if b, do: fn n -> fn x -> x + n end end, else: fn n -> fn x -> x * n end end
      adder.(a).(4) + adder.(2).(a)
    end

    def with_data(a, b) do
      f = if a > 1, do: fn x -> {:one, x} end, else: fn x -> {:two, x, b} end

      case f.(a) do
        {:one, n} -> n
        {:two, _, nil} -> :two
        {:two, n, m} -> n * m
      end
    end

    def raising(a, b) do
      f = if a > 1, do: &div(&1, 0 + (b || 1)), else: fn x -> x + b end
      f.(a)
    end

    def no_clause(a, _b) do
      f = if a > 1, do: fn 5 -> 1 end, else: fn x when x < 1 -> 2 end
      f.(a)
    end

    def always_raises_in_one(a, _b) do
      f = if a > 1, do: &twice/1, else: fn _ -> raise "no" end
      f.(a)
    end

    def matched(a, b) do
      case {pick(a), b} do
        {nil, _} -> :none
        {f, nil} -> f.(a)
        {f, n} -> f.(n)
      end
    end

    def compared_with_nil(a, b) do
      f = pick(a)
      if f != nil and f.(b || 1) > 2, do: :big, else: f == nil
    end

    def unused_result(a, b) do
      f = if a > 1, do: fn x -> 10 * x end, else: fn x -> div(x, b || 1) end
      f.(a)
      :one
    end

    def captures_a_string(a, _b) do
      name = if a > 2, do: "abc", else: "xy"
      f = if a > 1, do: fn x -> byte_size(name) + x end, else: fn _ -> if(name == "xy", do: 1, else: 2) end
      f.(a)
    end


    defp twice(x), do: x * 2
    defp negate(x), do: -x
    defp apply_twice(f, x), do: f.(f.(x))

    defp operation(0), do: &+/2
    defp operation(1), do: &max/2
    defp operation(n) when n < 0, do: fn x, y -> x * n + y end
    defp operation(_), do: &min/2

    defp pick(a) when a > 4, do: &twice/1
    defp pick(a) when a > 1, do: &(&1 - a)
    defp pick(_), do: nil

    defp some(0), do: 0
    defp some(1), do: &twice/1
    defp some(2), do: fn x, y -> x * 3 + y end
    defp some(3), do: fn -> 1 end
    defp some(n), do: &(&1 + n)

    defp tally({true, x, y, false, false}), do: 1 + if(x, do: 10, else: 0) + if(y, do: 100, else: 0)
    defp tally({false, false, false, x, false}), do: if(x, do: 7, else: 8)

    defp choose(a, nil) when a > 1, do: {:error, fn -> a * 3 end}
    defp choose(a, nil) when a < 0, do: {:error, fn -> :other end}
    defp choose(a, b) when is_integer(b) and a > b, do: {:ok, &(&1 + b), a}
    defp choose(a, b) when is_integer(b), do: {:ok, &negate/1, b - a}
    defp choose(_, _), do: :none

    defp turn(_, f, 0), do: f
    defp turn(a, f, n) when n == a, do: turn(a, fn x -> x + n end, n - 1)
    defp turn(a, f, n), do: turn(a, f, n - 1)

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "which function is called" do
    assert PairRun.differences(@source, @atoms, @inputs) == []
  end
end
