defmodule Honey.Runtime do
  @moduledoc false
  # The user side of the public functions; `Honey` has their documentation.

  alias Honey.{
    Argument,
    Error,
    HotSwap,
    Link,
    LoaderNif,
    Object,
    Owner,
    Owners,
    Pins,
    Suggestion,
    Telemetry,
    Upgrade
  }

  @load_options [:attach, :pin, :pin_links, :stats, :swap, :vars]
  @start_options [:hot_swap, :name, :on_change | @load_options]
  @elf_options [:attach, :maps, :name, :pin, :pin_links, :stats]
  @attach_options [:interface, :mode]
  @modes [:auto, :native, :generic]
  @test_run_options [:data, :ctx, :repeat]
  @upgrade_options [:attach, :module, :on_change, :vars]
  @swaps [:overlap, :tail_call]
  @map_type_options [:key, :value]

  # Programs that only run when they are told to: there is nothing to attach them to.
  @on_demand ["syscall"]

  @type source :: Object.source()

  @spec load(module(), keyword()) :: {:ok, Object.t()} | {:error, Error.t()}
  def load(module, options \\ []) do
    check_module!(module, "Honey.load/2")
    Argument.options!(options, @load_options, "Honey.load/2")

    with {:ok, blueprint} <- of_module(module, options),
         do: again_if_raced(fn -> load_pinned(blueprint) end)
  end

  defp load_pinned(blueprint, check \\ fn _ -> nil end) do
    with {:ok, object} <- Object.load(blueprint) do
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

  @doc false
  # Another object with the same pins was first: its maps are there now.
  @spec again_if_raced((() -> result)) :: result when result: term()
  def again_if_raced(start) do
    with {:error, %Error{step: :pin, reason: :eexist}} <- start.(), do: start.()
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
        {:error, Error.new(step: :open, reason: errno, errno: errno, cause: cause)}
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
    blueprint = of_elf(elf, options)
    again_if_raced(fn -> load_pinned(blueprint, &unknown_program/1) end)
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
  def attach(%Object{} = object), do: attach_all(object, :links)
  def attach(source), do: call_owner(source, :attach)

  @spec attach(source(), atom(), keyword()) :: {:ok, Link.t()} | {:error, Error.t()}
  def attach(source, program, options \\ [])

  def attach(%Object{} = object, name, options) do
    Argument.options!(options, @attach_options, "Honey.attach/3")
    Enum.each(options, &check_attach_option!/1)

    with {:ok, program} <- Object.fetch_program(object, name, :attach),
         {:ok, link} <- attach_program(object, program, options),
         :ok <- commit_or_detach(object, [link], :links),
         do: {:ok, link}
  end

  def attach(source, name, options), do: call_owner(source, {:attach, name, options})

  @spec detach(Link.t() | source()) :: :ok | {:error, Error.t()}
  def detach(%Link{ref: ref}), do: LoaderNif.link_detach(ref)
  def detach(%Object{ref: ref}), do: LoaderNif.object_detach(ref)
  def detach(source), do: source |> call_owner(:detach) |> closed_is_ok()

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
         :ok <- alive(object, :owner),
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
         {:ok, blueprint} <- of_module(module, options) do
      check_changing!(blueprint.origin.on_change, blueprint.maps)
      Owners.ensure_started()
      Owner.start_link(blueprint, name)
    end
  end

  @spec upgrade(source(), keyword()) :: {:ok, Honey.Upgrade.t()} | {:error, Error.t()}
  def upgrade(source, options \\ []) do
    Argument.options!(options, @upgrade_options, "Honey.upgrade/2")
    on_change = Keyword.get(options, :on_change, :error)
    check_on_change!(on_change)

    with {:ok, old} <- Object.resolve(source),
         {:ok, module} <- module_of(old, options),
         {:ok, blueprint} <- next(old, module, options) do
      check_changing!(on_change, old.origin.maps ++ blueprint.maps)
      given = Keyword.get(options, :vars, [])
      upgrade_by(source, blueprint, %{on_change: on_change, given: given})
    end
  end

  @doc false
  # In the process that owns the object: that is the caller, or it is asked.
  @spec upgrade_by(source(), Object.blueprint(), map()) ::
          {:ok, Honey.Upgrade.t()} | {:error, Error.t()}
  def upgrade_by(%Object{} = object, blueprint, how) do
    with :ok <- alive(object, :upgrade) do
      if LoaderNif.object_owned(object.ref),
        do: Upgrade.run(object, blueprint, Map.merge(how, %{attach?: false, publish: & &1})),
        else: not_owner("the calling process does not own the object")
    end
  end

  def upgrade_by(source, blueprint, how), do: call_owner(source, {:upgrade, blueprint, how})

  defp module_of(old, options) do
    case Keyword.get(options, :module, old.module) do
      module when is_atom(module) and module != nil and old.module != nil ->
        {:ok, module}

      nil ->
        refuse_upgrade(
          "the object is of an ELF file, and of no module that could have a new version"
        )

      module when is_atom(module) ->
        refuse_upgrade("the object is of an ELF file: what its maps were defined as is not known")

      other ->
        raise ArgumentError, "`module:` wants a module, got: #{inspect(other)}"
    end
  end

  defp refuse_upgrade(cause, hint \\ nil),
    do: {:error, Error.new(step: :upgrade, reason: :not_honey, cause: cause, hint: hint)}

  @doc false
  # The version of the module that is loaded now, with what the object's user asked for when the
  # first one was loaded, and asks for now.
  @spec next(Object.t(), module(), keyword()) :: {:ok, Object.blueprint()} | {:error, Error.t()}
  def next(old, module, options) do
    with {:ok, programs, vars} <- names(module) do
      attach = Keyword.take(old.origin.attach, programs)
      given = Keyword.take(old.origin.given, vars)

      kept =
        old.origin
        |> Map.take([:hot_swap, :on_change, :pin, :pin_links, :stats, :swap])
        |> Map.to_list()

      of_module(
        module,
        kept ++
          [
            attach: Keyword.merge(attach, Keyword.get(options, :attach, [])),
            vars: Keyword.merge(given, Keyword.get(options, :vars, []))
          ]
      )
    end
  end

  # A module with errors, of a run of `mix compile` that failed, has functions that raise them.
  defp names(module) do
    with {:ok, _} <- of_module(module, []) do
      vars = for %{name: name} <- module.__honey__(:vars), do: name
      {:ok, module.__honey__(:programs) |> Enum.map(& &1.name), vars}
    end
  rescue
    error in Honey.CompileError ->
      refuse_upgrade(
        "the present #{inspect(module)} was not compiled, because of its errors: " <>
          (error |> Exception.message() |> String.split("\n") |> hd()),
        "the old version runs on"
      )
  end

  @spec stop(source()) :: :ok | {:error, Error.t()}
  def stop(%Object{} = object), do: unload(object)

  def stop(source) do
    with {:ok, pid} <- Object.owner(source),
         {:ok, _object} <- Owners.object(pid),
         :ok <- another(pid) do
      GenServer.stop(pid)
    end
    |> closed_is_ok()
  catch
    :exit, _ -> :ok
  end

  @spec unpin(source() | module() | Path.t()) :: :ok | {:error, Error.t()}
  def unpin(%Object{} = object), do: Pins.remove(object.ref, object.pins)

  def unpin(path) when is_binary(path) do
    with :ok <- LoaderNif.ready(), do: Pins.remove_all(path)
  end

  # A process by its name, or a module whose object is gone.
  def unpin(source) do
    with {:error, error} <- Object.resolve(source) do
      if honey?(source),
        do: with(:ok <- LoaderNif.ready(), do: Pins.remove_of(source)),
        else: {:error, error}
    else
      {:ok, object} -> unpin(object)
    end
  end

  defp honey?(module) do
    is_atom(module) and Code.ensure_loaded?(module) and function_exported?(module, :__honey__, 1)
  end

  @spec child_spec(module() | {module(), keyword()}) :: Supervisor.child_spec()
  def child_spec({module, options}) when is_atom(module) and is_list(options) do
    %{
      id: {Honey, Keyword.get(options, :name) || module},
      start: {Honey, :start_link, [module, options]},
      type: :worker
    }
  end

  def child_spec(module) when is_atom(module), do: child_spec({module, []})

  def child_spec(other),
    do: Argument.wrong!("a child of Honey's is a module, or {module, options}", other)

  @spec map(source(), atom()) :: Honey.Map.t() | {:error, Error.t()}
  def map(source, name) do
    with {:ok, map} <- Object.fetch_map(source, name), do: map
  end

  @spec errors(source()) :: [map()] | {:error, Error.t()}
  def errors(source) do
    Object.read(source, fn object ->
      case LoaderNif.object_raised(object.ref) do
        {:ok, counts} -> raised(object.sites, counts)
        {:error, reason} -> {:error, Error.from_loader(:map, reason)}
      end
    end)
  end

  # A function that is compiled for several types has as many sites for each of its places.
  defp raised(sites, counts) do
    places =
      for {site, count} <- Enum.zip(sites, counts), count > 0 do
        {Map.take(site, [:kind, :function, :file, :line, :message]), count}
      end

    totals =
      Enum.reduce(places, %{}, fn {place, n}, all -> Map.update(all, place, n, &(&1 + n)) end)

    for place <- places |> Enum.map(&elem(&1, 0)) |> Enum.uniq(),
        do: Map.put(place, :count, totals[place])
  end

  @spec stats(source()) :: %{atom() => Honey.stats()} | {:error, Error.t()}
  def stats(source) do
    Object.read(source, fn object ->
      case LoaderNif.object_stats(object.ref) do
        {:ok, counting?, rows} ->
          rows = Map.new(rows, &{elem(&1, 0), program_stats(&1, counting?)})
          for program <- object.programs, into: %{}, do: {program.name, rows[program.elf_name]}

        {:error, reason} ->
          {:error, Error.from_loader(:stats, reason)}
      end
    end)
  end

  # Where nobody had the kernel count, 0 runs would be no answer.
  defp program_stats({_, runs, ns, skipped, verified, machine_bytes, memory}, counting?) do
    counted? = counting? or runs > 0

    %{
      runs: if(counted?, do: runs),
      ns: if(counted?, do: ns),
      skipped: skipped,
      verified: if(verified > 0, do: verified),
      machine_code: if(machine_bytes > 0, do: machine_bytes),
      memory: memory
    }
  end

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

  # From the moment on in which the events of the old object are read for the last time, it runs no program.
  defp run_of_successor(source, object, %{reason: :closed} = error, run)
       when not is_struct(source, Object) do
    with :ok <- call_owner(source, :await) do
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

  defp of_module(module, options) do
    if honey?(module) and module.__honey__(:elf) do
      {:ok, module_blueprint(module, options)}
    else
      cause = "#{inspect(module)} is not a module that says `use Honey`, with a program in it"
      {:error, Error.new(step: :open, reason: :not_honey, cause: cause)}
    end
  end

  defp module_blueprint(module, options) do
    programs = module.__honey__(:programs)
    attach = Keyword.get(options, :attach, [])
    vars = Keyword.get(options, :vars, [])
    check_attach!(attach, Enum.map(programs, & &1.name))
    maps = module.__honey__(:maps)
    check_vars!(vars)

    %{
      elf: module.__honey__(:elf),
      name: module |> Module.split() |> List.last(),
      module: module,
      license: module.__honey__(:license),
      programs: programs,
      maps: maps,
      map_types: [],
      vars: module.__honey__(:vars),
      given: vars,
      types: module.__honey__(:types),
      sites: module.__honey__(:sites),
      files: files(module),
      attach: Keyword.merge(followers(maps), attach),
      stats: stats?(options),
      pin: Pins.wish!(options),
      origin: origin(maps, options)
    }
    |> put_digest()
  end

  defp origin(maps, options) do
    %{
      maps: maps,
      attach: Keyword.get(options, :attach, []),
      given: Keyword.get(options, :vars, []),
      pin: Keyword.get(options, :pin),
      pin_links: Keyword.get(options, :pin_links, false),
      stats: stats?(options),
      swap: swap(options),
      hot_swap: hot_swap(options),
      on_change: on_change(options),
      digest: nil
    }
  end

  # Of all that the module says: what is compiled to the same need not be replaced.
  defp put_digest(blueprint) do
    facts = Map.drop(blueprint, [:origin, :attach, :given, :pin, :stats])
    put_in(blueprint.origin.digest, facts |> :erlang.term_to_binary() |> :erlang.md5())
  end

  # What a program array begins with runs when another program goes on with it, and is attached
  # only where `attach:` names it.
  defp followers(maps) do
    for %{type: :bpf_prog_array, entries: entries} <- maps,
        {_, name} <- entries,
        uniq: true,
        do: {name, false}
  end

  defp files(module) do
    sites = Enum.map(module.__honey__(:sites), & &1.file)

    case module.__honey__(:unit) do
      %{file: file} -> Enum.uniq([file | sites])
      _ -> Enum.uniq(sites)
    end
  end

  defp of_elf(elf, options) do
    map_types = Keyword.get(options, :maps, [])
    attach = Keyword.get(options, :attach, [])
    check_map_types!(map_types)
    check_attach!(attach, nil)

    %{
      elf: elf,
      name: elf_name!(Keyword.get(options, :name, "object")),
      module: nil,
      license: nil,
      programs: nil,
      maps: nil,
      map_types: map_types,
      vars: [],
      given: [],
      types: [],
      sites: [],
      files: [],
      attach: attach,
      stats: stats?(options),
      pin: Pins.wish!(options),
      origin: origin([], options)
    }
  end

  @doc false
  # Those of the programs that `attach/1` would attach: all, or none.
  @spec attach_some(Object.t(), [atom()]) :: {:ok, [atom()]} | {:error, Error.t()}
  def attach_some(object, names) do
    programs = for program <- to_attach(object), program.name in names, do: program

    with {:ok, links} <- attach_each(programs, object, []),
         do: {:ok, Enum.map(links, & &1.program)}
  end

  # What the loader takes.
  @longest_name 255

  defp elf_name!(name) when is_atom(name) and name not in [nil, true, false],
    do: name |> to_string() |> elf_name!()

  defp elf_name!(name) do
    if is_binary(name) and byte_size(name) <= @longest_name and String.printable?(name),
      do: name,
      else:
        Argument.wrong!("`name:` wants a name as text, of at most #{@longest_name} bytes", name)
  end

  defp to_attach(object) do
    Enum.reject(object.programs, fn program ->
      Keyword.get(object.attach, program.name, []) == false or program.type in @on_demand or
        LoaderNif.program_attached(object.ref, program.elf_name)
    end)
  end

  @doc false
  # The owner's: what it has loaded is only pinned when all is attached.
  @spec attach_all(Object.t(), :maps | :links) :: {:ok, [Link.t()]} | {:error, Error.t()}
  def attach_all(object, what) do
    with {:ok, links} <- attach_each(to_attach(object), object, []),
         :ok <- commit_or_detach(object, links, what),
         do: {:ok, links}
  end

  defp commit_or_detach(object, links, what) do
    with {:error, error} <- Pins.commit(object.ref, object.pins, what) do
      detach_new(links)
      {:error, error}
    end
  end

  # What has taken another program's place stays: there it ran before.
  defp detach_new(links), do: for(link <- links, not link.adopted, do: detach(link))

  # All or none: what this call attached is detached again when one is refused.
  defp attach_each([], object, links) do
    with :ok <- alive(object, :attach), do: {:ok, Enum.reverse(links)}
  end

  defp attach_each([program | programs], object, links) do
    case attach_program(object, program, []) do
      {:ok, link} ->
        attach_each(programs, object, [link | links])

      {:error, error} ->
        detach_new(links)
        {:error, error}
    end
  end

  defp alive(object, step) do
    case LoaderNif.object_alive(object.ref) do
      {:error, :closed} -> {:error, Error.closed(step)}
      :ok -> :ok
    end
  end

  # What `load/2` was told of the program holds, where the options do not say otherwise.
  defp attach_program(object, program, options) do
    options = Keyword.merge(object.attach[program.name] || [], options)

    metadata = %{
      object: object.name,
      module: object.module,
      program: program.name,
      section: program.section,
      interface: options[:interface]
    }

    Telemetry.span([:attach], metadata, fn -> attach_by(object, program, options) end)
  end

  defp attach_by(object, program, options) do
    pin = Pins.link(object.pins, program.elf_name, options[:interface])

    with {:ok, result} <- attach_to(object, program, options[:interface], options[:mode], pin) do
      case result do
        {:ok, ref, kind} ->
          {:ok, %Link{ref: ref, program: program.name, adopted: kind == :adopted}}

        {:error, reason} ->
          context = [
            program: program.name,
            section: program.section,
            interface: options[:interface],
            mode: options[:mode],
            path: pin
          ]

          {:error, Error.from_loader(:attach, reason, context)}
      end
    end
  end

  defp attach_to(object, program, nil, nil, pin) do
    by_stub? = object.origin.swap == :tail_call

    if by_stub? and program.section =~ ~r{^[^/]*\.s(/|$)} do
      refuse_attach(
        program,
        "it may sleep, by its section `#{program.section}`, and so there can be no tail call to it",
        "start it without `swap: :tail_call`"
      )
    else
      {:ok, LoaderNif.program_attach(object.ref, program.elf_name, by_stub?, pin)}
    end
  end

  defp attach_to(object, %{section: section} = program, interface, mode, pin) do
    cond do
      not xdp?(section) ->
        option = if interface, do: :interface, else: :mode

        refuse_attach(
          program,
          "`#{option}:` is for XDP programs, and the section of this one is `#{section}`",
          nil
        )

      interface == nil ->
        refuse_attach(program, "`mode:` goes with an interface", "add `interface: \"eth0\"`")

      true ->
        {:ok,
         LoaderNif.program_attach_xdp(object.ref, program.elf_name, interface, mode || :auto, pin)}
    end
  end

  defp xdp?(section), do: section == "xdp" or String.starts_with?(section, ["xdp/", "xdp."])

  defp refuse_attach(program, cause, hint) do
    {:error,
     Error.new(
       step: :attach,
       reason: :options,
       program: program.name,
       cause: cause,
       hint: hint
     )}
  end

  defp call_owner(source, request) do
    with {:ok, pid} <- Object.owner(source),
         {:ok, _object} <- Owners.object(pid),
         :ok <- another(pid) do
      GenServer.call(pid, request, :infinity)
    end
  catch
    :exit, _ -> {:error, Error.closed(:owner, cause: "the owner has stopped")}
  end

  # What of the user's runs in an owner is what fills maps in an upgrade.
  defp another(pid) when pid != self(), do: :ok

  defp another(_pid) do
    cause = "this is asked in the owner itself, by the `on_change:` function of its upgrade"
    hint = "ask when `Honey.upgrade/2` has answered; a function that fails refuses the upgrade"
    {:error, Error.new(step: :owner, reason: :busy, cause: cause, hint: hint)}
  end

  defp closed_is_ok({:error, %Error{reason: :closed}}), do: :ok
  defp closed_is_ok(answer), do: answer

  defp check_attach!(attach, programs) do
    unless Keyword.keyword?(attach) do
      raise ArgumentError,
            "`attach:` wants a keyword list like #{example(programs)}, got: #{inspect(attach)}; " <>
              "programs that it does not name are attached"
    end

    for {name, value} <- attach do
      if programs && name not in programs do
        raise ArgumentError,
              "unknown program #{inspect(name)} in `attach:`: #{Argument.listing("program", programs)}" <>
                Suggestion.did_you_mean(name, programs)
      end

      check_attach_value!(name, value)
    end
  end

  defp stats?(options) do
    case Keyword.get(options, :stats, false) do
      stats? when is_boolean(stats?) -> stats?
      other -> raise ArgumentError, "`stats:` wants true or false, got: #{inspect(other)}"
    end
  end

  # The slot of a stub is gone with its object, and a pinned link is not.
  defp swap(options) do
    case Keyword.get(options, :swap, :overlap) do
      swap when swap in @swaps ->
        if swap == :tail_call and Keyword.get(options, :pin_links, false) do
          raise ArgumentError, "`swap: :tail_call` and `pin_links: true` contradict each other"
        end

        swap

      other ->
        raise ArgumentError, "`swap:` wants :overlap or :tail_call, got: #{inspect(other)}"
    end
  end

  defp hot_swap(options) do
    case Keyword.get(options, :hot_swap, false) do
      hot_swap? when is_boolean(hot_swap?) -> hot_swap?
      other -> raise ArgumentError, "`hot_swap:` wants true or false, got: #{inspect(other)}"
    end
  end

  defp on_change(options) do
    on_change = Keyword.get(options, :on_change, :error)
    check_on_change!(on_change)
    on_change
  end

  defp check_on_change!(on_change) do
    unless policy?(on_change) or
             (Keyword.keyword?(on_change) and Enum.all?(on_change, &policy?(elem(&1, 1)))) do
      raise ArgumentError,
            "`on_change:` wants :error, :reset, a function of a map's name, the old and the new map, " <>
              "or a list with one of these by map, [user_time: :reset], got: #{inspect(on_change)}"
    end
  end

  defp check_changing!(on_change, maps) when is_list(on_change) do
    names = Enum.uniq(for map <- maps, do: map.name)

    for {name, _} <- on_change, name not in names do
      raise ArgumentError,
            "unknown map #{inspect(name)} in `on_change:`: #{Argument.listing("map", names)}" <>
              Suggestion.did_you_mean(name, names)
    end
  end

  defp check_changing!(_on_change, _maps), do: :ok

  defp policy?(policy), do: policy in [:error, :reset] or is_function(policy, 3)

  defp check_vars!(vars) do
    unless Keyword.keyword?(vars) do
      raise ArgumentError, "`vars:` wants a list like [threshold: 5], got: #{inspect(vars)}"
    end
  end

  defp example([program | _]), do: "[#{program}: false]"
  defp example(_), do: "[name: false]"

  defp check_attach_value!(_name, false), do: :ok

  defp check_attach_value!(name, value) when is_list(value) do
    Argument.options!(value, @attach_options, "`attach: [#{name}: ...]`")
    Enum.each(value, &check_attach_option!/1)
  end

  defp check_attach_value!(name, value) do
    raise ArgumentError,
          "`attach: [#{name}: ...]` wants false, for a program that is not to be attached, " <>
            "or a list of options, got: #{inspect(value)}"
  end

  # The kernel's names of interfaces have at most 15 bytes.
  defp check_attach_option!({:interface, name}) do
    unless is_binary(name) and byte_size(name) in 1..15 and String.printable?(name) and
             not String.contains?(name, ["/", " "]) do
      raise ArgumentError,
            "`interface:` wants the name of a network interface, such as \"eth0\", got: #{inspect(name)}"
    end
  end

  defp check_attach_option!({:mode, mode}) do
    unless mode in @modes do
      raise ArgumentError,
            "unknown mode #{inspect(mode)}: #{Argument.listing("mode", @modes)}" <>
              Suggestion.did_you_mean(mode, @modes)
    end
  end

  defp check_map_types!(map_types) do
    unless Keyword.keyword?(map_types) do
      raise ArgumentError,
            "`maps:` wants a list like [name: [key: :u32, value: :u64]], got: #{inspect(map_types)}"
    end

    for {name, types} <- map_types do
      Argument.options!(types, @map_type_options, "`maps: [#{name}: ...]`")
      Enum.each(types, &check_map_type!(name, &1))
    end
  end

  defp check_map_type!(name, {option, type}) do
    known = Honey.Map.Opening.integer_types() ++ [:binary]

    unless type in known do
      raise ArgumentError,
            "unknown type #{inspect(type)} in `maps: [#{name}: [#{option}: ...]]`: #{Argument.listing("type", known)}"
    end
  end

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
