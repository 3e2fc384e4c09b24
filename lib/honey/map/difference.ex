defmodule Honey.Map.Difference do
  @moduledoc false
  # In what the definition of a map that is there differs from the one that an object has, in words.

  alias Honey.Map.Kind

  @doc "One clause for each aspect in which the two differ."
  @spec text(
          [Honey.LoaderNif.difference() | Honey.LoaderNif.layout_difference()],
          there :: String.t(),
          here :: String.t()
        ) ::
          String.t()
  def text(differences, there, here) do
    Enum.map_join(differences, "; ", fn
      {:key_layout, _, _} ->
        "its keys have other fields #{there}, or fields of other types"

      {:value_layout, _, _} ->
        "its values have other fields #{there}, or fields of other types"

      {aspect, wanted, found} ->
        {subject, value} = words(aspect)
        "#{subject} #{value.(found)} #{there}, and #{value.(wanted)} #{here}"
    end)
  end

  defp words(:type), do: {"its type is", &type/1}
  defp words(:key_size), do: {"its keys have", &bytes/1}
  defp words(:value_size), do: {"its values have", &bytes/1}
  defp words(:max_entries), do: {"its `max_entries` are", &to_string/1}
  defp words(:flags), do: {"its flags are", &"0x#{Integer.to_string(&1, 16)}"}
  defp words(:extra), do: {"its `map_extra` is", &to_string/1}

  defp type(number) do
    case Enum.find(Kind.all(), &(&1.number == number)) do
      nil -> "number #{number}"
      row -> "`#{inspect(row.name)}`"
    end
  end

  defp bytes(1), do: "1 byte"
  defp bytes(count), do: "#{count} bytes"
end
