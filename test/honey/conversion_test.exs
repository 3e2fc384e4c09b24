defmodule Honey.ConversionTest do
  @moduledoc "Strings that are made of integers and atoms: by interpolation, and by functions."

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, TwoWays}

  @moduletag Kernel.tags()

  # The edges of the numbers of digits, and of 64 bits.
  @numbers for(n <- 0..18, d <- [-1, 0, 1], do: Integer.pow(10, n) + d) ++
             [0x7FFFFFFFFFFFFFFF, -0x8000000000000000, 0x80000000, 0xFFFFFFFF]
  @inputs for {a, b} <- Enum.flat_map(@numbers, &[{&1, nil}, {-&1, rem(&1, 1000)}]),
              a <= 0x7FFFFFFFFFFFFFFF,
              do: {a, b}

  @functions ~S'''
    def alone(a, _b), do: hash("#{a}")
    def to_string_of(a, _b), do: hash(to_string(a))
    def integer(a, _b), do: hash(Integer.to_string(a))
    def maybe(a, b), do: hash("#{b}") + rem(a, 7)
    def between(a, b), do: hash("pid #{a}, #{b}.")
    def joined(a, b), do: hash(Integer.to_string(rem(a, 100)) <> "/" <> to_string(b || 5))
    def small(a, _b), do: hash("#{a &&& 7}")
    def unsigned(a, _b), do: hash("#{not_negative(a) ||| 0x8000000000000000}")
    def known(a, _b), do: hash("#{:exec}-#{7}-#{a}")
    def named(a, b), do: hash("#{name(a, b)}")
    def named_before(a, b), do: hash("is #{name(a, b)}: #{a}")
    def atom(a, b), do: hash(Atom.to_string(name(a, b)))
    def truth(a, b), do: hash("#{a > (b || 0)}")
    def mixed(a, b), do: hash("<#{any(a, b)}>")
    def mixed_alone(a, b), do: hash("#{any(a, b)}")
    def no_integer(a, b), do: hash(Integer.to_string(b)) + rem(a, 3)
    def no_atom(a, b), do: hash(Atom.to_string(if b, do: a, else: :ok))
    def size(a, b), do: byte_size("#{a}#{b}")
    def equal(a, b), do: if("#{a}" == "#{b}", do: 1, else: 2)
    def matched(a, _b), do: first("#{a}")
    def each(a, _b), do: for(i <- 0..3, reduce: 0, do: (h -> rem(h * 7 + hash("#{div(a, 2) + i}"), 1009)))

    def kept(a, b) do
      text = if a > 5, do: "#{a}", else: "none #{b}"
      hash(text)
    end

    defp not_negative(a), do: if(a < 0, do: 3, else: a)

    defp name(a, _) when a > 1000, do: :large
    defp name(a, nil) when a > 0, do: nil
    defp name(a, _) when a > 0, do: :ok
    defp name(_, _), do: :"not a number"

    defp any(a, nil), do: a
    defp any(a, b) when a > 1000, do: "text #{b}"
    defp any(a, _) when a > 0, do: true
    defp any(_, _), do: nil

    defp first("-" <> rest), do: byte_size(rest)
    defp first("1" <> _), do: 100
    defp first(_), do: 200

    defp hash(text), do: bytes(text, byte_size(text) + 7)
    defp bytes(<<c, rest::binary>>, h), do: bytes(rest, rem(h * 31 + c, 1_000_003))
    defp bytes(_, h), do: h
  '''

  test "they are Elixir's" do
    assert {[], 22} =
             TwoWays.differences(@functions, atoms: [nil, :ok], inputs: @inputs, kernel: "5.17")
  end

  test "what raises counts" do
    assert {[], 22} =
             TwoWays.differences(@functions,
               atoms: [nil, :ok],
               inputs: [{17, nil}, {-3, 12}],
               kernel: "5.17",
               use: ", overflow: :raise"
             )
  end
end
