defmodule Honey.Upgrade.Variables do
  @moduledoc false
  # What becomes of live variables in an upgrade. Where all of them lie where they lay, the memory itself is kept, and
  # nothing that the old programs write is lost; else they are copied, and those of another type are what the
  # caller chose, as changed maps are.

  alias Honey.{Blueprint, Codec, Error, LoaderNif, Object, Var}
  alias Honey.Upgrade.{Change, Migration}

  @data ".data"

  # `now` and `before`: of each live variable its codec and its place. Names of those that are given values,
  # and of those that are the same; `changed`, with the changes. Whether the memory is kept.
  @enforce_keys [:now, :before, :given, :same, :changed]
  defstruct [:now, :before, :given, :same, :changed, shared?: false]

  @type t :: %__MODULE__{}
  @type policy :: (atom -> :error | :reset | fun)

  @spec compare(reference, Object.t(), Blueprint.t(), keyword) :: {:ok, t} | {:error, Error.t()}
  def compare(ref, old, blueprint, given) do
    with {:ok, rows} <- LoaderNif.object_vars(ref) do
      offsets = for {elf_name, true, place, _, _, _} <- rows, into: %{}, do: {elf_name, place}

      now =
        Map.new(live(blueprint.vars), &{&1.name, {codec(&1, blueprint), offsets[&1.elf_name]}})

      before =
        for {name, %{live: true} = var} <- old.vars,
            into: %{},
            do: {name, {var.codec, var.offset}}

      given = for {name, _} <- given, is_map_key(now, name), do: name
      same = for {name, {codec, _}} <- now, match?(%{^name => {^codec, _}}, before), do: name
      changed = (Map.keys(now) -- same) -- given

      {:ok,
       %__MODULE__{
         now: now,
         before: before,
         given: given,
         same: same,
         changed: for(name <- changed, is_map_key(before, name), do: change(name, old, blueprint))
       }}
    else
      {:error, reason} -> {:error, Error.from_loader(:upgrade, reason)}
    end
  end

  defp live(vars), do: Enum.filter(vars, & &1.live)
  defp codec(var, blueprint), do: Codec.compile(var.type, blueprint.types)

  defp change(name, old, blueprint) do
    [before, now] =
      for vars <- [old.origin.vars, blueprint.vars], do: Enum.find(vars, &(&1.name == name)).type

    {name, Change.type(before, old.types, now, blueprint.types)}
  end

  @doc "Those of another type than before, of which `vars:` does not say what they are to be; with what changed."
  @spec changed(t) :: [{atom, [Change.t()]}]
  def changed(variables), do: variables.changed

  @doc "Before the object is loaded: it gets the memory of the old one, where that is the same."
  @spec share(t, reference, Object.t()) :: t
  def share(%{now: now, before: before} = variables, ref, old) do
    shared? =
      now != %{} and now == before and LoaderNif.object_reuse(ref, @data, old.ref, @data) == :ok

    %{variables | shared?: shared?}
  end

  @doc "For the report."
  @spec outcomes(t, policy) :: %{atom => :kept | :reset | :migrated | :given | :added | :removed}
  def outcomes(%{now: now, before: before} = variables, policy) do
    removed = for {name, _} <- before, not is_map_key(now, name), into: %{}, do: {name, :removed}

    for {name, _} <- now, into: removed do
      cond do
        name in variables.given -> {name, :given}
        name in variables.same -> {name, :kept}
        not is_map_key(before, name) -> {name, :added}
        is_function(policy.(name)) -> {name, :migrated}
        true -> {name, :reset}
      end
    end
  end

  @doc "While the old programs still run, and before the new ones do."
  @spec fill(t, policy, Object.t(), Object.t()) :: :ok | {:error, Error.t()}
  def fill(variables, policy, old, new) do
    with :ok <- each(copied(variables), &Var.put(new, &1, Var.get(old, &1))),
         :ok <- each(given(variables), &Var.put(new, &1, new.vars[&1].value)),
         do: each(migrated(variables, policy), &migrate(&1, policy.(&1), old, new))
  end

  defp copied(%{shared?: true}), do: []
  defp copied(variables), do: variables.same -- variables.given

  # What is not shared has been given its values when it was loaded.
  defp given(variables), do: if(variables.shared?, do: variables.given, else: [])

  defp migrated(variables, policy),
    do: for({name, _} <- variables.changed, is_function(policy.(name)), do: name)

  defp migrate(name, function, old, new) do
    run = fn -> function.(name, Var.get(old, name), new.vars[name].value) end

    with {:ok, value} <- Migration.run({:var, name}, run, &answered/1),
         {:error, error} <- Var.put(new, name, value),
         do: Migration.failed({:var, name}, Exception.message(error))
  end

  defp answered({:ok, value}), do: {:ok, value}
  defp answered(other), do: {:unexpected, other}

  defp each(list, function) do
    Enum.reduce_while(list, :ok, fn element, :ok ->
      case function.(element) do
        :ok -> {:cont, :ok}
        {:error, error} -> {:halt, {:error, error}}
      end
    end)
  end
end
