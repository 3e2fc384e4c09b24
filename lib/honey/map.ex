defmodule Honey.Map do
  @moduledoc """
  A map of a loaded BPF object, read and written from Elixir.

      map = Honey.map(monitor, :user_time)
      Honey.Map.put(map, 1, 0)
      Honey.Map.get(map, 1)                    #=> 0
      Enum.max_by(map, fn {_pid, ns} -> ns end)

  Every function also takes an object, or a process that owns one, and the map's name:
  `Honey.Map.get(monitor, :user_time, pid)`. What a type of map cannot do is refused with `reason: :unsupported`, and
  what it can instead; [guides/maps.md](maps.md) has the table.

  Keys and values are of the declared type (`Honey.Type`): integers, atoms, strings, lists, structs.
  One that does not fit is refused, never cut: `{:error, %Honey.Error{reason: :range}}`, which
  names the field. What is no integer in a map of another language's object is a binary of just the
  size. The value of a per-CPU map is a list with one such value for
  each possible CPU, in the order of the CPUs' numbers.

  Access goes straight to the kernel, by the bpf(2) system call (BPF_MAP_LOOKUP_ELEM and the other commands of `enum bpf_cmd` in
  the kernel's include/uapi/linux/bpf.h), from the calling process. When the object is closed,
  everything answers `{:error, %Honey.Error{reason: :closed}}`, and enumerating raises it.

  Functions answer `{:error, error}` on failure, which breaks a pipeline, and is lost where nobody looks at it. Those with `!`,
  such as `to_list!/1` and `put!/3`, raise the `Honey.Error`: such as the one that a map by its owner's name is answered with
  while a supervisor starts the owner anew.

  `map[key]` and `get_in/2` read, since they call `fetch/2`, but they know no errors: where that answers one, they raise
  `TryClauseError`, whose message has it. So `get!/2` is better. `put_in/2`, `update_in/2` and `pop_in/1` raise `ArgumentError`: they are for data,
  of which they make a changed copy.

  ## Many elements at a time

  `to_list/1`, `keys/1`, `count/1`, `stream/1` and `Enum` read, `clear/1` and `take_all/1` empty, `put_many/2` and
  `Enum.into/2` fill a map by the batch operations of the kernel, many elements for each system call. Where
  it has none, as before Linux 5.6 or for some types of maps, they go from element to element.

  Programs may change the map meanwhile. Nothing is locked but a bucket of a hash for a moment, so no
  list is a snapshot of the whole map:

    * what is there all the time is seen, once
    * what is added or deleted meanwhile may or may not be seen, at most once
    * of a value that changes, one is seen that it had at some time meanwhile

  Each walk ends, however fast a map changes. Where the kernel goes from key to key - tries, hashes of network
  interfaces, any hash before Linux 5.6 - it begins anew when the key where it stands is deleted: then `stream/1` and
  `Enum` may show an element twice (lists do not), and a map that changes faster than it is read is an error, `:eagain`.
  """

  import Kernel, except: [max: 2]
  import Honey.Map.Raising

  alias Honey.{Codec, Error, LoaderNif, Object}
  alias Honey.Map.{Element, Inner, Kind, Many, Programs, Refusal, Storing}

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
  The type of a key or value: an integer, `:bool`, an enum, a string, an array, a struct, a tuple with the offsets of
  its elements, an address, a prefix, or a binary of so many bytes.
  """
  @type element :: atom() | tuple()

  @typedoc """
  A map. `name`, `type`, `key`, `value`, `max_entries`, `per_cpu` and `id`, the kernel's number of it, may be read; the
  other fields are Honey's own.
  """
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

  @typedoc "A term of the key's type: `{{10, 0, 0, 0}, 8}` for a prefix."
  @type key :: integer() | binary() | atom() | list() | tuple() | struct()
  @typedoc """
  A term of the value's type; of a per-CPU map a list with one for each possible CPU. A map of maps takes what the new map
  is to have, as a plain map, and gives a number.
  """
  @type value :: integer() | binary() | atom() | list() | tuple() | struct() | map()
  @typedoc "A map of an object, or `{name, key}`: the one under a key of a map of maps."
  @type name :: atom() | {atom(), key()}
  @typedoc "What the kernel or Honey refused; the error's step is `:map`, or that of finding the object."
  @type failure :: {:error, Error.t()}

  @typedoc """
  Whether `put` may create the key (`:any`), must (`:noexist`), or must not (`:exist`); also by the names that
  they have in programs.
  """
  @type flag :: :any | :noexist | :exist | :bpf_any | :bpf_noexist | :bpf_exist

  @integers [:u8, :u16, :u32, :u64, :s8, :s16, :s32, :s64]

  @doc """
  The value of a key, or nil where the map does not have it. Of a map of maps that is a map, for which the
  functions here are.

  The value of a per-CPU map is a list, one value for each possible CPU.

      Honey.Map.get(map, 42)   #=> 1_204_377
      Honey.Map.get(map, 43)   #=> nil

  A value may look like an error, where its type is such as `{{:enum, [:ok, :error]}, :u64}`: `{:error, 7}`. In an error there is
  a `Honey.Error`, which no value has; `fetch/2` tells them apart by itself, `{:ok, {:error, 7}}`, and so does `get!/2`.
  """
  @spec get(t(), key()) :: value() | nil | failure()
  def get(%__MODULE__{} = map, key) do
    case read(map, key, :get) do
      {:ok, value} -> value
      :absent -> nil
      {:error, reason} -> failure(map, reason, :get, key, nil)
    end
  end

  @doc """
  As `get/2`, of a map by its object and its name.

      Honey.Map.get(monitor, :user_time, 42)
      Honey.Map.get(monitor, {:by_cpu, 0}, 42)   # of the map that :by_cpu, a map of maps, has under 0
  """
  @spec get(Object.source(), name(), key()) :: value() | nil | failure()
  def get(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: get(map, key)
  end

  @doc """
  As `get/2`, but tells a missing key (`:error`) from a value: `{:ok, value}`.

      case Honey.Map.fetch(map, 42) do
        {:ok, ns} -> ns
        :error -> 0
        {:error, %Honey.Error{} = error} -> raise error
      end
  """
  @spec fetch(t(), key()) :: {:ok, value()} | :error | failure()
  def fetch(%__MODULE__{} = map, key) do
    case read(map, key, :get) do
      {:ok, value} -> {:ok, value}
      :absent -> :error
      {:error, reason} -> failure(map, reason, :get, key, nil)
    end
  end

  @doc """
  As `fetch/2`, of a map by its object and its name.

      {:ok, ns} = Honey.Map.fetch(monitor, :user_time, 42)
  """
  @spec fetch(Object.source(), name(), key()) :: {:ok, value()} | :error | failure()
  def fetch(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: fetch(map, key)
  end

  @doc """
  The value of a key; raises `KeyError` where the map does not have it, else `Honey.Error`.

      Honey.Map.fetch!(map, 42)
  """
  @spec fetch!(t(), key()) :: value()
  def fetch!(%__MODULE__{} = map, key) do
    case fetch(map, key) do
      {:ok, value} -> value
      :error -> raise KeyError, key: key, term: map
      {:error, error} -> raise error
    end
  end

  @doc """
  As `fetch!/2`, of a map by its object and its name. Raises `Honey.Error` where there is no such map.

      Honey.Map.fetch!(monitor, :user_time, 42)
  """
  @spec fetch!(Object.source(), name(), key()) :: value()
  def fetch!(object, name, key) do
    case Object.fetch_map(object, name) do
      {:ok, map} -> fetch!(map, key)
      {:error, error} -> raise error
    end
  end

  @doc """
  Sets the value of a key. Of a `:bpf_prog_array` that is the name of a program of the object; of a map of maps
  it is what a new map has, `%{1 => 2}`, or `[1, 2]` of a queue or a stack, which then is under the key.

  The flag `:noexist` refuses a key that is there (`reason: :eexist`), `:exist` one that is not
  (`:enoent`). A full hash map answers `:e2big`, as does an index beyond an array; an LRU map makes
  room by dropping what was used least.

  A key or value that does not fit its type is refused with reason `:type`, `:range` or `:size`, and the field's name.

  Of a map of maps it takes some 5 to 25 ms, because the kernel waits until no program uses the map that was under the key.
  Where the kernel may wait, the call runs on a dirty scheduler.

      Honey.Map.put(map, 42, 0)
      Honey.Map.put(stages, 0, :parse)            # a program of the object, into a :bpf_prog_array
      Honey.Map.put(by_cpu, 3, %{42 => 0})        # a new map, into a map of maps
  """
  @spec put(t(), key(), value()) :: :ok | failure()
  def put(%__MODULE__{} = map, key, value), do: put(map, key, value, :any)

  @doc """
  As `put/3`, with a flag, or of a map by its object and its name.

      Honey.Map.put(map, 42, 0, :noexist)
      Honey.Map.put(monitor, :user_time, 42, 0)
  """
  @spec put(t(), key(), value(), flag()) :: :ok | failure()
  @spec put(Object.source(), name(), key(), value()) :: :ok | failure()
  def put(%__MODULE__{} = map, key, value, flag) do
    with :ok <- allow(map, :put),
         {:ok, key_term} <- Element.encode_key(map, key),
         :ok <- Storing.put(map, key_term, value, Storing.flag_bits(flag)) do
      :ok
    else
      {:error, %Error{} = error} -> {:error, error}
      {:error, reason} -> failure(map, reason, {:put, flag}, key, value)
    end
  end

  def put(object, name, key, value), do: put(object, name, key, value, :any)

  @doc """
  As `put/4`, of a map by its object and its name.

      Honey.Map.put(monitor, :user_time, 42, 0, :noexist)
  """
  @spec put(Object.source(), name(), key(), value(), flag()) :: :ok | failure()
  def put(object, name, key, value, flag) do
    with {:ok, map} <- Object.fetch_map(object, name), do: put(map, key, value, flag)
  end

  @doc """
  Puts many pairs, in order: a list, a map, or whatever else can be enumerated.

  The first that is refused ends it, with the error that names it; those before it have been put. What
  programs see meanwhile are single elements, each of them whole. `Enum.into(pairs, map)` does the same, and raises the error.

      Honey.Map.put_many(map, %{80 => 1_000, 443 => 5_000})

  From Linux 5.6 on, many elements are put for each system call, where there is no flag.
  """
  @spec put_many(t(), Enumerable.t()) :: :ok | failure()
  def put_many(%__MODULE__{} = map, pairs), do: put_many(map, pairs, :any)

  @doc """
  As `put_many/2`, with a flag, or of a map by its object and its name.

      Honey.Map.put_many(map, pairs, :noexist)
      Honey.Map.put_many(monitor, :limits, %{80 => 1_000, 443 => 5_000})
  """
  @spec put_many(t(), Enumerable.t(), flag()) :: :ok | failure()
  @spec put_many(Object.source(), name(), Enumerable.t()) :: :ok | failure()
  def put_many(%__MODULE__{} = map, pairs, flag),
    do: Many.put(map, pairs, flag, Storing.flag_bits(flag))

  def put_many(object, name, pairs), do: put_many(object, name, pairs, :any)

  @doc """
  As `put_many/3`, of a map by its object and its name.

      Honey.Map.put_many(monitor, :limits, pairs, :exist)
  """
  @spec put_many(Object.source(), name(), Enumerable.t(), flag()) :: :ok | failure()
  def put_many(object, name, pairs, flag) do
    with {:ok, map} <- Object.fetch_map(object, name), do: put_many(map, pairs, flag)
  end

  @doc """
  Removes a key. As with `Map.delete/2`, it need not be there.

  The elements of arrays cannot be deleted: `reason: :einval`.

  Of a map of maps, and of a program array, it takes some 5 to 25 ms, because the kernel waits until no program uses the map, or
  the program, that was there. It runs on a dirty scheduler then.

      Honey.Map.delete(map, 42)
  """
  @spec delete(t(), key()) :: :ok | failure()
  def delete(%__MODULE__{} = map, key) do
    with :ok <- allow(map, :delete),
         {:ok, key} <- Element.encode_key(map, key),
         :ok <- LoaderNif.map_delete(map.ref, key) do
      :ok
    else
      {:error, {:enoent, _, _}} -> :ok
      {:error, reason} -> failure(map, reason, :delete, key, nil)
    end
  end

  @doc """
  As `delete/2`, of a map by its object and its name.

      Honey.Map.delete(monitor, :user_time, 42)
  """
  @spec delete(Object.source(), name(), key()) :: :ok | failure()
  def delete(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: delete(map, key)
  end

  @doc """
  Removes a key, and returns the value that it had; nil where it was not there.

      Honey.Map.take(sessions, 42)

  In hashes that is one step from Linux 5.14 on: of several that take a key, one gets the value. With older kernels
  and other maps it is a lookup and a deletion, and what is written between them is lost.

  A program that has looked the key up just before, and adds to the value where it lies, may write to memory that has been
  freed, or reused for another key: so it is with each deletion. Counts that must be exact are read and
  compared with those of the last time, not taken.
  """
  @spec take(t(), key()) :: value() | nil | failure()
  def take(%__MODULE__{inner: %Inner{}} = map, key) do
    # Opened while it is there: a map without a holder would be gone.
    with %__MODULE__{} = inner <- get(map, key), :ok <- delete(map, key), do: inner
  end

  def take(%__MODULE__{} = map, key) do
    with :ok <- allow(map, :delete),
         :ok <- allow(map, :get),
         {:ok, encoded} <- Element.encode_key(map, key),
         {:ok, value} <- LoaderNif.map_take(map.ref, encoded),
         {:ok, value} <- Element.found(map, value) do
      value
    else
      :absent -> nil
      {:error, reason} -> failure(map, reason, :delete, key, nil)
    end
  end

  @doc """
  As `take/2`, of a map by its object and its name.

      Honey.Map.take(monitor, :sessions, 42)
  """
  @spec take(Object.source(), name(), key()) :: value() | nil | failure()
  def take(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: take(map, key)
  end

  @doc """
  Takes everything out of the map: the pairs that were there, as `to_list/1` gives them.

  From a hash, each element is taken in one step (Linux 5.6): what programs put meanwhile is taken now or the next
  time, and once. In other maps, and before Linux 5.6, it is `take/2` of each key, with what that says.
  Arrays answer `reason: :einval`: their elements cannot be removed. When the object is closed meanwhile, the
  elements already taken are lost; only the error is returned.

      Honey.Map.take_all(written)   #=> [{42, 4096}]
  """
  @spec take_all(t()) :: [{key(), value()}] | failure()
  def take_all(%__MODULE__{inner: %Inner{}} = map) do
    with :ok <- check(map, :delete), keys when is_list(keys) <- keys(map) do
      take_each(map, keys, [])
    end
  end

  def take_all(%__MODULE__{} = map),
    do: with(:ok <- check(map, :delete), do: Many.list(map, :taken))

  defp take_each(_map, [], taken), do: Enum.reverse(taken)

  defp take_each(map, [key | keys], taken) do
    case take(map, key) do
      %__MODULE__{} = inner -> take_each(map, keys, [{key, inner} | taken])
      nil -> take_each(map, keys, taken)
      {:error, error} -> {:error, error}
    end
  end

  @doc """
  As `take_all/1`, of a map by its object and its name.

      Honey.Map.take_all(monitor, :written)
  """
  @spec take_all(Object.source(), name()) :: [{key(), value()}] | failure()
  def take_all(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: take_all(map)
  end

  @doc """
  Empties the map. The elements of an array, which cannot be removed, become zeros; of a queue or a stack all values
  are popped.

  What is there when it begins is removed; what programs put there meanwhile may stay.

      Honey.Map.clear(map)
  """
  @spec clear(t()) :: :ok | failure()
  def clear(%__MODULE__{} = map), do: Many.clear(map)

  @doc """
  As `clear/1`, of a map by its object and its name.

      Honey.Map.clear(monitor, :user_time)
  """
  @spec clear(Object.source(), name()) :: :ok | failure()
  def clear(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: clear(map)
  end

  @doc """
  Puts a value into a queue, a stack, a bloom filter or a user ring buffer.

  A full queue or stack answers `reason: :e2big`; with the flag `:exist` it drops its oldest value. A user
  ring buffer answers `:enospc` while programs have not drained what is there. Any process of this VM may push to it, and so may
  several objects that have it pinned; the kernel wants that no other VM, or program, does at the same time.

  Queues and stacks: kernel 4.20; bloom filters 5.16; user ring buffers 6.1.

      Honey.Map.push(jobs, 7)
  """
  @spec push(t(), value()) :: :ok | failure()
  def push(%__MODULE__{} = map, value), do: push(map, value, :any)

  @doc """
  As `push/2`, with a flag, or of a map by its object and its name.

      Honey.Map.push(jobs, 7, :exist)
      Honey.Map.push(monitor, :jobs, 7)
  """
  @spec push(t(), value(), flag()) :: :ok | failure()
  @spec push(Object.source(), name(), value()) :: :ok | failure()
  def push(%__MODULE__{} = map, value, flag) do
    with :ok <- allow(map, :push),
         {:ok, term} <- Element.encode_value(map, value),
         :ok <- Storing.append(map, term, Storing.flag_bits(flag)) do
      :ok
    else
      {:error, reason} -> failure(map, reason, {:push, flag}, nil, value)
    end
  end

  def push(object, name, value), do: push(object, name, value, :any)

  @doc """
  As `push/3`, of a map by its object and its name.

      Honey.Map.push(monitor, :jobs, 7, :exist)
  """
  @spec push(Object.source(), name(), value(), flag()) :: :ok | failure()
  def push(object, name, value, flag) do
    with {:ok, map} <- Object.fetch_map(object, name), do: push(map, value, flag)
  end

  @doc """
  Takes the next value out of a queue (its oldest) or a stack (its newest); nil when it is empty.

      Honey.Map.pop(jobs)   #=> 7
      Honey.Map.pop(jobs)   #=> nil
  """
  @spec pop(t()) :: value() | nil | failure()
  def pop(%__MODULE__{} = map), do: next_value(map, :pop, &LoaderNif.map_pop/1)

  @doc """
  As `pop/1`, of a map by its object and its name.

      Honey.Map.pop(monitor, :jobs)
  """
  @spec pop(Object.source(), name()) :: value() | nil | failure()
  def pop(%__MODULE__{} = map, _key), do: no_copy!(map)

  def pop(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: pop(map)
  end

  @doc false
  # With `pop/2` what `put_in/2` and its like call.
  @spec get_and_update(t(), key(), function()) :: no_return()
  def get_and_update(%__MODULE__{} = map, _key, _function), do: no_copy!(map)

  @spec no_copy!(t()) :: no_return()
  defp no_copy!(map) do
    raise ArgumentError,
          "of `#{map.name}` there is no changed copy, as `put_in`, `update_in` and `pop_in` make one: a map of the kernel is " <>
            "changed where it is, by Honey.Map.put/3, update/4 and take/2"
  end

  @doc """
  The value that `pop/1` would take out, which stays; nil when the map is empty.

      Honey.Map.peek(jobs)   #=> 7
  """
  @spec peek(t()) :: value() | nil | failure()
  def peek(%__MODULE__{} = map), do: next_value(map, :peek, &LoaderNif.map_get(&1, nil))

  @doc """
  As `peek/1`, of a map by its object and its name.

      Honey.Map.peek(monitor, :jobs)
  """
  @spec peek(Object.source(), name()) :: value() | nil | failure()
  def peek(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: peek(map)
  end

  defp next_value(map, operation, function) do
    with :ok <- allow(map, operation), {:ok, value} <- function.(map.ref) do
      value
    else
      :absent -> nil
      {:error, reason} -> failure(map, reason, operation, nil, nil)
    end
  end

  @doc """
  Whether a bloom filter may have the value: false is sure, true is not. Kernel 5.16 and later.

      Honey.Map.push(seen, 4711)
      Honey.Map.member?(seen, 4711)   #=> true
  """
  @spec member?(t(), value()) :: boolean() | failure()
  def member?(%__MODULE__{} = map, value) do
    with :ok <- allow(map, :member),
         {:ok, term} <- Element.encode_value(map, value),
         answer when is_boolean(answer) <- LoaderNif.map_member(map.ref, term) do
      answer
    else
      {:error, reason} -> failure(map, reason, :member, nil, value)
    end
  end

  @doc """
  As `member?/2`, of a map by its object and its name.

      Honey.Map.member?(monitor, :seen, 4711)
  """
  @spec member?(Object.source(), name(), value()) :: boolean() | failure()
  def member?(object, name, value) do
    with {:ok, map} <- Object.fetch_map(object, name), do: member?(map, value)
  end

  @doc """
  Puts what the function makes of a key's value, or the initial value where the key is missing.

  This is a read and a write, and not atomic: what a program or another process writes between them is lost. Where
  programs count, let them (`Honey.KernelMap.update/4` is atomic where it can be), and read, or use `take/2`.

      Honey.Map.update(limits, 443, 1_000, &(&1 * 2))
  """
  @spec update(t(), key(), value(), (value() -> value())) :: :ok | failure()
  def update(%__MODULE__{} = map, key, initial, function) when is_function(function, 1) do
    case fetch(map, key) do
      {:ok, value} -> put(map, key, function.(value))
      :error -> put(map, key, initial)
      {:error, error} -> {:error, error}
    end
  end

  @doc """
  As `update/4`, of a map by its object and its name.

      Honey.Map.update(monitor, :limits, 443, 1_000, &(&1 * 2))
  """
  @spec update(Object.source(), name(), key(), value(), (value() -> value())) :: :ok | failure()
  def update(object, name, key, initial, function) do
    with {:ok, map} <- Object.fetch_map(object, name), do: update(map, key, initial, function)
  end

  @doc """
  All `{key, value}` pairs, in no particular order; of an array one for each index, in order.

      Honey.Map.to_list(map)   #=> [{42, 1_204_377}, {7, 88_120}]
  """
  @spec to_list(t()) :: [{key(), value()}] | failure()
  def to_list(%__MODULE__{} = map), do: Many.list(map, :pairs)

  @doc """
  As `to_list/1`, of a map by its object and its name.

      Honey.Map.to_list(monitor, :user_time)
  """
  @spec to_list(Object.source(), name()) :: [{key(), value()}] | failure()
  def to_list(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: to_list(map)
  end

  @doc """
  All keys, in no particular order; of an array its indices.

      Honey.Map.keys(map)   #=> [42, 7]
  """
  @spec keys(t()) :: [key()] | failure()
  def keys(%__MODULE__{} = map), do: Many.list(map, :keys)

  @doc """
  As `keys/1`, of a map by its object and its name.

      Honey.Map.keys(monitor, :user_time)
  """
  @spec keys(Object.source(), name()) :: [key()] | failure()
  def keys(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: keys(map)
  end

  @doc """
  How many keys the map has. The kernel keeps no count: this reads them all.

      Honey.Map.count(map)   #=> 2
  """
  @spec count(t()) :: non_neg_integer() | failure()
  def count(%__MODULE__{} = map), do: Many.count(map)

  @doc """
  As `count/1`, of a map by its object and its name.

      Honey.Map.count(monitor, :user_time)
  """
  @spec count(Object.source(), name()) :: non_neg_integer() | failure()
  def count(object, name) do
    with {:ok, map} <- Object.fetch_map(object, name), do: count(map)
  end

  @doc """
  The pairs as a lazy stream that holds some 4,096 of them at a time, or 4 MiB, for maps that are too large for a list.

  Raises `Honey.Error` where there is no such map, as `Enum` could not tell an error from elements; enumerating it
  does, when the object is closed meanwhile.

      map |> Honey.Map.stream() |> Stream.filter(fn {_, ns} -> ns > 1_000_000 end) |> Enum.count()
  """
  @spec stream(t()) :: Enumerable.t()
  def stream(%__MODULE__{} = map), do: Many.stream(map)

  @doc """
  As `stream/1`, of a map by its object and its name.

      monitor |> Honey.Map.stream(:user_time) |> Enum.max_by(&elem(&1, 1))
  """
  @spec stream(Object.source(), name()) :: Enumerable.t()
  def stream(object, name) do
    case Object.fetch_map(object, name) do
      {:ok, map} -> stream(map)
      {:error, error} -> raise error
    end
  end

  @doc """
  The values of all CPUs for a key, added up; nil where the map does not have it.

  For the integers of a per-CPU map. The whole of one:
  `for {key, values} <- map, do: {key, Enum.sum(values)}`.

  Other maps, and other values, are refused with `reason: :unsupported`.

      Honey.Map.get(packets, 443)   #=> [120, 4]
      Honey.Map.sum(packets, 443)   #=> 124
  """
  @spec sum(t(), key()) :: integer() | nil | failure()
  def sum(%__MODULE__{} = map, key), do: of_cpus(map, key, :sum, &Enum.sum/1)

  @doc """
  As `sum/2`, of a map by its object and its name.

      Honey.Map.sum(monitor, :packets, 443)
  """
  @spec sum(Object.source(), name(), key()) :: integer() | nil | failure()
  def sum(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: sum(map, key)
  end

  @doc """
  The greatest of the values that the CPUs have for a key, as `sum/2`.

      Honey.Map.max(latency, 443)   #=> 1_203
  """
  @spec max(t(), key()) :: integer() | nil | failure()
  def max(%__MODULE__{} = map, key), do: of_cpus(map, key, :max, &Enum.max/1)

  @doc """
  As `max/2`, of a map by its object and its name.

      Honey.Map.max(monitor, :latency, 443)
  """
  @spec max(Object.source(), name(), key()) :: integer() | nil | failure()
  def max(object, name, key) do
    with {:ok, map} <- Object.fetch_map(object, name), do: max(map, key)
  end

  @doc """
  One value of those that the CPUs have for a key: the function makes one of two, in the order of the CPUs.

  For values of any type of a per-CPU map; nil where the map does not have the key.

      Honey.Map.merge(latency, 443, fn a, b ->
        %Latency{count: a.count + b.count, worst: max(a.worst, b.worst)}
      end)
  """
  @spec merge(t(), key(), (value(), value() -> value())) :: value() | nil | failure()
  def merge(%__MODULE__{} = map, key, function) when is_function(function, 2),
    do: of_cpus(map, key, :merge, &Enum.reduce(&1, fn value, acc -> function.(acc, value) end))

  @doc """
  As `merge/3`, of a map by its object and its name.

      Honey.Map.merge(monitor, :latency, 443, fn a, b ->
        %Latency{count: a.count + b.count, worst: max(a.worst, b.worst)}
      end)
  """
  @spec merge(Object.source(), name(), key(), (value(), value() -> value())) ::
          value() | nil | failure()
  def merge(object, name, key, function) do
    with {:ok, map} <- Object.fetch_map(object, name), do: merge(map, key, function)
  end

  # A put with a flag is asked whether it could be done: its answer is looked at.
  raising get(key()) :: value() | nil, "sessions, 42"
  raising put(key(), value()) :: :ok, "limits, 443, 1_000"
  raising put_many(Enumerable.t()) :: :ok, "limits, [{80, 500}, {443, 1_000}]"
  raising delete(key()) :: :ok, "limits, 443"
  raising take(key()) :: value() | nil, "sessions, 42"
  raising take_all() :: [{key(), value()}], "sessions"
  raising clear() :: :ok, "sessions"
  raising push(value()) :: :ok, "jobs, 4_711"
  raising pop() :: value() | nil, "jobs"
  raising peek() :: value() | nil, "jobs"
  raising update(key(), value(), (value() -> value())) :: :ok, "limits, 443, 1_000, &(&1 * 2)"
  raising to_list() :: [{key(), value()}], "sessions"
  raising keys() :: [key()], "sessions"
  raising count() :: non_neg_integer(), "sessions"
  raising sum(key()) :: integer() | nil, "packets, 443"
  raising max(key()) :: integer() | nil, "latency, 443"
  raising merge(key(), (value(), value() -> value())) :: value() | nil, "latency, 443, &max/2"

  defp of_cpus(%{per_cpu: true} = map, key, operation, function)
       when operation == :merge or map.value in @integers do
    with values when is_list(values) <- get(map, key), do: function.(values)
  end

  defp of_cpus(map, key, operation, _function),
    do: failure(map, {:not_of_cpus, operation}, :get, key, nil)

  defp allow(map, operation),
    do: if(Kind.user?(map.type, operation), do: :ok, else: {:error, :unsupported})

  defp check(map, operation) do
    with {:error, reason} <- allow(map, operation), do: failure(map, reason, operation, nil, nil)
  end

  defp read(map, key, operation) do
    with :ok <- allow(map, operation),
         {:ok, key} <- Element.encode_key(map, key),
         {:ok, value} <- LoaderNif.map_get(map.ref, key),
         do: Element.found(map, value)
  end

  @doc false
  # The map under a key of a map of maps: what `{name, key}` means in place of a map's name.
  @spec fetch_inner(t(), key()) :: {:ok, t()} | failure()
  def fetch_inner(%__MODULE__{inner: %Inner{}} = map, key) do
    with :absent <- found_or_absent(fetch(map, key)) do
      cause = "it has no map under the key #{inspect(key)}"

      {:error,
       Error.new(step: :map, reason: :enoent, code: :key_missing, map: map.name, cause: cause)}
    end
  end

  def fetch_inner(map, _key) do
    cause = "its values are no maps"
    {:error, Error.new(step: :map, reason: :unsupported, map: map.name, cause: cause)}
  end

  defp found_or_absent(:error), do: :absent
  defp found_or_absent(answer), do: answer

  defp failure(map, reason, operation, key, value),
    do: {:error, Refusal.error(map, reason, operation, key, value)}
end
