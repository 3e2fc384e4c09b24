defmodule Honey.Sim.Integer do
  @moduledoc false
  # The integers of the kernel's memory and of registers: exact ones, reduced to a type.

  import Bitwise

  @type type :: :u8 | :u16 | :u32 | :u64 | :s8 | :s16 | :s32 | :s64

  @types for sign <- [:u, :s],
             bits <- [8, 16, 32, 64],
             do: {:"#{sign}#{bits}", sign, bits}

  @doc "Whether it is one of these types."
  defguard is_type(type) when type in unquote(Enum.map(@types, &elem(&1, 0)))

  @doc "The integer of the type that has the same low bits."
  @spec wrap(integer, type) :: integer
  for {type, :u, bits} <- @types do
    def wrap(value, unquote(type)), do: value &&& unquote((1 <<< bits) - 1)
  end

  for {type, :s, bits} <- @types do
    def wrap(value, unquote(type)) do
      <<wrapped::signed-size(unquote(bits))>> = <<value::size(unquote(bits))>>
      wrapped
    end
  end

  @doc "The least and the greatest integer of the type."
  @spec bounds(type) :: {integer, integer}
  for {type, sign, bits} <- @types do
    least = if sign == :u, do: 0, else: -(1 <<< (bits - 1))
    def bounds(unquote(type)), do: {unquote(least), unquote(least + (1 <<< bits) - 1)}
  end

  @spec fits?(term, type) :: boolean
  def fits?(value, type), do: is_integer(value) and wrap(value, type) == value

  @doc "For messages: `:u8 (0..255)`."
  @spec describe(type) :: String.t()
  def describe(type) do
    {least, greatest} = bounds(type)
    "#{inspect(type)} (#{least}..#{greatest})"
  end
end
