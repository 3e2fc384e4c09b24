defmodule Honey.DataTest do
  @moduledoc """
  Tuples, lists, maps and `with` mean in the kernel what they mean on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()

  @functions ~S'''
  # Tuples

  def swapped(a, b), do: tuple_difference(swap({a, b || 0}))
  defp swap({x, y}), do: {y, x}
  defp tuple_difference({x, y}), do: x - y

  def tagged(a, b), do: a |> classify(b) |> weigh()
  defp classify(a, nil) when a < 0, do: :none
  defp classify(a, nil), do: {:one, a}
  defp classify(a, b) when a > b, do: {:two, a, b}
  defp classify(a, b), do: {:error, {a, b}}
  defp weigh({:one, n}), do: n
  defp weigh({:two, n, m}), do: n * 100 + m
  defp weigh({:error, {n, m}}), do: -n - m
  defp weigh(other), do: other

  def untagged(a, b), do: a |> either(b) |> sum()
  defp either(a, nil), do: {:left, a}
  defp either(a, b) when a > 5, do: {b, a}
  defp either(_a, b), do: {:right, b}
  defp sum({:left, n}), do: n
  defp sum({x, y}) when is_integer(x), do: x * 10 + y
  defp sum({atom, _}), do: atom

  def nested(a, b) do
    {x, {y, {z, :end}}} = {a, {b || 7, {a + 1, :end}}}
    x * 100 + y * 10 + z
  end

  def no_match(a, b) do
    {:ok, n} = fetch(a, b)
    n
  end

  defp fetch(a, _b) when a > 3, do: {:ok, a}
  defp fetch(_a, nil), do: :none
  defp fetch(a, b), do: {:error, a + b}

  def rebound_in_branch(a, b) do
    pair = if b, do: {a, b}, else: {a, a}
    {x, y} = pair
    x - y
  end

  def nil_in_tuple(a, b) do
    case {a, b} do
      {0, nil} -> :zero
      {n, nil} when n > 2 -> n
      {_, nil} -> nil
      {n, m} -> n + m
    end
  end

  def or_tuple(a, b) do
    pair = if a > 2, do: {a, b}
    case pair do
      nil -> :none
      {x, nil} -> x
      {x, y} -> x * y
    end
  end

  def compared(a, b), do: {a, b} == {1, 2} or {a, :x} != {5, :x}
  def compared_tags(a, b), do: classify(a, b) == {:one, 2}
  def compared_kinds(a, b), do: {a, b} == [a, b]
  def compared_sizes(a, b), do: {a, b} == {a, b, a}
  def same_data(a, b), do: {a, {b, :x}} === {a, {b, :x}}

  def pinned(a, b) do
    pair = {2, 5}

    case {a, b} do
      ^pair -> :pair
      _ -> :other
    end
  end

  def in_tuples(a, b), do: {a, b} in [{0, 1}, {1, nil}, {5, 5}]

  def guarded(a, b) do
    case {a, b} do
      {x, y} when x == y -> :same
      {x, y} when y > x and is_integer(y) -> y - x
      {x, _} -> x
    end
  end

  def twice_bound(a, b) do
    case {a, b} do
      {x, x} -> :same
      {x, _} -> x
    end
  end

  def whole_and_parts(a, b) do
    {x, _} = whole = {a, b}
    {y, _} = whole
    x + y
  end

  # Lists

  def list_head(a, b) do
    [h | t] = [a, b || 3, 5]
    [x, y] = t
    h * 100 + x * 10 + y
  end

  def list_lengths(a, b), do: length_of(if b, do: [a, b], else: [a])
  defp length_of([]), do: 0
  defp length_of([_]), do: 1
  defp length_of([x | [y]]), do: x + y

  def list_longer(a, b) do
    list = if b, do: [b], else: []
    [x | rest] = [a | list]
    case rest do
      [] -> x
      [y] -> x * y
    end
  end

  def list_match(a, b) do
    case [a, b] do
      [1, nil] -> :one
      [x, 5 | []] -> x
      [_ | [nil]] -> nil
      [x, y | _] -> x - y
    end
  end

  def keywords(a, b) do
    [a: x, b: y] = [a: a, b: b || 0]
    x - y
  end

  # Maps

  def map_fields(a, b) do
    m = %{a: a, b: b, c: %{d: a + 1}}
    m.a + m.c.d
  end

  def map_update(a, b) do
    m = %{x: a, y: b}
    m = %{m | y: b || 9}
    m.x * 10 + m.y
  end

  def map_pattern(a, b) do
    %{x: x, inner: %{y: y}} = %{x: a, z: 1, inner: %{y: b || 2, w: 3}}
    x - y
  end

  def map_kinds(a, b), do: map_kind(if b, do: %{a: a, b: b}, else: %{a: a})
  defp map_kind(%{b: b}), do: b
  defp map_kind(%{a: a}) when a > 2, do: a
  defp map_kind(%{}), do: :empty

  def map_missing_key(a, b) do
    m = if a > 2, do: %{n: a}, else: %{m: b}
    m.n
  end

  def map_missing_update(a, b) do
    m = if a > 2, do: %{n: a}, else: %{m: b}
    m = %{m | n: 5}
    m.n + a
  end

  def map_integer_keys(a, b) do
    %{1 => x, -2 => y} = %{1 => a, -2 => b || 1, :other => 3}
    x * y
  end

  def map_equal(a, b), do: %{a: a, b: b} == %{b: 5, a: 1}
  def map_same_key_twice(a, b), do: %{a: a, a: b || 0}.a

  def map_order_of_items(a, _b) do
    m = %{z: div(10, a), a: rem(7, a - 1)}
    m.z + m.a
  end

  # Functions and guards on data

  def elements(a, b), do: elem({a, b || 0, 3}, 1) * elem({:x, a}, 1)

  def element_of_some(a, b) do
    data = if a > 2, do: {a, b}, else: {a}
    elem(data, 1)
  end

  def sizes(a, b) do
    list = if b, do: [a, b], else: []
    length(list) * 100 + tuple_size({a, b, a}) * 10 + map_size(%{a: a})
  end

  def head_and_tail(a, b) do
    list = if b, do: [a, b], else: [a]
    if tl(list) == [], do: hd(list), else: hd(tl(list))
  end

  def head_of_some(a, b) do
    list = if b, do: [a, b], else: []
    hd(list)
  end

  def appended(a, b) do
    list = if b, do: [a, b], else: [a]

    case list ++ [7 | list] do
      [x, 7, y] -> x * 10 + y
      [x, y, 7, _, _] -> x - y
    end
  end

  def kinds(a, b), do: {kind(a), kind({a, b}), kind([]), kind(%{a: a}), kind(b)} |> kinds_as_one()

  defp kind(x) when is_tuple(x), do: 1
  defp kind(x) when is_list(x), do: 2
  defp kind(x) when is_map(x), do: 3
  defp kind(x) when is_integer(x), do: 4
  defp kind(nil), do: 5

  defp kinds_as_one({a, b, c, d, e}), do: a * 10000 + b * 1000 + c * 100 + d * 10 + e

  def guard_elements(a, b), do: guard_element({a, b})
  defp guard_element(p) when elem(p, 0) > 2 and elem(p, 1) == nil, do: :one
  defp guard_element(p) when tuple_size(p) == 2 and elem(p, 0) in [0, 1], do: elem(p, 1)
  defp guard_element(p), do: elem(p, 0)

  def guard_that_raises(a, b), do: guard_raises(if(a > 2, do: {a}, else: {b, a}))
  defp guard_raises(p) when elem(p, 1) == 1, do: :pair
  defp guard_raises(p) when hd(p) == 1 or is_tuple(p), do: :other
  defp guard_raises(_), do: :empty

  def guard_or_raises(a, b), do: or_raises(if(a > 2, do: %{n: a}, else: {b}))
  defp or_raises(m) when m.n > 5 when is_tuple(m), do: :left
  defp or_raises(m) when is_map_key(m, :n) and m.n == 3, do: m.n
  defp or_raises(_), do: :right

  def in_list_value(a, b) do
    list = if b, do: [b, 2, nil], else: [a + 1]
    {a in list, b in list, 2 in list, :x in []} |> truths()
  end

  def in_computed(a, b), do: a in [a + 1, b, 5] or {a, b} not in [{0, b}, {a, 1}]
  defp truths({a, b, c, d}), do: truth(a) * 8 + truth(b) * 4 + truth(c) * 2 + truth(d)
  defp truth(true), do: 1
  defp truth(false), do: 0

  # Choices

  def larger(a, b), do: max(a, b || 2)
  def smaller(a, b), do: min(a, b || 2)
  def larger_or_nil(a, b), do: max(a, b)
  def largest(a, b), do: a |> max(b || 0) |> max(3) |> min(5)
  def absolute(a, b), do: abs(a) * 10 + abs(b || -4)
  def absolute_of_nil(a, b), do: abs(b) + a
  def rounded(a, b), do: a + trunc(b)
  def absolute_in_guard(a, _b), do: far(a)
  defp far(a) when abs(a) > 3, do: :right
  defp far(_), do: :left

  # with

  def with_steps(a, b) do
    with {:ok, n} <- fetch(a, b),
         m = n + 1,
         true <- m > 5 do
      m
    end
    |> flat()
  end

  defp flat({:error, n}), do: n - 1000
  defp flat(other), do: other

  def with_else(a, b) do
    with {:ok, n} <- fetch(a, b),
         x when x < 8 <- n * 2 do
      x
    else
      {:error, n} -> n - 100
      :none -> :none
      n when is_integer(n) -> n
    end
  end

  def with_no_else_clause(a, b) do
    with {:ok, n} <- fetch(a, b) do
      n
    else
      :none -> nil
    end
  end

  def with_nothing(a, _b), do: with(do: a)

  def key_of_what_raises(a, b), do: if(b, do: never(a).key, else: a)
  defp never(n), do: raise("no #{n}")

  def with_shadowing(a, b) do
    x = a

    y =
      with x when is_integer(x) <- b, x = x + 1 do
        x
      else
        nil -> x
      end

    x * 10 + y
  end

  '''

  @atoms [nil, true, false, :none, :zero, :pair, :other, :same, :one, :empty, :left, :right]
  @inputs for a <- [0, 1, 2, 3, 5, 6, -1, -7], b <- [nil, 0, 1, 2, 5, -3], do: {a, b}

  test "data and patterns" do
    assert {[], count} = TwoWays.differences(@functions, atoms: @atoms, inputs: @inputs)
    assert count > 35
  end
end
