defmodule Honey.Upgrade.Plan do
  @moduledoc false
  # What a new version keeps of the maps of the old one, and of its variables (`Honey.Upgrade.Variables`): decided
  # between the opening and the loading of its object, when it can be given maps that are there.
  #
  # A map is kept when its definition is the same in the kernel's terms (the loader compares these), and its
  # keys and values mean the same in Elixir's. Of a ring the records' types keep their numbers: the old
  # ones come first, as they were.

  alias Honey.{Blueprint, Error, LoaderNif, Object, Pins}
  alias Honey.Upgrade.{Change, Migration, Variables}

  # `maps` and `vars` are for the report. Of the others: ELF names of the maps that both objects have; of
  # the perf event arrays among them; rings that go on, and whether they are the same ring; maps to be
  # filled; what is to be done about variables.
  defstruct maps: %{}, vars: %{}, kept: [], perf: [], rings: [], fill: [], variables: nil

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
         {:ok, variables} <- Variables.compare(ref, old, blueprint, how.given),
         :ok <- allow(rows, variables, how.on_change, old.pins) do
      variables = Variables.share(variables, ref, old)
      {:ok, plan(rows, old, blueprint, how.on_change, variables)}
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

  defp allow(rows, variables, on_change, pins) do
    maps = for {map, _, {:changed, changes}} <- Enum.reverse(rows), do: {map, changes}
    maps = Enum.filter(maps, fn {map, _} -> policy(on_change, map.name) == :error end)
    vars = Variables.changed(variables)
    vars = Enum.filter(vars, fn {name, _} -> policy(on_change, name) == :error end)

    if maps == [] and vars == [] do
      :ok
    else
      pinned? = Enum.any?(maps, fn {map, _} -> Pins.pinned?(pins, map.elf_name) end)
      maps = for {map, changes} <- maps, do: {map.name, changes}
      {:error, Change.error(maps, vars, pinned?)}
    end
  end

  @doc false
  @spec policy(Honey.Upgrade.on_change(), atom) :: :error | :reset | fun
  def policy(policies, name) when is_list(policies), do: Keyword.get(policies, name, :error)
  def policy(policy, _name), do: policy

  defp plan(rows, old, blueprint, on_change, variables) do
    kept = for {declared, _, :kept} <- rows, do: declared
    names = Enum.map(blueprint.maps, & &1.name)
    removed = for %{name: name} <- old.origin.maps, name not in names, do: {name, :removed}

    %__MODULE__{
      maps: Map.new(removed ++ Enum.map(rows, &outcome(&1, on_change))),
      vars: Variables.outcomes(variables, &policy(on_change, &1)),
      kept: Enum.map(kept, & &1.elf_name),
      perf: for(%{type: :bpf_perf_event_array, elf_name: name} <- kept, do: name),
      rings:
        for({%{types: _} = map, %{types: _}, verdict} <- rows, do: {map.name, verdict == :kept}),
      fill: Enum.flat_map(rows, &filling(&1, on_change)),
      variables: {variables, &policy(on_change, &1)}
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

  @doc "What is to be in maps and variables that are new, before a program runs that reads it."
  @spec fill(t, Object.t(), Object.t()) :: :ok | {:error, Error.t()}
  def fill(plan, old, new) do
    {variables, policy} = plan.variables

    with :ok <-
           each(plan.fill, fn {name, how} -> fill(how, name, old.maps[name], new.maps[name]) end),
         do: Variables.fill(variables, policy, old, new)
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

  defp fill(function, name, old, new),
    do: Migration.run({:map, name}, fn -> function.(name, old, new) end, &filled/1)

  # Of `for`, the answers of all puts.
  defp filled(answers) when is_list(answers),
    do: Enum.find_value(answers, :ok, fn answer -> with(:ok <- filled(answer), do: nil) end)

  defp filled(%Honey.Map{}), do: :ok
  defp filled({:ok, _}), do: :ok
  defp filled(:ok), do: :ok
  defp filled(answer), do: {:unexpected, answer}

  defp each(list, function) do
    Enum.reduce_while(list, :ok, fn element, :ok ->
      case function.(element) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end
end
