defmodule Honey.Sim.Timer do
  @moduledoc false
  # The timers in a map's values. Each is under its key; it is due at a time, or has been started before and
  # is due no more. It keeps the code that it calls, which may be that of a function that was run by itself.

  alias Honey.Sim.{Code, Map}

  @einval -22
  @edeadlk -35

  @type timer :: %{due: non_neg_integer | nil, symbol: String.t(), code: Code.t()}

  @spec start(Map.t(), term, timer) :: {0, Map.t()}
  def start(map, key, timer), do: {0, put(map, key, timer)}

  @doc "The status, and the map; `running` is the map's name and the key of the timer whose function runs."
  @spec cancel(Map.t(), term, {atom, term} | nil) :: {integer, Map.t()}
  def cancel(map, key, running) do
    case map.timers do
      %{^key => _} when running == {map.name, key} -> {@edeadlk, map}
      %{^key => timer} -> {if(timer.due, do: 1, else: 0), put(map, key, %{timer | due: nil})}
      %{} -> {@einval, map}
    end
  end

  @doc "Without the timer of an entry that was deleted or replaced."
  @spec forget(Map.t(), term) :: Map.t()
  def forget(map, key), do: %{map | timers: Elixir.Map.delete(map.timers, key)}

  @doc "Those that are due, by their keys."
  @spec pending(Map.t()) :: [{term, timer}]
  def pending(map),
    do:
      for(
        {key, %{due: due} = timer} when due != nil <- map.timers,
        Map.there?(map, key),
        do: {key, timer}
      )

  @doc "The first that is due until then, and the maps in which it is due no more."
  @spec take(%{atom => Map.t()}, non_neg_integer) :: {atom, term, timer, %{atom => Map.t()}} | nil
  def take(maps, until) do
    due =
      for {name, map} <- maps,
          {key, timer} <- pending(map),
          timer.due <= until,
          do: {timer.due, name, key, timer}

    with [_ | _] <- due do
      {_, name, key, timer} = Enum.min_by(due, fn {due, name, key, _} -> {due, name, key} end)
      {name, key, timer, Elixir.Map.update!(maps, name, &put(&1, key, %{timer | due: nil}))}
    else
      [] -> nil
    end
  end

  defp put(map, key, timer), do: %{map | timers: Elixir.Map.put(map.timers, key, timer)}
end
