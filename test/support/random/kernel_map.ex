defmodule Honey.Test.Random.KernelMap do
  @moduledoc """
  The maps that random programs share, and what they do on the BEAM.

  A new map is a row of `@maps`: its kind, the types of keys and values in memory, and how many entries it
  has. The contents are a plain map, with values as programs see them: what is stored is cut to its type. Those of
  a queue or a stack, which has no keys, are a list, with what was pushed first at its head.

  Of the hashes of `@updated` nothing is deleted and nothing put over, so that updates may be made in place.
  """

  alias Honey.Test.IntegerOracle
  alias Honey.Test.Random.Type

  @inner {:struct, :Inner}
  @color {:enum, [:red, :green, :blue]}

  @maps [
    counts: {:bpf_hash, :u32, :s64, 4},
    slots: {:bpf_array, :u32, :u32, 4},
    flags: {:bpf_array, :u32, :bool, 3},
    cpu_slots: {:bpf_percpu_array, :u32, :u64, 2},
    cpu_counts: {:bpf_percpu_hash, :u8, :s32, 8},
    recent: {:bpf_lru_hash, :s64, :u16, 1024},
    inners: {:bpf_hash, :u8, @inner, 4},
    by_inner: {:bpf_hash, @inner, :s64, 8},
    outers: {:bpf_hash, {:string, 8}, {:struct, :Outer}, 4},
    tones: {:bpf_hash, @color, @color, 3},
    flows: {:bpf_hash, {:binary, 6}, {:struct, :Flow}, 4},
    addresses: {:bpf_array, :u32, {:binary, 4}, 3},
    by_flow: {:bpf_hash, {:struct, :Flow}, :s8, 4},
    tallies: {:bpf_hash, :u32, :u64, 8},
    extremes: {:bpf_hash, :u8, :s64, 8},
    small_sums: {:bpf_hash, @color, :s32, 3},
    stats: {:bpf_hash, :s16, {:struct, :Stat}, 6},
    cpu_stats: {:bpf_percpu_hash, :u8, {:struct, :Stat}, 6},
    stat_slots: {:bpf_array, :u32, {:struct, :Stat}, 3},
    histogram: {:bpf_array, :u32, :u64, 65},
    cpu_histogram: {:bpf_percpu_array, :u32, :u32, 65},
    pairs: {:bpf_hash, {:types, [:u8, :s64]}, {:types, [{:be, :u32}, :s16]}, 6},
    by_pair: {:bpf_hash, {:types, [@color, {:types, [:s32, {:be, :u64}]}]}, {:be, :u64}, 6},
    pair_slots: {:bpf_array, :u32, {:types, [:s64, :s64]}, 3},
    queue: {:bpf_queue, nil, :s32, 4},
    stack: {:bpf_stack, nil, @inner, 3}
  ]

  @updated [:tallies, :extremes, :small_sums, :stats, :cpu_stats]

  @type contents :: %{atom => %{term => term} | [term]}

  @doc "The maps: name => `{kind, key, value, entries}`."
  @spec all() :: keyword
  def all, do: @maps

  @doc "Does the map always have all its keys?"
  @spec array?(atom) :: boolean
  def array?(name), do: elem(@maps[name], 0) in [:bpf_array, :bpf_percpu_array]

  @doc "Does it have no keys?"
  @spec line?(atom) :: boolean
  def line?(name), do: elem(@maps[name], 0) in [:bpf_queue, :bpf_stack]

  @doc "May keys be deleted, and values be put over others?"
  @spec replaced?(atom) :: boolean
  def replaced?(name), do: name not in @updated

  @doc "Does each CPU have a value of its own?"
  @spec per_cpu?(atom) :: boolean
  def per_cpu?(name), do: elem(@maps[name], 0) in [:bpf_percpu_array, :bpf_percpu_hash]

  @doc "What a map holds at the beginning; structs are of this module's types."
  @spec empty(atom, module) :: map
  def empty(name, module) do
    {_, _, value, entries} = @maps[name]

    cond do
      array?(name) -> Map.new(0..(entries - 1), &{&1, zero(value, module)})
      line?(name) -> []
      true -> %{}
    end
  end

  @doc "What the helper answers, and the contents afterwards."
  @spec call(contents, atom, [term], module) :: {term, contents}
  def call(maps, :bpf_map_lookup_elem, [name, key], module) do
    contents = contents(maps, name, module)
    {Map.get(contents, cut(key, key_type(name))), maps}
  end

  def call(maps, :bpf_map_update_elem, [name, key, value, flag], module) do
    {_, key_type, value_type, entries} = @maps[name]
    contents = contents(maps, name, module)
    key = cut(key, key_type)
    value = whole(value, value_type, module)
    there? = is_map_key(contents, key)

    cond do
      array?(name) and not there? -> {{:error, :e2big}, maps}
      there? and flag == :bpf_noexist -> {{:error, :eexist}, maps}
      not there? and flag == :bpf_exist -> {{:error, :enoent}, maps}
      not there? and map_size(contents) == entries -> {{:error, :e2big}, maps}
      true -> {:ok, Map.put(maps, name, Map.put(contents, key, cut(value, value_type)))}
    end
  end

  def call(maps, :bpf_map_delete_elem, [name, key], module) do
    contents = contents(maps, name, module)
    key = cut(key, key_type(name))

    if is_map_key(contents, key),
      do: {:ok, Map.put(maps, name, Map.delete(contents, key))},
      else: {{:error, :enoent}, maps}
  end

  def call(maps, :bpf_map_push_elem, [name, value, :bpf_any], module) do
    {_, nil, type, entries} = @maps[name]
    contents = contents(maps, name, module)

    if length(contents) == entries,
      do: {{:error, :e2big}, maps},
      else: {:ok, Map.put(maps, name, contents ++ [cut(value, type)])}
  end

  def call(maps, :bpf_map_peek_elem, [name], module),
    do: {maps |> contents(name, module) |> next(name) |> elem(0), maps}

  def call(maps, :bpf_map_pop_elem, [name], module) do
    {value, rest} = maps |> contents(name, module) |> next(name)
    {value, Map.put(maps, name, rest)}
  end

  @doc "The keys of a map, ascending."
  @spec keys(contents, atom, module) :: [term]
  def keys(maps, name, module), do: maps |> contents(name, module) |> Map.keys() |> Enum.sort()

  defp next([], _name), do: {nil, []}

  defp next(contents, name) do
    case elem(@maps[name], 0) do
      :bpf_queue -> List.pop_at(contents, 0)
      :bpf_stack -> List.pop_at(contents, -1)
    end
  end

  # Fields without a struct, as those of a new average, are put over zeros.
  defp whole(%{} = fields, {:struct, name}, module) when not is_struct(fields),
    do: struct!(record(name, module), fields)

  defp whole(value, _type, _module), do: value

  defp contents(maps, name, module) do
    case maps do
      %{^name => contents} -> contents
      %{} -> empty(name, module)
    end
  end

  defp key_type(name), do: elem(@maps[name], 1)

  @doc "A value as it is when it has been stored."
  @spec cut(term, Type.storage()) :: term
  def cut(value, storage) when is_integer(value) and is_atom(storage),
    do: IntegerOracle.reduce(value, storage)

  def cut(value, {:be, type}) when is_integer(value), do: IntegerOracle.reduce(value, type)

  def cut(tuple, {:types, types}) when is_tuple(tuple) do
    tuple
    |> Tuple.to_list()
    |> Enum.zip_with(types, &cut/2)
    |> List.to_tuple()
  end

  def cut(%{} = record, {:struct, name}) do
    Enum.reduce(Type.structs()[name], record, fn {field, type}, record ->
      Map.update!(record, field, &cut(&1, type))
    end)
  end

  def cut(list, {:array, type, _}) when is_list(list), do: Enum.map(list, &cut(&1, type))
  def cut(other, _storage), do: other

  @doc "The value whose bytes are zero."
  @spec zero(Type.storage(), module) :: term
  def zero(:bool, _module), do: false
  def zero({:enum, [first | _]}, _module), do: first
  def zero({:string, _}, _module), do: ""
  def zero({:binary, size}, _module), do: :binary.copy(<<0>>, size)
  def zero({:array, type, n}, module), do: List.duplicate(zero(type, module), n)

  def zero({:types, types}, module), do: types |> Enum.map(&zero(&1, module)) |> List.to_tuple()
  def zero({:struct, name}, module), do: record(name, module)
  def zero(_integer, _module), do: 0

  @doc "A struct with the defaults of its fields."
  @spec record(atom, module) :: struct
  def record(name, module) do
    fields = for {field, type} <- Type.structs()[name], do: {field, zero(type, module)}
    Map.new([{:__struct__, Module.concat(module, name)} | fields])
  end
end
