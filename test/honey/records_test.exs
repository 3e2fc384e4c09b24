defmodule Honey.RecordsTest do
  @moduledoc """
  Structs of `deftype` mean in the kernel what they mean on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()

  @functions ~S'''
  deftype Inner, x: :s16, y: :u64
  deftype Color, tone: {:enum, [red: 3, green: 5], :u8}, level: :u8

  deftype Event,
    pid: :s32,
    kind: {:enum, [:exec, :exit, :fork]},
    urgent: :bool,
    inner: Inner,
    color: Color,
    name: {:string, 12},
    counts: {:array, :s32, 5}

  # Construction and fields

  def built(a, b), do: total(%Event{pid: a, inner: %Inner{x: b || 3, y: 4}})
  defp total(ev), do: ev.pid * 100 + ev.inner.x * 10 + ev.inner.y

  def defaults(a, _b) do
    ev = %Event{}
    a + ev.pid + ev.inner.y + code_of(ev.kind) + code_of(ev.urgent) + code_of(ev.color.tone)
  end

  defp code_of(:exec), do: 1
  defp code_of(:exit), do: 2
  defp code_of(:fork), do: 4
  defp code_of(false), do: 10
  defp code_of(true), do: 20
  defp code_of(nil), do: 100
  defp code_of(:red), do: 200
  defp code_of(:green), do: 300

  def enum(a, _b), do: %Event{kind: kind(a)}.kind
  defp kind(a) when a < 0, do: :fork
  defp kind(0), do: :exit
  defp kind(_), do: :exec

  def enum_without_zero(a, _b), do: %Color{tone: tone(a)}.tone
  defp tone(a) when a > 5, do: :red
  defp tone(a) when a > 1, do: :green
  defp tone(_), do: nil

  def array_or_list(a, b) do
    ev = %Event{counts: [1, 2, 3, 4, 5]}
    ev = %{ev | counts: if(a > 5, do: ev.counts, else: [a, b || 0, 3, 4, 5])}
    sum = ev.counts |> Enum.sum()
    ev = %{ev | counts: five(a, ev.counts)}
    sum * 100 + Enum.sum(ev.counts)
  end

  defp five(a, _counts) when a > 1, do: [5, 5, 5, 5, a]
  defp five(_, counts), do: counts

  def boolean(a, b), do: if(%Event{urgent: a == b}.urgent, do: :yes, else: :no)

  def order_of_evaluation(a, b) do
    x = a
    ev = %Event{pid: (x = x + 1) * 10, inner: %Inner{x: x, y: b || 0}}
    ev.pid + ev.inner.x
  end

  # Update

  def updated(a, b) do
    ev = %Event{pid: a, kind: :exit}
    other = %{ev | pid: b || -1, inner: %{ev.inner | x: 7}}
    total(other) * 1000 + ev.pid
  end

  def updated_named(a, b) do
    ev = %Event{pid: a}
    ev = %Event{ev | pid: ev.pid + 1, kind: :fork}
    if b, do: ev.pid, else: ev.kind
  end

  def rebound(a, b) do
    ev = %Event{pid: a}
    ev = if b, do: %{ev | pid: b}, else: ev
    ev.pid
  end

  # nil or a struct

  def maybe(a, b) do
    case find(a, b) do
      nil -> :none
      ev -> ev.pid
    end
  end

  defp find(a, nil) when a > 3, do: nil
  defp find(a, b), do: %Event{pid: a, inner: %Inner{x: b || 1}}

  def maybe_if(a, b) do
    ev = find(a, b)
    if ev, do: ev.inner.x + ev.pid, else: :none
  end

  def maybe_not_nil(a, b) do
    ev = find(a, b)
    if ev != nil, do: ev.pid, else: -1
  end

  def field_of_nil(a, b), do: find(a, b).pid
  def update_of_nil(a, b), do: %{find(a, b) | pid: 3}.pid
  def named_update_of_nil(a, b), do: %Event{find(a, b) | pid: 3}.pid
  def default_struct(a, b), do: (find(a, b) || %Event{pid: 99}).pid

  def or_integer(a, b) do
    case either(a, b) do
      %Event{pid: pid} -> pid + 1000
      n when is_integer(n) -> n
      other -> other
    end
  end

  defp either(a, nil) when a < 0, do: :none
  defp either(a, nil), do: a
  defp either(a, b), do: %Event{pid: a + b}

  # Patterns

  def heads(a, b), do: head(%Event{pid: a, kind: kind(a), inner: %Inner{x: b || 0}})
  defp head(%Event{pid: 1}), do: :one
  defp head(%Event{kind: :fork, inner: %Inner{x: x}}), do: x
  defp head(%Event{inner: %Inner{x: x} = inner, pid: pid}) when x > 2, do: inner.x + pid
  defp head(%Event{kind: kind}), do: kind

  def matched(a, b) do
    %Event{pid: pid, inner: %Inner{x: x}} = %Event{pid: a, inner: %Inner{x: b || 9}}
    pid * x
  end

  def match_fails(a, b) do
    %Event{kind: :exec, pid: pid} = %Event{pid: b || 4, kind: kind(a)}
    pid
  end

  def no_clause(a, b) do
    case %Event{pid: a, urgent: b != nil} do
      %Event{pid: 0} -> :zero
      %Event{urgent: true, pid: pid} -> pid
    end
  end

  def pinned(a, b) do
    ev = %Event{pid: a}

    case %Event{pid: b || 5} do
      ^ev -> :same
      _ -> :different
    end
  end

  def bound_whole(a, b) do
    case find(a, b) do
      %Event{pid: 2} = ev -> ev.inner.x
      %Event{} = ev -> ev.pid
      nil -> :none
    end
  end

  def guarded(a, b), do: guard(find(a, b))
  defp guard(ev) when ev.pid > 1, do: :large
  defp guard(%Event{} = ev) when ev.kind == :exec and ev.pid < 0, do: :negative
  defp guard(_), do: :other

  # Equality

  def equal(a, b), do: %Event{pid: a, inner: %Inner{x: 1}} == %Event{pid: b || 2, inner: %Inner{x: 1}}
  def unequal(a, b), do: find(a, b) != %Event{pid: 2, inner: %Inner{x: 1}}
  def equal_kinds(a, b), do: %Inner{x: a} == %Color{level: b || 0}
  def equal_nested(a, b), do: %Event{inner: %Inner{x: a}}.inner == %Inner{x: b || 1}
  def equal_nil(a, b), do: find(a, b) == nil

  # With tuples, lists and maps

  def in_tuple(a, b) do
    case fetch(a, b) do
      {:ok, %Event{pid: pid}} -> pid
      {:ok, ev, more} -> ev.pid + more
      :error -> :none
    end
  end

  defp fetch(a, nil) when a > 3, do: :error
  defp fetch(a, nil), do: {:ok, %Event{pid: a}}
  defp fetch(a, b), do: {:ok, %Event{pid: a}, b}

  def tuple_of_two(a, b) do
    {first, second} = if b, do: {%Inner{x: a}, %Inner{x: b}}, else: {%Inner{x: 1}, %Inner{x: a}}
    first.x * 10 + second.x
  end

  def in_map(a, b) do
    map = %{event: %Event{pid: a}, more: b || 1}
    %{map | event: %{map.event | kind: :exit}}.event.pid + map.more
  end

  # Loops

  def reduced(a, b) do
    ev =
      Enum.reduce(1..5, %Event{pid: a, inner: %Inner{x: b || 0}}, fn i, ev ->
        %{ev | pid: ev.pid + i, inner: %{ev.inner | x: ev.pid}}
      end)

    ev.pid * 1000 + ev.inner.x
  end

  def swapped(a, b) do
    {first, second} =
      Enum.reduce(1..3, {%Inner{x: a}, %Inner{x: b || 4}}, fn i, {first, second} ->
        {second, %{first | x: first.x + i}}
      end)

    first.x * 100 + second.x
  end

  def recursive(a, b), do: fuel(9, climb(%Event{pid: a, counts: [b || 1, 2, 3, 4, 5]}, 4)).pid
  defp climb(ev, 0), do: ev
  defp climb(ev, n), do: climb(%{ev | pid: ev.pid + Enum.at(ev.counts, n) * n}, n - 1)

  def read_in_loop(a, b) do
    ev = %Event{pid: a, inner: %Inner{x: b || 2}}
    inner = ev.inner
    Enum.reduce(1..4, 0, fn i, sum -> sum + i * inner.x + ev.pid end)
  end

  def found_in_loop(a, _b) do
    ev = %Event{counts: [1, 3, 5, 7, 9]}
    Enum.find(0..4, fn i -> Enum.at(ev.counts, i) > a end)
  end

  # Arrays

  def array(a, b) do
    ev = %Event{counts: [a, 20, b || 30, 40, 50]}
    Enum.at(ev.counts, 0) + Enum.at(ev.counts, 2) + Enum.at(ev.counts, -1)
  end

  def array_of_list(a, b) do
    list = if b, do: [a, b, 3, 4, 5], else: [1, 1, 1, 1, a]
    ev = %Event{counts: list}
    Enum.at(ev.counts, 0) + Enum.at(ev.counts, 4)
  end

  def array_at(a, b), do: Enum.at(%Event{counts: [10, 20, 30, 40, b || 50]}.counts, a)
  def array_outside(a, _b), do: Enum.at(%Event{counts: [a, 2, 3, 4, 5]}.counts, 5)
  def array_same(a, b), do: %Event{counts: [a, 1, 1, 1, 1]}.counts == %Event{counts: [b || 2, 1, 1, 1, 1]}.counts

  def array_pattern(a, b) do
    case %Event{counts: [a, b || 3, 1, 1, 1]}.counts do
      [1, x, _, _, _] -> x
      [_, _] -> :none
      [x, 5, y, _, _] -> x * 100 + y
      list when is_list(list) -> :other
    end
  end

  deftype Lists,
    pair: {:array, :u16, 2},
    kinds: {:array, {:enum, [:exec, :exit]}, 2},
    names: {:array, {:string, 4}, 2},
    nested: {:array, {:array, :u8, 2}, 2}

  def array_is_list(a, b), do: %Lists{pair: [abs(a), b || 2]}.pair == [1, 2]
  def list_is_not_array(a, b), do: [1, b || 2] != %Lists{pair: [abs(a), 2]}.pair
  def array_of_another_length(a, _b), do: [1, 2, 3] == %Lists{pair: [abs(a), 2]}.pair
  def array_in_tuple(a, _b), do: {%Lists{pair: [abs(a), 2]}.pair, 1} == {[1, 2], 1}
  def enums_are_list(a, _b), do: %Lists{kinds: [:exec, exit_of(a)]}.kinds == [:exec, :exit]
  defp exit_of(1), do: :exit
  defp exit_of(_), do: :exec
  def texts_are_list(a, _b), do: %Lists{names: ["abc", if(a == 1, do: "x", else: "yz")]}.names == ["abc", "x"]
  def nested_are_lists(a, _b), do: %Lists{nested: [[1, abs(a)], [2, 3]]}.nested == [[1, 1], [2, 3]]
  def array_among_lists(a, _b), do: %Lists{pair: [abs(a), 2]}.pair in [[1, 2], [4, 2]]
  def list_among_arrays(a, _b), do: [abs(a), 2] in %Lists{nested: [[1, 2], [2, 2]]}.nested

  def array_pinned(a, b) do
    list = [1, b || 5]

    case %Lists{pair: [1, abs(a)]}.pair do
      ^list -> :same
      _ -> :other
    end
  end

  def list_pinned(a, b) do
    array = %Lists{pair: [1, b || 5]}.pair

    case [1, abs(a)] do
      ^array -> :same
      _ -> :other
    end
  end

  def array_or_list_same(a, b) do
    list = if a > 1, do: [a, 2], else: %Lists{pair: [abs(a), 3]}.pair
    list == [b, 2] or list == [abs(a), 3]
  end

  def array_narrowed(a, b) do
    lists = if b, do: %Lists{pair: [abs(a), b]}
    pair = if lists, do: lists.pair
    if pair == [1, 2], do: Enum.sum(pair), else: 0
  end

  def map_pattern(a, b) do
    case find(a, b) do
      %{nothing: 1} -> :one
      %{pid: 2, inner: %{x: x}} -> x
      ev when is_map(ev) -> ev.pid
      _ -> :none
    end
  end

  # Strings

  def text(a, _b), do: if(%Event{name: "abc"}.name == "abc", do: a, else: :no)
  def text_full(a, _b), do: if(%Event{name: "twelve bytes"}.name == "twelve bytes", do: a, else: :no)
  def text_differs(_a, _b), do: %Event{name: "abc"}.name == "abcd"
  def text_shorter(_a, _b), do: %Event{name: "abc"}.name != "ab"
  def text_longer(_a, _b), do: %Event{name: "twelve bytes"}.name == "twelve bytes and more"
  def text_empty(_a, _b), do: %Event{}.name == ""
  def text_passed(a, _b), do: %Event{name: %Event{name: "x", pid: a}.name} == %Event{name: "x"}
  def text_of_both(_a, _b), do: %Event{name: "same"}.name == %Event{name: "same", pid: 1}.name

  def text_in_branch(a, _b) do
    ev = if a > 1, do: %Event{name: "large"}, else: %Event{name: "small"}
    ev.name == "large"
  end

  # Strings of fields are strings as any other

  deftype Names, first: {:string, 12}, all: {:array, {:string, 6}, 3}

  def text_joined(a, b) do
    name = if a > 1, do: %Event{name: "from a field"}.name, else: "literal"
    other = if b, do: name, else: nil
    ev = %Event{name: name}
    {ev.name == "from a field", other == ev.name, byte_size(ev.name) == 12} ==
      {a > 1, b != nil, a > 1}
  end

  def text_called(a, _b), do: named(%Event{name: name_of(a)}).name == "two"
  defp named(ev), do: %{ev | name: same(ev.name)}
  defp same(name), do: name
  defp name_of(2), do: "two"
  defp name_of(_), do: "a longer one"

  def text_written_over(a, _b) do
    ev = %{%Event{name: "twelve bytes"} | name: name_of(a)}
    byte_size(ev.name)
  end

  def text_matched(a, _b) do
    case %Event{name: name_of(a), pid: a} do
      %Event{name: "two"} -> :one
      %Event{name: "a l" <> rest} -> byte_size(rest)
      _ -> :other
    end
  end

  def text_tail(a, _b) do
    <<_, rest::binary>> = name_of(a)
    %Event{name: rest}.name == "wo"
  end

  def text_at(a, _b) do
    names = %Names{first: "one", all: ["one", "two", "sixsix"]}

    case Enum.at(names.all, a) do
      nil -> :none
      "two" -> :one
      name -> if name == names.first, do: :same, else: byte_size(name)
    end
  end
  '''

  @atoms [nil, true, false, :none, :exec, :exit, :fork, :red, :green, :yes, :no, :one, :zero] ++
           [:same, :different, :large, :negative, :other]

  @inputs for a <- [-3, -1, 0, 1, 2, 4, 5, 7], b <- [nil, 0, 1, 2, 5], do: {a, b}

  test "structs give what they give on the BEAM" do
    {differences, count} = TwoWays.differences(@functions, atoms: @atoms, inputs: @inputs)
    assert differences == []
    assert count > 50
  end

  # Of a u64, what is negative on the BEAM would leave the type.
  test "structs that raise on overflow, too" do
    functions = String.replace(@functions, "y: :u64", "y: :u32")

    {differences, _} =
      TwoWays.differences(functions, atoms: @atoms, inputs: @inputs, use: ", overflow: :raise")

    assert differences == []
  end

  test "structs in loops of many turns" do
    functions = ~S'''
    deftype Sum, count: :u64, total: :u64, last: {:array, :s64, 2}

    def sums(a, b) do
      step = %Sum{count: 1, total: 3, last: [1, 2]}

      sum =
        Enum.reduce(1..3000, %Sum{count: 0, last: [0, b || 5]}, fn i, sum ->
          last = [Enum.at(sum.last, 1), i + Enum.at(step.last, 0)]
          %{sum | count: sum.count + step.count, total: sum.total + i * step.total, last: last}
        end)

      sum.total + sum.count * 100 + Enum.at(sum.last, 0) + a
    end

    def maybe_sums(a, b) do
      found =
        Enum.reduce(1..2000, nil, fn i, found ->
          if i > 1000 + a and found == nil, do: %Sum{count: i, total: b || 7}, else: found
        end)

      case found do
        nil -> :none
        %Sum{count: count, total: total} -> count + total
      end
    end
    '''

    {differences, 2} =
      TwoWays.differences(functions,
        atoms: [:none],
        inputs: [{0, nil}, {5, 3}, {1500, nil}],
        kernel: "5.17"
      )

    assert differences == []
  end
end
