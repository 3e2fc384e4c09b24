defmodule Honey.SequencesTest do
  @moduledoc """
  What loops go over, ranges as values, lists and arrays, and the functions of `Enum` and `Range`,
  give in the kernel and in `Honey.Sim` what they give on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  @atoms [nil, true, false, :ok, :none, :small, :big]
  @inputs for a <- [0, 1, 2, 3, 5, 7, -1, -3, 12], b <- [nil, 0, 1, 4, -2], do: {a, b}

  defp same(functions, options) do
    options = Keyword.merge([atoms: @atoms, inputs: @inputs], options)
    {differences, count} = TwoWays.differences(functions, options)
    assert differences == []
    assert count == length(Regex.scan(~r/^ *def /m, functions))
  end

  @ranges ~S'''
    # Ranges are values: bound, passed on, returned, kept in data.

    def bound(a, _b) do
      r = 0..(a &&& 7)
      Enum.reduce(r, 1, fn i, acc -> acc * 3 + i end)
    end

    def bound_steps(a, _b) do
      r = (a &&& 7)..20//3
      for i <- r, reduce: 1, do: (acc -> acc * 21 + i)
    end

    def known(_a, _b) do
      r = 3..11//4
      Enum.sum(r) * 100 + Enum.count(r)
    end

    def in_tuple(a, _b) do
      {r, n} = {1..(a &&& 3), 5}
      Enum.sum(r) * n
    end

    def in_map(a, _b) do
      m = %{range: 1..(a &&& 3)//1, n: 5}
      Enum.sum(m.range) * m.n
    end

    def first_last_step(a, b) do
      r = a..(b || 9)//2
      r.first * 10_000 + r.last * 100 + r.step
    end

    def matched(a, b) do
      first..last//step = a..(b || 9)//3
      first * 10_000 + last * 100 + step
    end

    def matched_in_case(a, b) do
      r = if b, do: a..b, else: a..3//1

      case r do
        1.._//_ -> :small
        _..1//_ -> :none
        %Range{first: f, step: -1} -> f * 100
        %{first: f, last: l} -> f * 100 + l
      end
    end

    def direction(a, b) do
      _.._//step = a..(b || 3)
      step
    end

    def is_a_map(a, _b), do: is_map(1..a)
    def equal(a, b), do: (1..a) == 1..(b || 3)
    def equal_to_literal(a, _b), do: (1..a) == 1..3
    def nil_or_range(a, b) do
      r = if a > 1, do: 1..3
      if r, do: Enum.sum(r) + (b || 0), else: :none
    end

    # Steps that are known when the program runs

    def step(a, b), do: Enum.reduce(0..10//step_of(a, b), 0, fn i, acc -> rem(acc * 13 + i, 1_000_003) end)
    def step_down(a, b), do: Enum.reduce(10..0//step_of(a, b), 0, fn i, acc -> rem(acc * 13 + i, 1_000_003) end)
    def step_of_number(a, _b), do: Enum.count(1..20//(a &&& 3))
    defp step_of(a, b), do: if(b, do: (a &&& 3) - 1, else: ((a &&& 3) + 1) * -1)

    def step_may_be_nil(a, b) do
      r = 0..(a &&& 7)//b
      Enum.reduce(r, 0, fn i, acc -> acc + i end)
    end

    def bound_may_be_nil(a, b) do
      r = b..(a &&& 7)//1
      for i <- r, i < 100, reduce: 0, do: (acc -> acc + i)
    end

    def new_two(a, b), do: Enum.reduce(Range.new(a &&& 7, (b || 2) &&& 7), 0, fn i, acc -> acc * 3 + i end)
    def new_three(a, b), do: Enum.reduce(Range.new(a &&& 7, (b || 2) &&& 7, -2), 0, fn i, acc -> acc * 3 + i end)

    # Functions of them

    def size(a, b), do: Range.size(a..(b || 4))
    def size_stepped(a, b), do: Range.size(a..(b || 4)//3)
    def size_down(a, b), do: Range.size(a..(b || 4)//-2)
    def size_by(a, b) do
      step = step_of(a, b)
      n = Range.size(-5..a//step)
      n * 2
    end

    def count(a, b), do: Enum.count(a..(b || 4))
    def empty(a, b), do: Enum.empty?(a..(b || 4)//1)
    def empty_down(a, b), do: Enum.empty?(a..(b || 4)//-1)
    def never_empty(a, b), do: Enum.empty?(a..(b || 4))
    def member(a, b) do
      r = a..9//2
      b in r
    end

    def member_down(a, b) do
      r = 9..a//-3
      Enum.member?(r, b || 3)
    end

    def member_by(a, b) do
      r = -4..20//step_of(a, b)
      a in r
    end

    def member_of_range(a, b), do: (b || 2) in 1..a
    def member_atom(a, _b), do: Enum.member?(1..a, :none)
    def at(a, b), do: Enum.at(1..9//2, b || a)
    def at_any(a, b), do: Enum.at(a..(b || 4), a)
    def at_from_end(a, b), do: Enum.at(a..(b || 4)//3, -2)
    def at_down(a, b), do: Enum.at(9..a//-2, (b || 0) - 1)
    def at_by(a, b), do: Enum.at(-5..a//step_of(a, b), b || -1)
    def at_default(a, b), do: Enum.at(a..3//1, b || 1, :none)
    def at_default_nil(a, b), do: Enum.at(a..3//1, 1, b)

    # Of the edges of 64 bits

    def edge_up(a, _b) do
      r = (9_223_372_036_854_775_800 + (a &&& 7))..9_223_372_036_854_775_807//1
      Enum.reduce(fuel_of(r), 0, fn i, acc -> bxor(acc * 3, i) &&& 0xFFFFFF end)
    end

    def edge_down(a, _b) do
      r = (-9_223_372_036_854_775_800 - (a &&& 7))..-9_223_372_036_854_775_808//-3
      Enum.reduce(fuel_of(r), 0, fn i, acc -> bxor(acc * 3, i) &&& 0xFFFFFF end)
    end

    defp fuel_of(r), do: r

    def edge_steps(a, _b) do
      r = -9_223_372_036_854_775_808..9_223_372_036_854_775_807//(4_611_686_018_427_387_904 + (a &&& 3))
      Enum.reduce(r, 0, fn i, acc -> bxor(acc * 3, i) &&& 0xFFFFFF end)
    end

    def edge_steps_down(a, _b) do
      r = 9_223_372_036_854_775_807..-9_223_372_036_854_775_808//(-4_611_686_018_427_387_904 - (a &&& 3))
      Enum.reduce(r, 0, fn i, acc -> bxor(acc * 3, i) &&& 0xFFFFFF end)
    end

    def edge_size(a, _b), do: Range.size(a..9_223_372_036_854_775_807//2)
    def edge_member(a, _b) do
      r = -9_223_372_036_854_775_808..9_223_372_036_854_775_807//3
      a in r
    end

    def edge_at(a, _b), do: Enum.at(-9_223_372_036_854_775_808..9_223_372_036_854_775_807, a - 2)
    def edge_at_step(a, _b), do: Enum.at(-9_223_372_036_854_775_808..9_223_372_036_854_775_807//4_611_686_018_427_387_904, a - 2)
    def unsigned(a, _b) do
      r = 18_446_744_073_709_551_600..18_446_744_073_709_551_615//5
      Enum.count(r, fn i -> i - 18_446_744_073_709_551_600 > a end)
    end
  '''

  @lists ~S'''
    deftype Inner, x: :u32, y: :s64
    deftype Pack, values: {:array, :s32, 5}, colors: {:array, {:enum, [:none, :small, :big]}, 3},
      inners: {:array, Inner, 3}, names: {:array, {:string, 8}, 2}
    deftype Long, numbers: {:array, :u32, 40}

    defp pack(a, b) do
      %Pack{
        values: [a, b || 7, 3, a * 2, -4],
        colors: [:small, color(a), :big],
        inners: [%Inner{x: 1, y: a}, %Inner{x: 2, y: b || -3}, %Inner{x: 3, y: 5}],
        names: ["one", "two"]
      }
    end

    defp color(a) when a > 3, do: :big
    defp color(0), do: :none
    defp color(_), do: :small

    # Lists of known length, in variables

    def list(a, b) do
      list = [a, b || 3, 7]
      for x <- list, reduce: 1, do: (acc -> acc * 5 + x)
    end

    def list_passed(a, b), do: summed([a, b || 2, 4])
    defp summed(list), do: Enum.sum(list) + Enum.product(list)
    def list_mixed(a, b) do
      list = [a, b, :none, {:ok, a}]
      Enum.count(list, fn {:ok, x} -> x > 1; x -> is_integer(x) end)
    end

    def list_nested(a, b) do
      rows = [[a, 2], [b || 1, 4]]
      for row <- rows, x <- row, reduce: 0, do: (acc -> acc * 3 + x)
    end

    def list_of_pairs(a, b) do
      pairs = [small: a, big: b, none: 3]
      for {name, x} <- pairs, x != nil, name != :none, reduce: 0, do: (acc -> acc * 3 + x)
    end

    def map_of_variable(a, b) do
      list = [a, b || 4, 9]
      [x, y, z] = Enum.map(list, &(&1 * 2))
      x * 100 + y * 10 + z
    end

    def for_of_variable(a, b) do
      list = [a, b]
      [x, y] = for n <- list, do: n == nil || n * 3
      if y == true, do: x, else: y
    end

    def map_of_range(a, _b) do
      r = 2..4
      [x, y, z] = for i <- r, do: i * a
      x * 100 + y * 10 + z
    end

    def empty_list(a, _b) do
      list = []
      Enum.reduce(list, a, fn _, acc -> acc + 1 end)
    end

    # Arrays of structs

    def array_sum(a, b), do: Enum.sum(pack(a, b).values)
    def array_reduce(a, b), do: Enum.reduce(pack(a, b).values, 1, fn x, acc -> rem(acc * 7 + x, 1_000_003) end)
    def array_for(a, b) do
      p = pack(a, b)
      for x <- p.values, x > 0, reduce: 0, do: (acc -> acc * 2 + x)
    end

    def array_find(a, b), do: Enum.find(pack(a, b).values, &(&1 > 5))
    def array_any(a, b), do: Enum.any?(pack(a, b).values, &(&1 == 6))
    def array_count(a, b), do: Enum.count(pack(a, b).values)
    def array_empty(a, b), do: Enum.empty?(pack(a, b).values)
    def array_member(a, b), do: Enum.member?(pack(a, b).values, 10)
    def array_in(a, b) do
      p = pack(a, b)
      a in p.values
    end

    def array_max(a, b), do: Enum.max(pack(a, b).values) * 100 + Enum.min(pack(a, b).values)
    def array_colors(a, b), do: Enum.count(pack(a, b).colors, &(&1 == :big))
    def array_color(a, b), do: Enum.find(pack(a, b).colors, &(&1 != :small))
    def array_structs(a, b), do: Enum.reduce(pack(a, b).inners, 0, fn i, acc -> acc * 3 + i.x * i.y end)
    def array_patterns(a, b) do
      for %Inner{x: x, y: y} when y > 0 <- pack(a, b).inners, reduce: 0, do: (acc -> acc * 10 + x)
    end

    def array_max_by(a, b), do: Enum.max_by(pack(a, b).inners, & &1.y).x
    def array_min_by(a, b), do: Enum.min_by(pack(a, b).values, fn x -> abs(x) end)
    def array_names(a, b), do: Enum.find_index(pack(a, b).names, &(&1 == "two"))
    def array_list(a, b) do
      [first | rest] = Enum.to_list(pack(a, b).values)
      first * 10 + hd(rest)
    end

    def array_at(a, b), do: Enum.at(pack(a, b).values, a, :none)
    def array_long(a, b) do
      p = %Long{numbers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, (b || a) &&& 7]}
      Enum.reduce(p.numbers, 0, fn x, acc -> rem(acc * 3 + x, 1_000_003) end)
    end

    # The functions of Enum

    def reduce_first(a, b), do: Enum.reduce([a, b || 2, 3], fn x, acc -> acc * 3 - x end)
    def reduce_first_range(a, _b), do: Enum.reduce(1..(a &&& 7)//1, fn x, acc -> acc * 2 + x end) + 0
    def reduce_first_nil(a, b), do: Enum.reduce([b, a, b], fn x, acc -> x || acc end)
    def find_value(a, _b), do: Enum.find_value(0..9, fn i -> if i * i > a, do: i * 10 end)
    def find_value_default(a, b), do: Enum.find_value(0..9, b, fn i -> if i * 3 == a, do: :ok end)
    def find_value_false(a, _b), do: Enum.find_value([1, 2], fn i -> i == a end)
    def find_index(a, _b), do: Enum.find_index(2..20//3, &(&1 > a))
    def find_index_list(a, b), do: Enum.find_index([b, a, 7], &(&1 == 7))
    def product(a, _b), do: Enum.product(1..((a &&& 7) + 1))
    def product_empty(a, _b), do: Enum.product(5..(a &&& 3)//1)
    def max_by(a, _b), do: Enum.max_by([a, 2, -4], fn x -> x * x end)
    def max_by_first(a, _b), do: Enum.max_by([a, 2, -2], fn x -> abs(x) end)
    def min_by(a, _b), do: Enum.min_by([a, 2, -4], fn x -> x * x end)
    def max_by_empty(a, _b), do: Enum.max_by(5..(a &&& 7)//1, fn x -> -x end) + 1
    def max_or(a, _b), do: Enum.max(5..(a &&& 7)//1, fn -> :none end)
    def min_or(a, _b), do: Enum.min(5..(a &&& 7)//1, fn -> a * 2 end)
    def max_empty(a, _b), do: Enum.max(5..(a &&& 7)//1) + 1
    def max_of_nil(_a, b), do: Enum.max([b])
    def max_with_nil(a, b), do: Enum.max([a, b])
    def max_nil_first(a, b), do: Enum.max([b, a, 3], fn -> :none end)
    def min_with_nil(a, b), do: Enum.min([b, a, b])
    def min_of_nil(_a, b), do: Enum.min([b, b], fn -> :none end)
    def min_of_kept_nil(a, b), do: [a, b] |> Enum.filter(&(&1 == nil)) |> Enum.min(fn -> :none end)
    def max_by_nil(a, b), do: Enum.max_by([1, 2, 3], fn i -> if i == 2, do: b, else: a * i end)
    def min_by_nil(a, b), do: Enum.min_by([b, a, 3], fn i -> i end)
    def count_list(a, b), do: Enum.count([a, b, 3])
    def empty_of_list(a, _b), do: Enum.empty?([a])
    def take(a, b) do
      [x, y] = Enum.take([a, b || 1, 3, 4], 2)
      x * 10 + y
    end

    def take_end(a, b) do
      [x, y] = Enum.take([a, 3, 4, b || 1], -2)
      x * 10 + y
    end

    def take_more(a, b), do: Enum.take([a, b || 1], 5) |> Enum.sum()
    def drop(a, b), do: Enum.drop([a, b || 1, 3, 4], 1) |> Enum.reduce(0, fn x, acc -> acc * 7 + x end)
    def drop_end(a, b), do: Enum.drop([a, b || 1, 3, 4], -1) |> Enum.reduce(0, fn x, acc -> acc * 7 + x end)
    def drop_all(a, b), do: Enum.drop([a, b], 9) |> length()
    def reverse(a, b), do: Enum.reverse([a, b || 1, 3]) |> Enum.reduce(0, fn x, acc -> acc * 7 + x end)
    def reverse_range(a, _b), do: Enum.reverse(1..4) |> Enum.reduce(a, fn x, acc -> acc * 7 + x end)
    def concat(a, b), do: Enum.concat([a, b || 1], 3..5) |> Enum.reduce(0, fn x, acc -> acc * 7 + x end)
    def zip(a, b), do: (for {x, y} <- Enum.zip([a, b || 1, 3], 4..9), reduce: 0, do: (acc -> acc * 7 + x * y))
    def zip_tagged(a, b), do: (for {:ok, y} <- Enum.zip([:ok, :none, :ok], [a, b, 3]), reduce: 0, do: (acc -> acc * 7 + y))
    def with_index(a, b), do: (for {x, i} <- Enum.with_index([a, b || 2, 5]), reduce: 0, do: (acc -> acc * 3 + x * i))
    def with_index_from(a, b), do: (for {x, i} <- Enum.with_index([a, b || 2, 5], 10), reduce: 0, do: (acc -> acc * 3 + x * i))
    def array_with_index(a, b), do: (for {x, i} <- Enum.with_index(pack(a, b).values), reduce: 0, do: (acc -> acc * 3 + x * i))
    def to_list(a, b), do: Enum.to_list([a, b || 4]) |> hd()
    def at_of_list(a, b), do: Enum.at([a, b, 7], a)
    def at_of_list_known(a, b), do: Enum.at([a, b, 7], -2)
    def at_of_list_default(a, b), do: Enum.at([a, b, 7], b || 5, :none)
    def into_list(a, b), do: Enum.into([a, b || 4], []) |> Enum.sum()
    def into_map(a, b) do
      m = Enum.into([small: a, big: b], %{})
      if m.big, do: m.small - m.big, else: m.small
    end

    def for_into_list(a, _b), do: (for i <- [a, 2], into: [], do: i * 3) |> Enum.sum()
    def for_into_map(a, b) do
      m = for {k, v} <- [small: a, big: b || 2, small: 4], into: %{}, do: {k, v * 2}
      m.small * 10 + m.big + map_size(m)
    end

    def for_into_numbers(a, _b) do
      %{1 => x, 2 => y} = for i <- [1, 2], into: %{}, do: {i, i * a}
      x * 100 + y
    end

    # One after the other, as one loop

    def map_sum(a, _b), do: 0..(a &&& 7) |> Enum.map(fn i -> i * a end) |> Enum.sum()
    def map_product(a, _b), do: 1..((a &&& 3) + 1) |> Enum.map(&(&1 + 1)) |> Enum.product()
    def map_count(a, _b), do: 0..(a &&& 7) |> Enum.map(fn i -> div(12, 5 - i) end) |> Enum.count()
    def map_max(a, _b), do: 0..(a &&& 7) |> Enum.map(fn i -> rem(i * 5, 7) end) |> Enum.max()
    def map_min(a, _b), do: 3..(a &&& 7)//1 |> Enum.map(fn i -> rem(i * 5, 7) end) |> Enum.min(fn -> :none end)
    def map_any(a, _b), do: 0..(a &&& 7) |> Enum.map(fn i -> div(12, 5 - i) == 4 end) |> Enum.any?()
    def map_all(a, _b), do: 0..(a &&& 7) |> Enum.map(fn i -> i < 5 end) |> Enum.all?()
    def filter_count(a, _b), do: 0..(a &&& 15) |> Enum.filter(&(rem(&1, 3) == 1)) |> Enum.count()
    def filter_sum(a, _b), do: 0..(a &&& 15) |> Enum.filter(&(rem(&1, 3) == 1)) |> Enum.sum()
    def reject_sum(a, _b), do: 0..(a &&& 15) |> Enum.reject(&(rem(&1, 3) == 1)) |> Enum.sum()
    def filter_max(a, _b), do: 0..(a &&& 15) |> Enum.filter(&(rem(&1, 3) == 2)) |> Enum.max(fn -> nil end)
    def filter_any(a, b), do: [a > 3, b, nil] |> Enum.filter(&(&1 != nil)) |> Enum.any?()
    def filter_all(a, b), do: [a > 3, b, nil] |> Enum.reject(&(&1 == nil)) |> Enum.all?()
    def filter_list_count(a, _b), do: [1, 2, a] |> Enum.filter(fn n -> n > 1 end) |> Enum.count()
    def reject_list_sum(a, _b), do: [1, 2, a] |> Enum.reject(&(&1 > 1)) |> Enum.sum()
    def filter_range_max(a, _b), do: 1..10 |> Enum.filter(&(&1 > a)) |> Enum.max(fn -> nil end)
    def filter_nothing(_a, _b), do: [] |> Enum.filter(& &1) |> Enum.count()
    def pipe_sum(a, _b), do: 0..20 |> Enum.filter(&(rem(&1, 3) == 1)) |> Enum.map(&(&1 * a)) |> Enum.sum()
    def pipe_map_first(a, _b), do: 0..20 |> Enum.map(&(&1 * a)) |> Enum.reject(&(&1 > 9)) |> Enum.product()
    def pipe_three(a, _b), do: 1..9 |> Enum.filter(&(&1 != a)) |> Enum.map(&(&1 - a)) |> Enum.reject(&(&1 < 0)) |> Enum.max(fn -> nil end)
    def pipe_maps(a, _b), do: 0..(a &&& 31) |> Enum.map(&(&1 + a)) |> Enum.map(&(&1 * 2)) |> Enum.filter(&(rem(&1, 3) == 0)) |> Enum.min(fn -> :none end)
    def pipe_nil(a, b), do: [a, b, nil, 4] |> Enum.reject(&is_nil/1) |> Enum.map(&(&1 + 1)) |> Enum.sum()
    def pipe_reduce(a, _b), do: 1..9 |> Enum.filter(&(&1 > a)) |> Enum.reduce(0, fn x, acc -> acc * 3 + x end)
    def pipe_reduce_first(a, _b), do: 1..9 |> Enum.filter(&(&1 > (a &&& 7))) |> Enum.reduce(fn x, acc -> acc * 3 + x end)
    def pipe_reduce_nothing(a, _b), do: (1..9 |> Enum.filter(&(&1 > a)) |> Enum.reduce(&(&1 + &2))) + 1
    def pipe_while(a, _b), do: 1..9 |> Enum.reject(&(&1 == a)) |> Enum.reduce_while(1, fn x, acc -> if x > 5, do: {:halt, acc}, else: {:cont, acc * x} end)
    def pipe_find(a, _b), do: 1..30 |> Enum.filter(&(rem(&1, 4) == 3)) |> Enum.map(&(&1 - a)) |> Enum.find(&(&1 > 2))
    def pipe_find_or(a, b), do: 1..5 |> Enum.filter(&(&1 > a)) |> Enum.find(b, &(rem(&1, 2) == 0))
    def pipe_find_value(a, _b), do: 1..9 |> Enum.filter(&(&1 > a)) |> Enum.find_value(&if(rem(&1, 4) == 0, do: &1 * 10))
    def pipe_any(a, b), do: 1..5 |> Enum.reject(&(&1 > a)) |> Enum.any?(&(&1 == b))
    def pipe_all(a, _b), do: 1..5 |> Enum.filter(&(&1 > a)) |> Enum.map(&(&1 + 1)) |> Enum.all?(&(&1 > 3))
    def pipe_empty(a, _b), do: 1..5 |> Enum.filter(&(&1 > a)) |> Enum.empty?()
    def pipe_count(a, _b), do: 1..9 |> Enum.reject(&(&1 > a)) |> Enum.count(&(rem(&1, 2) == 0))
    def pipe_max_by(a, _b), do: 1..9 |> Enum.reject(&(&1 == a)) |> Enum.map(&(&1 - 4)) |> Enum.max_by(&(&1 * &1))
    def pipe_min_by(a, _b), do: [a, 2, -4] |> Enum.filter(&(&1 > 0)) |> Enum.min_by(fn x -> -x end)
    def pipe_pairs(a, b), do: [{1, a}, {2, b}, {3, 4}] |> Enum.filter(fn {_, x} -> x end) |> Enum.map(fn {i, x} -> {x, i} end) |> Enum.reduce(0, fn {x, i}, acc -> acc + x * i end)
    def pipe_named(a, _b), do: 1..9 |> Enum.filter(&pipe_even?/1) |> Enum.map(&pipe_double/1) |> Enum.sum() |> Kernel.+(a)
    def pipe_raises(a, _b), do: 1..9 |> Enum.filter(&(&1 > 4)) |> Enum.map(&div(20, &1 - a)) |> Enum.sum()
    def pipe_filter_raises(a, _b), do: 1..9 |> Enum.filter(&(div(20, &1 - a) > 2)) |> Enum.reduce(0, &(&1 + &2))
    defp pipe_even?(n), do: rem(n, 2) == 0
    defp pipe_double(n) when n > 4, do: n * 2
    defp pipe_double(n), do: n

    def filter_is_list(a, _b) do
      list = Enum.filter([1, 2, a], fn n -> div(12, n) > 1 end)
      {is_list(list), is_tuple(list), if(list, do: a)} == {true, false, a}
    end

    def filter_or_not(a, _b) do
      list = if a > 2, do: Enum.reject([a], &(&1 > 3)), else: a
      if is_list(list), do: :big, else: list
    end

    def for_same(a, b) do
      for {i, i} <- [{1, a}, {a, b}], reduce: 0, do: (acc -> acc * 10 + i)
    end

    def map_kept_sum(a, b), do: [a, b] |> Enum.map(fn x -> x && x + 1 end) |> Enum.count()
  '''

  @raising ~S'''
    # The guard of a generator is a condition: what raises in it is raised.

    def guard_raises(a, b), do: (for i when b * i < a <- 0..2, reduce: 0, do: (n -> n * 5 + i))
    def guard_kept(a, b), do: (for {x, :ok} when x < b + 1 <- [{a, :ok}, {3, :none}], reduce: 0, do: (n -> n + x))
    def guards(a, b), do: (for i when a > 2 when b * i > 3 <- 1..3, reduce: 0, do: (n -> n * 5 + i))
    def guard_narrows(_a, b), do: (for i when is_integer(i) <- [b, 3], reduce: 0, do: (n -> n * 5 + i))
    def guard_boolean(a, b), do: (for i when i <- [true, a > 3, b != 4 and b], reduce: 0, do: (n -> n + if(i, do: 1, else: 2)))

    # What a function of Enum is given, and has no clause, is told with the line of the fn.

    def clause_lines(a, b) do
      Enum.reduce(
        [a, b],
        0,
        fn i, n when is_integer(i) -> n + i end
      )
    end

    def clause_of_map(a, b) do
      [x, y] =
        Enum.map([a, b], fn
          0 -> 1
          i when i != 3 -> i || 0
        end)

      x * 10 + y
    end
  '''

  test "what raises within a turn" do
    same(@raising, kernel: "5.14")
  end

  test "lists, arrays, and the functions of Enum, where the verifier walks their turns" do
    same(@lists, kernel: "5.14")
  end

  test "lists, arrays, and the functions of Enum, with bpf_loop" do
    same(@lists, kernel: "5.17")
  end

  test "ranges as values" do
    same(@ranges, kernel: "5.17")
  end

  # What is long: the verifier follows as many turns as the hint says, and bpf_loop takes them all.
  @long [
    bytes: "for(<<byte <- ctx.packet>>, reduce: 0, do: (acc -> acc * 3 + byte))",
    numbers: "for(<<n::24 <- ctx.packet>>, n > 5, reduce: 7, do: (acc -> bxor(acc, n)))",
    nested: "for(<<byte <- ctx.packet>>, i <- 1..2, reduce: 0, do: (acc -> acc * i + byte))",
    raising: "for(<<byte <- ctx.packet>>, reduce: 0, do: (acc -> acc + div(acc, byte)))",
    leaving: "Enum.find_value(1..(s + 60_000)//s, fn i -> if i * i == s, do: i end)",
    # From each turn that may be the last, the verifier goes on with the loop around.
    find:
      "for(i <- 1..(40 * (s - 1))//1, reduce: 0, do: (acc -> acc + (Enum.find(0..3, &(&1 * s > i + acc)) || 1)))",
    find_in_more:
      "for(i <- 1..(40 * (s - 1))//1, reduce: 0, do: (acc -> acc + (Enum.find(0..63, &(&1 * &1 > i + s)) || 1)))",
    gcd: "for(i <- 1..(40 * (s - 1))//1, reduce: s, do: (acc -> acc + Integer.gcd(acc, i)))"
  ]

  defp long(name, loop, kernel) do
    source = """
    defmodule Honey.LongSequences do
      use Honey, license: "GPL", kernel: "#{kernel}"
      defmap :out, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

      @sec "xdp"
      def #{name}(ctx) do
        s = (Honey.BpfHelpers.bpf_map_lookup_elem(:out, 0) &&& 0xFF) + 1
        Honey.BpfHelpers.bpf_map_update_elem(:out, 0, #{loop} || 0, :bpf_any)
        s &&& 2
      end
    end
    """

    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "long.ex") end)
    :ok
  after
    :code.purge(Honey.LongSequences)
  end

  test "the most turns over packets and ranges that the verifier is given, it can follow" do
    for {name, loop} <- @long do
      error = assert_raise Honey.CompileError, fn -> long(name, loop, "5.14") end
      %{hint: hint} = Enum.find(error.diagnostics, &(&1.code == :loop_limit))
      [_, most] = Regex.run(~r/fuel\((\d+), /, hint)

      for {text, kernel} <- [{"fuel(#{most}, #{loop})", "5.14"}, {loop, "5.17"}] do
        long(name, text, kernel)
        assert {^name, {:ok, object}} = {name, Honey.load(Honey.LongSequences)}
        Honey.unload(object)
      end
    end
  end

  test "arrays of two types are not compared, but with a list of what is in one" do
    source = fn name, condition ->
      """
      defmodule Honey.SequencesTest.#{name} do
        use Honey, license: "GPL"
        deftype Narrow, a: {:array, :u16, 2}, b: {:array, :u16, 3}, c: {:array, {:string, 4}, 2}
        deftype Wide, a: {:array, :u32, 2}, d: {:array, {:be, :u16}, 2}

        @sec "raw_tracepoint/sys_enter"
        def run(_ctx), do: if(equal(1), do: 1, else: 0)

        def equal(x) do
          narrow = %Narrow{a: [x, 2], b: [x, 2, 3], c: ["a", "b"]}
          wide = %Wide{a: [x, 2], d: [x, 2]}
          #{condition}
        end
      end
      """
    end

    for {condition, n} <-
          Enum.with_index([
            "narrow.a == wide.a",
            "narrow.a != wide.a",
            "{1, narrow.a} == {1, wide.a}",
            "narrow.a in [wide.a]",
            "narrow.a == wide.d"
          ]) do
      error =
        assert_raise Honey.CompileError, fn ->
          Code.compile_string(source.("Refused#{n}", condition), "arrays.ex")
        end

      assert [%{code: :unsupported, line: 12, message: message, hint: hint}] = error.diagnostics

      assert message ==
               "found a comparison of two arrays whose elements are of different types"

      assert hint =~ "compare with `[a, b]`"
    end

    for {condition, expected, n} <- [
          {"[a, b] = narrow.a\n[a, b] == wide.a", true, 0},
          {"narrow.b == wide.a", false, 1},
          {"narrow.c == wide.a", false, 2}
        ] do
      ExUnit.CaptureIO.capture_io(:stderr, fn ->
        [{module, _} | _] =
          Code.compile_string(source.("Compared#{n}", condition), "arrays.ex")
          |> Enum.filter(fn {module, _} -> function_exported?(module, :__honey__, 1) end)

        assert module.equal(1) == expected
        assert Honey.Sim.run(module, :equal, args: [1]).value == expected
      end)
    end
  end
end
