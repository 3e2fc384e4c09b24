defmodule Honey.Sim.Trie do
  @moduledoc false
  # Prefixes, as keys of an LPM trie: 32 bits that say how many of the bits behind them count.

  @type key :: binary

  @doc "The longest prefix of the keys that the key begins with; nil when there is none."
  @spec find([key], key) :: key | nil
  def find(keys, key) do
    case prefix(key) do
      {:ok, bits} ->
        keys |> Enum.filter(&begins?(bits, &1)) |> Enum.max_by(&count/1, fn -> nil end)

      :error ->
        nil
    end
  end

  @doc "The one of the keys that is the same prefix: the bits behind it may differ."
  @spec same([key], key) :: {:ok, key | nil} | :error
  def same(keys, key) do
    with {:ok, bits} <- prefix(key),
         do: {:ok, Enum.find(keys, &(prefix(&1) == {:ok, bits}))}
  end

  defp begins?(bits, key) do
    {:ok, prefix} = prefix(key)
    size = bit_size(prefix)
    size <= bit_size(bits) and match?(<<^prefix::bitstring-size(size), _::bitstring>>, bits)
  end

  defp count(<<count::little-32, _::binary>>), do: count

  # :error of one that counts more bits than it has.
  defp prefix(<<count::little-32, data::binary>>) do
    case data do
      <<bits::bitstring-size(count), _::bitstring>> -> {:ok, bits}
      _ -> :error
    end
  end
end
