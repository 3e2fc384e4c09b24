defmodule Honey.Unit.Atoms do
  @moduledoc false
  # The atoms of a unit that the compiler cannot read: names in C, and the texts in the object, end at a NUL byte.

  alias Honey.{Diagnostic, Unit}

  @doc "One diagnostic for each place that has such an atom."
  @spec diagnostics(Unit.t() | map, Honey.Compiler.environment()) :: [Diagnostic.t()]
  def diagnostics(unit, environment) do
    sources = Map.get(environment, :sources, %{})
    beginning = %{file: Map.get(unit, :file), line: Map.get(unit, :line), column: nil}

    for {atom, place} <- unit |> find(beginning, []) |> Enum.reverse() |> Enum.uniq() do
      place
      |> Map.merge(story(atom))
      |> Map.merge(%{root: environment.root, source: sources[place.file]})
      |> Diagnostic.new()
    end
  end

  defp story(atom) do
    %{
      code: :bad_atom,
      message:
        "the atom `#{inspect(atom)}` has a NUL byte in it, which C has no way to write in a name",
      hint:
        "write `#{inspect(without(atom))}`, for example; a string, such as \"a\\0b\", may have one"
    }
  end

  defp without(atom),
    do: atom |> Atom.to_string() |> String.replace(<<0>>, "_") |> String.to_atom()

  # What has a line is the place of all that is in it.
  defp find(atom, place, found) when is_atom(atom) do
    if String.contains?(Atom.to_string(atom), <<0>>), do: [{atom, place} | found], else: found
  end

  defp find(%{} = map, place, found) do
    place = place |> at(map) |> Map.put(:file, Map.get(map, :file) || place.file)
    # Not the map itself: the default of a variable may be a struct.
    map |> Map.to_list() |> Enum.sort() |> Enum.reduce(found, &find(&1, place, &2))
  end

  defp find({form, meta, rest}, place, found) when is_list(meta) do
    place = if Keyword.keyword?(meta), do: at(place, Map.new(meta)), else: place
    find(rest, place, find(meta, place, find(form, place, found)))
  end

  defp find(tuple, place, found) when is_tuple(tuple),
    do: tuple |> Tuple.to_list() |> find(place, found)

  defp find([first | rest], place, found), do: find(rest, place, find(first, place, found))
  defp find(_, _place, found), do: found

  defp at(place, %{line: line} = known) when is_integer(line) and line > 0,
    do: %{place | line: line, column: Map.get(known, :column)}

  defp at(place, _), do: place
end
