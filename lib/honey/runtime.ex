defmodule Honey.Runtime do
  @moduledoc false
  # The user side of the public functions; `Honey` has their documentation.

  alias Honey.{
    Argument,
    Attachment,
    Blueprint,
    Error,
    HotSwap,
    Link,
    LoaderNif,
    Object,
    Owner,
    Owners,
    Pins,
    Tally,
    Upgrade
  }

  alias Honey.Blueprint.Options
  alias Honey.Object.Loading

  @load_options [:attach, :pin, :pin_links, :stats, :swap, :vars]
  @start_options [:hot_swap, :name, :on_change | @load_options]
  @elf_options [:attach, :maps, :name, :pin, :pin_links, :stats, :vars]
  @test_run_options [:data, :ctx, :repeat]
  @upgrade_options [:attach, :module, :on_change, :vars]

  @type source :: Object.source()

  @spec load(module(), keyword()) :: {:ok, Object.t()} | {:error, Error.t()}
  def load(module, options \\ []) do
    check_module!(module, "Honey.load/2")
    Argument.options!(options, @load_options, "Honey.load/2")

    with {:ok, blueprint} <- Blueprint.of_module(module, options),
         do: Loading.again_if_raced(fn -> load_pinned(blueprint) end)
  end

  defp load_pinned(blueprint, check \\ fn _ -> nil end) do
    with {:ok, object} <- Loading.run(blueprint) do
      with nil <- check.(object),
           :ok <- Pins.commit(object.ref, object.pins, :maps) do
        {:ok, object}
      else
        error ->
          unload(object)
          error
      end
    end
  end

  @spec load!(module(), keyword()) :: Object.t()
  def load!(module, options \\ []), do: bang(load(module, options))

  @spec load_file(Path.t(), keyword()) :: {:ok, Object.t()} | {:error, Error.t()}
  def load_file(path, options \\ []) do
    check_path!(path)
    Argument.options!(options, @elf_options, "Honey.load_file/2")
    name = path |> Path.basename() |> String.split(".") |> hd()

    case File.read(path) do
      {:ok, elf} ->
        load_elf(elf, Keyword.put_new(options, :name, name))

      {:error, errno} ->
        cause = "cannot read #{path}: #{:file.format_error(errno)}"

        {:error,
         Error.new(step: :open, reason: errno, errno: errno, code: :no_file, cause: cause)}
    end
  end

  @spec load_file!(Path.t(), keyword()) :: Object.t()
  def load_file!(path, options \\ []), do: bang(load_file(path, options))

  @spec load_binary(binary(), keyword()) :: {:ok, Object.t()} | {:error, Error.t()}
  def load_binary(elf, options \\ []) do
    unless is_binary(elf),
      do: Argument.wrong!("Honey.load_binary/2 wants the bytes of an ELF", elf)

    Argument.options!(options, @elf_options, "Honey.load_binary/2")
    load_elf(elf, options)
  end

  defp load_elf(elf, options) do
    blueprint = Blueprint.of_elf(elf, options)
    Loading.again_if_raced(fn -> load_pinned(blueprint, &unknown_program/1) end)
  end

  # Only the loaded ELF tells what its programs are called.
  defp unknown_program(object) do
    Enum.find_value(object.attach, fn {name, _} ->
      with {:ok, _} <- Object.fetch_program(object, name, :attach), do: nil
    end)
  end

  @spec load_binary!(binary(), keyword()) :: Object.t()
  def load_binary!(elf, options \\ []), do: bang(load_binary(elf, options))

  @spec attach(source()) :: {:ok, [Link.t()]} | {:error, Error.t()}
  def attach(%Object{} = object), do: Attachment.all(object, :links)
  def attach(source), do: Owner.ask(source, :attach)

  @spec attach(source(), atom(), keyword()) :: {:ok, Link.t()} | {:error, Error.t()}
  def attach(source, program, options \\ [])

  def attach(%Object{} = object, name, options) do
    Attachment.one(object, name, Options.attach_options!(options, "Honey.attach/3"))
  end

  # What is wrong with them is the caller's, and must not end the owner.
  def attach(source, name, options) do
    options = Options.attach_options!(options, "Honey.attach/3")
    Owner.ask(source, {:attach, name, options})
  end

  @spec attach!(source()) :: [Link.t()]
  def attach!(source), do: bang(attach(source))

  @spec attach!(source(), atom(), keyword()) :: Link.t()
  def attach!(source, program, options \\ []), do: bang(attach(source, program, options))

  @spec detach(Link.t() | source()) :: :ok | {:error, Error.t()}
  def detach(%Link{ref: ref}), do: LoaderNif.link_detach(ref)
  def detach(%Object{ref: ref}), do: LoaderNif.object_detach(ref)
  def detach(source), do: source |> Owner.ask(:detach) |> closed_is_ok()

  @spec unload(source()) :: :ok | {:error, Error.t()}
  def unload(%Object{ref: ref}), do: LoaderNif.object_close(ref)
  def unload(source), do: stop(source)

  @spec give_away(Object.t(), pid()) :: :ok | {:error, Error.t()}
  def give_away(%Object{ref: ref}, pid) when is_pid(pid) and node(pid) == node() do
    case LoaderNif.object_give(ref, pid) do
      :ok -> :ok
      {:error, :closed} -> {:error, Error.closed(:owner)}
      {:error, {:eperm, _, _}} -> not_owner("the calling process does not own the object")
      {:error, {:esrch, _, _}} -> no_process(pid, "is not alive")
    end
  end

  def give_away(%Object{}, pid) when is_pid(pid), do: no_process(pid, "is of another node")

  def give_away(source, pid) when is_pid(pid) do
    with {:ok, object} <- Object.resolve(source),
         :ok <- Object.alive(object, :owner),
         do: not_owner("the object of #{inspect(source)} belongs to that process for good")
  end

  def give_away(_source, other),
    do: Argument.wrong!("Honey.give_away/2 wants the pid of the process that is to own it", other)

  defp not_owner(cause) do
    hint = "what `Honey.load/2` gave can be given away, by the process that has it"
    {:error, Error.new(step: :owner, reason: :not_owner, cause: cause, hint: hint)}
  end

  defp no_process(pid, what) do
    cause = "the process #{inspect(pid)} #{what}, and cannot own the object"
    {:error, Error.new(step: :owner, reason: :noproc, cause: cause)}
  end

  @spec start_link(module(), keyword()) ::
          {:ok, pid()} | {:error, Error.t() | {:already_started, pid()}}
  def start_link(module, options \\ []) do
    check_module!(module, "Honey.start_link/2")
    Argument.options!(options, @start_options, "Honey.start_link/2")
    {name, options} = Keyword.pop(options, :name)
    check_name!(name)
    options = Keyword.put_new_lazy(options, :hot_swap, &HotSwap.default/0)

    with :ok <- LoaderNif.ready(),
         {:ok, blueprint} <- Blueprint.of_module(module, options) do
      Options.changing!(blueprint.origin.on_change, [blueprint.origin])
      Owners.ensure_started()
      Owner.start_link(blueprint, name)
    end
  end

  @spec object(source()) :: {:ok, Object.t()} | {:error, Error.t()}
  def object(source) do
    with {:ok, object} <- Object.resolve(source),
         :ok <- Object.alive(object, :owner),
         do: {:ok, object}
  end

  @spec object!(source()) :: Object.t()
  def object!(source), do: bang(object(source))

  @spec upgrade(source(), keyword()) :: {:ok, Honey.Upgrade.t()} | {:error, Error.t()}
  def upgrade(source, options \\ []) do
    Argument.options!(options, @upgrade_options, "Honey.upgrade/2")
    on_change = Options.on_change!(options)
    Options.attach!(options, nil)
    Options.vars!(options)

    with {:ok, old} <- Object.resolve(source),
         {:ok, module} <- Blueprint.module_of(old, options),
         {:ok, blueprint} <- Blueprint.next(old, module, options) do
      Options.changing!(on_change, [old.origin, blueprint.origin])
      given = Keyword.get(options, :vars, [])
      upgrade_by(source, blueprint, %{on_change: on_change, given: given})
    end
  end

  @spec upgrade!(source(), keyword()) :: Honey.Upgrade.t()
  def upgrade!(source, options \\ []), do: bang(upgrade(source, options))

  @doc false
  # In the process that owns the object: that is the caller, or it is asked.
  @spec upgrade_by(source(), Blueprint.t(), map()) ::
          {:ok, Honey.Upgrade.t()} | {:error, Error.t()}
  def upgrade_by(%Object{} = object, blueprint, how) do
    with :ok <- Object.alive(object, :upgrade) do
      if LoaderNif.object_owned(object.ref),
        do: Upgrade.run(object, blueprint, Map.merge(how, %{attach?: false, publish: & &1})),
        else: not_upgraded()
    end
  end

  def upgrade_by(source, blueprint, how), do: Owner.ask(source, {:upgrade, blueprint, how})

  defp not_upgraded do
    cause = "the calling process does not own the object, and only its owner can replace it"

    hint =
      "upgrade what `Honey.load/2` gave in the process that loaded it; what `Honey.start_link/2` started is upgraded " <>
        "by its pid or name, from any process"

    {:error, Error.new(step: :upgrade, reason: :not_owner, cause: cause, hint: hint)}
  end

  @spec stop(source()) :: :ok | {:error, Error.t()}
  def stop(%Object{} = object), do: unload(object)

  def stop(source) do
    with {:ok, pid} <- Object.owner(source),
         :ok <- owning(pid),
         :ok <- Owner.another(pid) do
      GenServer.stop(pid)
    end
    |> closed_is_ok()
  catch
    :exit, _ -> :ok
  end

  # An owner can be stopped without the table of owners, too.
  defp owning(pid) do
    case Owners.object(pid) do
      {:ok, _object} -> :ok
      {:error, %Error{reason: :not_running}} -> :ok
      {:error, error} -> {:error, error}
    end
  end

  @spec unpin(source() | module() | Path.t()) :: :ok | {:error, Error.t()}
  def unpin(%Object{} = object), do: Pins.remove(object.ref, object.pins)

  def unpin(path) when is_binary(path) do
    with :ok <- LoaderNif.ready(), do: Pins.remove_all(path)
  end

  # A process by its name, or a module whose object is gone.
  def unpin(source) do
    with {:error, error} <- Object.resolve(source) do
      if Blueprint.honey?(source),
        do: with(:ok <- LoaderNif.ready(), do: Pins.remove_of(source)),
        else: {:error, error}
    else
      {:ok, object} -> unpin(object)
    end
  end

  @spec child_spec(module() | {module(), keyword()}) :: Supervisor.child_spec()
  def child_spec({module, options} = child) when is_atom(module) do
    unless Keyword.keyword?(options), do: no_child!(child)

    %{
      id: {Honey, Keyword.get(options, :name) || module},
      start: {Honey, :start_link, [module, options]},
      type: :worker
    }
  end

  def child_spec(module) when is_atom(module), do: child_spec({module, []})

  def child_spec(other), do: no_child!(other)

  @spec no_child!(term) :: no_return
  defp no_child!(term),
    do: Argument.wrong!("a child of Honey's is a module, or {module, options}", term)

  @spec map(source(), atom()) :: Honey.Map.t() | {:error, Error.t()}
  def map(source, name) do
    with {:ok, map} <- Object.fetch_map(source, name), do: map
  end

  @spec map!(source(), atom()) :: Honey.Map.t()
  def map!(source, name), do: bang(Object.fetch_map(source, name))

  @spec errors(source()) :: [map()] | {:error, Error.t()}
  defdelegate errors(source), to: Tally

  @spec errors!(source()) :: [map()]
  def errors!(source), do: Error.answer!(errors(source))

  @spec stats(source()) :: %{atom() => Honey.stats()} | {:error, Error.t()}
  defdelegate stats(source), to: Tally

  @spec stats!(source()) :: %{atom() => Honey.stats()}
  def stats!(source), do: Error.answer!(stats(source))

  @spec test_run(source(), atom(), keyword()) :: {:ok, map()} | {:error, Error.t()}
  def test_run(source, name, options \\ []) do
    Argument.options!(options, @test_run_options, "Honey.test_run/3")
    data = Keyword.get(options, :data, "")
    ctx = Keyword.get(options, :ctx, "")
    repeat = Keyword.get(options, :repeat, 1)
    check_test_run!(data, ctx, repeat)

    with {:ok, object} <- Object.resolve(source),
         {:ok, program} <- Object.fetch_program(object, name, :test_run) do
      case LoaderNif.program_test_run(object.ref, program.elf_name, data, ctx, repeat) do
        {:ok, {result, data_out, ctx_out, duration_ns}} ->
          {:ok,
           %{
             return: result,
             data_out: data_out,
             ctx_out: ctx_out,
             duration_ns: duration_ns,
             repeat: repeat
           }}

        {:error, reason} ->
          error = Error.from_loader(:test_run, reason, program: name, section: program.section)
          run_of_successor(source, object, error, fn -> test_run(source, name, options) end)
      end
    end
  end

  @spec test_run!(source(), atom(), keyword()) :: map()
  def test_run!(source, name, options \\ []), do: bang(test_run(source, name, options))

  # From the moment on in which the events of the old object are read for the last time, it runs no program.
  defp run_of_successor(source, object, %{reason: :closed} = error, run)
       when not is_struct(source, Object) do
    with :ok <- Owner.ask(source, :await) do
      if Object.replaced?(source, object.ref), do: run.(), else: {:error, error}
    end
  end

  defp run_of_successor(_source, _object, error, _run), do: {:error, error}

  defp check_module!(module, function) do
    unless is_atom(module) and module not in [nil, true, false],
      do: Argument.wrong!("#{function} wants a module that says `use Honey`", module)
  end

  defp check_path!(path) do
    unless is_binary(path) and path != "" and not String.contains?(path, <<0>>),
      do: Argument.wrong!("Honey.load_file/2 wants the path of a file", path)
  end

  defp bang({:ok, result}), do: result
  defp bang({:error, error}), do: raise(error)

  defp closed_is_ok({:error, %Error{reason: :closed}}), do: :ok
  defp closed_is_ok(answer), do: answer

  defp check_name!(name) do
    case name do
      {:global, _} ->
        :ok

      {:via, module, _} when is_atom(module) ->
        :ok

      name when is_atom(name) and name not in [true, false, :undefined] ->
        :ok

      _ ->
        raise ArgumentError,
              "`name:` wants an atom, {:global, term} or {:via, module, term}, got: #{inspect(name)}"
    end
  end

  defp check_test_run!(data, ctx, repeat) do
    for {key, value} <- [data: data, ctx: ctx], not is_binary(value) do
      raise ArgumentError, "`#{key}:` wants a binary, got: #{inspect(value)}"
    end

    unless repeat in 1..0x7FFFFFFF do
      raise ArgumentError, "`repeat:` wants an integer from 1 on, got: #{inspect(repeat)}"
    end
  end
end
