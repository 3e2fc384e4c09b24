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

  alias Honey.{Error, LoaderNif, Owners, Suggestion}

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
          origin: Honey.Blueprint.origin() | nil
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
  @spec alive(t(), Error.step()) :: :ok | {:error, Error.t()}
  def alive(object, step) do
    with {:error, :closed} <- LoaderNif.object_alive(object.ref),
         do: {:error, Error.closed(step)}
  end

  @doc false
  @spec owner(term()) :: {:ok, pid()} | {:error, Error.t()}
  def owner(source) do
    case whereis(source) do
      pid when is_pid(pid) ->
        {:ok, pid}

      nil ->
        {:error, Error.closed(:owner, cause: "no process is registered as #{inspect(source)}")}

      {:closed, cause} ->
        cause = "no process is registered as #{inspect(source)}: #{cause}"
        {:error, Error.closed(:owner, cause: cause)}

      {:error, cause} ->
        cause = "#{inspect(source)} is neither an object nor a process that owns one#{cause}"
        {:error, Error.new(step: :owner, reason: :not_an_owner, cause: cause)}
    end
  end

  defp whereis(pid) when is_pid(pid), do: pid

  # A port may be registered, too.
  defp whereis(name) when is_atom(name) and name not in [nil, true, false] do
    case Process.whereis(name) do
      port when is_port(port) -> {:error, ""}
      found -> found
    end
  end

  defp whereis({:global, _} = name), do: GenServer.whereis(name)

  # The module is anybody's; a registry that does not run, as while its supervisor starts it anew, raises.
  defp whereis({:via, module, _} = name) when is_atom(module) do
    GenServer.whereis(name)
  rescue
    error in ArgumentError -> {:closed, Exception.message(error)}
    error -> {:error, ": " <> Exception.message(error)}
  catch
    kind, reason -> {:error, ": " <> Exception.format_banner(kind, reason)}
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
    with {:ok, var} <- named_var(object.vars, name), do: {:ok, object.ref, var}
  end

  def fetch_var(source, name) do
    with {:ok, pid} <- owner(source) do
      case Owners.var(pid, name) do
        {:ok, {ref, var}} -> {:ok, ref, var}
        :error -> with {:ok, object} <- Owners.object(pid), do: fetch_var(object, name)
      end
    end
  end

  @doc false
  @spec named_var(%{atom() => var}, atom()) :: {:ok, var} | {:error, Error.t()} when var: map()
  def named_var(vars, name) do
    case vars do
      %{^name => var} -> {:ok, var}
      _ -> {:error, unknown_var(name, Map.keys(vars))}
    end
  end

  defp unknown_var(name, names) do
    error = unknown(:var, :unknown_var, "variable", name, names)
    %{error | var: if(is_atom(name), do: name)}
  end

  @doc false
  @spec fetch_program(t(), atom(), Error.step()) :: {:ok, program()} | {:error, Error.t()}
  def fetch_program(object, name, step) do
    case Enum.find(object.programs, &(&1.name == name)) do
      nil ->
        names = Enum.map(object.programs, & &1.name)
        error = unknown(step, :unknown_program, "program", name, names)
        {:error, %{error | program: if(is_atom(name), do: name)}}

      program ->
        {:ok, program}
    end
  end

  defp unknown(step, reason, what, name, names) do
    known = names |> Enum.sort() |> Enum.map_join(", ", &"`#{&1}`")

    cause =
      "the object has no #{what} #{inspect(name)}; it has #{if known == "", do: "none", else: known}"

    map = if step == :map and is_atom(name), do: name

    Error.new(
      step: step,
      reason: reason,
      map: map,
      cause: cause,
      hint: Suggestion.hint(name, names)
    )
  end
end
