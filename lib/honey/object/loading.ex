defmodule Honey.Object.Loading do
  @moduledoc false
  # From a blueprint to an object: opened, given values, pinned maps and those of an object before it, loaded, and what
  # the kernel then has of it.

  alias Honey.{Blueprint, Error, LoaderNif, Object, Pins, Suggestion, Telemetry}
  alias Honey.Events.Ring
  alias Honey.Map.{Element, Opening}
  alias Honey.Object.{Name, Variables}
  alias Honey.Upgrade.Plan

  @doc "Again, when another object with the same pins was first: its maps are there now."
  @spec again_if_raced((() -> result)) :: result when result: term()
  def again_if_raced(start) do
    with {:error, %Error{step: :pin, reason: :eexist}} <- start.(), do: start.()
  end

  @doc "What of it is to be pinned is when the caller is sure of it: `Honey.Pins.commit/3`."
  @spec run(Blueprint.t()) :: {:ok, Object.t()} | {:error, Error.t()}
  def run(blueprint) do
    metadata = %{object: blueprint.name, module: blueprint.module, owner: self()}

    Telemetry.span([:load], metadata, fn ->
      with {:ok, object, _plan} <- run(blueprint, fn _ref -> {:ok, Plan.none()} end),
           do: {:ok, object}
    end)
  end

  @doc "`prepare` is called when the object is opened, and not loaded yet: it may be given maps then."
  @spec run(Blueprint.t(), (reference() -> {:ok, Plan.t()} | {:error, Error.t()})) ::
          {:ok, Object.t(), Plan.t()} | {:error, Error.t()}
  def run(blueprint, prepare) do
    with :ok <- LoaderNif.ready(),
         {:ok, ref} <- open(blueprint) do
      close_unless_made(ref, fn ->
        with :ok <- check_names(ref, blueprint),
             {:ok, vars} <- Variables.declared(ref, blueprint),
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

  defp fill(ref, blueprint, vars, plan) do
    with {:ok, pins} <- Pins.adopt(ref, blueprint),
         :ok <- Variables.set(ref, vars),
         :ok <- LoaderNif.object_load(ref),
         {:ok, program_rows} <- LoaderNif.object_programs(ref),
         {:ok, map_rows} <- LoaderNif.object_maps(ref),
         {rings, map_rows} = Enum.split_with(map_rows, &ring?(&1, blueprint.maps)),
         :ok <- open_buffers(ref, blueprint, rings, plan),
         :ok <- count_runs(ref, blueprint.stats),
         {:ok, vars} <- Variables.placed(ref, vars),
         programs = programs(blueprint.programs, program_rows),
         {:ok, maps} <- open_maps(ref, blueprint, map_rows, programs),
         :ok <- put_entries(blueprint, maps, pins, plan) do
      {:ok,
       %Object{
         ref: ref,
         name: blueprint.name,
         module: blueprint.module,
         license: blueprint.license,
         programs: programs,
         maps: maps,
         rings: rings(blueprint, rings),
         vars: vars,
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
    names = Enum.map(rows, &elem(&1, 0))

    case Enum.find(Keyword.keys(blueprint.map_types), &(to_string(&1) not in names)) do
      nil -> open_each(ref, blueprint, rows, declared, programs)
      name -> {:error, unknown_map(name, names)}
    end
  end

  defp unknown_map(name, names) do
    known = if names == [], do: "none", else: Enum.map_join(names, ", ", &"`#{&1}`")
    cause = "`maps:` has types of `#{name}`, and there is no such map; the object has #{known}"
    hint = Suggestion.hint(name, names)
    Error.new(step: :load, reason: :unknown_map, map: name, cause: cause, hint: hint)
  end

  defp open_each(ref, blueprint, rows, declared, programs) do
    Enum.reduce_while(rows, {:ok, %{}}, fn row, {:ok, maps} ->
      elf_name = elem(row, 0)
      given = declared[elf_name] || from_caller(elf_name, blueprint.map_types)

      case Opening.open(ref, row, given, blueprint.types, programs) do
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
      case Honey.Map.put(map, key, Element.initial(map, value)) do
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
        do: {declared.name, Ring.new(declared, row, blueprint)}
  end

  defp from_caller(elf_name, map_types) do
    name = String.to_atom(elf_name)
    map_types |> Keyword.get(name, []) |> Map.new() |> Map.put(:name, name)
  end
end
