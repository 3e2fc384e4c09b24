defmodule Honey.Json do
  @moduledoc false

  # What the tasks print with `--json`: the terms that they have, in JSON's words.
  #
  # Atoms become strings, module names without `Elixir.`; tuples become lists, structs objects; bytes
  # that are no text become lists of numbers. Keys are sorted, so that the same term gives the same
  # text.

  @doc """
  The term in JSON, on one line.

      iex> Honey.Json.encode(%{module: Honey.Map, sizes: {1, 2}})
      ~S({"module":"Honey.Map","sizes":[1,2]})
  """
  @spec encode(term) :: String.t()
  def encode(term), do: term |> json() |> IO.iodata_to_binary()

  defp json(nil), do: "null"
  defp json(value) when is_boolean(value), do: Atom.to_string(value)
  defp json(value) when is_integer(value), do: Integer.to_string(value)

  defp json(value) when is_atom(value),
    do: value |> inspect() |> String.trim_leading(":") |> json()

  defp json(value) when is_list(value),
    do: [?[, value |> Enum.map(&json/1) |> Enum.intersperse(?,), ?]]

  defp json(value) when is_tuple(value), do: value |> Tuple.to_list() |> json()

  defp json(%_{} = value), do: value |> Map.from_struct() |> json()

  defp json(value) when is_map(value) do
    fields =
      for {key, value} <- Enum.sort_by(value, fn {key, _} -> to_string(key) end) do
        [json(to_string(key)), ?:, json(value)]
      end

    [?{, Enum.intersperse(fields, ?,), ?}]
  end

  # Bytes that are no text are a list of numbers.
  defp json(value) when is_binary(value) do
    if String.valid?(value),
      do: [?", for(<<point::utf8 <- value>>, do: escape(point)), ?"],
      else: value |> :binary.bin_to_list() |> json()
  end

  defp escape(?"), do: ~S(\")
  defp escape(?\\), do: ~S(\\)

  defp escape(point) when point < 32 do
    "\\u" <> (point |> Integer.to_string(16) |> String.pad_leading(4, "0"))
  end

  defp escape(point), do: <<point::utf8>>
end
