defmodule Honey.Map do
  @moduledoc """
  A map of a loaded BPF object, read and written from Elixir.

      map = Honey.map(monitor, :user_time)
      Honey.Map.put(map, 1, 0)
      Honey.Map.get(map, 1)                    #=> 0
      Enum.max_by(map, fn {_pid, ns} -> ns end)

  Every function also takes an object, or a process that owns one, and the map's name:
  `Honey.Map.get(monitor, :user_time, pid)`.

  Keys and values are of the declared type (`Honey.Type`): integers, atoms, strings, lists, structs.
  One that does not fit is refused, never cut: `{:error, %Honey.Error{reason: :range}}`, which
  names the field. What is no integer in a map of another language's object is a binary of just the
  size. The value of a per-CPU map is a list with one such value for
  each possible CPU, in the order of the CPUs' numbers.

  Access goes straight to the kernel, from the calling process. When the object is closed,
  everything answers `{:error, %Honey.Error{reason: :closed}}`, and enumerating raises it.

  ## Walking over a map

  `to_list/1`, `keys/1`, `count/1`, `stream/1` and `Enum` read in chunks, in no particular order. Programs may
  change the map meanwhile: what they add or delete during the walk may or may not be seen, and
  what is there all the time is seen once (`stream/1` may show it twice on kernels before 5.6, and
  per-CPU arrays before 5.13).
  """

  alias Honey.{Codec, Error, LoaderNif, Object}
  alias Honey.Map.{Inner, Kind, Programs, Refusal}

  @derive {Inspect, only: [:name, :type, :key, :value, :max_entries]}
  @enforce_keys [:ref, :name, :type, :key, :value, :max_entries, :per_cpu]
  defstruct [
    :ref,
    :name,
    :type,
    :key,
    :value,
    :max_entries,
    :per_cpu,
    :id,
    :programs,
    :inner,
    codecs: {nil, nil}
  ]

  @typedoc """
  The type of a key or value: an integer, `:bool`, an enum, a string, an array, a struct, or a binary
  of so many bytes.
  """
  @type element :: atom() | tuple()

  @type t :: %__MODULE__{
          ref: reference(),
          name: atom(),
          type: atom(),
          key: element(),
          value: element(),
          max_entries: non_neg_integer(),
          per_cpu: boolean(),
          id: non_neg_integer() | nil,
          programs: Programs.t() | nil,
          inner: Inner.t() | nil,
          codecs: {Codec.t() | nil, Codec.t() | nil}
        }

  @type key :: integer() | binary() | atom() | list() | struct()
  @type value :: integer() | binary() | atom() | list() | struct()
  @typedoc "A map of an object, or `{name, key}`: the one under a key of a map of maps."
  @type name :: atom() | {atom(), key()}
  @type failure :: {:error, Error.t()}

  @typedoc "Whether `put` may create the key, must (`:bpf_noexist`), or must not (`:bpf_exist`)."
  @type flag :: :bpf_any | :bpf_noexist | :bpf_exist

  @flags [bpf_any: 0, bpf_noexist: 1, bpf_exist: 2]
  @arrays [:bpf_array, :bpf_percpu_array, :bpf_prog_array, :bpf_array_of_maps]

  @doc """
  The value of a key, or nil where the map does not have it. Of a map of maps that is a map, for which the
  functions here are.

      Honey.Map.get(map, 42)
      Honey.Map.get(monitor, :user_time, 42)
  """
  @spec get(t(), key()) :: value() | nil | failure()
  def get(%__MODULE__{} = map, key) do
    case read(map, key, :get) do
      {:ok, value} -> value
      :absent -> nil
      {:error, reason} -> failure(map, reason, :get, key, nil)
    end
  end

  @spec get(Object.source(), name(), key()) :: value() | nil | failure()
  def get(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: get(map, key)
  end

  @doc "As `get/2`, but tells a missing key (`:error`) from a value: `{:ok, value}`."
  @spec fetch(t(), key()) :: {:ok, value()} | :error | failure()
  def fetch(%__MODULE__{} = map, key) do
    case read(map, key, :get) do
      {:ok, value} -> {:ok, value}
      :absent -> :error
      {:error, reason} -> failure(map, reason, :get, key, nil)
    end
  end

  @spec fetch(Object.source(), name(), key()) :: {:ok, value()} | :error | failure()
  def fetch(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: fetch(map, key)
  end

  @doc """
  Sets the value of a key. Of a `:bpf_prog_array` that is the name of a program of the object; of a map of maps
  it is what a new map has, `%{1 => 2}`, which then is under the key.

  The flag `:bpf_noexist` refuses a key that is there (`reason: :eexist`), `:bpf_exist` one that is not
  (`:enoent`). A full hash map answers `:e2big`, as does an index beyond an array; an LRU map makes
  room by dropping what was used least.

      Honey.Map.put(map, 42, 0)
      Honey.Map.put(map, 42, 0, :bpf_noexist)
      Honey.Map.put(monitor, :user_time, 42, 0)
  """
  @spec put(t(), key(), value()) :: :ok | failure()
  def put(%__MODULE__{} = map, key, value), do: put(map, key, value, :bpf_any)

  @spec put(t(), key(), value(), flag()) :: :ok | failure()
  @spec put(Object.source(), name(), key(), value()) :: :ok | failure()
  def put(%__MODULE__{} = map, key, value, flag) do
    with :ok <- allow(map, :put),
         {:ok, key_term} <- encode_key(map, key),
         :ok <- store(map, key_term, value, flag_bits(flag)) do
      :ok
    else
      {:error, %Error{} = error} -> {:error, error}
      {:error, reason} -> failure(map, reason, {:put, flag}, key, value)
    end
  end

  def put(object, name, key, value), do: put(object, name, key, value, :bpf_any)

  @spec put(Object.source(), name(), key(), value(), flag()) :: :ok | failure()
  def put(object, name, key, value, flag) do
    with {:ok, map} <- Object.fetch_map(object, name), do: put(map, key, value, flag)
  end

  defp flag_bits(flag) do
    case @flags do
      [{^flag, bits} | _] ->
        bits

      [_, {^flag, bits} | _] ->
        bits

      [_, _, {^flag, bits}] ->
        bits

      _ ->
        raise ArgumentError,
              "unknown flag #{inspect(flag)}: the flags are #{list(Keyword.keys(@flags))}"
    end
  end

  @doc """
  Removes a key. As with `Map.delete/2`, it need not be there.

  The elements of arrays cannot be deleted: `reason: :einval`.
  """
  @spec delete(t(), key()) :: :ok | failure()
  def delete(%__MODULE__{} = map, key) do
    with :ok <- allow(map, :delete),
         {:ok, key} <- encode_key(map, key),
         :ok <- LoaderNif.map_delete(map.ref, key) do
      :ok
    else
      {:error, {:enoent, _, _}} -> :ok
      {:error, reason} -> failure(map, reason, :delete, key, nil)
    end
  end

  @spec delete(Object.source(), name(), key()) :: :ok | failure()
  def delete(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: delete(map, key)
  end

  @doc """
  Puts a value into a queue, a stack or a bloom filter.

  A full queue or stack answers `reason: :e2big`; with the flag `:bpf_exist` it drops its oldest value.

      Honey.Map.push(monitor, :jobs, 7)
      Honey.Map.push(jobs, 7, :bpf_exist)
  """
  @spec push(t(), value()) :: :ok | failure()
  def push(%__MODULE__{} = map, value), do: push(map, value, :bpf_any)

  @spec push(t(), value(), :bpf_any | :bpf_exist) :: :ok | failure()
  @spec push(Object.source(), name(), value()) :: :ok | failure()
  def push(%__MODULE__{} = map, value, flag) do
    with :ok <- allow(map, :push),
         {:ok, term} <- encode_value(map, value),
         :ok <- LoaderNif.map_put(map.ref, nil, term, flag_bits(flag)) do
      :ok
    else
      {:error, reason} -> failure(map, reason, {:push, flag}, nil, value)
    end
  end

  def push(object, name, value), do: push(object, name, value, :bpf_any)

  @spec push(Object.source(), name(), value(), :bpf_any | :bpf_exist) :: :ok | failure()
  def push(object, name, value, flag) do
    with {:ok, map} <- Object.fetch_map(object, name), do: push(map, value, flag)
  end

  @doc """
  Takes the next value out of a queue (its oldest) or a stack (its newest); nil when it is empty.

      Honey.Map.pop(monitor, :jobs)
  """
  @spec pop(t()) :: value() | nil | failure()
  def pop(%__MODULE__{} = map), do: next_value(map, :pop, &LoaderNif.map_pop/1)

  @spec pop(Object.source(), name()) :: value() | nil | failure()
  def pop(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: pop(map)
  end

  @doc "The value that `pop/1` would take out, which stays; nil when the map is empty."
  @spec peek(t()) :: value() | nil | failure()
  def peek(%__MODULE__{} = map), do: next_value(map, :peek, &LoaderNif.map_get(&1, nil))

  @spec peek(Object.source(), name()) :: value() | nil | failure()
  def peek(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: peek(map)
  end

  defp next_value(map, operation, function) do
    with :ok <- allow(map, operation), {:ok, value} <- function.(map.ref) do
      decode_value(map, value)
    else
      :absent -> nil
      {:error, reason} -> failure(map, reason, operation, nil, nil)
    end
  end

  @doc "Whether a bloom filter may have the value: false is sure, true is not."
  @spec member?(t(), value()) :: boolean() | failure()
  def member?(%__MODULE__{} = map, value) do
    with :ok <- allow(map, :member),
         {:ok, term} <- encode_value(map, value),
         answer when is_boolean(answer) <- LoaderNif.map_member(map.ref, term) do
      answer
    else
      {:error, reason} -> failure(map, reason, :member, nil, value)
    end
  end

  @spec member?(Object.source(), name(), value()) :: boolean() | failure()
  def member?(object, name, value) do
    with {:ok, map} <- Object.fetch_map(object, name), do: member?(map, value)
  end

  @doc """
  Puts what the function makes of a key's value, or the initial value where the key is missing.

  This is a read and a write: what a program or another process writes between them is lost. In a
  program, an update is atomic where it can be.
  """
  @spec update(t(), key(), value(), (value() -> value())) :: :ok | failure()
  def update(%__MODULE__{} = map, key, initial, function) when is_function(function, 1) do
    case fetch(map, key) do
      {:ok, value} -> put(map, key, function.(value))
      :error -> put(map, key, initial)
      {:error, error} -> {:error, error}
    end
  end

  @spec update(Object.source(), name(), key(), value(), (value() -> value())) :: :ok | failure()
  def update(object, name, key, initial, function) do
    with {:ok, map} <- Object.fetch_map(object, name), do: update(map, key, initial, function)
  end

  @doc """
  All `{key, value}` pairs, in no particular order; of an array one for each index, in order.

      Honey.Map.to_list(monitor, :user_time)
  """
  @spec to_list(t()) :: [{key(), value()}] | failure()
  def to_list(%__MODULE__{} = map), do: walk(map, :pairs)

  @spec to_list(Object.source(), name()) :: [{key(), value()}] | failure()
  def to_list(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: to_list(map)
  end

  @doc "All keys, in no particular order."
  @spec keys(t()) :: [key()] | failure()
  def keys(%__MODULE__{} = map), do: walk(map, :keys)

  @spec keys(Object.source(), name()) :: [key()] | failure()
  def keys(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: keys(map)
  end

  @doc "How many keys the map has. The kernel keeps no count: this reads them all."
  @spec count(t()) :: non_neg_integer() | failure()
  def count(%__MODULE__{} = map) do
    with keys when is_list(keys) <- keys(map), do: length(keys)
  end

  @spec count(Object.source(), name()) :: non_neg_integer() | failure()
  def count(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: count(map)
  end

  @doc """
  The pairs as a lazy stream that holds one chunk at a time, for maps that are too large for a list.

  Enumerating it raises `Honey.Error` when the object is closed meanwhile.
  """
  @spec stream(t()) :: Enumerable.t()
  def stream(%__MODULE__{} = map) do
    Stream.resource(fn -> nil end, &next_chunk(map, &1), fn _ -> :ok end)
  end

  @spec stream(Object.source(), name()) :: Enumerable.t() | failure()
  def stream(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: stream(map)
  end

  defp next_chunk(_map, :done), do: {:halt, :done}

  defp next_chunk(map, cursor) do
    case read_chunk(map, cursor, :pairs, []) do
      {:more, cursor, pairs} -> {pairs |> in_order(map) |> decode_all(map, :pairs), cursor}
      {:done, pairs, _} -> {pairs |> in_order(map) |> decode_all(map, :pairs), :done}
      {:error, reason} -> raise Refusal.error(map, reason, :walk, nil, nil)
    end
  end

  defp walk(map, what, cursor \\ nil, list \\ []) do
    case read_chunk(map, cursor, what, list) do
      {:more, cursor, list} ->
        walk(map, what, cursor, list)

      {:done, list, :exact} ->
        list |> in_order(map) |> decode_all(map, what)

      {:done, list, :repeats} ->
        list |> without_repeats(what) |> in_order(map) |> decode_all(map, what)

      {:error, reason} ->
        failure(map, reason, :walk, nil, nil)
    end
  end

  defp read_chunk(map, cursor, what, list) do
    with :ok <- allow(map, :walk), do: LoaderNif.map_read(map.ref, cursor, what, list)
  end

  # What is read first is last in the list; only of an array does the order mean something.
  defp in_order(list, map) when map.type in @arrays, do: Enum.reverse(list)
  defp in_order(list, _map), do: list

  # The list is in reverse: of an element that was read twice, the later reading stands.
  defp without_repeats(list, :keys), do: Enum.uniq(list)
  defp without_repeats(list, :pairs), do: Enum.uniq_by(list, &elem(&1, 0))

  ## Terms and bytes: integers and binaries are the loader's to check, all else is encoded here.

  defp allow(map, operation),
    do: if(Kind.user?(map.type, operation), do: :ok, else: {:error, :unsupported})

  defp read(map, key, operation) do
    with :ok <- allow(map, operation),
         {:ok, key} <- encode_key(map, key),
         {:ok, value} <- LoaderNif.map_get(map.ref, key),
         do: found(map, value)
  end

  # What was the map's when its number was read may have been taken away since.
  defp found(%{inner: %Inner{} = inner} = map, id) do
    case Inner.open(inner, map.name, id) do
      {:error, {:enoent, _, _}} -> :absent
      answer -> answer
    end
  end

  defp found(map, value), do: {:ok, decode_value(map, value)}

  defp store(%{programs: %Programs{} = programs} = map, key, name, flags) do
    with {:ok, elf_name} <- Programs.find(programs, name),
         do: LoaderNif.map_put_program(map.ref, key, elf_name, flags)
  end

  # A new map, which the outer one has once its entries are there.
  defp store(%{inner: %Inner{} = inner} = map, key, contents, flags) do
    with {:ok, pairs} <- pairs(contents),
         {:ok, new} <- Inner.create(inner, map.name) do
      put =
        with :ok <- put_all(new, pairs),
             do: LoaderNif.map_put_map(map.ref, key, new.ref, flags)

      LoaderNif.map_close(new.ref)
      put
    end
  end

  defp store(map, key, value, flags) do
    with {:ok, term} <- encode_value(map, value),
         do: LoaderNif.map_put(map.ref, key, term, flags)
  end

  defp pairs(contents) when is_map(contents) and not is_struct(contents),
    do: {:ok, Elixir.Map.to_list(contents)}

  defp pairs(contents) do
    if is_list(contents) and Enum.all?(contents, &match?({_, _}, &1)),
      do: {:ok, contents},
      else: {:error, {:value, :type, "#{inspect(contents)} is no map of keys and values"}}
  end

  defp put_all(map, pairs) do
    Enum.reduce_while(pairs, :ok, fn {key, value}, :ok ->
      case put(map, key, initial(map, value)) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end

  defp encode_key(%{codecs: {nil, _}}, key), do: {:ok, key}
  defp encode_key(%{codecs: {codec, _}}, key), do: encode(codec, :key, key)

  defp encode_value(%{codecs: {_, nil}}, value), do: {:ok, value}

  defp encode_value(%{codecs: {_, codec}, per_cpu: true}, values) when is_list(values) do
    Enum.reduce_while(values, {:ok, []}, fn value, {:ok, encoded} ->
      case encode(codec, :value, value) do
        {:ok, bytes} -> {:cont, {:ok, [bytes | encoded]}}
        error -> {:halt, error}
      end
    end)
    |> then(&with {:ok, encoded} <- &1, do: {:ok, Enum.reverse(encoded)})
  end

  # What is no list is for the loader to refuse: it knows the number of CPUs.
  defp encode_value(%{per_cpu: true}, value), do: {:ok, value}
  defp encode_value(%{codecs: {_, codec}}, value), do: encode(codec, :value, value)

  defp encode(codec, what, term) do
    with {:error, {problem, story}} <- Codec.encode(codec, term),
         do: {:error, {what, problem, story}}
  end

  defp decode_key(%{codecs: {nil, _}}, key), do: key
  defp decode_key(%{codecs: {codec, _}}, key), do: Codec.decode(codec, key)

  # Behind the outermost function there are zeros.
  defp decode_value(%{type: :bpf_stack_trace, codecs: {_, codec}}, value) when codec != nil,
    do: codec |> Codec.decode(value) |> Enum.take_while(&(&1 != 0))

  defp decode_value(%{programs: %Programs{} = programs}, id), do: Programs.name(programs, id)
  defp decode_value(%{codecs: {_, nil}}, value), do: value

  defp decode_value(%{codecs: {_, codec}, per_cpu: true}, values),
    do: Enum.map(values, &Codec.decode(codec, &1))

  defp decode_value(%{codecs: {_, codec}}, value), do: Codec.decode(codec, value)

  defp decode_all(list, %{codecs: {nil, nil}, programs: nil, inner: nil}, _what), do: list
  defp decode_all(keys, map, :keys), do: Enum.map(keys, &decode_key(map, &1))

  defp decode_all(pairs, %{inner: %Inner{}} = map, :pairs) do
    for {key, id} <- pairs, {:ok, inner} <- [found(map, id)], do: {decode_key(map, key), inner}
  end

  defp decode_all(pairs, map, :pairs),
    do: for({key, value} <- pairs, do: {decode_key(map, key), decode_value(map, value)})

  @doc false
  # The map under a key of a map of maps: what `{name, key}` means in place of a map's name.
  @spec fetch_inner(t(), key()) :: {:ok, t()} | failure()
  def fetch_inner(%__MODULE__{inner: %Inner{}} = map, key) do
    with :absent <- found_or_absent(fetch(map, key)) do
      cause = "it has no map under the key #{inspect(key)}"
      {:error, Error.new(step: :map, reason: :enoent, map: map.name, cause: cause)}
    end
  end

  def fetch_inner(map, _key) do
    cause = "its values are no maps"
    {:error, Error.new(step: :map, reason: :unsupported, map: map.name, cause: cause)}
  end

  defp found_or_absent(:error), do: :absent
  defp found_or_absent(answer), do: answer

  @doc false
  # What an entry of `entries:` puts: each CPU begins with the value.
  @spec initial(t(), value()) :: value()
  def initial(%{per_cpu: true}, value) when not is_list(value) do
    {:ok, cpus} = LoaderNif.map_cpus()
    List.duplicate(value, cpus)
  end

  def initial(_map, value), do: value

  defp failure(map, reason, operation, key, value),
    do: {:error, Refusal.error(map, reason, operation, key, value)}

  defp list(names), do: Enum.map_join(names, ", ", &inspect/1)

  defimpl Enumerable do
    def count(_map), do: {:error, __MODULE__}
    def slice(_map), do: {:error, __MODULE__}

    def member?(map, {key, value}) do
      case Honey.Map.fetch(map, key) do
        {:ok, found} ->
          {:ok, found === value}

        :error ->
          {:ok, false}

        {:error, %Honey.Error{reason: reason}} when reason in [:range, :type, :size] ->
          {:ok, false}

        {:error, error} ->
          raise error
      end
    end

    def member?(_map, _other), do: {:ok, false}

    def reduce(map, accumulator, function) do
      Enumerable.reduce(Honey.Map.stream(map), accumulator, function)
    end
  end
end
