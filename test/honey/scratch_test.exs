defmodule Honey.ScratchTest do
  @moduledoc """
  Data that a program's stack has no room for: in the kernel it means what it means on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()

  # 1 KiB, 4 KiB, and one with gaps in arrays of structs.
  @types ~S'''
  deftype Page, number: :s64, words: {:array, :s64, 120}, name: {:string, 40}, kind: {:enum, [:free, :used]}
  deftype Book, title: {:string, 300}, pages: {:array, Page, 3}, first: Page, count: :s32, open: :bool
  deftype Mark, at: :s16, weight: :s64, on: :bool
  deftype Marks, head: :u8, all: {:array, Mark, 60}, tail: :s16
  '''

  @functions @types <>
               ~S'''
               def built(a, b), do: total(%Page{number: a, name: "first", kind: kind(b)})

               defp kind(nil), do: :free
               defp kind(_), do: :used

               defp total(page) do
                 page.number * 100 + byte_size(page.name) * 10 + code_of(page.kind) + (Enum.at(page.words, 119) || 0)
               end

               defp code_of(:free), do: 1
               defp code_of(:used), do: 2

               def updated(a, b) do
                 page = %Page{number: a}
                 other = %{page | number: b || 7, name: "other"}
                 again = %{other | kind: :used}
                 total(page) + total(other) * 3 + total(again) * 5
               end

               def chained(a, b) do
                 page = %Page{number: a}
                 page = %{page | number: page.number + 1}
                 page = %{page | number: page.number * 2}
                 page = %{page | name: "x"}
                 page = %{page | number: page.number - (b || 3)}
                 page = %{page | kind: :used}
                 page = %{page | name: "yz"}
                 total(page)
               end

               def branches(a, b) do
                 page = if a > 0, do: %Page{number: a, name: "large"}, else: %Page{name: "small", kind: :used}
                 page = if b, do: %{page | number: page.number + b}, else: page
                 total(page)
               end

               def maybe(a, b) do
                 case find(a, b) do
                   nil -> :none
                   page -> total(page)
                 end
               end

               defp find(a, nil) when a > 3, do: nil
               defp find(a, b), do: %Page{number: a, name: if(b, do: "b", else: "none")}

               def of_nil(a, b), do: find(a, b).number
               def default(a, b), do: total(find(a, b) || %Page{number: 99})
               def tagged(a, b) do
                 case fetch(a, b) do
                   {:ok, %Page{number: 1}} -> :one
                   {:ok, page, more} -> total(page) + more
                   {:ok, %Page{} = page} -> total(page)
                   :error -> :none
                 end
               end

               defp fetch(a, nil) when a > 3, do: :error
               defp fetch(a, nil), do: {:ok, %Page{number: a}}
               defp fetch(a, b), do: {:ok, %Page{number: a}, b}

               # Equality, by pieces without gaps

               def equal(a, b), do: %Page{number: a, name: "n"} == %Page{number: b || 2, name: "n"}
               def equal_names(a, b), do: %Page{name: name(a)} == %Page{name: name(b || 5)}
               def equal_kinds(a, b), do: %Page{number: 1, kind: kind(b)} == %Page{number: a, kind: :used}
               def equal_nil(a, b), do: find(a, b) == nil
               def equal_words(a, b), do: find(a, b).words == %Page{number: a}.words
               defp name(n) when n > 3, do: "more"
               defp name(_), do: "less"

               def equal_nested(a, b) do
                 one = %Book{title: "one", first: %Page{number: a}}
                 other = %Book{title: "one", first: %Page{number: b || 0}}
                 {one == other, one.first == other.first, one.pages == other.pages} |> count()
               end

               defp count({a, b, c}), do: bit(a) * 4 + bit(b) * 2 + bit(c)
               defp bit(true), do: 1
               defp bit(false), do: 0

               def with_gaps(a, b) do
                 one = %Marks{head: 1, tail: a}
                 other = %Marks{head: 1, tail: b || 0}
                 {one == other, one.all == other.all, one == %{other | tail: a}} |> count()
               end

               # Parts, and elements at any index

               def parts(a, b) do
                 book = %Book{title: "a title", first: %Page{number: a, name: "p"}, count: b || 4, open: b != nil}
                 first = book.first
                 book = %{book | first: %Page{number: 1000}, count: 5}
                 total(first) * 2 + total(book.first) + book.count + byte_size(book.title) + bit(book.open)
               end

               def element(a, b) do
                 marks = %Marks{tail: b || 2}

                 case Enum.at(marks.all, a) do
                   nil -> :none
                   mark -> mark.at + mark.weight + marks.tail + bit(mark.on)
                 end
               end

               def element_from_end(a, _b), do: Enum.at(%Page{number: 3}.words, a - 3)
               def element_outside(a, _b), do: Enum.at(%Page{number: a}.words, a + 118)

               def page_of_book(a, b) do
                 book = %Book{count: b || 1}
                 page = Enum.at(book.pages, a)
                 if page, do: total(page) + book.count, else: :none
               end

               # Strings

               def titles(a, b) do
                 book = %Book{title: title(a)}
                 other = %{book | title: if(b, do: "none at all", else: book.title)}
                 <<first, rest::binary>> = other.title
                 same = book.title == other.title
                 first + byte_size(rest) * 10 + byte_size(book.title) * 1000 + bit(same) + bit(rest == "itle")
               end

               defp title(n) when n > 3, do: "a long title of many letters"
               defp title(_), do: "title"

               # Loops

               def reduced(a, b) do
                 page =
                   Enum.reduce(1..20, %Page{number: a, name: "loop"}, fn i, page ->
                     if rem(i, 3) == 0,
                       do: %{page | number: page.number + i, kind: :used},
                       else: %{page | number: page.number * 2 - (b || 1)}
                   end)

                 total(page)
               end

               def swapped(a, b) do
                 {first, second} =
                   Enum.reduce(1..5, {%Page{number: a}, %Page{number: b || 4, name: "second"}}, fn i, {first, second} ->
                     {second, %{first | number: first.number + i}}
                   end)

                 total(first) * 7 + total(second)
               end

               def summed(a, b) do
                 page = %Page{number: a, name: "sum"}
                 Enum.reduce(0..119, 0, fn i, sum -> sum + Enum.at(page.words, i) + page.number * i + (b || 1) end)
               end

               def recursive(a, b), do: fuel(9, climb(%Page{number: a, name: "top"}, b || 4)) |> total()
               defp climb(page, n) when n <= 0 or n > 6, do: page
               defp climb(page, n), do: climb(%{page | number: page.number + n}, n - 1)

               # Subprograms: called twice, large

               def called(a, b) do
                 one = shuffle(%Page{number: a, name: "one"}, %Page{number: 3}, b || 1)
                 other = shuffle(one, %Page{number: a, kind: :used}, 5)
                 book = %Book{first: other, title: "in a book"}
                 last = shuffle(book.first, one, byte_size(book.title))
                 total(one) + total(other) * 3 + total(last) * 5
               end

               defp shuffle(one, other, n) do
                 x = bxor(one.number * 3, n) &&& 0xFFFF
                 y = bxor(other.number * 5, n + 1) &&& 0xFFFF
                 x = if x > y, do: x - y, else: y - x
                 w = rem(x * 31 + y * 37 + n * 41, 10_007)
                 v = rem(w * 31 + y * 37 + x * 43, 10_009)
                 u = rem(v * 31 + w * 37 + x * 47, 10_037)
                 page = if v > 5000, do: one, else: %{other | name: one.name}
                 page = if w > 5000, do: %{page | number: page.number + u}, else: page
                 if u > 5000, do: %{page | kind: :used}, else: page
               end

               def raised_between(a, b) do
                 page = %Page{number: a}
                 other = %{page | number: div(10, b || 0)}
                 total(other) + total(page)
               end
               '''

  @atoms [nil, true, false, :none, :one]
  @inputs for a <- [-3, 0, 1, 2, 4, 7, 119], b <- [nil, 0, 2, 5], do: {a, b}

  test "structs of one and of four KiB" do
    {differences, count} = TwoWays.differences(@functions, atoms: @atoms, inputs: @inputs)
    assert differences == []
    assert count > 25
  end

  # A turn of many is a function of its own, which reaches scratch memory as the loop's function does.
  test "in turns of bpf_loop" do
    functions =
      @types <>
        ~S'''
        def sums(a, b) do
          step = %Page{number: 3, name: "step"}

          page =
            Enum.reduce(1..3000, %Page{number: a}, fn i, page ->
              page = %{page | number: page.number + step.number * rem(i, 7)}
              if rem(i, 1000) == 500, do: %{page | name: step.name, kind: :used}, else: page
            end)

          weigh(page) + (b || 0)
        end

        defp weigh(page), do: page.number * 100 + byte_size(page.name) + bit(page.kind == :used)
        defp bit(true), do: 1
        defp bit(false), do: 0

        def found(a, b) do
          found =
            Enum.reduce(1..2000, nil, fn i, found ->
              if i > 1000 + a and found == nil, do: %Page{number: i + (b || 7)}, else: found
            end)

          if found, do: weigh(found), else: :none
        end

        def nested(a, b) do
          outer = %Page{number: a, name: "outer"}

          Enum.reduce(1..1100, 0, fn i, sum ->
            inner = %{outer | number: outer.number + i}

            if rem(i, 550) == 0,
              do: Enum.reduce(1..1500, sum, fn j, sum -> sum + inner.number + rem(j, 3) + (b || 1) end),
              else: sum + byte_size(inner.name) - Enum.at(inner.words, rem(i, 120))
          end)
        end

        def raised(a, b) do
          Enum.reduce(1..2000, %Page{number: a}, fn i, page ->
            divided(page, i, b || 0)
          end).number
        end

        defp divided(page, i, b), do: %{page | number: page.number + div(i, i - 1500 + b)}

        def passed(a, b), do: turns(%Page{number: a, name: "passed"}, b || 2)
        def passed_twice(a, b), do: turns(%Page{number: 1}, a) + turns(%Page{number: b || 3, kind: :used}, a)

        defp turns(page, n) do
          Enum.reduce(1..2500, {0, page.words}, fn i, {sum, words} ->
            word = Enum.at(words, rem(i, 120))
            sum = rem(sum * 3 + page.number + i * n + word, 1_000_003)
            {sum, if(rem(sum, 2) == 0, do: words, else: page.words)}
          end)
          |> elem(0)
        end
        '''

    {differences, 6} =
      TwoWays.differences(functions,
        atoms: [:none],
        inputs: [{0, nil}, {5, 3}, {1500, nil}, {-7, 600}],
        kernel: "5.17"
      )

    assert differences == []
  end

  # Values of before the turns are needed in them, and all of them afterwards.
  test "a hundred and ten variables, structs and turns of bpf_loop in one function" do
    names = for n <- 1..110, do: "v#{n}"

    functions =
      @types <>
        """
        def crowd(a, b) do
          page = %Page{number: a, name: "crowd"}
          book = %Book{first: page, title: "of pages", count: b || 3}
          #{for {name, n} <- Enum.with_index(names), do: "#{name} = bxor(a * #{n + 3}, (b || 7) + #{n})\n"}
          page =
            Enum.reduce(1..1500, page, fn i, page ->
              sum = rem(page.number * 3 + i, 65_521)
              sum = rem(sum + #{Enum.join(names, " + ")}, 65_521)
              page = %{page | number: sum + byte_size(book.title)}
              if rem(i, 700) == 0, do: %{page | name: book.first.name, kind: :used}, else: page
            end)

          sum = #{names |> Enum.with_index() |> Enum.map_join(" + ", fn {name, n} -> "#{name} * #{n * 2 + 1}" end)}
          last = Enum.at(page.words, rem(v1, 120)) || 9
          sum + page.number * 1009 + byte_size(page.name) + last + book.count + book.first.number + div(1000, v3)
        end
        """

    {differences, 1} =
      TwoWays.differences(functions,
        atoms: [:none],
        inputs: [{0, nil}, {5, 3}, {-12, 0}, {1_000_003, 4}],
        kernel: "5.17"
      )

    assert differences == []
  end

  test "with what the oldest kernel can" do
    {differences, _} =
      TwoWays.differences(@functions,
        atoms: @atoms,
        inputs: Enum.take_every(@inputs, 5),
        kernel: "5.14",
        use: ", overflow: :raise"
      )

    assert differences == []
  end
end
