defmodule Honey.Sim.Map do
  @moduledoc false
  # A map of the kernel, on the BEAM.
  #
  # It holds what was put: the elements of an array that nobody has written are 0, and are not
  # there. The value of a per-CPU map is a tuple with one for each CPU.
  #
  # Update flags and results are the kernel's numbers: 0 or a negative errno.

  alias Honey.Sim.Integer

  @enforce_keys [:name, :type, :key, :value, :max_entries, :is_array, :per_cpu, :evicts, :cpus]
  defstruct [
    :name,
    :type,
    :key,
    :value,
    :max_entries,
    :is_array,
    :per_cpu,
    :evicts,
    :cpus,
    entries: %{},
    # Of a map that evicts: when each key was last used, and how often any was.
    used: %{},
    uses: 0
  ]

  @type t :: %__MODULE__{}

  @noexist 1
  @exist 2

  @enoent -2
  @e2big -7
  @eexist -17
  @einval -22

  @spec new(map, pos_integer) :: t
  def new(row, cpus), do: struct!(__MODULE__, Map.put(row, :cpus, cpus))

  ## For programs

  @doc "Whether the key is there; that it was asked for keeps it from being evicted."
  @spec lookup(t, integer) :: {boolean, t}
  def lookup(%{is_array: true} = map, key), do: {in_array?(map, key), map}

  def lookup(map, key) do
    if is_map_key(map.entries, key), do: {true, use_key(map, key)}, else: {false, map}
  end

  @doc "The value of a key that is there, or was when it was looked up."
  @spec load(t, integer, non_neg_integer) :: integer
  def load(map, key, cpu) do
    case map.entries do
      %{^key => values} when is_tuple(values) -> elem(values, cpu)
      %{^key => value} -> value
      %{} -> 0
    end
  end

  @spec store(t, integer, integer, non_neg_integer) :: t
  def store(map, key, value, cpu), do: put_value(map, key, Integer.wrap(value, map.value), cpu)

  @spec update(t, integer, integer, non_neg_integer, non_neg_integer) :: {integer, t}
  def update(%{is_array: true} = map, key, value, flag, cpu) do
    cond do
      not in_array?(map, key) -> {@e2big, map}
      flag == @noexist -> {@eexist, map}
      true -> {0, put_value(map, key, value, cpu)}
    end
  end

  def update(map, key, value, flag, cpu) do
    there? = is_map_key(map.entries, key)

    cond do
      there? and flag == @noexist -> {@eexist, map}
      not there? and flag == @exist -> {@enoent, map}
      there? or not full?(map) -> {0, put_value(map, key, value, cpu)}
      map.evicts -> {0, map |> evict() |> put_value(key, value, cpu)}
      true -> {@e2big, map}
    end
  end

  @spec delete(t, integer) :: {integer, t}
  def delete(%{is_array: true} = map, _key), do: {@einval, map}

  def delete(map, key) do
    if is_map_key(map.entries, key),
      do: {0, %{map | entries: Map.delete(map.entries, key), used: Map.delete(map.used, key)}},
      else: {@enoent, map}
  end

  # An index is the key's 32 bits, whatever sign the key's type gives them.
  defp in_array?(map, key), do: Integer.wrap(key, :u32) < map.max_entries

  defp full?(map), do: map_size(map.entries) >= map.max_entries

  defp evict(map) do
    {key, _} = Enum.min_by(map.used, fn {_key, use} -> use end)
    %{map | entries: Map.delete(map.entries, key), used: Map.delete(map.used, key)}
  end

  defp put_value(%{per_cpu: true} = map, key, value, cpu) do
    values = Map.get(map.entries, key) || Tuple.duplicate(0, map.cpus)
    put_entry(map, key, put_elem(values, cpu, value))
  end

  defp put_value(map, key, value, _cpu), do: put_entry(map, key, value)

  defp put_entry(map, key, value) do
    use_key(%{map | entries: Map.put(map.entries, key, value)}, key)
  end

  defp use_key(%{evicts: true} = map, key) do
    %{map | used: Map.put(map.used, key, map.uses), uses: map.uses + 1}
  end

  defp use_key(map, _key), do: map

  ## For tests

  @doc "The map with these contents and no others."
  @spec fill(t, Enumerable.t()) :: t
  def fill(map, contents) do
    Enum.reduce(contents, %{map | entries: %{}, used: %{}}, fn {key, value}, map ->
      check_key!(map, key)
      put_entry(map, key, value!(map, key, value))
    end)
    |> check_size!()
  end

  @doc "All of its keys and values; of an array, one for each index."
  @spec contents(t) :: %{integer => integer | [integer]}
  def contents(%{is_array: true} = map) do
    none = if map.per_cpu, do: Tuple.duplicate(0, map.cpus), else: 0
    Map.new(0..(map.max_entries - 1), &{&1, shown(Map.get(map.entries, &1, none))})
  end

  def contents(map), do: Map.new(map.entries, fn {key, value} -> {key, shown(value)} end)

  defp shown(values) when is_tuple(values), do: Tuple.to_list(values)
  defp shown(value), do: value

  defp check_key!(map, key) do
    cond do
      not Integer.fits?(key, map.key) ->
        raise ArgumentError,
              "key #{inspect(key)} of map #{inspect(map.name)} does not fit #{Integer.describe(map.key)}"

      map.is_array and not in_array?(map, key) ->
        raise ArgumentError,
              "index #{key} of map #{inspect(map.name)} is beyond the last, #{map.max_entries - 1}"

      true ->
        :ok
    end
  end

  defp check_size!(map) do
    if map_size(map.entries) > map.max_entries do
      raise ArgumentError,
            "map #{inspect(map.name)} is given #{map_size(map.entries)} entries, " <>
              "but holds #{map.max_entries}"
    end

    map
  end

  defp value!(%{per_cpu: true} = map, key, values) do
    values = if is_integer(values) and map.cpus == 1, do: [values], else: values

    if not (is_list(values) and length(values) == map.cpus) do
      raise ArgumentError,
            "the value of key #{key} of map #{inspect(map.name)} is #{inspect(values)}; that of a " <>
              "per-CPU map is a list with one value for each of the #{map.cpus} CPUs"
    end

    values |> Enum.map(&one_value!(map, key, &1)) |> List.to_tuple()
  end

  defp value!(map, key, value), do: one_value!(map, key, value)

  defp one_value!(map, key, value) do
    if not Integer.fits?(value, map.value) do
      raise ArgumentError,
            "value #{inspect(value)} of key #{key} of map #{inspect(map.name)} does not fit " <>
              Integer.describe(map.value)
    end

    value
  end
end
