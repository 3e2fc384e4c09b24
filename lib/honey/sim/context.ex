defmodule Honey.Sim.Context do
  @moduledoc false
  # What a program reads as `ctx.field`: checked against the fields that the program's event has.

  alias Honey.Argument
  alias Honey.Sim.Integer

  @type field :: {atom, Integer.type() | :boolean | :packet | :data | {:text, pos_integer}}

  # Where data of the context lie, of each field those of one: the kernel's own addresses are elsewhere.
  @data 0xFFFF_C900_0000_0000
  @most 0x1_0000

  @doc "The context, as the values that the program's registers get; and the data of it that have addresses."
  @spec new(Enumerable.t(), String.t(), [field]) ::
          {%{atom => integer | String.t()}, %{integer => binary}}
  def new(given, section, fields) do
    given = Argument.pairs!(given, "ctx: has the fields that the program reads by their names")

    Enum.reduce(given, {%{}, %{}}, fn {name, value}, {context, memory} ->
      case Enum.find_index(fields, &(elem(&1, 0) == name)) do
        nil ->
          raise ArgumentError, unknown(name, section, fields)

        index ->
          {_, type} = Enum.at(fields, index)
          place(name, type, value, @data + index * @most, context, memory)
      end
    end)
  end

  defp place(name, :data, value, at, context, memory)
       when is_binary(value) and byte_size(value) < @most,
       do: {Map.put(context, name, at), Map.put(memory, at, value)}

  defp place(name, :data, value, _at, context, memory) do
    if is_integer(value) and Integer.fits?(value, :u64),
      do: {Map.put(context, name, value), memory},
      else: wrong!(name, :data, value)
  end

  defp place(name, type, value, _at, context, memory),
    do: {Map.put(context, name, convert!(name, type, value)), memory}

  defp unknown(name, section, []) do
    "ctx: has #{inspect(name)}, but the context of \"#{section}\" has no fields"
  end

  defp unknown(name, section, fields) do
    "ctx: has #{inspect(name)}, which is not a field of \"#{section}\"; its fields are " <>
      Enum.map_join(fields, ", ", &inspect(elem(&1, 0)))
  end

  defp convert!(_name, :boolean, true), do: 1
  defp convert!(_name, :boolean, false), do: 0

  defp convert!(_name, {:text, most}, value) when is_binary(value) and byte_size(value) <= most,
    do: value |> String.split(<<0>>) |> hd()

  defp convert!(_name, :packet, value) when is_binary(value) and byte_size(value) <= 0xFFFF,
    do: value

  defp convert!(name, type, value) do
    if is_atom(type) and type not in [:boolean, :packet] and Integer.fits?(value, type) do
      value
    else
      wrong!(name, type, value)
    end
  end

  defp wrong!(name, type, value) do
    raise ArgumentError,
          "ctx: has #{inspect(value)} for #{inspect(name)}, which is #{describe(type)}" <>
            address_hint(name, type, value)
  end

  # What is at an address is no part of the context.
  defp address_hint(name, type, value)
       when is_binary(value) and type not in [:boolean, :packet, :data] and is_atom(type),
       do:
         "; what is at an address is given by memory:, as in " <>
           "`ctx: %{#{name}: 0x1000}, memory: %{0x1000 => #{inspect(value)}}`"

  defp address_hint(_name, _type, _value), do: ""

  defp describe(:packet), do: "a binary of at most 65535 bytes"
  defp describe(:boolean), do: "true or false"
  defp describe(:data), do: "a binary of at most #{@most - 1} bytes, or their address in memory:"
  defp describe({:text, most}), do: "a string of at most #{most} bytes"
  defp describe(type), do: Integer.describe(type)

  @doc "The value of a field that the program reads."
  @spec fetch!(%{atom => term}, atom, pos_integer) :: integer | String.t()
  def fetch!(context, name, line) do
    case context do
      %{^name => value} ->
        value

      %{} ->
        raise ArgumentError,
              "the program reads `ctx.#{name}` on line #{line}, which ctx: does not have; " <>
                "it has #{if context == %{}, do: "nothing", else: inspect(Map.keys(context))}"
    end
  end
end
