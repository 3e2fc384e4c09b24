defmodule Honey.Sim.Context do
  @moduledoc false
  # What a program reads as `ctx.field`: checked against the fields that the program's event has.

  alias Honey.Argument
  alias Honey.Sim.Integer

  @type field :: {atom, Integer.type() | :boolean | :packet | {:text, pos_integer}}

  @doc "The context, as the values that the program's registers get."
  @spec new(Enumerable.t(), String.t(), [field]) :: %{atom => integer | String.t()}
  def new(given, section, fields) do
    given = Argument.pairs!(given, "ctx: has the fields that the program reads by their names")

    Map.new(given, fn {name, value} ->
      case List.keyfind(fields, name, 0) do
        nil -> raise ArgumentError, unknown(name, section, fields)
        {_, type} -> {name, convert!(name, type, value)}
      end
    end)
  end

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
      raise ArgumentError,
            "ctx: has #{inspect(value)} for #{inspect(name)}, which is #{describe(type)}" <>
              address_hint(name, type, value)
    end
  end

  # What is at an address is no part of the context.
  defp address_hint(name, type, value)
       when is_binary(value) and type not in [:boolean, :packet] and is_atom(type),
       do:
         "; what is at an address is given by memory:, as in " <>
           "`ctx: %{#{name}: 0x1000}, memory: %{0x1000 => #{inspect(value)}}`"

  defp address_hint(_name, _type, _value), do: ""

  defp describe(:packet), do: "a binary of at most 65535 bytes"
  defp describe(:boolean), do: "true or false"
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
