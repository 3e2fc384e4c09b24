defmodule Honey.Sim.Statement.Binary do
  @moduledoc false
  # Statements on the packet, and on texts.
  #
  # A cursor is a place, in bytes, of the packet, or of a text: `{text, at}`. A text is a binary; what
  # lies behind it is zero.

  import Honey.Sim.Machine

  alias Honey.Sim.{Context, Machine, Part}

  @kinds [:packet_length, :seek, :read, :bits, :text, :text_store, :text_append, :text_part] ++
           [:text_decimal, :text_length, :text_equal]

  @doc "The kinds of statements that `step/2` knows."
  @spec kinds() :: [atom]
  def kinds, do: @kinds

  @doc "What comes of the statement; see `Honey.Sim.Statement`."
  @spec step(Machine.statement(), Machine.t()) :: Machine.ended()
  def step(statement, machine)

  def step({:packet_length, line, to, nil}, machine),
    do: next(machine, to, bit_size(packet(machine, line)))

  def step({:seek, line, to, {array, position, size, label}}, machine) do
    at = div(value(machine, position), 8)
    {where, most} = place(machine, array, line)

    if at + size > most,
      do: {:leave, label, machine},
      else: next(machine, to, if(array, do: {where, at}, else: at))
  end

  def step({:read, line, to, {from, at, size, big?}}, machine) do
    bytes =
      case value(machine, from) do
        text when is_binary(text) -> part(text, at, size)
        {text, cursor} -> part(text, cursor + at, size)
        cursor -> binary_part(packet(machine, line), cursor + at, size)
      end

    next(machine, to, :binary.decode_unsigned(bytes, if(big?, do: :big, else: :little)))
  end

  def step({:bits, line, to, {array, position, count}}, machine) do
    {position, count} = {value(machine, position), value(machine, count)}
    {where, most} = place(machine, array, line)

    value =
      case Part.padded(where, most) do
        <<_::size(position), value::size(count), _::bitstring>> -> value
        _ -> 0
      end

    next(machine, to, value)
  end

  def step({:text, _, to, text}, machine), do: next(machine, to, text)

  def step({:text_store, _, {number, _} = to, {at, size, value, big?}}, machine) do
    text = value(machine, {number})
    text = Part.padded(text, max(byte_size(text), at + size))
    <<before::binary-size(at), _::binary-size(size), rest::binary>> = text
    value = value(machine, value)
    bytes = if big?, do: <<value::size(size)-unit(8)>>, else: <<value::little-size(size)-unit(8)>>
    next(machine, to, before <> bytes <> rest)
  end

  def step({:text_append, _, {number, _} = to, {from, at}}, machine) do
    before = Part.padded(value(machine, {number}), value(machine, at))
    next(machine, to, before <> value(machine, from))
  end

  def step({:text_part, _, to, {from, at, size}}, machine),
    do: next(machine, to, machine |> value(from) |> part(at, size) |> trimmed())

  def step({:text_decimal, _, to, number}, machine),
    do: next(machine, to, Integer.to_string(value(machine, number)))

  def step({:text_length, _, to, text}, machine),
    do: next(machine, to, byte_size(trimmed(value(machine, text))))

  def step({:text_equal, _, to, {left, right}}, machine) do
    same? = trimmed(value(machine, left)) == trimmed(value(machine, right))
    next(machine, to, if(same?, do: 1, else: 0))
  end

  defp packet(machine, line), do: Context.fetch!(machine.context, :packet, line)

  # The bytes, and how many there are: an array of the kernel ends where it does for Elixir.
  defp place(machine, nil, line) do
    packet = packet(machine, line)
    {packet, byte_size(packet)}
  end

  defp place(machine, {array, size}, _line), do: {value(machine, array), size}

  defp part(text, at, size), do: binary_part(text <> <<0::size(at + size)-unit(8)>>, at, size)

  defp trimmed(text), do: String.trim_trailing(text, <<0>>)
end
