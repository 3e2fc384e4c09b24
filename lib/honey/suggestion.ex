defmodule Honey.Suggestion do
  @moduledoc false
  # "did you mean": the name that was probably meant, for names that are only known here. What the
  # compiler knows it suggests itself.

  @doc """
  The name that is nearest, if one is near.

      iex> Honey.Suggestion.nearest(:lisence, [:license, :kernel])
      :license
  """
  @spec nearest(name, [name]) :: name | nil when name: atom | String.t()
  def nearest(_name, []), do: nil

  def nearest(name, names) do
    {distance, nearest} =
      names
      |> Enum.map(&{String.jaro_distance(to_string(name), to_string(&1)), &1})
      |> Enum.max()

    if distance > 0.75, do: nearest
  end

  @doc """
  The hint of an error, where a name is near.

      iex> Honey.Suggestion.hint(:cuont, [:count, :limits])
      "did you mean `count`?"
  """
  @spec hint(term, [atom | String.t()]) :: String.t() | nil
  def hint(name, names) when is_atom(name) do
    with nearest when nearest != nil <- nearest(name, names), do: "did you mean `#{nearest}`?"
  end

  # A text is no name.
  def hint(name, names) when is_binary(name) do
    with nearest when nearest != nil <- nearest(name, names),
         do: "did you mean #{inspect(nearest)}?"
  end

  def hint(_name, _names), do: nil

  @doc """
  What a message goes on with: `; did you mean :double?`, or nothing.

      iex> Honey.Suggestion.did_you_mean(:doubel, [:double, :half])
      "; did you mean :double?"
  """
  @spec did_you_mean(atom, [atom]) :: String.t()
  def did_you_mean(name, names) do
    case is_atom(name) && nearest(name, names) do
      none when none in [nil, false] -> ""
      name -> "; did you mean #{inspect(name)}?"
    end
  end
end
