defmodule Honey.Map.Element do
  @moduledoc false
  # Keys and values on their way to the loader and back. Integers and binaries are the loader's to check, what has a
  # codec is encoded here. The loader decodes; what is left are values that stand for something else.

  alias Honey.{Codec, LoaderNif}
  alias Honey.Map.{Inner, Programs}

  @spec encode_key(Honey.Map.t(), term) :: {:ok, term} | {:error, term}
  def encode_key(%{codecs: {nil, _}}, key), do: {:ok, key}
  def encode_key(%{codecs: {codec, _}}, key), do: encode(codec, :key, key)

  @spec encode_value(Honey.Map.t(), term) :: {:ok, term} | {:error, term}
  def encode_value(%{codecs: {_, nil}}, value), do: {:ok, value}

  def encode_value(%{codecs: {_, codec}, per_cpu: true}, values) when is_list(values) do
    case encode_until(values, &encode(codec, :value, &1)) do
      {encoded, nil} -> {:ok, encoded}
      {_encoded, {:error, reason}} -> {:error, reason}
      :improper -> {:ok, values}
    end
  end

  # What is no list is for the loader to refuse: it knows the number of CPUs.
  def encode_value(%{per_cpu: true}, value), do: {:ok, value}
  def encode_value(%{codecs: {_, codec}}, value), do: encode(codec, :value, value)

  defp encode(codec, what, term) do
    with {:error, {problem, story}} <- Codec.encode(codec, term),
         do: {:error, {what, problem, story}}
  end

  @doc "The pairs up to the first that does not fit, and why that does not; nil when all do."
  @spec encode_pairs(Honey.Map.t(), [{term, term}]) :: {[{term, term}], nil | {:error, term}}
  def encode_pairs(%{codecs: {nil, nil}}, pairs), do: {pairs, nil}

  def encode_pairs(map, pairs) do
    encode_until(pairs, fn
      {key, value} ->
        with {:ok, key} <- encode_key(map, key),
             {:ok, value} <- encode_value(map, value),
             do: {:ok, {key, value}}

      other ->
        {:ok, other}
    end)
  end

  defp encode_until(terms, function), do: encode_until(terms, function, [])

  defp encode_until([], _function, encoded), do: {Enum.reverse(encoded), nil}

  defp encode_until([term | terms], function, encoded) do
    case function.(term) do
      {:ok, term} -> encode_until(terms, function, [term | encoded])
      {:error, reason} -> {Enum.reverse(encoded), {:error, reason}}
    end
  end

  defp encode_until(_end, _function, _encoded), do: :improper

  @doc "What the loader gave as a value; `:absent` of a map that is no longer there."
  @spec found(Honey.Map.t(), term) :: {:ok, term} | :absent | {:error, term}
  def found(%{inner: %Inner{}} = map, id) do
    case Inner.open(map, id) do
      # What was the map's when its number was read may have been taken away since.
      {:error, {:enoent, _, _}} -> :absent
      answer -> answer
    end
  end

  def found(map, value), do: {:ok, value(map, value)}

  @doc "The same of pairs; those whose map is no longer there are left out."
  @spec found_pairs(Honey.Map.t(), [{term, term}]) :: {:ok, [{term, term}]} | {:error, term}
  def found_pairs(%{inner: %Inner{}} = map, pairs), do: found_pairs(map, pairs, [])

  def found_pairs(map, pairs) do
    if as_loaded?(map),
      do: {:ok, pairs},
      else: {:ok, for({key, v} <- pairs, do: {key, value(map, v)})}
  end

  defp found_pairs(_map, [], found), do: {:ok, Enum.reverse(found)}

  defp found_pairs(map, [{key, id} | pairs], found) do
    case found(map, id) do
      {:ok, inner} -> found_pairs(map, pairs, [{key, inner} | found])
      :absent -> found_pairs(map, pairs, found)
      {:error, reason} -> {:error, reason}
    end
  end

  defp as_loaded?(map), do: map.programs == nil and map.type != :bpf_stack_trace

  # Behind the outermost function there are zeros.
  defp value(%{type: :bpf_stack_trace}, addresses) when is_list(addresses),
    do: Enum.take_while(addresses, &(&1 != 0))

  defp value(%{programs: %Programs{} = programs}, id), do: Programs.name(programs, id)
  defp value(_map, value), do: value

  @doc "What an entry of `entries:` puts: each CPU begins with the value."
  @spec initial(Honey.Map.t(), term) :: term
  def initial(%{per_cpu: true}, value) when not is_list(value) do
    {:ok, cpus} = LoaderNif.map_cpus()
    List.duplicate(value, cpus)
  end

  def initial(_map, value), do: value
end
