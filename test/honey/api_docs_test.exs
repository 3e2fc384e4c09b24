defmodule Honey.ApiDocsTest do
  @moduledoc """
  The documentation of the public modules, as it was compiled: nothing public is without words, a
  spec and an example, and what is named in one place is there.

  A module is public unless it says `@moduledoc false`, a function unless it says `@doc false`.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Documentation

  doctest Honey.Argument
  doctest Honey.Nif
  doctest Honey.ToolError
  doctest Honey.Json
  doctest Honey.Suggestion
  doctest Honey.Text

  @guides ["README.md" | Path.wildcard("guides/*.md")]

  # `Honey.Map.get/2`, also behind `t:` or `c:`.
  @reference ~r/`([tc]:)?(Honey(?:\.[A-Z]\w*)*|Mix(?:\.[A-Z]\w*)+)\.([a-z_]\w*[?!]?)\/(\d+)`/
  @module ~r/`((?:Honey|Mix\.Tasks)(?:\.[A-Z]\w*)+)`/
  # It names modules of the other project.
  @from_honey_potion "guides/from_honey_potion.md"

  # A function that cannot be called yet has no example; its documentation says what to write instead.
  @uncallable for row <- Honey.Nif.helpers(),
                  row.obstacle,
                  into: MapSet.new(),
                  do: {String.to_atom(row.name), length(row.parameters)}

  setup_all do
    %{public: Documentation.public()}
  end

  test "public modules have a description with an example", %{public: public} do
    assert length(public) > 30
    assert [] == for({module, nil, _} <- public, do: module)
    assert [] == for({module, text, _} <- public, not Documentation.example?(text), do: module)
  end

  test "public functions and macros have words, and an example", %{public: public} do
    functions = functions(public)
    assert length(functions) > 350
    assert [] == for({function, nil} <- functions, do: function)
    assert [] == for({function, text} <- functions, not (text =~ ~r/\A\S.*[.:]/s), do: function)

    without =
      for {{_, module, name, arity} = function, text} <- functions,
          not Documentation.example?(text),
          module != Honey.BpfHelpers or {name, arity} not in @uncallable,
          do: function

    assert without == []
  end

  test "public functions have a spec", %{public: public} do
    without =
      for {module, _, entries} <- public,
          {:ok, specs} = Code.Typespec.fetch_specs(module),
          {{:function, name, arity}, text, _} when text != :hidden <- entries,
          not List.keymember?(specs, {name, arity}, 0),
          do: {module, name, arity}

    assert without == []
  end

  test "public types have words", %{public: public} do
    without =
      for {module, _, entries} <- public,
          {{:type, name, arity}, nil, _} <- entries,
          do: {module, name, arity}

    assert without == []
  end

  test "functions, macros and types that documentation names are there, and public", %{
    public: public
  } do
    named =
      for {place, text} <- texts(public),
          [_, kind, module, name, arity] <- Regex.scan(@reference, text) do
        {place, kind, Module.concat([module]), String.to_atom(name), String.to_integer(arity)}
      end

    assert length(named) > 50
    assert [] == Enum.reject(named, &there?(&1, public))
  end

  test "modules that documentation names are there, and public", %{public: public} do
    named =
      for {place, text} <- texts(public),
          place != @from_honey_potion,
          [_, name] <- Regex.scan(@module, text),
          do: {place, Module.concat([name])}

    assert length(named) > 50
    assert [] == Enum.reject(named, fn {_, name} -> List.keymember?(public, name, 0) end)

    architecture = Regex.scan(@module, File.read!("ARCHITECTURE.md"))
    assert [] == for([_, name] <- architecture, not loaded?(name), do: name)
  end

  describe "an example" do
    test "is lines of iex, or a block that is indented or fenced" do
      assert Documentation.example?("Words.\n\n    iex> 1 + 1\n    2\n")
      assert Documentation.example?("Words:\n\n    Honey.stop(pid)\n\nMore.")
      assert Documentation.example?("Words:\n\n```elixir\nHoney.stop(pid)\n```\n")
    end

    test "is not the lines of a list, nor a block that Markdown takes for a part of one" do
      refute Documentation.example?("Words.")
      refute Documentation.example?("Options:\n\n  * `a:` - one\n    thing\n")

      refute Documentation.example?(
               "Options:\n\n  * `a:` - one\n    thing\n\n    Honey.stop(pid)\n"
             )

      assert Documentation.example?("Options:\n\n  * `a:` - one\n\nSo:\n\n    Honey.stop(pid)\n")
    end
  end

  defp there?({_, "", module, name, arity}, public) do
    Enum.any?(entries(public, module), fn {{kind, other, most}, text, defaults} ->
      kind in [:function, :macro] and other == name and text != :hidden and
        arity in (most - defaults)..most
    end)
  end

  defp there?({_, kind, module, name, arity}, public) do
    kind = %{"t:" => :type, "c:" => :callback}[kind]
    Enum.any?(entries(public, module), &match?({{^kind, ^name, ^arity}, _, _}, &1))
  end

  defp entries(public, module) do
    with {_, _, entries} <- List.keyfind(public, module, 0, []), do: entries
  end

  defp loaded?(name), do: Code.ensure_loaded?(Module.concat([name]))

  # All that is read, with its place.
  defp texts(public) do
    for({module, text, _} when is_binary(text) <- public, do: {module, text}) ++
      for(
        {{_, module, name, arity}, text} <- functions(public),
        do: {{module, name, arity}, text}
      ) ++
      for(file <- @guides, do: {file, File.read!(file)})
  end

  defp functions(public) do
    for {module, _, entries} <- public,
        {{kind, name, arity}, text, _} when text != :hidden <- entries,
        kind in [:function, :macro],
        do: {{kind, module, name, arity}, text}
  end
end
