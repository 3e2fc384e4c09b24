defmodule Honey.Object do
  @moduledoc """
  A loaded BPF object: its programs and maps in the kernel, and what is known about them.

  `Honey.load/2` makes one. It is a plain struct that may be sent to other processes; all copies
  mean the same object. The object lives until its owner dies, the process that loaded it or was given it
  (`Honey.give_away/2`), or until `Honey.unload/1` is called, and no longer than the VM; only what is pinned stays. What the copies refer to after that
  answers `{:error, %Honey.Error{reason: :closed}}`, and so do copies in other VMs.

  Everything an object needs is in it: it never asks its module again, which may be recompiled or
  deleted meanwhile.

  Fields that may be read:

    * `:name`, `:module` (nil for an ELF that Honey did not compile), `:license`
    * `:programs` - a list of `%{name:, section:, elf_name:, type:, id:, instructions:}`, and `arity:` and
      `line:` for a module's; `:id` is the kernel's number, which `bpftool prog show id` takes
    * `:maps` - `t:Honey.Map.t/0` by name
    * `:rings` - `t:Honey.Events.Ring.t/0` by name: the rings of events, see `Honey.Events`
    * `:vars` - its variables, `t:Honey.Var.t/0` by name
    * `:types` - its struct types: name, size, alignment, and fields with offset, size and type
    * `:sites` - where the programs can raise, see `Honey.errors/1`

  So it is looked at:

      object = Honey.load!(Switches)
      [%{name: :on_switch, id: id}] = object.programs
      object.maps.count   #=> #Honey.Map<name: :count, type: :bpf_hash, key: :u32, value: :u64, max_entries: 10240, ...>

  Wherever an object is expected, the pid or the name of a process started by `Honey.start_link/2`
  will do.
  """

  alias Honey.{Error, LoaderNif, Owners, Pins, Telemetry}
  alias Honey.Object.Name
  alias Honey.Upgrade.Plan

  @derive {Inspect, only: [:name, :module]}
  @enforce_keys [:ref, :name]
  defstruct [
    :ref,
    :name,
    :module,
    :license,
    :origin,
    programs: [],
    maps: %{},
    rings: %{},
    vars: %{},
    types: [],
    sites: [],
    attach: [],
    pins: %Honey.Pins{}
  ]

  @typedoc "An object; the fields that are not described above are Honey's own."
  @type t :: %__MODULE__{
          ref: reference(),
          name: binary(),
          module: module() | nil,
          license: binary() | nil,
          programs: [program()],
          maps: %{atom() => Honey.Map.t()},
          rings: %{atom() => Honey.Events.Ring.t()},
          vars: %{atom() => Honey.Var.t()},
          types: list(),
          sites: [map()],
          attach: keyword(),
          pins: Honey.Pins.t(),
          origin: origin() | nil
        }

  @typedoc false
  # What an upgrade has to know of the version before, and of what its user asked for.
  @type origin :: %{
          maps: [map()],
          attach: keyword(),
          given: keyword(),
          pin: nil | boolean() | binary(),
          pin_links: boolean(),
          stats: boolean(),
          swap: :overlap | :tail_call,
          hot_swap: boolean(),
          on_change: Honey.Upgrade.on_change(),
          digest: binary() | nil
        }

  @typedoc "A program of an object; `type` is the kernel's name for its kind, `instructions` how many BPF instructions it has."
  @type program :: %{
          required(:name) => atom(),
          required(:elf_name) => binary(),
          required(:section) => binary(),
          required(:type) => binary() | nil,
          required(:id) => non_neg_integer(),
          required(:instructions) => non_neg_integer(),
          optional(:arity) => arity(),
          optional(:line) => pos_integer()
        }

  @typedoc "An object, or the process that owns it."
  @type source :: t() | pid() | atom() | {:global, term()} | {:via, module(), term()}

  @typedoc false
  # What an object is made from: the bytes, and what is known of them beforehand. `programs` and
  # `maps` are nil where only the ELF knows; `map_types` are then the caller's word on some of them.
  @type blueprint :: %{
          elf: binary(),
          name: binary(),
          module: module() | nil,
          license: binary() | nil,
          programs: [map()] | nil,
          maps: [map()] | nil,
          map_types: keyword(),
          # the module's, and what some of them are to be
          vars: [map()],
          given: keyword(),
          types: list(),
          sites: [map()],
          files: [binary()],
          attach: keyword(),
          stats: boolean(),
          pin: Honey.Pins.wish(),
          origin: origin()
        }

  @doc false
  # What of it is to be pinned is when the caller is sure of it: `Honey.Pins.commit/3`.
  @spec load(blueprint()) :: {:ok, t()} | {:error, Error.t()}
  def load(blueprint) do
    Telemetry.span([:load], %{object: blueprint.name, module: blueprint.module}, fn ->
      with {:ok, object, _plan} <- load(blueprint, fn _ref -> {:ok, Plan.none()} end),
           do: {:ok, object}
    end)
  end

  @doc false
  # `prepare` is called when the object is opened, and not loaded yet: it may be given maps then.
  @spec load(blueprint(), (reference() -> {:ok, Plan.t()} | {:error, Error.t()})) ::
          {:ok, t(), Plan.t()} | {:error, Error.t()}
  def load(blueprint, prepare) do
    with :ok <- LoaderNif.ready(),
         {:ok, vars} <- give_values(blueprint),
         {:ok, ref} <- open(blueprint) do
      close_unless_made(ref, fn ->
        with :ok <- check_names(ref, blueprint),
             {:ok, plan} <- prepare.(ref),
             {:ok, object} <- fill(ref, blueprint, vars, plan),
             do: {:ok, object, plan}
      end)
    end
  end

  # Nobody else knows of it yet: whatever is raised, it would stay as long as its owner.
  defp close_unless_made(ref, make) do
    with {:error, error} <- make.() do
      LoaderNif.object_close(ref)
      {:error, error}
    end
  catch
    kind, reason ->
      LoaderNif.object_close(ref)
      :erlang.raise(kind, reason, __STACKTRACE__)
  end

  defp check_names(ref, blueprint) do
    case LoaderNif.object_names(ref) do
      {:ok, names} -> Name.check_all(names)
      {:error, reason} -> {:error, Error.from_loader(:open, reason, context(blueprint))}
    end
  end

  defp open(blueprint) do
    case LoaderNif.object_open(blueprint.elf, blueprint.name) do
      {:ok, ref} -> {:ok, ref}
      {:error, {:btf, problem}} -> {:error, bad_btf(problem)}
      {:error, reason} -> {:error, Error.from_loader(:open, reason, context(blueprint))}
    end
  end

  defp bad_btf(problem) do
    hint = "the ELF is damaged, or its compiler errs: build it again, by `clang -target bpf -g`"
    Error.new(step: :open, reason: :btf, cause: "the ELF's .BTF #{problem}", hint: hint)
  end

  # The variables with their codecs and values, by the object's names; `bytes` of those that are
  # not what the object has.
  defp give_values(blueprint) do
    vars =
      Map.new(blueprint.vars, fn var ->
        codec = Honey.Codec.compile(var.type, blueprint.types)
        {var.name, Map.merge(var, %{codec: codec, value: var.default, bytes: nil})}
      end)

    Enum.reduce_while(blueprint.given, {:ok, vars}, fn {name, value}, {:ok, vars} ->
      with {:ok, var} <- fetch_named(vars, name),
           {:ok, bytes} <- Honey.Var.encode(name, var.codec, value) do
        {:cont, {:ok, %{vars | name => %{var | value: value, bytes: bytes}}}}
      else
        error -> {:halt, error}
      end
    end)
  end

  defp set_values(ref, vars) do
    Enum.reduce_while(vars, :ok, fn {_, var}, :ok ->
      case var.bytes && LoaderNif.var_set(ref, var.elf_name, var.bytes) do
        {:error, reason} -> {:halt, {:error, reason}}
        _ -> {:cont, :ok}
      end
    end)
  end

  defp place_vars(vars, rows) do
    offsets = for {name, true, offset, _size} <- rows, into: %{}, do: {name, offset}

    Map.new(vars, fn {name, var} ->
      fields = Map.take(var, [:name, :live, :codec, :value])
      {name, struct!(Honey.Var, Map.put(fields, :offset, offsets[var.elf_name]))}
    end)
  end

  defp fill(ref, blueprint, vars, plan) do
    with {:ok, pins} <- Pins.adopt(ref, blueprint),
         :ok <- set_values(ref, vars),
         :ok <- LoaderNif.object_load(ref),
         {:ok, program_rows} <- LoaderNif.object_programs(ref),
         {:ok, map_rows} <- LoaderNif.object_maps(ref),
         {rings, map_rows} = Enum.split_with(map_rows, &ring?(&1, blueprint.maps)),
         :ok <- open_buffers(ref, blueprint, rings, plan),
         :ok <- count_runs(ref, blueprint.stats),
         {:ok, var_rows} <- LoaderNif.object_vars(ref),
         programs = programs(blueprint.programs, program_rows),
         {:ok, maps} <- open_maps(ref, blueprint, map_rows, programs),
         :ok <- put_entries(blueprint, maps, pins, plan) do
      {:ok,
       %__MODULE__{
         ref: ref,
         name: blueprint.name,
         module: blueprint.module,
         license: blueprint.license,
         programs: programs,
         maps: maps,
         rings: rings(blueprint, rings),
         vars: place_vars(vars, var_rows),
         types: blueprint.types,
         sites: blueprint.sites,
         attach: blueprint.attach,
         pins: pins,
         origin: blueprint.origin
       }}
    else
      {:error, %Error{} = error} -> {:error, error}
      {:error, reason} -> {:error, Error.from_loader(:load, reason, context(blueprint))}
    end
  end

  defp count_runs(_ref, false), do: :ok

  defp count_runs(ref, true) do
    with {:error, reason} <- LoaderNif.object_count_runs(ref),
         do: {:error, Error.from_loader(:stats, reason)}
  end

  defp context(blueprint) do
    declared = (blueprint.programs || []) ++ (blueprint.maps || [])

    [
      names: Map.new(declared, &{&1.elf_name, &1.name}),
      sections: Map.new(blueprint.programs || [], &{&1.name, &1.section}),
      kinds: Map.new(blueprint.maps || [], &{&1.name, &1.type}),
      files: blueprint.files,
      elf: blueprint.elf,
      compiled: blueprint.module != nil
    ]
  end

  defp programs(nil, rows) do
    Enum.map(rows, fn row -> Map.put(program(row), :name, String.to_atom(elem(row, 0))) end)
  end

  defp programs(declared, rows) do
    rows = Map.new(rows, &{elem(&1, 0), program(&1)})
    Enum.map(declared, &Map.merge(Map.get(rows, &1.elf_name, %{type: nil, id: 0}), &1))
  end

  defp program({elf_name, section, type, id, instructions}) do
    %{elf_name: elf_name, section: section, type: type, id: id, instructions: instructions}
  end

  # Of a module, those that it declares: scratch memory is nobody's but the programs'.
  defp open_maps(ref, blueprint, rows, programs) do
    declared = Map.new(blueprint.maps || [], &{&1.elf_name, &1})
    known? = if blueprint.maps, do: &Map.has_key?(declared, &1), else: fn _ -> true end
    rows = for row <- rows, not elem(row, 8), known?.(elem(row, 0)), do: row

    Enum.reduce_while(rows, {:ok, %{}}, fn row, {:ok, maps} ->
      elf_name = elem(row, 0)
      given = declared[elf_name] || from_caller(elf_name, blueprint.map_types)

      case Honey.Map.Opening.open(ref, row, given, blueprint.types, programs) do
        {:ok, map} -> {:cont, {:ok, Map.put(maps, map.name, map)}}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end

  # A perf event array is one where its records are known; without them it is a map of file descriptors.
  defp ring?(row, declared) do
    case elem(row, 1) do
      "ringbuf" -> true
      "perf_event_array" -> Enum.any?(declared || [], &(&1.elf_name == elem(row, 0)))
      _ -> false
    end
  end

  # Programs can only send to buffers that are open: before one of them is attached. Those of an array
  # that is kept are open.
  defp open_buffers(ref, blueprint, rows, plan) do
    arrays = for row <- rows, elem(row, 1) == "perf_event_array", do: elem(row, 0)

    Enum.find_value(blueprint.maps || [], :ok, fn map ->
      with true <- map.elf_name in arrays and not Plan.kept?(plan, map.elf_name),
           {:error, reason} <- LoaderNif.perf_open(ref, map.elf_name, map.max_entries) do
        context = [map: map.name] ++ context(blueprint)
        {:error, Error.from_loader(:load, reason, context)}
      else
        _ -> nil
      end
    end)
  end

  # What `entries:` of the module's maps say, of those that begin empty. A pinned map has its own, but its
  # programs are of an object that is no more. Of a program array that was there, the plan knows.
  defp put_entries(blueprint, maps, pins, plan) do
    kept = pins.adopted ++ plan.kept

    entries =
      for %{entries: entries, name: name} = map <- blueprint.maps || [],
          map.elf_name not in kept or map.type == :bpf_prog_array,
          {key, value} <- entries,
          do: {maps[name], key, value}

    Enum.reduce_while(entries, :ok, fn {map, key, value}, :ok ->
      case Honey.Map.put(map, key, Honey.Map.Element.initial(map, value)) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end

  # Those of a module; what is in the records of another ELF nobody has said.
  defp rings(blueprint, rows) do
    for %{types: _} = declared <- blueprint.maps || [],
        row <- rows,
        elem(row, 0) == declared.elf_name,
        into: %{},
        do: {declared.name, Honey.Events.Ring.new(declared, row, blueprint.types)}
  end

  defp from_caller(elf_name, map_types) do
    name = String.to_atom(elf_name)
    map_types |> Keyword.get(name, []) |> Map.new() |> Map.put(:name, name)
  end

  @doc false
  @spec resolve(source()) :: {:ok, t()} | {:error, Error.t()}
  def resolve(%__MODULE__{} = object), do: {:ok, object}
  def resolve(source), do: with({:ok, pid} <- owner(source), do: Owners.object(pid))

  @doc false
  # What a function answers of the source's object. When that was replaced by another one while it did, it is asked again.
  @spec read(source(), (t() -> answer)) :: answer | {:error, Error.t()} when answer: term()
  def read(source, function) do
    with {:ok, object} <- resolve(source) do
      case function.(object) do
        {:error, %Error{reason: :closed}} = error ->
          if replaced?(source, object.ref), do: read(source, function), else: error

        answer ->
          answer
      end
    end
  end

  @doc false
  # Whether the process has another object now than the one with that reference.
  @spec replaced?(source(), reference()) :: boolean()
  def replaced?(%__MODULE__{}, _ref), do: false
  def replaced?(source, ref), do: match?({:ok, %{ref: now}} when now != ref, resolve(source))

  @doc false
  @spec owner(term()) :: {:ok, pid()} | {:error, Error.t()}
  def owner(source) do
    case whereis(source) do
      pid when is_pid(pid) ->
        {:ok, pid}

      nil ->
        {:error, Error.closed(:owner, cause: "no process is registered as #{inspect(source)}")}

      {:error, cause} ->
        cause = "#{inspect(source)} is neither an object nor a process that owns one#{cause}"
        {:error, Error.new(step: :owner, reason: :not_an_owner, cause: cause)}
    end
  end

  defp whereis(pid) when is_pid(pid), do: pid

  defp whereis(name) when is_atom(name) and name not in [nil, true, false],
    do: GenServer.whereis(name)

  defp whereis({:global, _} = name), do: GenServer.whereis(name)

  # The module is anybody's.
  defp whereis({:via, module, _} = name) when is_atom(module) do
    GenServer.whereis(name)
  rescue
    error -> {:error, ": " <> Exception.message(error)}
  end

  defp whereis(_), do: {:error, ""}

  @doc false
  @spec fetch_map(source(), atom() | {atom(), term()}) ::
          {:ok, Honey.Map.t()} | {:error, Error.t()}
  def fetch_map(source, {name, key}) do
    with {:ok, outer} <- fetch_map(source, name), do: Honey.Map.fetch_inner(outer, key)
  end

  def fetch_map(%__MODULE__{maps: maps, rings: rings}, name) do
    case maps do
      %{^name => map} -> {:ok, map}
      _ when is_map_key(rings, name) -> {:error, ring(name)}
      _ -> {:error, unknown(:map, :unknown_map, "map", name, Map.keys(maps))}
    end
  end

  def fetch_map(source, name) do
    with {:ok, pid} <- owner(source) do
      case Owners.map(pid, name) do
        {:ok, map} -> {:ok, map}
        :error -> with {:ok, object} <- Owners.object(pid), do: fetch_map(object, name)
      end
    end
  end

  defp ring(name) do
    cause = "`#{name}` is a ring of events, which has no elements"
    hint = "read it by `Honey.Events.subscribe(object, #{inspect(name)})`"
    Error.new(step: :map, reason: :unknown_map, map: name, cause: cause, hint: hint)
  end

  @doc false
  @spec fetch_var(source(), atom()) :: {:ok, reference(), Honey.Var.t()} | {:error, Error.t()}
  def fetch_var(%__MODULE__{} = object, name) do
    with {:ok, var} <- fetch_named(object.vars, name), do: {:ok, object.ref, var}
  end

  def fetch_var(source, name) do
    with {:ok, pid} <- owner(source) do
      case Owners.var(pid, name) do
        {:ok, {ref, var}} -> {:ok, ref, var}
        :error -> with {:ok, object} <- Owners.object(pid), do: fetch_var(object, name)
      end
    end
  end

  defp fetch_named(vars, name) do
    case vars do
      %{^name => var} -> {:ok, var}
      _ -> {:error, unknown_var(name, Map.keys(vars))}
    end
  end

  defp unknown_var(name, names) do
    error = unknown(:var, :unknown_var, "variable", name, names)
    %{error | var: if(is_atom(name), do: name)}
  end

  defp nearest(name, names) do
    nearest = Enum.max_by(names, &similarity(&1, name), fn -> nil end)
    if nearest && similarity(nearest, name) > 0.75, do: "did you mean `#{nearest}`?"
  end

  defp similarity(one, other) when is_atom(other),
    do: String.jaro_distance(to_string(one), to_string(other))

  defp similarity(_one, _other), do: 0.0

  @doc false
  @spec fetch_program(t(), atom(), Error.step()) :: {:ok, program()} | {:error, Error.t()}
  def fetch_program(object, name, step) do
    case Enum.find(object.programs, &(&1.name == name)) do
      nil ->
        names = Enum.map(object.programs, & &1.name)
        {:error, unknown(step, :unknown_program, "program", name, names)}

      program ->
        {:ok, program}
    end
  end

  defp unknown(step, reason, what, name, names) do
    known = names |> Enum.sort() |> Enum.map_join(", ", &"`#{&1}`")

    cause =
      "the object has no #{what} #{inspect(name)}; it has #{if known == "", do: "none", else: known}"

    map = if step == :map and is_atom(name), do: name
    Error.new(step: step, reason: reason, map: map, cause: cause, hint: nearest(name, names))
  end
end
