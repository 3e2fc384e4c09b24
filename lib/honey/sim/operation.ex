defmodule Honey.Sim.Operation do
  @moduledoc false
  # The pure operations of the intermediate representation, one clause for each row of ir_op.def: the
  # exact result on Elixir's integers, reduced to the type that the operation gives.
  #
  # Operands are the exact integers of their own types, so a comparison needs no types at all, and
  # whether something overflows is whether the exact result fits.

  import Bitwise

  alias Honey.Sim.Integer

  # Beyond this count nothing of 64 bits is left, so no more needs to be shifted.
  @farthest 128

  @doc "The result; a pointer is nil or a term, a truth value 0 or 1."
  @spec apply(atom, atom, [term]) :: integer
  def apply(:COPY, type, [a]), do: Integer.wrap(a, type)
  def apply(:LOOKUP_TAG, _type, [a]), do: if(a == nil, do: 1, else: -1)
  def apply(:ADD, type, [a, b]), do: Integer.wrap(a + b, type)
  def apply(:SUBTRACT, type, [a, b]), do: Integer.wrap(a - b, type)
  def apply(:MULTIPLY, type, [a, b]), do: Integer.wrap(a * b, type)
  def apply(:NEGATE, type, [a]), do: Integer.wrap(-a, type)
  def apply(:BAND, type, [a, b]), do: Integer.wrap(a &&& b, type)
  def apply(:BOR, type, [a, b]), do: Integer.wrap(a ||| b, type)
  def apply(:BXOR, type, [a, b]), do: Integer.wrap(bxor(a, b), type)
  def apply(:BNOT, type, [a]), do: Integer.wrap(bnot(a), type)

  def apply(op, type, [a, b]) when op in [:DIVIDE_UNSIGNED, :DIVIDE_SS, :DIVIDE_SU, :DIVIDE_US],
    do: Integer.wrap(div(a, b), type)

  def apply(op, type, [a, b])
      when op in [:REMAINDER_UNSIGNED, :REMAINDER_SS, :REMAINDER_SU, :REMAINDER_US],
      do: Integer.wrap(rem(a, b), type)

  def apply(op, type, [a, count]) when op in [:SHIFT_LEFT, :SHIFT_LEFT_S64, :SHIFT_LEFT_U64],
    do: a |> Integer.wrap(type) |> shift(count) |> Integer.wrap(type)

  def apply(op, type, [a, count]) when op in [:SHIFT_RIGHT, :SHIFT_RIGHT_S64, :SHIFT_RIGHT_U64],
    do: a |> Integer.wrap(type) |> shift(-count) |> Integer.wrap(type)

  def apply(:CAP_COUNT, _type, [count]), do: min(count, 64)

  def apply(op, _type, [a, b]) when op in [:EQUAL, :EQUAL_US], do: truth(a == b)
  def apply(op, _type, [a, b]) when op in [:NOT_EQUAL, :NOT_EQUAL_US], do: truth(a != b)
  def apply(op, _type, [a, b]) when op in [:LESS, :LESS_US, :LESS_SU], do: truth(a < b)

  def apply(op, _type, [a, b]) when op in [:LESS_EQUAL, :LESS_EQUAL_US, :LESS_EQUAL_SU],
    do: truth(a <= b)

  def apply(:ADD_OVERFLOWS_S64, _type, [a, b]), do: outside(a + b, :s64)
  def apply(:ADD_OVERFLOWS_U64, _type, [a, b]), do: outside(a + b, :u64)
  def apply(:SUBTRACT_OVERFLOWS_S64, _type, [a, b]), do: outside(a - b, :s64)
  def apply(:MULTIPLY_OVERFLOWS_S64, _type, [a, b]), do: outside(a * b, :s64)
  def apply(:MULTIPLY_OVERFLOWS_U64, _type, [a, b]), do: outside(a * b, :u64)
  def apply(:NEGATE_OVERFLOWS_S64, _type, [a]), do: outside(-a, :s64)
  def apply(:BNOT_OVERFLOWS_S64, _type, [a]), do: outside(bnot(a), :s64)
  def apply(:DIVIDE_OVERFLOWS_S64, _type, [a, b]), do: outside(div(a, b), :s64)
  def apply(:DIVIDE_OVERFLOWS_U64, _type, [a, b]), do: outside(div(a, b), :u64)
  def apply(:SIGNS_DIFFER, _type, [a, b]), do: truth(a < 0 != b < 0)
  def apply(:EITHER_NEGATIVE, _type, [a, b]), do: truth(a < 0 or b < 0)
  def apply(:SHIFT_LEFT_OVERFLOWS_S64, _type, [a, count]), do: outside(shift(a, count), :s64)
  def apply(:SHIFT_LEFT_OVERFLOWS_U64, _type, [a, count]), do: outside(shift(a, count), :u64)
  def apply(:SHIFT_RIGHT_OVERFLOWS_S64, _type, [a, count]), do: outside(shift(a, -count), :s64)
  def apply(:SHIFT_RIGHT_OVERFLOWS_U64, _type, [a, count]), do: outside(shift(a, -count), :u64)

  def apply(:NOT, _type, [a]), do: truth(not true?(a))
  def apply(:AND, _type, [a, b]), do: truth(true?(a) and true?(b))
  def apply(:OR, _type, [a, b]), do: truth(true?(a) or true?(b))
  # The bits of the last, unfinished byte are the highest of a little-endian number.
  def apply(:LITTLE_BITS, _type, [bits, count]) do
    <<value::little-size(count)>> = <<bits::size(count)>>
    value
  end

  def apply(:SWAP_16, type, [a]), do: swapped(a, 16, type)
  def apply(:SWAP_32, type, [a]), do: swapped(a, 32, type)
  def apply(:SWAP_64, type, [a]), do: swapped(a, 64, type)

  def apply(:IS_NULL, _type, [pointer]), do: truth(pointer == nil)
  def apply(:FORGET, _type, [a]), do: a

  @doc "Whether a condition holds: neither 0 nor the pointer of a lookup that found nothing."
  @spec true?(term) :: boolean
  def true?(value), do: value not in [0, nil]

  defp swapped(a, bits, type) do
    <<value::little-size(bits)>> = <<a::size(bits)>>
    Integer.wrap(value, type)
  end

  defp shift(a, count), do: a <<< (count |> max(-@farthest) |> min(@farthest))

  defp outside(exact, type), do: truth(not Integer.fits?(exact, type))

  defp truth(true), do: 1
  defp truth(false), do: 0
end
