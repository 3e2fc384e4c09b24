defmodule Honey.Map.Opening do
  @moduledoc false
  # How a `Honey.Map` is made: of the row that the loader gives of a map, and of what is known beforehand.

  alias Honey.{Codec, Error, LoaderNif, Object}
  alias Honey.Map.{Inner, Programs}

  @integers [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]
  @per_cpu [:bpf_percpu_hash, :bpf_percpu_array, :bpf_lru_percpu_hash, :bpf_percpu_cgroup_storage]

  # Of whose keys the loader opens the paths.
  @by_path [:bpf_cgrp_storage, :bpf_inode_storage]

  @doc "The types of keys and values that the loader knows."
  @spec integer_types() :: [atom()]
  def integer_types, do: @integers

  @doc """
  `given` is what the module's definition or the caller says: `:name`, and maybe `:key` and `:value`;
  for the rest the ELF's BTF decides. `structs` are the struct types that these name, `programs` the
  object's.
  """
  @spec open(reference(), LoaderNif.map_row(), map(), [map()], [Object.program()]) ::
          {:ok, Honey.Map.t()} | {:error, Error.t()}
  def open(object_ref, row, given, structs, programs) do
    {elf_name, type, key_size, value_size, max_entries, key, value, id, _internal} = row
    key = scalar(given[:key], key)
    drained? = type == "user_ringbuf"
    value = if drained?, do: :raw, else: scalar(given[:value], value)

    key_codec = codec(given[:key], structs)
    value_codec = if not drained?, do: codec(given[:value], structs)

    codecs =
      {key_codec, if(drained?, do: record_codec(given[:value], structs), else: value_codec)}

    fits? =
      fits?(given[:key], key_codec, key_size) and fits?(given[:value], value_codec, value_size)

    case fits? && LoaderNif.map_open(object_ref, elf_name, key_codec || key, value_codec || value) do
      {:ok, ref} ->
        type = String.to_atom("bpf_#{type || "unknown"}")

        {:ok,
         %Honey.Map{
           ref: ref,
           name: given.name,
           type: type,
           key: if(type in @by_path, do: :path, else: element(given[:key], key, key_size)),
           value:
             if(type == :bpf_prog_array,
               do: :program,
               else: element(given[:value], value, value_size)
             ),
           programs: if(type == :bpf_prog_array, do: Programs.new(programs, given[:program])),
           inner: given[:inner] && Inner.new(object_ref, given.inner, structs),
           codecs: codecs,
           max_entries: max_entries,
           per_cpu: type in @per_cpu,
           id: id
         }}

      misfit when misfit == false or elem(elem(misfit, 1), 0) == :eprototype ->
        {key, value} = {given[:key] || key, given[:value] || value}

        cause =
          "its keys have #{key_size} bytes and its values #{value_size}, " <>
            "which is not what key: #{inspect(key)}, value: #{inspect(value)} say"

        {:error, Error.new(step: :load, reason: :size, map: given.name, cause: cause)}

      {:error, reason} ->
        {:error, Error.from_loader(:load, reason, map: given.name)}
    end
  end

  # The loader checks integers; a caller's word on the rest is checked here.
  defp fits?({:binary, size}, _codec, of_map), do: of_map == 0 or size == of_map
  defp fits?(_type, nil, _of_map), do: true
  defp fits?(_type, codec, of_map), do: of_map == 0 or Codec.size(codec) == of_map

  @doc "One of the maps that are the values of the map `name`; `row` is what its module says of these."
  @spec inner(map(), atom(), non_neg_integer() | nil, [map()], (term(), term() -> term())) ::
          {:ok, Honey.Map.t()} | {:error, LoaderNif.reason()}
  def inner(row, name, id, structs, opener) do
    {key, value} = {scalar(row.key, :raw), scalar(row.value, :raw)}
    {key_codec, value_codec} = codecs = {codec(row.key, structs), codec(row.value, structs)}

    with {:ok, ref} <- opener.(key_codec || key, value_codec || value) do
      {:ok,
       %Honey.Map{
         ref: ref,
         name: name,
         type: row.type,
         key: element(row.key, key, row.key_size),
         value: element(row.value, value, row.value_size),
         codecs: codecs,
         max_entries: row.max_entries,
         per_cpu: row.type in @per_cpu,
         id: id
       }}
    end
  end

  defp scalar(nil, from_btf), do: from_btf
  defp scalar(:binary, _), do: :raw
  defp scalar({:binary, _}, _), do: :raw
  defp scalar(type, _) when type in @integers, do: type
  defp scalar(_other, _), do: :raw

  @doc "How Elixir's terms of a type become bytes; nil where the loader knows it."
  @spec codec(term(), [map()]) :: Codec.t() | nil
  def codec(type, structs)
  def codec(type, _) when type in [nil, :binary] or type in @integers, do: nil
  def codec({:binary, _}, _), do: nil
  def codec(type, structs), do: Codec.compile(type, structs)

  # The kernel does not know of what size a record is.
  defp record_codec(nil, _), do: nil
  defp record_codec(type, structs), do: Codec.compile(type, structs)

  defp element(type, :raw, _size) when type not in [nil, :binary], do: type

  defp element(_, :raw, size), do: {:binary, size}
  defp element(_, type, _size), do: type
end
