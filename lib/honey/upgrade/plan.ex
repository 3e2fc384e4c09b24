defmodule Honey.Upgrade.Plan do
  @moduledoc false
  # What a new version keeps of the maps and variables of the old one: decided between the opening
  # and the loading of its object, when it can be given maps that are there.
  #
  # A map is kept when its definition is the same in the kernel's terms (the loader compares these), and its
  # keys and values mean the same in Elixir's. Of a ring the records' types keep their numbers: the old
  # ones come first, as they were.

  alias Honey.{Blueprint, Codec, Error, LoaderNif, Object, Pins, Var}
  alias Honey.Upgrade.Change

  @data ".data"

  # `maps` and `vars` are for the report. Of the others: ELF names of the maps that both objects have; of
  # the perf event arrays among them; rings that go on, and whether they are the same ring; maps to be
  # filled, and variables to be copied.
  defstruct maps: %{}, vars: %{}, kept: [], perf: [], rings: [], fill: [], copy: [], give: []

  @type t :: %__MODULE__{}

  @doc "An object that takes no other one's place."
  @spec none() :: t
  def none, do: %__MODULE__{}

  @doc "Whether the map of that name in the ELF is one that was there before."
  @spec kept?(t, binary) :: boolean
  def kept?(plan, elf_name), do: elf_name in plan.kept

  @spec prepare(reference, Object.t(), Blueprint.t(), map) :: {:ok, t} | {:error, Error.t()}
  def prepare(ref, old, blueprint, how) do
    with {:ok, rows} <- compare_maps(ref, old, blueprint),
         :ok <- allow(rows, how.on_change, old.pins),
         {:ok, vars} <- share_vars(ref, old, blueprint, how) do
      {:ok, plan(rows, old, blueprint, how.on_change, vars)}
    end
  end

  ## Maps

  # `{declared, before, verdict}` of each map of the new version: `:added`, `:kept`, `:programs`, or `{:changed, changes}`.
  defp compare_maps(ref, old, blueprint) do
    before = Map.new(old.origin.maps, &{&1.name, &1})

    Enum.reduce_while(blueprint.maps, {:ok, []}, fn declared, {:ok, rows} ->
      known = before[declared.name]

      case known && compare(ref, old, blueprint, known, declared) do
        {:error, error} -> {:halt, {:error, error}}
        verdict -> {:cont, {:ok, [{declared, known, verdict || :added} | rows]}}
      end
    end)
  end

  defp compare(ref, old, blueprint, known, declared) do
    case Change.between(known, old.types, declared, blueprint.types) do
      [] when declared.type == :bpf_prog_array -> programs(old, declared)
      [] -> reuse(ref, old, declared)
      changes -> {:changed, changes}
    end
  end

  # The new programs would be in the array before the old ones are replaced.
  defp programs(old, declared) do
    if declared.elf_name in (old.pins.new ++ old.pins.adopted) do
      {:error,
       Error.new(
         step: :upgrade,
         reason: :pinned,
         map: declared.name,
         cause:
           "the program array `#{declared.name}` is pinned, and has the programs of one version at a time",
         hint: "stop the old version, then start the new one: it puts its programs there"
       )}
    else
      :programs
    end
  end

  defp reuse(ref, old, declared) do
    case LoaderNif.object_reuse(ref, declared.elf_name, old.ref, declared.elf_name) do
      :ok -> :kept
      {:error, {:differs, differences}} -> {:changed, Change.kernel(differences)}
      {:error, reason} -> {:error, Error.from_loader(:upgrade, reason, map: declared.name)}
    end
  end

  defp allow(rows, on_change, pins) do
    refused =
      for {declared, _, {:changed, changes}} <- Enum.reverse(rows),
          policy(on_change, declared.name) == :error,
          do: {declared, changes}

    if refused == [],
      do: :ok,
      else: {:error, refusal(refused, pins)}
  end

  defp refusal(refused, pins) do
    pinned? = Enum.any?(refused, fn {map, _} -> Pins.pinned?(pins, map.elf_name) end)
    Change.error(for({map, changes} <- refused, do: {map.name, changes}), pinned?)
  end

  defp policy(policies, name) when is_list(policies), do: Keyword.get(policies, name, :error)
  defp policy(policy, _name), do: policy

  defp plan(rows, old, blueprint, on_change, {vars, copy, give}) do
    kept = for {declared, _, :kept} <- rows, do: declared
    names = Enum.map(blueprint.maps, & &1.name)
    removed = for %{name: name} <- old.origin.maps, name not in names, do: {name, :removed}

    %__MODULE__{
      maps: Map.new(removed ++ Enum.map(rows, &outcome(&1, on_change))),
      vars: vars,
      kept: Enum.map(kept, & &1.elf_name),
      perf: for(%{type: :bpf_perf_event_array, elf_name: name} <- kept, do: name),
      rings:
        for({%{types: _} = map, %{types: _}, verdict} <- rows, do: {map.name, verdict == :kept}),
      fill: Enum.flat_map(rows, &filling(&1, on_change)),
      copy: copy,
      give: give
    }
  end

  defp outcome({declared, _, verdict}, on_change) do
    case verdict do
      {:changed, _} when is_map_key(declared, :types) -> {declared.name, :reset}
      {:changed, _} -> {declared.name, done(policy(on_change, declared.name))}
      verdict -> {declared.name, verdict}
    end
  end

  defp done(:reset), do: :reset
  defp done(_function), do: :migrated

  defp filling({declared, known, :programs}, _), do: [{declared.name, {:programs, known}}]

  defp filling({declared, _, {:changed, _}}, on_change) do
    function = policy(on_change, declared.name)

    if is_function(function) and not is_map_key(declared, :types),
      do: [{declared.name, function}],
      else: []
  end

  defp filling(_, _), do: []

  @doc "What is to be in maps that are new, before a program runs that reads it."
  @spec fill_maps(t, Object.t(), Object.t()) :: :ok | {:error, Error.t()}
  def fill_maps(plan, old, new) do
    each(plan.fill, fn {name, how} -> fill(how, name, old.maps[name], new.maps[name]) end)
  end

  # The new array has what the new version's `entries:` say; where Elixir has put a program, or taken one out,
  # that is done again, by the program's name.
  defp fill({:programs, known}, _name, old, new) do
    names = Enum.map(new.programs.programs, & &1.name)
    first = Map.new(Map.get(known, :entries, []))
    now = Map.new(Honey.Map.to_list(old))

    changed =
      for key <- Enum.uniq(Map.keys(first) ++ Map.keys(now)), first[key] != now[key], do: key

    each(changed, fn key ->
      case now[key] do
        nil -> Honey.Map.delete(new, key)
        program -> if program in names, do: Honey.Map.put(new, key, program), else: :ok
      end
    end)
  end

  defp fill(function, name, old, new) do
    case function.(name, old, new) do
      {:error, %Error{} = error} -> {:error, failed(name, Exception.message(error))}
      answer -> if filled?(answer), do: :ok, else: {:error, failed(name, unexpected(answer))}
    end
  rescue
    exception -> {:error, failed(name, Exception.message(exception))}
  catch
    kind, reason -> {:error, failed(name, "#{kind} #{inspect(reason)}")}
  end

  # Of `for`, the answers of all puts.
  defp filled?(answers) when is_list(answers), do: Enum.all?(answers, &filled?/1)
  defp filled?(%Honey.Map{}), do: true
  defp filled?(answer), do: answer == :ok or match?({:ok, _}, answer)

  defp unexpected(answers) when is_list(answers),
    do: answers |> Enum.find(&(not filled?(&1))) |> unexpected()

  defp unexpected(answer), do: "the function answered #{inspect(answer)}, expected :ok"

  defp failed(name, what) do
    Error.new(
      step: :upgrade,
      reason: :migration,
      map: name,
      cause: "map `#{name}` could not be migrated: #{what}",
      hint: "the old version runs on, with its maps"
    )
  end

  ## Live variables

  # `{outcomes, names to be copied, names to be given}`. Where all of them lie where they lay, the memory itself is kept,
  # and nothing that the old programs write is lost.
  defp share_vars(ref, old, blueprint, how) do
    with {:ok, rows} <- LoaderNif.object_vars(ref) do
      offsets = for {elf_name, true, offset, _} <- rows, into: %{}, do: {elf_name, offset}
      live = for var <- blueprint.vars, var.live, do: var
      now = Map.new(live, &{&1.name, {codec(&1, blueprint), offsets[&1.elf_name]}})

      before =
        for {name, %{live: true} = var} <- old.vars,
            into: %{},
            do: {name, {var.codec, var.offset}}

      given = for {name, _} <- how.given, is_map_key(now, name), do: name

      shared? =
        now != %{} and now == before and LoaderNif.object_reuse(ref, @data, old.ref, @data) == :ok

      same = for {name, {codec, _}} <- now, match?(%{^name => {^codec, _}}, before), do: name
      copy = if shared?, do: [], else: same -- given

      {:ok, {outcomes(now, before, same, given), copy, if(shared?, do: given, else: [])}}
    else
      {:error, reason} -> {:error, Error.from_loader(:upgrade, reason)}
    end
  end

  defp codec(var, blueprint), do: Codec.compile(var.type, blueprint.types)

  defp outcomes(now, before, same, given) do
    removed = for {name, _} <- before, not is_map_key(now, name), into: %{}, do: {name, :removed}

    for {name, _} <- now, into: removed do
      cond do
        name in given -> {name, :given}
        name in same -> {name, :kept}
        is_map_key(before, name) -> {name, :reset}
        true -> {name, :added}
      end
    end
  end

  @spec fill_vars(t, Object.t(), Object.t()) :: :ok | {:error, Error.t()}
  def fill_vars(plan, old, new) do
    with :ok <- each(plan.copy, &Var.put(new, &1, Var.get(old, &1))),
         do: each(plan.give, &Var.put(new, &1, new.vars[&1].value))
  end

  defp each(list, function) do
    Enum.reduce_while(list, :ok, fn element, :ok ->
      case function.(element) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end
end
