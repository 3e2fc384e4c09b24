defmodule Honey.Standard.Integer do
  use Honey.Standard

  def mod(dividend, divisor) do
    remainder = rem(dividend, divisor)

    if remainder != 0 and remainder < 0 != divisor < 0,
      do: remainder + divisor,
      else: remainder
  end

  def floor_div(dividend, divisor) do
    quotient = div(dividend, divisor)

    if rem(dividend, divisor) != 0 and dividend < 0 != divisor < 0,
      do: quotient - 1,
      else: quotient
  end

  # By squares: the lowest bit of what is left of the exponent says whether one is a factor. The
  # base is not squared beyond the last: that could leave 64 bits where the result does not.
  def pow(2, exponent) when exponent >= 0, do: Bitwise.bsl(1, exponent)
  def pow(base, 2), do: base * base
  def pow(base, 3), do: base * base * base

  def pow(base, exponent) do
    if exponent < 0, do: :erlang.error(:badarith)

    Enum.reduce_while(1..64, {1, base, exponent}, fn
      _, {result, square, 0} ->
        {:halt, {result, square, 0}}

      _, {result, square, left} ->
        result = if rem(left, 2) == 1, do: result * square, else: result
        left = div(left, 2)
        {:cont, {result, if(left > 0, do: square * square, else: square), left}}
    end)
    |> elem(0)
  end

  # Euclid's algorithm, which takes most steps for neighbours of Fibonacci's series. Both numbers
  # are made of one type, which is u64 when one of them is. The least integer has no magnitude that
  # is an s64: of two numbers the first remainder is taken, which has.
  def gcd(left, right) do
    none = Bitwise.band(left, 0) + Bitwise.band(right, 0)

    magnitude = fn n ->
      if n < 0, do: Bitwise.bor(Bitwise.bnot(n), none) + 1, else: Bitwise.bor(n, none)
    end

    first = if right != 0, do: rem(left, right), else: 0

    start =
      cond do
        first != 0 -> {magnitude.(first), magnitude.(rem(right, first))}
        right != 0 -> {magnitude.(right), none}
        true -> {magnitude.(left), none}
      end

    Enum.reduce_while(1..93, start, fn
      _, {a, 0} -> {:halt, {a, 0}}
      _, {a, b} -> {:cont, {b, rem(a, b)}}
    end)
    |> elem(0)
  end
end
