defmodule Honey.Upgrade.Change do
  @moduledoc false
  # In what two versions of a map differ, and what is said of it.

  alias Honey.{Codec, Error}
  alias Honey.Map.{Difference, Opening}

  @type t :: String.t()

  @doc "What the module's definitions say; the kernel's own terms come after (`kernel/1`)."
  @spec between(map, [map], map, [map]) :: [t]
  def between(known, known_types, declared, types) do
    facts(known, declared) ++
      meaning("key_type", known[:key], known_types, declared[:key], types) ++
      meaning("value_type", known[:value], known_types, declared[:value], types) ++
      records(known, known_types, declared, types) ++ inner(known, known_types, declared, types)
  end

  defp facts(known, declared) do
    for {key, what} <- [type: "type", max_entries: "max_entries", elf_name: "name in the ELF"],
        known[key] != declared[key],
        do: was(what, inspect(known[key]), inspect(declared[key]))
  end

  defp meaning(what, before, before_types, now, types) do
    cond do
      before != now ->
        [was(what, inspect(before), inspect(now))]

      Opening.codec(before, before_types) != Opening.codec(now, types) ->
        [other_fields(what, inspect(now)) <> fields(now, before_types, types)]

      true ->
        []
    end
  end

  # Records in the ring have the number of their type: the types that were keep theirs.
  defp records(%{types: before}, before_types, %{types: now}, types) do
    first = Enum.take(now, length(before))

    cond do
      first != before -> [was("types", names(before), names(now))]
      codecs(before, before_types) != codecs(first, types) -> [other_fields("types", names(now))]
      true -> []
    end
  end

  defp records(_, _, _, _), do: []

  defp codecs(list, types), do: Enum.map(list, &Codec.compile(&1, types))
  defp names(list), do: inspect(for {:struct, name} <- list, do: name)

  defp inner(%{inner: before}, before_types, %{inner: now}, types) do
    ignored = [:key, :value]

    if Map.drop(before, ignored) == Map.drop(now, ignored),
      do:
        meaning("inner key_type", before.key, before_types, now.key, types) ++
          meaning("inner value_type", before.value, before_types, now.value, types),
      else: ["its `inner` has another definition"]
  end

  defp inner(_, _, _, _), do: []

  @doc "What the loader has found."
  @spec kernel([Honey.LoaderNif.difference()]) :: [t]
  def kernel(differences), do: [Difference.text(differences, "before", "now")]

  @doc "Of a variable's type."
  @spec type(term, [map], term, [map]) :: [t]
  def type(before, before_types, now, types),
    do: meaning("type", before, before_types, now, types)

  @doc "Of the maps and variables that changed, with their changes; whether one of the maps is pinned."
  @spec error([{atom, [t]}], [{atom, [t]}], boolean) :: Error.t()
  def error(maps, vars, pinned?) do
    causes =
      for {noun, changed} <- [{"map", maps}, {"variable", vars}],
          {name, changes} <- changed,
          do: "#{noun} `#{name}`: #{Enum.join(changes, ", ")}"

    Error.new(
      step: :upgrade,
      reason: :changed,
      map: if(vars == [], do: only(maps)),
      var: if(maps == [], do: only(vars)),
      cause: Enum.join(causes, "; "),
      hint: "the old version runs on. " <> hint(maps, vars, pinned?)
    )
  end

  defp only([{name, _}]), do: name
  defp only(_), do: nil

  defp hint([], [{name, _} | _], _pinned?) do
    "`Honey.upgrade(object, on_change: :reset)` gives such variables their new defaults, " <>
      "`vars: [#{name}: ...]` another value, `on_change: fn name, old, new -> {:ok, value} end` one that is " <>
      "made of the old one"
  end

  defp hint(_maps, vars, pinned?) do
    variables =
      if vars == [],
        do: "",
        else: ", and variables with their new defaults, or with what it answers: `{:ok, value}`"

    if(pinned?, do: unpin_first(), else: on_change()) <> variables
  end

  defp on_change do
    "`Honey.upgrade(object, on_change: :reset)` begins with such maps empty, " <>
      "`on_change: fn name, old, new -> ... end` fills them"
  end

  defp unpin_first do
    "What is pinned keeps its name: first `Honey.unpin(object)`, after which the old map lives as long as " <>
      "its object, then #{on_change()}; the new one is pinned in its place"
  end

  @doc "A map that was to be replaced has its name still."
  @spec pinned(Error.t()) :: Error.t()
  def pinned(error), do: %{error | hint: "the old version runs on. " <> unpin_first()}

  defp was(what, before, now), do: "`#{what}` was #{before} and is #{now}"
  defp other_fields(what, now), do: "the fields of its `#{what}`, #{now}, are other ones"

  # Which ones, where they are the struct's own and not those of a part of it.
  defp fields({:struct, name}, before_types, types) do
    before = fields_of(before_types, name)
    now = fields_of(types, name)

    became =
      for {field, type} <- before, now[field] != type do
        if Keyword.has_key?(now, field),
          do: was(field, inspect(type), inspect(now[field])),
          else: "`#{field}` is not there any more"
      end

    came = for {field, _} <- now, not Keyword.has_key?(before, field), do: "`#{field}` is new"
    if became ++ came == [], do: "", else: ": " <> Enum.join(became ++ came, ", ")
  end

  defp fields(_type, _before_types, _types), do: ""

  defp fields_of(types, name) do
    for %{name: ^name, fields: fields} <- types, field <- fields, do: {field.name, field.type}
  end
end
