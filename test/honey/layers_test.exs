defmodule Honey.LayersTest do
  @moduledoc "The C layers of ARCHITECTURE.md include only what stands above them there."

  use ExUnit.Case, async: true

  @architecture File.read!("ARCHITECTURE.md")

  test "a folder includes itself and the folders that its row names" do
    rows = Regex.scan(~r/^\| `c_src\/(\w+)` \| .* \| (.*) ?\|$/mU, @architecture)
    allowed = Map.new(rows, fn [_, folder, includes] -> {folder, words(includes)} end)
    all = Map.keys(allowed)
    assert Enum.sort(all) == Enum.sort(folders("c_src"))

    for folder <- all, {file, included} <- includes("c_src/#{folder}/**") do
      assert included in all, "#{file} includes of #{included}, which is no layer"

      assert included == folder or reaches?(allowed, folder, included),
             "#{file} includes of #{included}"
    end
  end

  test "a folder of the compiler includes itself and the folders above it" do
    rows = Regex.scan(~r/^\| `c_src\/compiler\/(\w+)` \|/m, @architecture)
    order = rows |> Enum.map(&List.last/1) |> Enum.with_index() |> Map.new()
    assert Enum.sort(Map.keys(order)) == Enum.sort(folders("c_src/compiler"))

    for {folder, place} <- order,
        {file, included} <- includes("c_src/compiler/#{folder}", "compiler/") do
      assert Map.has_key?(order, included), "#{file} includes of #{included}, which is no layer"
      assert order[included] <= place, "#{file} includes of #{included}, a layer below its own"
    end
  end

  test "variables of the generated C that are no values are those of own_name.def" do
    listed =
      Regex.scan(~r/^OWN_NAME\((\w+)\)/m, File.read!("c_src/compiler/emit/own_name.def"))
      |> Enum.map(&List.last/1)

    # With a number behind: `text_end_%d`. Names in C begin behind what is no letter, or an escape.
    printed =
      for file <- Path.wildcard("c_src/compiler/emit/*.c"),
          text <- Regex.scan(~r/"(?:[^"\\\n]|\\.)*"/, File.read!(file)),
          text = text |> hd() |> String.replace(~r/\\[a-z]/, " "),
          [_, name] <- Regex.scan(~r/(?<![\w%])([a-z]\w*?)_%z?[du]/, text),
          not String.starts_with?(name, "honey"),
          uniq: true,
          do: name

    assert Enum.sort(printed) == Enum.sort(listed)
  end

  defp folders(of),
    do: for(path <- Path.wildcard("#{of}/*"), File.dir?(path), do: Path.basename(path))

  # The folders that files include from, as they name them.
  defp includes(folder, below \\ "") do
    for file <- Path.wildcard("#{folder}/*.{c,h,S}"),
        [_, included] <- Regex.scan(~r/^#include "#{below}(\w+)[\/.]/m, File.read!(file)),
        do: {file, included}
  end

  defp words("all but " <> one), do: {:all_but, String.trim(one)}
  defp words(text), do: Regex.scan(~r/\w+/, text) |> List.flatten()

  defp reaches?(allowed, folder, included) do
    case Map.get(allowed, folder, []) do
      {:all_but, one} ->
        included != one

      names ->
        Enum.any?(names, &(&1 == included or (&1 != folder and reaches?(allowed, &1, included))))
    end
  end
end
