defmodule Honey.LoaderNif do
  @moduledoc false
  # The loader's C, function by function; `Honey` and `Honey.Map` are what people call.
  #
  # Loading this module always succeeds. Where the library cannot be loaded, the reason is kept and
  # every function raises it, so that a machine which only compiles needs no libbpf.
  #
  # Answers of the functions: `:ok`, `{:ok, _}`, or `{:error, reason}` with the reason `:closed`,
  # `{:key | :value, :type | :range | :size}`, or `{errno, words, log}`.

  @on_load :init

  @type object :: reference()
  @type link :: reference()
  @type map_ref :: reference()
  @type ring :: reference()
  @type reason ::
          :closed
          | {:key | :value, :type | :range | :size}
          | {errno :: atom(), words :: binary(), log :: binary()}
  @type failure :: {:error, reason()}
  @type scalar :: :raw | :u8 | :u16 | :u32 | :u64 | :s8 | :s16 | :s32 | :s64
  @type element :: scalar() | Honey.Codec.t()
  @type map_row ::
          {name :: binary(), type :: binary() | nil, key_size :: non_neg_integer(),
           value_size :: non_neg_integer(), max_entries :: non_neg_integer(), scalar(), scalar(),
           id :: non_neg_integer(), internal? :: boolean()}
  @type program_row ::
          {name :: binary(), section :: binary(), type :: binary() | nil, id :: non_neg_integer(),
           instructions :: non_neg_integer()}

  @doc false
  @spec init() :: :ok
  def init do
    :persistent_term.erase({__MODULE__, :refusal})

    case load() do
      :ok -> :ok
      {:error, refusal} -> :persistent_term.put({__MODULE__, :refusal}, refusal)
    end
  end

  @doc "`:ok`, or why the library is not loaded."
  @spec ready() :: :ok | {:error, Honey.Error.t()}
  def ready do
    case :persistent_term.get({__MODULE__, :refusal}, nil) do
      nil -> :ok
      refusal -> {:error, error(refusal)}
    end
  end

  @doc "Where the library is looked for, without the `.so`."
  @spec path() :: {:ok, Path.t()} | {:error, :bad_name}
  def path do
    otp = :erlang.system_info(:otp_release)
    target = :erlang.system_info(:system_architecture)

    case :code.priv_dir(:honey) do
      {:error, :bad_name} -> {:error, :bad_name}
      directory -> {:ok, Path.join(directory, "honey_loader-#{otp}-#{target}")}
    end
  end

  defp load do
    with {:ok, path} <- path(),
         true <- File.exists?(path <> ".so") || {:error, {:missing, path}},
         :ok <- :erlang.load_nif(String.to_charlist(path), 0) do
      :ok
    else
      {:error, {:missing, path}} -> {:error, {:missing, path <> ".so"}}
      {:error, {kind, text}} -> {:error, {kind, List.to_string(text)}}
      {:error, :bad_name} -> {:error, :no_priv}
    end
  end

  defp error(refusal) do
    {message, hint} = explain(refusal)
    Honey.Error.new(step: :nif, reason: :nif_not_loaded, cause: message, hint: hint)
  end

  defp explain(:no_priv) do
    {"the application `:honey` is not on the code path, so its libraries cannot be found",
     "start Elixir with mix, or add the directory `honey/ebin` with `-pa`"}
  end

  defp explain({:missing, path}) do
    otherwise =
      "install libbpf-dev (apt-get install libbpf-dev), then build it with `mix compile --force`"

    {"there is no #{path}", Honey.Release.remedy(:loader, otherwise)}
  end

  defp explain({_kind, text}) do
    if text =~ "libbpf" do
      {text, "install libbpf (apt-get install libbpf1)"}
    else
      otherwise = "build it again for this Erlang: `mix clean`, then `mix compile`"
      {text, Honey.Release.remedy(:loader, otherwise)}
    end
  end

  defp refuse do
    case ready() do
      {:error, error} -> raise error
      :ok -> :erlang.nif_error(:not_loaded)
    end
  end

  @spec object_open(elf :: binary(), name :: binary()) ::
          {:ok, object()} | {:error, {:btf, words :: binary()}} | failure()
  def object_open(_elf, _name), do: refuse()

  @doc "The names that the ELF has, before the object is loaded."
  @spec object_names(object()) ::
          {:ok, [{:program | :section | :map, name :: binary()}]} | failure()
  def object_names(_object), do: refuse()

  @typedoc "In what two definitions of a map differ: what the object wants, and what is there."
  @type difference ::
          {:type | :key_size | :value_size | :max_entries | :flags | :extra,
           wanted :: non_neg_integer(), found :: non_neg_integer()}

  @doc """
  Before an object is loaded: a map of it is to be one of another object, which is loaded. Both have
  it then, as long as each is open. `".data"` is the map of live variables.
  """
  @spec object_reuse(object(), name :: binary(), source :: object(), source_name :: binary()) ::
          :ok | {:error, {:differs, [difference()]}} | failure()
  def object_reuse(_object, _name, _source, _source_name), do: refuse()

  @doc """
  An object takes another one's place: when that is closed, handles of these maps, which both have, work
  on the successor's.
  """
  @spec object_succeed(object(), successor :: object(), maps :: [binary()]) :: :ok | failure()
  def object_succeed(_object, _successor, _maps), do: refuse()

  @doc """
  Returns when no program runs any more that was replaced or detached before, of this object and others. Test runs
  of this object's programs are waited for, and answer `{:error, :closed}` from then on.
  """
  @spec await_programs(object()) :: :ok
  def await_programs(_object), do: refuse()

  @doc "Whether the caller is the object's owner."
  @spec object_owned(object()) :: boolean()
  def object_owned(_object), do: refuse()

  @spec object_load(object()) :: :ok | failure()
  def object_load(_object), do: refuse()

  @spec object_close(object()) :: :ok
  def object_close(_object), do: refuse()

  @spec object_alive(object()) :: :ok | failure()
  def object_alive(_object), do: refuse()

  @doc "Makes another process the owner, if the caller is it."
  @spec object_give(object(), pid()) :: :ok | failure()
  def object_give(_object, _pid), do: refuse()

  @spec object_detach(object()) :: :ok
  def object_detach(_object), do: refuse()

  @spec object_maps(object()) :: {:ok, [map_row()]} | failure()
  def object_maps(_object), do: refuse()

  @spec object_programs(object()) :: {:ok, [program_row()]} | failure()
  def object_programs(_object), do: refuse()

  @spec object_raised(object()) :: {:ok, [non_neg_integer()]} | failure()
  def object_raised(_object), do: refuse()

  @spec object_lost(object()) :: {:ok, [non_neg_integer()]} | failure()
  def object_lost(_object), do: refuse()

  @doc """
  Attaches to what the section names; by a stub, where that suits the program, so that it can be
  replaced in one step. Where a link is pinned under the path, the program takes its place.
  """
  @spec program_attach(
          object(),
          program :: binary(),
          by_stub? :: boolean(),
          pin :: binary() | nil
        ) ::
          {:ok, link(), :new | :adopted} | failure()
  def program_attach(_object, _program, _by_stub?, _pin), do: refuse()

  @doc "Attaches an XDP program to a network interface."
  @spec program_attach_xdp(
          object(),
          program :: binary(),
          interface :: binary(),
          mode :: :auto | :native | :generic,
          pin :: binary() | nil
        ) :: {:ok, link(), :new | :adopted} | failure()
  def program_attach_xdp(_object, _program, _interface, _mode, _pin), do: refuse()

  @spec program_attached(object(), program :: binary()) :: boolean() | {:error, :closed}
  def program_attached(_object, _program), do: refuse()

  @spec program_test_run(object(), binary(), binary(), binary(), non_neg_integer()) ::
          {:ok, {integer(), data :: binary(), context :: binary(), nanoseconds :: integer()}}
          | failure()
  def program_test_run(_object, _program, _data, _context, _repeat), do: refuse()

  @doc """
  Has a program take the place of the link's, which then means the new link: by the kernel's update of
  the link, by the slot of its stub, or attached before the other one was detached.
  """
  @spec link_replace(link(), object(), program :: binary()) ::
          {:ok, link(), :update | :slot | :overlap} | failure()
  def link_replace(_link, _object, _program), do: refuse()

  @doc "Gives a link that is pinned, or is to be, another name."
  @spec link_rename(link(), path :: binary()) :: :ok | failure()
  def link_rename(_link, _path), do: refuse()

  @doc """
  The links that are attached, with their programs, and the interfaces of those of XDP, in the order in which they
  were.
  """
  @spec object_links(object()) ::
          {:ok, [{link(), program :: binary(), interface :: binary() | nil}]} | failure()
  def object_links(_object), do: refuse()

  @spec link_detach(link()) :: :ok
  def link_detach(_link), do: refuse()

  @doc "What it has is decoded by a codec; it is given as integers, or as bytes."
  @spec map_open(object(), name :: binary(), key :: element(), value :: element()) ::
          {:ok, map_ref()} | failure()
  def map_open(_object, _name, _key, _value), do: refuse()

  @spec map_pop(map_ref()) :: {:ok, term()} | :absent | failure()
  def map_pop(_map), do: refuse()

  @doc "Into a user ring buffer."
  @spec map_push_record(map_ref(), binary()) :: :ok | failure()
  def map_push_record(_map, _record), do: refuse()

  @spec map_member(map_ref(), value :: term()) :: boolean() | failure()
  def map_member(_map, _value), do: refuse()

  @spec map_get(map_ref(), key :: term()) :: {:ok, term()} | :absent | failure()
  def map_get(_map, _key), do: refuse()

  @spec map_put(map_ref(), key :: term(), value :: term(), flags :: non_neg_integer()) ::
          :ok | failure()
  def map_put(_map, _key, _value, _flags), do: refuse()

  @typedoc "Type, sizes of key and value, max_entries, flags, node: the kernel's numbers."
  @type template ::
          {non_neg_integer(), non_neg_integer(), non_neg_integer(), non_neg_integer(),
           non_neg_integer(), non_neg_integer()}

  @spec map_create(object(), template(), key :: element(), value :: element()) ::
          {:ok, map_ref()} | failure()
  def map_create(_object, _template, _key, _value), do: refuse()

  @spec map_open_id(outer :: map_ref(), non_neg_integer(), key :: element(), value :: element()) ::
          {:ok, map_ref()} | failure()
  def map_open_id(_outer, _id, _key, _value), do: refuse()

  @spec map_close(map_ref()) :: :ok
  def map_close(_map), do: refuse()

  @spec map_put_map(map_ref(), key :: term(), map_ref(), flags :: non_neg_integer()) ::
          :ok | failure()
  def map_put_map(_map, _key, _inner, _flags), do: refuse()

  @spec map_put_program(map_ref(), key :: term(), name :: binary(), flags :: non_neg_integer()) ::
          :ok | failure()
  def map_put_program(_map, _key, _name, _flags), do: refuse()

  @spec map_delete(map_ref(), key :: term()) :: :ok | failure()
  def map_delete(_map, _key), do: refuse()

  @doc "Looks up and deletes."
  @spec map_take(map_ref(), key :: term()) :: {:ok, term()} | :absent | failure()
  def map_take(_map, _key), do: refuse()

  @doc """
  The next elements of a walk, about as many as asked for, or as have so many bytes in the kernel, prepended to a
  list; `:taken` are pairs that the map then has no more. `:repeats`: some may be there twice.
  """
  @spec map_read(
          map_ref(),
          cursor :: nil | binary(),
          :pairs | :keys | :taken,
          elements :: pos_integer(),
          bytes :: non_neg_integer(),
          list()
        ) :: {:more, binary(), list()} | {:done, list(), :exact | :repeats} | failure()
  def map_read(_map, _cursor, _what, _elements, _bytes, _list), do: refuse()

  @spec map_count(map_ref()) :: {:ok, non_neg_integer(), :exact | :repeats} | failure()
  def map_count(_map), do: refuse()

  @spec map_clear(map_ref()) :: :ok | failure()
  def map_clear(_map), do: refuse()

  @doc "Puts pairs; `{put, failure}` where so many were put, and the next one was not."
  @spec map_put_many(map_ref(), [{term(), term()}], flags :: non_neg_integer()) ::
          :ok | {put :: non_neg_integer(), failure()}
  def map_put_many(_map, _pairs, _flags), do: refuse()

  @spec perf_open(object(), name :: binary(), bytes :: pos_integer()) :: :ok | failure()
  def perf_open(_object, _name, _bytes), do: refuse()

  @doc "The buffers go over to an object that has the map, too."
  @spec perf_move(object(), to :: object(), name :: binary()) :: :ok | failure()
  def perf_move(_object, _to, _name), do: refuse()

  @spec ring_open(object(), name :: binary(), first_lost :: non_neg_integer(), [Honey.Codec.t()]) ::
          {:ok, ring()} | failure()
  def ring_open(_object, _name, _first_lost, _codecs), do: refuse()

  @doc """
  Sends `{:select, ring, ref, :ready_input}` to the caller once the object closes, or, if these are
  wanted, when there are records.
  """
  @spec ring_watch(ring(), reference(), records? :: boolean()) :: {:ok, reference()} | failure()
  def ring_watch(_ring, _ref, _records?), do: refuse()

  @doc "The next records, at most so many, and how many were lost so far; whether the object closes."
  @spec ring_drain(ring(), non_neg_integer()) ::
          {:ok, [struct() | binary()], count :: non_neg_integer(), lost :: non_neg_integer(),
           closing? :: boolean()}
          | failure()
  def ring_drain(_ring, _most), do: refuse()

  @spec ring_close(ring()) :: :ok
  def ring_close(_ring), do: refuse()

  @spec map_cpus() :: {:ok, pos_integer()} | failure()
  def map_cpus, do: refuse()

  @doc "Whether a path is in a BPF file system: `:exdev` where it is in another, `:enoent` where nothing is."
  @spec pin_check_place(binary()) :: :ok | failure()
  def pin_check_place(_path), do: refuse()

  @doc "The maps that the object itself says are pinned by their names, before it is loaded."
  @spec pin_wanted(object()) :: {:ok, [binary()]} | failure()
  def pin_wanted(_object), do: refuse()

  @typedoc "Of one size, but of other fields: the numbers mean nothing."
  @type layout_difference :: {:key_layout | :value_layout, 0, 0}

  @doc "Before an object is loaded: a map of it is to be the one that is pinned there, if one is."
  @spec pin_adopt(object(), map :: binary(), path :: binary()) ::
          :ok
          | :absent
          | {:error, {:differs, [difference()] | [layout_difference()]}}
          | failure()
  def pin_adopt(_object, _map, _path), do: refuse()

  @doc "Pins these maps of a loaded object, and its links that are to be: all or nothing."
  @spec pin_commit(object(), directory :: binary(), [{map :: binary(), path :: binary()}]) ::
          :ok | failure()
  def pin_commit(_object, _directory, _maps), do: refuse()

  @spec pin_remove_links(object()) :: :ok | failure()
  def pin_remove_links(_object), do: refuse()

  @typedoc "A live one has a place, by which it is read and written."
  @type var_row ::
          {name :: binary(), live? :: boolean(), place :: non_neg_integer(),
           size :: pos_integer(), scalar(), initial :: binary()}

  @spec object_vars(object()) :: {:ok, [var_row()]} | failure()
  def object_vars(_object), do: refuse()

  @doc "Gives a variable its first value, before the object is loaded."
  @spec var_set(object(), name :: binary(), binary()) :: :ok | failure()
  def var_set(_object, _name, _bytes), do: refuse()

  @spec var_get(object(), place :: non_neg_integer(), size :: pos_integer()) ::
          {:ok, binary()} | failure()
  def var_get(_object, _place, _size), do: refuse()

  @spec var_put(object(), place :: non_neg_integer(), binary()) :: :ok | failure()
  def var_put(_object, _place, _bytes), do: refuse()

  @doc """
  Whether the running kernel lets programs of a type, by its number, and a license call a helper.

  `:gpl` is no, because of the license; `:sleeps`: only from programs that may sleep. An error is
  that the kernel takes no program of the type.
  """
  @spec helper_offered(pos_integer(), pos_integer(), binary()) ::
          {:ok, :offered | :absent | :gpl | :sleeps} | failure()
  def helper_offered(_type, _number, _license), do: refuse()

  @doc "Has the kernel count the runs of programs until the object is closed."
  @spec object_count_runs(reference()) :: :ok | {:error, reason()}
  def object_count_runs(_object), do: refuse()

  @doc """
  What the kernel counted of each program: its name, runs, nanoseconds, runs that were skipped,
  instructions verified, bytes of machine code, bytes of memory; and whether this object has it count.
  """
  @spec object_stats(reference()) :: {:ok, boolean(), [tuple()]} | {:error, reason()}
  def object_stats(_object), do: refuse()

  @doc "Whether the running kernel has a type of map, by its number; an error: libbpf cannot ask."
  @spec map_offered(pos_integer()) :: {:ok, :offered | :absent} | failure()
  def map_offered(_type), do: refuse()
end
