defimpl Enumerable, for: Honey.Map do
  @arrays [:bpf_array, :bpf_percpu_array]

  def count(map) do
    case Honey.Map.count(map) do
      {:error, error} -> raise error
      count -> {:ok, count}
    end
  end

  def member?(map, {key, value}) do
    case Honey.Map.fetch(map, key) do
      {:ok, found} -> {:ok, found === value}
      :error -> {:ok, false}
      {:error, %{reason: reason}} when reason in [:range, :type, :size] -> {:ok, false}
      {:error, error} -> raise error
    end
  end

  def member?(_map, _other), do: {:ok, false}

  # An array has all of its indices, in order.
  def slice(map) when map.type in @arrays do
    {:ok, map.max_entries,
     fn first, length, step ->
       for n <- 0..(length - 1)//1, index = first + n * step, do: element(map, index)
     end}
  end

  def slice(_map), do: {:error, __MODULE__}

  defp element(map, index), do: {index, Honey.Map.fetch!(map, index)}

  def reduce(map, accumulator, function),
    do: Enumerable.reduce(Honey.Map.stream(map), accumulator, function)
end

defimpl Collectable, for: Honey.Map do
  # So many pairs are put at a time.
  @chunk 1024

  def into(map), do: {{map, [], 0}, &collect/2}

  defp collect({map, pairs, @chunk}, {:cont, pair}) do
    put(map, pairs)
    {map, [pair], 1}
  end

  defp collect({map, pairs, count}, {:cont, pair}), do: {map, [pair | pairs], count + 1}
  defp collect({map, pairs, _count}, :done), do: put(map, pairs)
  defp collect(_state, :halt), do: :ok

  defp put(map, pairs) do
    case Honey.Map.put_many(map, Enum.reverse(pairs)) do
      :ok -> map
      {:error, error} -> raise error
    end
  end
end
