defmodule Honey.Map.Refusal do
  @moduledoc false
  # What is said of an operation on a map that was refused: by the kernel, or for its key or value.

  alias Honey.{Codec, Error, LoaderNif}
  alias Honey.Error.Remedy
  alias Honey.Map.{Inner, Kind}

  @arrays [:bpf_array, :bpf_percpu_array]
  @indexed for row <- Kind.all(), row.key == :index, do: row.name

  @doc "`reason` is the loader's, that of a codec, or `:unsupported`."
  @spec error(Honey.Map.t(), term, atom | tuple, term, term) :: Error.t()
  def error(map, reason, operation, key, value)

  def error(map, :unsupported, :delete, _key, _value) when map.type in @arrays do
    cause = "the elements of an array cannot be deleted"
    hint = "put 0 instead"

    Error.new(
      step: :map,
      reason: :einval,
      code: :no_operation,
      map: map.name,
      cause: cause,
      hint: hint
    )
  end

  def error(map, {:not_of_cpus, operation}, _operation, _key, _value) do
    {problem, hint} = not_of_cpus(map, operation)

    Error.new(
      step: :map,
      reason: :unsupported,
      map: map.name,
      cause: "`#{operation}` is for the values of the CPUs, and #{problem}",
      hint: hint
    )
  end

  def error(map, :unsupported, {operation, _flag}, key, value),
    do: error(map, :unsupported, operation, key, value)

  def error(map, :unsupported, operation, _key, _value) do
    Error.new(
      step: :map,
      reason: :unsupported,
      map: map.name,
      cause: "a map of type #{inspect(map.type)} #{unsupported(operation)}",
      hint: instead(map.type)
    )
  end

  def error(map, :closed, _operation, _key, _value), do: Error.closed(:map, map: map.name)

  def error(map, {what, problem, story}, _operation, _key, _value) when what in [:key, :value] do
    Error.new(step: :map, reason: problem, map: map.name, cause: "#{what}: #{story}")
  end

  def error(map, {what, problem}, _operation, key, value) do
    given = if what == :key, do: key, else: value
    cause = "#{what} #{inspect(given)} #{misfit(map, what, problem)}"
    Error.new(step: :map, reason: problem, map: map.name, cause: cause)
  end

  def error(%{type: :bpf_cgroup_array} = map, {errno, words, _log}, {:put, _}, _key, value)
      when errno in [:enoent, :enotdir, :ebadf, :eacces, :enametoolong] do
    cause =
      "there is no control group of version 2 at #{inspect(value)} " <>
        "(#{errno |> to_string() |> String.upcase()}, #{words})"

    hint = "give the path of its directory, such as \"/sys/fs/cgroup/system.slice\""

    Error.new(
      step: :map,
      reason: errno,
      errno: errno,
      code: :no_cgroup,
      map: map.name,
      cause: cause,
      hint: hint
    )
  end

  def error(map, {errno, words, _log}, operation, key, _value) do
    {code, cause, hint} = refusal(map, errno, operation, key)

    Error.new(
      step: :map,
      reason: errno,
      errno: errno,
      code: code,
      map: map.name,
      cause: "#{cause} (#{errno |> to_string() |> String.upcase()}, #{words})",
      hint: hint
    )
  end

  defp not_of_cpus(%{per_cpu: true}, _operation),
    do:
      {"those of the map are no integers",
       "make one value of them with a function: `Honey.Map.merge`"}

  defp not_of_cpus(map, _operation),
    do:
      {"a map of type #{inspect(map.type)} has one value for each key",
       "read it with `Honey.Map.get`"}

  defp misfit(map, :value, problem) when map.per_cpu do
    values =
      case {problem, LoaderNif.map_cpus()} do
        {_, {:ok, cpus}} -> "#{cpus} values"
        _ -> "values"
      end

    "is not a value of this map: expected a list of #{values}, one for each possible CPU, " <>
      "and each is #{describe(map, :value)}"
  end

  defp misfit(%{type: :bpf_cgroup_array}, :value, _),
    do: "is not of the map's type: expected the path of a control group's directory"

  defp misfit(map, what, :range), do: "does not fit #{describe(map, what)}"

  defp misfit(map, what, _),
    do: "is not of the map's type: expected #{describe(map, what)}"

  defp describe(%{codecs: {_, codec}}, :value) when codec != nil, do: Codec.expected(codec)
  defp describe(map, what), do: map |> Map.fetch!(what) |> describe()

  defp describe(:path), do: "the path of a file"
  defp describe({:binary, size}), do: "binary of #{size} bytes"

  defp describe(type) do
    {least, greatest} = range(type)
    "#{inspect(type)} (#{least}..#{greatest})"
  end

  defp range(:u8), do: {0, 0xFF}
  defp range(:u16), do: {0, 0xFFFF}
  defp range(:u32), do: {0, 0xFFFFFFFF}
  defp range(:u64), do: {0, 0xFFFFFFFFFFFFFFFF}
  defp range(:s8), do: {-0x80, 0x7F}
  defp range(:s16), do: {-0x8000, 0x7FFF}
  defp range(:s32), do: {-0x80000000, 0x7FFFFFFF}
  defp range(:s64), do: {-0x8000000000000000, 0x7FFFFFFFFFFFFFFF}

  defp refusal(map, :e2big, {:put, _}, key) when map.type in @indexed,
    do: {:index_outside, "index #{inspect(key)} is beyond the last, #{map.max_entries - 1}", nil}

  defp refusal(map, :e2big, {:push, _}, _key) do
    {:map_full, "the map is full: it holds #{map.max_entries} values",
     "give it a larger `max_entries`, pop what is in it, or push with `:exist`, which drops the oldest"}
  end

  defp refusal(map, errno, {:put, _}, _key)
       when errno == :e2big or (errno == :enospc and map.type == :bpf_lpm_trie) do
    {:map_full, "the map is full: it holds #{map.max_entries} elements",
     "give it a larger `max_entries`, delete what is not needed, or make it a `:bpf_lru_hash`"}
  end

  defp refusal(map, :eexist, {:put, _}, key) when map.type in @arrays,
    do:
      {:key_exists, "index #{inspect(key)} is there, as always in an array",
       "`:noexist` is not for arrays"}

  defp refusal(%{type: :bpf_cgrp_storage}, errno, _operation, key)
       when errno in [:esrch, :ebadf] do
    {:no_cgroup, "there is no control group of version 2 at #{inspect(key)}",
     "give the path of its directory, such as \"/sys/fs/cgroup/system.slice\""}
  end

  defp refusal(%{type: :bpf_inode_storage}, :esrch, _operation, key),
    do: {:no_file, "there is no file #{inspect(key)}", nil}

  defp refusal(%{type: :bpf_inode_storage}, :ebadf, _operation, _key) do
    {:kernel_lacks, "this kernel keeps no memory for files",
     "it has to run its security module for BPF: `lsm=...,bpf` on its command line"}
  end

  defp refusal(%{type: :bpf_sk_storage}, errno, _operation, key)
       when errno in [:ebadf, :enotsock, :einval],
       do: {:no_socket, "this process has no socket with the descriptor #{inspect(key)}", nil}

  defp refusal(%{type: :bpf_task_storage}, errno, _operation, key)
       when errno in [:esrch, :einval],
       do: {:no_task, "there is no task #{inspect(key)}", nil}

  defp refusal(_map, :eexist, {:put, _}, key),
    do: {:key_exists, "key #{inspect(key)} is there already", nil}

  defp refusal(_map, :enoent, {:put, _}, key),
    do: {:key_missing, "key #{inspect(key)} is not there", nil}

  defp refusal(%{type: :bpf_user_ringbuf}, :enospc, {:push, _}, _key) do
    {:ring_full, "the ring is full: no program has drained what is there",
     "let a program drain it, or give it a larger `max_entries`"}
  end

  defp refusal(_map, :einval, {:push, flag}, _key),
    do: {:map_flag, "such a map takes no flag #{inspect(flag)}", "leave it out"}

  defp refusal(map, :einval, {:put, _}, _key) when map.type == :bpf_prog_array,
    do:
      {:program_type, "the program is of another type than those that go on with it",
       "make a map for each type of program"}

  defp refusal(map, :einval, _operation, key) when map.type == :bpf_lpm_trie,
    do: {:prefix_length, "the `prefixlen` of #{inspect(key)} is more bits than it has", nil}

  # What puts and deletes opens no map: there it is the flags, below.
  defp refusal(%{inner: %Inner{}}, :eperm, operation, _key)
       when is_atom(operation) and operation != :delete do
    {:privileges,
     "the maps that are values of a map are opened by their numbers, and for that the kernel wants CAP_SYS_ADMIN",
     "give the process that capability, or let programs reach them alone: `Honey.Map.keys/1` and `count/1` work without it"}
  end

  defp refusal(_map, errno, _operation, _key) when errno in [:emfile, :enfile],
    do: Remedy.no_descriptors(errno)

  defp refusal(_map, :enomem, _operation, _key), do: Remedy.no_memory()

  defp refusal(_map, :eperm, _operation, _key),
    do:
      {:map_access, "the flags of the map, `:rdonly` or `:wronly`, do not let Elixir do that",
       nil}

  defp refusal(_map, :eagain, operation, _key) when operation in [:walk, :clear],
    do: {:map_busy, "the map changes faster than this kernel can list it", "try again"}

  defp refusal(_map, _errno, _operation, _key), do: {:refused, "the kernel refused it", nil}

  defp unsupported(:walk), do: "has no keys to go over"

  defp unsupported(:clear), do: "cannot be emptied"

  defp unsupported(operation) when operation in [:get, :put, :delete],
    do: "takes no `#{operation}`"

  defp unsupported(operation),
    do:
      "takes no `#{operation}`: that is for " <>
        Enum.map_join(Kind.with_user(operation), ", ", &inspect/1)

  defp instead(type) do
    case Kind.find(type) do
      %{user: [_ | _] = operations} ->
        "with such a map, Honey.Map can #{Enum.map_join(operations, ", ", &to_string/1)}"

      _ ->
        nil
    end
  end
end
