defmodule Honey.Sim.Part do
  @moduledoc false
  # Parts of records and arrays, as bytes and as what registers hold; and how parts of a map's value
  # are changed in place.

  import Bitwise

  alias Honey.Codec
  alias Honey.Sim.Integer

  @type place :: {offset :: non_neg_integer, type :: atom, size :: pos_integer}
  @type change :: :store | :add | :subtract | :and | :or | :xor

  @doc "So many bytes: what is missing is zero."
  @spec padded(binary, non_neg_integer) :: binary
  def padded(bytes, size) do
    bytes = binary_part(bytes, 0, min(byte_size(bytes), size))
    bytes <> <<0::size(size - byte_size(bytes))-unit(8)>>
  end

  @doc "The bytes of a value, of which an integer is cut to its type."
  @spec bytes(atom, pos_integer, integer | binary) :: binary
  def bytes(type, size, value) when type in [:text, :bytes, :memory], do: padded(value, size)

  def bytes(type, _size, value),
    do: type |> Codec.compile([]) |> Codec.encode(Integer.wrap(value, type)) |> elem(1)

  @doc "What a register holds of these bytes."
  @spec value(atom, binary) :: integer | binary
  def value(type, bytes) when type in [:bytes, :memory], do: bytes

  def value(:text, bytes),
    do: {:string, byte_size(bytes)} |> Codec.compile([]) |> Codec.decode(bytes)

  def value(type, bytes), do: type |> Codec.compile([]) |> Codec.decode(bytes)

  @doc "The map's value after a change: of all of it, an integer, or of the field at a place."
  @spec change(integer | binary, change, place | nil, integer | binary) :: integer | binary
  def change(integer, change, nil, amount), do: changed(integer, change, amount)

  def change(record, change, {offset, type, size}, amount) do
    <<before::binary-size(offset), field::binary-size(size), rest::binary>> = record
    changed = if change == :store, do: amount, else: changed(value(type, field), change, amount)
    before <> bytes(type, size, changed) <> rest
  end

  defp changed(_integer, :store, amount), do: amount
  defp changed(integer, :add, amount), do: integer + amount
  defp changed(integer, :subtract, amount), do: integer - amount
  defp changed(integer, :and, amount), do: integer &&& amount
  defp changed(integer, :or, amount), do: integer ||| amount
  defp changed(integer, :xor, amount), do: bxor(integer, amount)
end
