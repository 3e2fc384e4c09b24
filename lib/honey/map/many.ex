defmodule Honey.Map.Many do
  @moduledoc false
  # Many elements of a map at a time: walks over it, and what puts and takes them all.

  alias Honey.{Argument, Error, LoaderNif}
  alias Honey.Map.{Element, Kind, Refusal}

  # How many elements a call of the loader reads, or as many as have so many bytes: a stream holds so many; a list
  # grows by a few first, then by as many as it can, for each call reads ahead, and what is there already is
  # collected as garbage after it.
  @chunk {4096, 4 * 1024 * 1024}
  @first {16_384, 4 * 1024 * 1024}
  @most {1_048_576, 16 * 1024 * 1024}

  # So many pairs are put at a time.
  @put 4096

  @arrays [:bpf_array, :bpf_percpu_array]
  @ordered [:bpf_prog_array, :bpf_array_of_maps | @arrays]

  # Maps whose values are not just bytes: they are put one by one.
  @single [
    :bpf_prog_array,
    :bpf_cgroup_array,
    :bpf_array_of_maps,
    :bpf_hash_of_maps,
    :bpf_task_storage,
    :bpf_cgrp_storage,
    :bpf_inode_storage,
    :bpf_sk_storage
  ]

  @doc "All pairs, or keys, or (`:taken`) the pairs, which then are in the map no more."
  @spec list(Honey.Map.t(), :pairs | :keys | :taken) :: list | {:error, Error.t()}
  def list(map, what), do: list(map, what, nil, @first, [])

  defp list(map, what, cursor, most, list) do
    case read(map, cursor, what, most, list) do
      {:more, cursor, list} -> list(map, what, cursor, @most, list)
      {:done, list, :exact} -> list |> in_order(map) |> found(map, what)
      {:done, list, :repeats} -> list |> without_repeats(what) |> found(map, what)
      {:error, reason} -> failure(map, reason)
    end
  end

  defp found(keys, _map, :keys), do: keys

  defp found(pairs, map, _) do
    case Element.found_pairs(map, pairs) do
      {:ok, pairs} -> pairs
      {:error, reason} -> failure(map, reason)
    end
  end

  defp read(map, cursor, what, most, list) do
    {elements, bytes} = most

    with :ok <- allow(map, :walk),
         do: LoaderNif.map_read(map.ref, cursor, what, elements, bytes, list)
  end

  # What is read first is last in the list; only of an array does the order mean something.
  defp in_order(list, map) when map.type in @ordered, do: Enum.reverse(list)
  defp in_order(list, _map), do: list

  # The list is in reverse: of an element that was read twice, the later reading stands.
  defp without_repeats(list, :pairs), do: Enum.uniq_by(list, &elem(&1, 0))
  defp without_repeats(list, :keys), do: Enum.uniq(list)
  defp without_repeats(list, :taken), do: list

  @spec stream(Honey.Map.t()) :: Enumerable.t()
  def stream(map), do: Stream.resource(fn -> nil end, &next_chunk(map, &1), fn _ -> :ok end)

  defp next_chunk(_map, :done), do: {:halt, :done}

  defp next_chunk(map, cursor) do
    case read(map, cursor, :pairs, @chunk, []) do
      {:more, cursor, pairs} -> {streamed(pairs, map), cursor}
      {:done, pairs, _} -> {streamed(pairs, map), :done}
      {:error, reason} -> raise Refusal.error(map, reason, :walk, nil, nil)
    end
  end

  defp streamed(pairs, map) do
    case pairs |> in_order(map) |> found(map, :pairs) do
      {:error, error} -> raise error
      pairs -> pairs
    end
  end

  @spec count(Honey.Map.t()) :: non_neg_integer | {:error, Error.t()}
  def count(map) do
    with :ok <- allow(map, :walk), {:ok, count, :exact} <- LoaderNif.map_count(map.ref) do
      count
    else
      {:ok, _count, :repeats} ->
        with keys when is_list(keys) <- list(map, :keys), do: length(keys)

      {:error, reason} ->
        failure(map, reason)
    end
  end

  @spec clear(Honey.Map.t()) :: :ok | {:error, Error.t()}
  def clear(map) do
    with :ok <- allow_clear(map), :ok <- LoaderNif.map_clear(map.ref) do
      :ok
    else
      {:error, reason} -> {:error, Refusal.error(map, reason, :clear, nil, nil)}
    end
  end

  defp allow_clear(map) do
    cond do
      map.type in @arrays or Kind.user?(map.type, :pop) -> :ok
      Kind.user?(map.type, :delete) -> allow(map, :walk)
      true -> {:error, :unsupported}
    end
  end

  @doc "Puts what is enumerated, up to the first pair that is refused."
  @spec put(Honey.Map.t(), Enumerable.t(), atom, non_neg_integer) :: :ok | {:error, Error.t()}
  def put(map, pairs, flag, _bits) when map.type in @single do
    each_chunk(pairs, fn chunk ->
      refused_first(chunk, fn {key, value} -> Honey.Map.put(map, key, value, flag) end)
    end)
  end

  def put(map, pairs, flag, bits) do
    with :ok <- allow(map, :put) do
      each_chunk(pairs, &put_chunk(map, &1, flag, bits))
    else
      {:error, reason} -> {:error, Refusal.error(map, reason, :put, nil, nil)}
    end
  end

  defp each_chunk(pairs, function),
    do:
      pairs
      |> Argument.enumerable!("Honey.Map.put_many/3 wants pairs, such as a map")
      |> Stream.map(&pair!/1)
      |> Stream.chunk_every(@put)
      |> refused_first(function)

  defp pair!({_, _} = pair), do: pair

  defp pair!(other) do
    raise ArgumentError,
          "expected pairs of a key and a value, {key, value}, got: #{inspect(other)}"
  end

  defp refused_first(enumerable, function) do
    Enum.reduce_while(enumerable, :ok, fn item, :ok ->
      case function.(item) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end

  defp put_chunk(map, pairs, flag, bits) do
    {encoded, misfit} = Element.encode_pairs(map, pairs)

    with :ok <- LoaderNif.map_put_many(map.ref, encoded, bits), nil <- misfit do
      :ok
    else
      {:error, :closed} -> refusal(map, :closed, flag, hd(pairs))
      {put, {:error, reason}} -> refusal(map, reason, flag, Enum.at(pairs, put))
      {:error, reason} -> refusal(map, reason, flag, Enum.at(pairs, length(encoded)))
    end
  end

  defp refusal(map, reason, flag, {key, value}),
    do: {:error, Refusal.error(map, reason, {:put, flag}, key, value)}

  defp allow(map, operation),
    do: if(Kind.user?(map.type, operation), do: :ok, else: {:error, :unsupported})

  defp failure(map, reason), do: {:error, Refusal.error(map, reason, :walk, nil, nil)}
end
