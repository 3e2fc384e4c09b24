defmodule Honey.Sim.Line do
  @moduledoc false
  # Maps without keys, on the BEAM: queues, stacks, user ring buffers, and bloom filters, which here are never
  # mistaken.
  #
  # `line` of the map has the values, the oldest first.

  alias Honey.Sim.Map

  @exist 2

  @enoent -2
  @e2big -7
  @einval -22

  @doc "Puts a value in: 0, or a negative errno."
  @spec push(Map.t(), integer | binary, non_neg_integer) :: {integer, Map.t()}
  def push(%{type: :bpf_bloom_filter} = map, value, 0) do
    line = if value in map.line, do: map.line, else: map.line ++ [value]
    {0, %{map | line: line}}
  end

  def push(map, value, flag) do
    full? = length(map.line) == map.max_entries

    cond do
      flag not in [0, @exist] or map.type == :bpf_bloom_filter -> {@einval, map}
      full? and flag != @exist -> {@e2big, map}
      full? -> {0, %{map | line: tl(map.line) ++ [value]}}
      true -> {0, %{map | line: map.line ++ [value]}}
    end
  end

  @doc "The next value, which a pop takes out: with the status, 0 or a negative errno."
  @spec take(Map.t(), :bpf_map_pop_elem | :bpf_map_peek_elem) ::
          {integer, integer | binary, Map.t()}
  def take(%{line: []} = map, _helper), do: {@enoent, Map.zero(map), map}

  def take(map, helper) do
    {value, rest} = next(map.type, map.line)
    {0, value, if(helper == :bpf_map_pop_elem, do: %{map | line: rest}, else: map)}
  end

  defp next(:bpf_queue, [value | rest]), do: {value, rest}
  defp next(:bpf_stack, line), do: List.pop_at(line, -1)

  @doc "Whether a filter has the value: 0, or a negative errno."
  @spec member(Map.t(), integer | binary) :: integer
  def member(map, value), do: if(value in map.line, do: 0, else: @enoent)

  @doc "The map with these values, in the order in which they would be pushed."
  @spec fill(Map.t(), Enumerable.t()) :: Map.t()
  def fill(map, values) do
    line = Enum.map(values, &value!(map, &1))

    if length(line) > most(map) do
      raise ArgumentError,
            "map #{inspect(map.name)} is given #{length(line)} values, but holds #{most(map)}"
    end

    %{map | line: if(map.type == :bpf_bloom_filter, do: Enum.uniq(line), else: line)}
  end

  defp most(%{type: :bpf_bloom_filter}), do: :infinity

  # Its size is in bytes; each record stands behind 8 of the kernel's, at a multiple of 8.
  defp most(%{type: :bpf_user_ringbuf} = map),
    do: div(map.max_entries, div(8 + Honey.Codec.size(map.value_codec) + 7, 8) * 8)

  defp most(map), do: map.max_entries

  @doc "The values, in that order."
  @spec contents(Map.t()) :: [term]
  def contents(map), do: Enum.map(map.line, &Map.value_term(map, &1))

  defp value!(map, term) do
    case Map.value_of(map, term) do
      {:ok, value} ->
        value

      :error ->
        raise ArgumentError,
              "value #{inspect(term)} of map #{inspect(map.name)} does not fit " <>
                Honey.Codec.expected(map.value_codec)
    end
  end
end
