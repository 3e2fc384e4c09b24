defmodule Honey.Standard.Map do
  use Honey.Standard

  def new, do: %{}

  def equal?(left, right), do: left === right

  def get_lazy(map, key, function) do
    case Map.fetch(map, key) do
      {:ok, value} -> value
      :error -> function.()
    end
  end

  def put_new(map, key, value) do
    if Map.has_key?(map, key), do: map, else: Map.put(map, key, value)
  end

  def put_new_lazy(map, key, function) do
    if Map.has_key?(map, key), do: map, else: Map.put(map, key, function.())
  end

  def replace(map, key, value) do
    if Map.has_key?(map, key), do: Map.put(map, key, value), else: map
  end

  def update!(map, key, function) do
    Map.put(map, key, function.(Map.fetch!(map, key)))
  end

  def update(map, key, default, function) do
    case Map.fetch(map, key) do
      {:ok, value} -> Map.put(map, key, function.(value))
      :error -> Map.put(map, key, default)
    end
  end

  def pop(map, key), do: {Map.get(map, key), Map.delete(map, key)}
  def pop(map, key, default), do: {Map.get(map, key, default), Map.delete(map, key)}
  def pop!(map, key), do: {Map.fetch!(map, key), Map.delete(map, key)}

  def get_and_update(map, key, function) do
    case function.(Map.get(map, key)) do
      {got, value} -> {got, Map.put(map, key, value)}
      :pop -> {Map.get(map, key), Map.delete(map, key)}
    end
  end

  def get_and_update!(map, key, function) do
    case function.(Map.fetch!(map, key)) do
      {got, value} -> {got, Map.put(map, key, value)}
      :pop -> {Map.get(map, key), Map.delete(map, key)}
    end
  end
end
