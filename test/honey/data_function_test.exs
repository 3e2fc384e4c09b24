defmodule Honey.DataFunctionTest do
  @moduledoc """
  The functions of Elixir's standard library on tuples, lists and maps mean in the kernel what they
  mean on the BEAM.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Kernel, PairRun}

  @inputs for a <- [0, 1, 2, 3, 5, 7, -1, -4], b <- [nil, 0, 1, 5, -3], do: {a, b}
  @atoms [nil, true, false, :none, :a, :b, :c, :error, :ok]

  @source ~S'''
  defmodule Honey.DataFunctionTest.Functions do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77

    # Tuples

    def set(a, b), do: put_elem({a, b, 3}, 1, a * 2) |> three()
    def set_label(a, b), do: put_elem({:a, a, b}, 0, :b) |> labelled()
    def set_one_label(a, b), do: {:a, a, b} |> put_elem(0, if(a > 1, do: :b, else: :c)) |> labelled()

    def computed_index(a, b) when a in 0..2, do: elem({a + 5, b, :none}, a)
    def computed_index(a, _), do: elem({:a, :b}, rem(a, 3))
    def set_computed(a, b), do: put_elem({1, 2, 3}, rem(abs(a), 3), b || 9) |> three()
    def appended(a, b), do: {a, b} |> Tuple.append(4) |> three()
    def inserted(a, b), do: Tuple.insert_at({a, b}, 0, 7) |> three()
    def inserted_last(a, b), do: Tuple.insert_at({a, b}, 2, 7) |> three()
    def deleted(a, b), do: Tuple.delete_at({a, b, 1, 2}, 1) |> three()
    def tuple_to_list(a, b), do: {a, b || 1, 3} |> Tuple.to_list() |> then(fn [x, y, z] -> three({y, z, x}) end)
    def tuple_of_one(a, _b), do: Tuple.duplicate(a, 3) |> three()
    def size(a, b), do: tuple_size(Tuple.append(if(b, do: {a}, else: {a, b}), 1))

    # Lists

    def first(a, b), do: List.first([b, a])
    def first_of_none(a, b), do: List.first(some(a, b))
    def first_or(a, b), do: List.first(some(a, b), :none)
    def last(a, b), do: List.last(some(a, b))
    def last_or(a, b), do: List.last(some(a, b), a)
    def list_of_one(a, _b), do: List.duplicate(a, 3) |> List.to_tuple() |> three()
    def list_to_tuple(a, b), do: [a, b, 3] |> List.to_tuple() |> three()
    def list_inserted(a, b), do: List.insert_at([a, b], 1, 8) |> List.to_tuple() |> three()
    def list_inserted_last(a, b), do: List.insert_at([a, b], -1, 8) |> List.to_tuple() |> three()
    def list_inserted_outside(a, b), do: List.insert_at([a, b], 9, 8) |> List.to_tuple() |> three()
    def list_inserted_before(a, b), do: List.insert_at([a, b], -9, 8) |> List.to_tuple() |> three()
    def list_deleted(a, b), do: List.delete_at([a, b, 3, 4], -1) |> List.to_tuple() |> three()
    def list_deleted_outside(a, b), do: List.delete_at([a, b, 3], 5) |> List.to_tuple() |> three()
    def list_replaced(a, b), do: List.replace_at([a, b, 3], -2, 6) |> List.to_tuple() |> three()
    def head_and_tail(a, b), do: hd(tl([a, b, 3])) == b
    def head_of_some(a, b), do: hd(some(a, b))
    def guard_of_a_tail(a, b), do: one_before(some(a, b))
    def length_of_some(a, b), do: length(some(a, b) ++ [1])

    # Maps

    def get(a, b), do: Map.get(%{a: a, b: b}, :b)
    def get_none(a, _b), do: Map.get(%{a: a}, :b)
    def get_or(a, b), do: Map.get(kind(a, b), :b, a * 2)
    def get_computed(a, b), do: Map.get(%{a: a, b: b}, key(a), :none)
    def get_of_some(a, b), do: Map.get(kind(a, b), key(a))

    def fetched(a, b) do
      case Map.fetch(kind(a, b), :b) do
        {:ok, nil} -> :none
        {:ok, n} -> n
        :error -> :error
      end
    end

    def fetched_surely(a, b), do: Map.fetch!(kind(a, b), :b)
    def fetched_computed(a, b), do: Map.fetch!(%{a: a, b: b}, key(a))
    def has_key(a, b), do: Map.has_key?(kind(a, b), :b)
    def has_computed_key(a, b), do: Map.has_key?(kind(a, b), key(a))
    def in_guard(a, b), do: guarded(kind(a, b))
    def put(a, b), do: total(Map.put(kind(a, b), :c, a))
    def put_over(a, b), do: total(Map.put(kind(a, b), :a, 100))
    def put_order(a, b), do: total(Map.put(map_of(b), :a, div(8, a)))
    defp map_of(b) when b != nil, do: %{a: 1, b: b, c: 3}
    def put_computed(a, b), do: total(Map.put(kind(a, b), key(a), 1000))
    def put_numbers(a, _b), do: %{2 => a, 9 => 1} |> Map.put(5, 7) |> Map.values() |> List.to_tuple() |> three()
    def replaced(a, b), do: total(Map.replace!(kind(a, b), :b, 50))
    def removed(a, b), do: total(Map.delete(kind(a, b), :b))
    def removed_computed(a, b), do: total(Map.delete(kind(a, b), key(a)))
    def taken(a, b), do: total(Map.take(%{a: a, b: b, c: 5}, [:c, :a, :z]))
    def dropped(a, b), do: total(Map.drop(%{a: a, b: b, c: 5}, [:c, :z]))
    def merged(a, b), do: total(Map.merge(kind(a, b), %{b: 20, c: 30}))
    def merged_both(a, b), do: total(Map.merge(kind(a, b), kind(a - 1, b)))
    def keys(a, b), do: %{c: a, a: b, b: 1} |> Map.keys() |> List.first()
    def values(a, b), do: %{c: a, a: b, b: 1} |> Map.values() |> List.to_tuple() |> three()
    def count(a, b), do: length(Map.keys(kind(a, b)))

    def pairs(a, b) do
      [{first, x}, {second, y}] = Map.to_list(%{b: a, a: b || 4})
      if first == :a and second == :b, do: x * 10 + y, else: :error
    end

    def not_a_map(a, b) do
      m = if a > 1, do: %{a: b || 3}, else: b
      1 + Map.get(m, :a, 2)
    end

    def a_function_of_a_key(a, b) do
      handlers = %{a: &(&1 + 1), b: fn x -> x * 3 end}
      Map.get(handlers, key(a), fn _ -> 0 end).(b || 2)
    end

    defp three({a, b, c}), do: (a || -1) * 100 + (b || -1) * 10 + (c || -1)
    defp labelled({:a, a, _}), do: a
    defp labelled({:b, a, _}), do: a * 100
    defp labelled({:c, _, b}), do: b

    defp some(a, _) when a < 0, do: []
    defp some(a, nil), do: [a]
    defp some(a, b), do: [b, :a, a]

    # It always holds, but where there is no tail.
    defp one_before(list) when hd([1 | tl(list)]) == 1, do: 1
    defp one_before(_), do: 2

    defp kind(a, _) when a < 0, do: %{}
    defp kind(a, nil), do: %{a: a}
    defp kind(a, b), do: %{a: a, b: b}

    defp key(a) when a > 2, do: :a
    defp key(a) when a > 0, do: :b
    defp key(_), do: :c

    defp guarded(m) when is_map_key(m, :b) and :erlang.map_get(:b, m) > 1, do: 1
    defp guarded(m) when is_map_key(m, :a), do: 2
    defp guarded(_), do: 3

    defp total(m) do
      (Map.get(m, :a) || 7) + (Map.get(m, :b) || 70) + (Map.get(m, :c) || 700) + map_size(m) * 10_000
    end

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "functions on tuples, lists and maps" do
    assert PairRun.differences(@source, @atoms, @inputs) == []
  end
end
