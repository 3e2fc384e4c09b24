defmodule Honey.Standard.Access do
  use Honey.Standard

  def get(nil, _key), do: nil
  def get(map, key), do: Map.get(map, key)

  def get(nil, _key, default), do: default
  def get(map, key, default), do: Map.get(map, key, default)

  def fetch(nil, _key), do: :error
  def fetch(map, key), do: Map.fetch(map, key)

  def fetch!(map, key), do: Map.fetch!(map, key)

  def get_and_update(map, key, function) do
    case function.(Map.get(map, key)) do
      {got, value} -> {got, Map.put(map, key, value)}
      :pop -> {Map.get(map, key), Map.delete(map, key)}
    end
  end
end
