defmodule Honey.Sim.Map do
  @moduledoc false
  # A map of the kernel, on the BEAM.
  #
  # It holds what was put: the elements of an array that nobody has written are 0, and are not
  # there. The value of a per-CPU map is a tuple with one for each CPU.
  #
  # A key or value is an integer, the number of an atom or boolean, or the bytes of anything else;
  # `fill/2` and `contents/1` have it as a term. A program is its name.
  #
  # Update flags and results are the kernel's numbers: 0 or a negative errno.

  alias Honey.Codec
  alias Honey.Sim.{Integer, Line, Trie}

  require Integer

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
    :key_codec,
    :value_codec,
    :zero,
    # The names of those that a program array can have; nil of other maps.
    :programs,
    # An empty one of those that are a map of maps' values; nil of other maps.
    :inner,
    entries: %{},
    # Of one whose values have one: see Honey.Sim.Timer.
    timers: %{},
    # Of one without keys: see Honey.Sim.Line.
    line: [],
    # Of a map that evicts: when each key was last used, and how often any was.
    used: %{},
    uses: 0
  ]

  @type t :: %__MODULE__{}

  # Without an element at each index.
  @indexed [:bpf_prog_array, :bpf_array_of_maps]

  @noexist 1
  @exist 2

  @enoent -2
  @e2big -7
  @eexist -17
  @einval -22
  @enospc -28

  @spec new(map, pos_integer, [map], [atom]) :: t
  def new(row, cpus, structs, programs) do
    map = struct!(__MODULE__, row |> Map.delete(:types) |> Map.put(:cpus, cpus))
    map = if map.type == :bpf_prog_array, do: %{map | programs: programs}, else: map
    map = if map.inner, do: %{map | inner: new(map.inner, cpus, structs, [])}, else: map

    codecs = %{
      key_codec: row.key && Codec.compile(row.key, structs),
      value_codec: Codec.compile(row.value, structs)
    }

    map = Map.merge(map, codecs)
    zero = <<0::size(Codec.size(map.value_codec))-unit(8)>>
    %{map | zero: from_bytes(map.value, zero)}
  end

  ## Terms

  @doc "The key or value as a term."
  @spec key_term(t, integer | binary) :: term
  def key_term(map, key), do: Codec.decode(map.key_codec, to_bytes(map.key, key))

  @spec value_term(t, integer | binary) :: term
  def value_term(map, value), do: Codec.decode(map.value_codec, to_bytes(map.value, value))

  @doc "The value that a term is, if it is one."
  @spec value_of(t, term) :: {:ok, integer | binary} | :error
  def value_of(map, term) do
    case Codec.encode(map.value_codec, term) do
      {:ok, bytes} -> {:ok, from_bytes(map.value, bytes)}
      {:error, _} -> :error
    end
  end

  # As programs have it: numbers of their integer type, all else by its bytes.
  defp number_type(:bool), do: :u8
  defp number_type({:enum, _, type}), do: type
  defp number_type(type) when Integer.is_type(type), do: type
  defp number_type(_), do: nil

  defp to_bytes(type, value) do
    case number_type(type) do
      nil -> value
      integer -> integer |> Codec.compile([]) |> Codec.encode(value) |> elem(1)
    end
  end

  defp from_bytes(type, bytes) do
    case number_type(type) do
      nil -> bytes
      integer -> integer |> Codec.compile([]) |> Codec.decode(bytes)
    end
  end

  ## For programs

  @doc "The key that it is there by, or nil; that it was asked for keeps it from being evicted."
  @spec lookup(t, integer | binary, non_neg_integer) :: {integer | binary | nil, t}
  def lookup(map, _key, cpu) when cpu >= map.cpus, do: {nil, map}

  def lookup(%{is_array: true} = map, key, _cpu),
    do: {if(in_array?(map, key), do: key), map}

  def lookup(%{type: :bpf_lpm_trie} = map, key, _cpu),
    do: {Trie.find(Map.keys(map.entries), key), map}

  def lookup(map, key, _cpu) do
    if is_map_key(map.entries, key), do: {key, use_key(map, key)}, else: {nil, map}
  end

  @doc "The keys, ascending: of numbers as numbers, of all else as bytes."
  @spec keys(t) :: [integer | binary]
  def keys(%{is_array: true} = map), do: Enum.to_list(0..(map.max_entries - 1))
  def keys(map), do: map.entries |> Map.keys() |> Enum.sort()

  @doc "The same as `lookup/3`, of one who does not ask for the entry."
  @spec there?(t, integer | binary) :: boolean
  def there?(%{is_array: true} = map, key), do: in_array?(map, key)
  def there?(map, key), do: is_map_key(map.entries, key)
  @doc "What a value is of which nothing was written."
  @spec zero(t) :: integer | binary
  def zero(map), do: map.zero

  @doc "The value of a key that is there, or was when it was looked up."
  @spec load(t, integer, non_neg_integer) :: integer
  def load(map, key, cpu) do
    case map.entries do
      %{^key => values} when is_tuple(values) -> elem(values, cpu)
      %{^key => value} -> value
      %{} -> map.zero
    end
  end

  @spec store(t, integer, integer | binary, non_neg_integer) :: t
  def store(map, key, value, cpu) do
    value = if is_integer(value), do: Integer.wrap(value, map.value), else: value
    put_value(map, key, value, cpu)
  end

  @doc "The same with any value, as it is."
  @spec put(t, integer | binary, integer | binary, non_neg_integer) :: t
  def put(map, key, value, cpu), do: put_value(map, key, value, cpu)

  @spec update(t, integer, integer, non_neg_integer, non_neg_integer) :: {integer, t}
  def update(%{is_array: true} = map, key, value, flag, cpu) do
    cond do
      not in_array?(map, key) -> {@e2big, map}
      flag == @noexist -> {@eexist, map}
      true -> {0, put_value(map, key, value, cpu)}
    end
  end

  def update(%{type: :bpf_lpm_trie} = map, key, value, flag, cpu) do
    case Trie.same(Map.keys(map.entries), key) do
      :error -> {@einval, map}
      {:ok, nil} when flag == @exist -> {@enoent, map}
      {:ok, nil} -> if full?(map), do: {@enospc, map}, else: {0, put_value(map, key, value, cpu)}
      {:ok, _} when flag == @noexist -> {@eexist, map}
      {:ok, old} -> {0, map |> remove(old) |> put_value(key, value, cpu)}
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

  def delete(%{type: :bpf_lpm_trie} = map, key) do
    case Trie.same(Map.keys(map.entries), key) do
      :error -> {@einval, map}
      {:ok, nil} -> {@enoent, map}
      {:ok, old} -> {0, remove(map, old)}
    end
  end

  def delete(map, key) do
    if is_map_key(map.entries, key), do: {0, remove(map, key)}, else: {@enoent, map}
  end

  defp remove(map, key),
    do: %{map | entries: Map.delete(map.entries, key), used: Map.delete(map.used, key)}

  # An index is the key's 32 bits, whatever sign the key's type gives them.
  defp in_array?(map, key), do: Integer.wrap(key, :u32) < map.max_entries

  # One of the kernel's objects has as many entries as there are of these.
  defp full?(%{max_entries: 0}), do: false
  defp full?(map), do: map_size(map.entries) >= map.max_entries

  defp evict(map) do
    {key, _} = Enum.min_by(map.used, fn {_key, use} -> use end)
    remove(map, key)
  end

  defp put_value(%{per_cpu: true} = map, key, value, cpu) do
    values = Map.get(map.entries, key) || Tuple.duplicate(map.zero, map.cpus)
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

  @doc "The map with the entries that it is made with; each CPU has the value."
  @spec begin(t, [{term, term}]) :: t
  def begin(map, []), do: map

  def begin(%{per_cpu: true} = map, entries),
    do: fill(map, for({key, value} <- entries, do: {key, List.duplicate(value, map.cpus)}))

  def begin(map, entries), do: fill(map, entries)

  @doc "The map with these contents and no others."
  @spec fill(t, Enumerable.t()) :: t
  def fill(%{key: nil} = map, contents), do: Line.fill(map, contents)

  def fill(map, contents) do
    Enum.reduce(contents, %{map | entries: %{}, used: %{}}, fn
      {key, value}, map ->
        value = value!(map, key, value)
        put_entry(map, key!(map, key), value)

      other, map ->
        raise ArgumentError,
              "map #{inspect(map.name)} is given #{inspect(other)}, not a key with its value: " <>
                "write `%{key => value}`"
    end)
    |> check_size!()
  end

  @doc "All of its keys and values; of an array, one for each index; of one without keys, the values."
  @spec contents(t) :: %{term => term} | [term]
  def contents(%{key: nil} = map), do: Line.contents(map)

  def contents(%{is_array: true} = map) do
    none = if map.per_cpu, do: Tuple.duplicate(map.zero, map.cpus), else: map.zero
    Map.new(0..(map.max_entries - 1), &{&1, shown(map, Map.get(map.entries, &1, none))})
  end

  def contents(map),
    do: Map.new(map.entries, fn {key, value} -> {key_term(map, key), shown(map, value)} end)

  defp shown(map, values) when is_tuple(values),
    do: for(value <- Tuple.to_list(values), do: value_term(map, value))

  defp shown(%{programs: [_ | _]}, name), do: name
  defp shown(%{inner: %__MODULE__{}}, map), do: contents(map)

  defp shown(%{type: :bpf_stack_trace} = map, value),
    do: map |> value_term(value) |> Enum.take_while(&(&1 != 0))

  defp shown(map, value), do: value_term(map, value)

  defp key!(map, key) do
    case Codec.encode(map.key_codec, key) do
      {:error, {_, story}} ->
        raise ArgumentError,
              "key #{inspect(key)} of map #{inspect(map.name)} does not fit" <>
                misfit(story, map.key_codec)

      {:ok, _}
      when (map.is_array or map.type in @indexed) and key not in 0..(map.max_entries - 1)//1 ->
        raise ArgumentError,
              "index #{key} of map #{inspect(map.name)} is beyond the last, #{map.max_entries - 1}"

      {:ok, bytes} ->
        from_bytes(map.key, bytes)
    end
  end

  # A field or element that does not fit is named.
  defp misfit("the field " <> _ = story, _codec), do: ": " <> story
  defp misfit("element " <> _ = story, _codec), do: ": " <> story
  defp misfit(_story, codec), do: " " <> Codec.expected(codec)

  defp check_size!(map) do
    if map.max_entries > 0 and map_size(map.entries) > map.max_entries do
      raise ArgumentError,
            "map #{inspect(map.name)} is given #{map_size(map.entries)} entries, " <>
              "but holds #{map.max_entries}"
    end

    map
  end

  defp value!(%{per_cpu: true} = map, key, values) do
    values = if not is_list(values) and map.cpus == 1, do: [values], else: values

    if not (is_list(values) and not List.improper?(values) and length(values) == map.cpus) do
      raise ArgumentError,
            "the value of key #{inspect(key)} of map #{inspect(map.name)} is #{inspect(values)}; that of a " <>
              "per-CPU map is a list with one value for each of the #{map.cpus} CPUs"
    end

    values |> Enum.map(&one_value!(map, key, &1)) |> List.to_tuple()
  end

  defp value!(%{type: :bpf_stack_trace, value: {:array, _, depth}} = map, key, value)
       when is_list(value) and length(value) < depth,
       do: one_value!(map, key, value ++ List.duplicate(0, depth - length(value)))

  defp value!(map, key, value), do: one_value!(map, key, value)

  defp one_value!(%{programs: [_ | _]} = map, key, name) do
    if name not in map.programs do
      raise ArgumentError,
            "value #{inspect(name)} of index #{key} of map #{inspect(map.name)} is no program; the programs are " <>
              Enum.map_join(Enum.sort(map.programs), ", ", &inspect/1)
    end

    name
  end

  defp one_value!(%{inner: %__MODULE__{} = inner} = map, key, contents) do
    if not is_map(contents) and not is_list(contents) do
      raise ArgumentError,
            "value #{inspect(contents)} of key #{inspect(key)} of map #{inspect(map.name)} is no map of keys and values"
    end

    begin(inner, Enum.to_list(contents))
  end

  defp one_value!(map, key, value) do
    case Codec.encode(map.value_codec, value) do
      {:ok, bytes} ->
        from_bytes(map.value, bytes)

      {:error, {_, story}} ->
        raise ArgumentError,
              "value #{inspect(value)} of key #{inspect(key)} of map #{inspect(map.name)} does not fit" <>
                misfit(story, map.value_codec)
    end
  end
end
