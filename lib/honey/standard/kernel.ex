defmodule Honey.Standard.Kernel do
  use Honey.Standard

  import Kernel, except: [**: 2, get_in: 2, put_in: 3, update_in: 3]

  # A negative exponent gives a float.
  def base ** exponent, do: Integer.pow(base, exponent)

  def get_in(data, [a]), do: Access.get(data, a)
  def get_in(data, [a, b]), do: data |> Access.get(a) |> Access.get(b)
  def get_in(data, [a, b, c]), do: data |> Access.get(a) |> Access.get(b) |> Access.get(c)

  def put_in(data, [a], value), do: Map.put(data, a, value)

  def put_in(data, [a, b], value), do: Map.put(data, a, Map.put(Map.get(data, a), b, value))

  def put_in(data, [a, b, c], value) do
    inner = Map.get(data, a)
    Map.put(data, a, Map.put(inner, b, Map.put(Map.get(inner, b), c, value)))
  end

  def update_in(data, [a], function), do: Map.put(data, a, function.(Map.get(data, a)))

  def update_in(data, [a, b], function) do
    inner = Map.get(data, a)
    Map.put(data, a, Map.put(inner, b, function.(Map.get(inner, b))))
  end

  def update_in(data, [a, b, c], function) do
    inner = Map.get(data, a)
    last = Map.get(inner, b)
    Map.put(data, a, Map.put(inner, b, Map.put(last, c, function.(Map.get(last, c)))))
  end
end
