defmodule Honey.HowItWorksTest do
  @moduledoc """
  What guides/how_it_works.md shows of the compiler's stages is what they give: each block below
  `<!-- syntax of Reads -->` has lines of that dump in their order, with gaps where it says `...`. (What
  clang and the kernel make of it depends on their versions, and is not held against anything.)
  """

  use ExUnit.Case, async: true

  @guide "guides/how_it_works.md"
  @external_resource @guide
  @text File.read!(@guide)

  @block ~r/^<!-- (\w+) of (\w+) -->\n```text\n(.*?)^```/ms

  setup_all do
    dumps =
      for [_, block, name] <- Regex.scan(~r/^```elixir\n(defmodule (\w+) do\n.*?)^```/ms, @text),
          into: %{},
          do: {name, dumps(block, name)}

    %{dumps: dumps}
  end

  for {[_, stage, module, lines], n} <- Enum.with_index(Regex.scan(@block, @text), 1) do
    test "block #{n}, #{stage} of #{module}", %{dumps: dumps} do
      shown = unquote(lines) |> String.split("\n", trim: true) |> Enum.reject(&(&1 =~ ~r/^; lib/))

      left =
        for run <- Enum.chunk_by(shown, &(&1 == "...")),
            run != ["..."],
            reduce: dump(dumps, unquote(module), unquote(stage)) do
          dump -> after_run(dump, run)
        end

      assert is_list(left)
    end
  end

  test "there are blocks of each stage" do
    stages = for [_, stage, _, _] <- Regex.scan(@block, @text), uniq: true, do: stage
    assert Enum.sort(stages) == ["c", "ir", "syntax", "typed"]
  end

  # What is behind the first place where these lines are one after the other.
  defp after_run(dump, run) do
    case Enum.find(0..length(dump), &(Enum.slice(dump, &1, length(run)) == run)) do
      nil ->
        flunk(
          "not in the dump in this order:\n\n#{Enum.join(run, "\n")}\n\nof\n\n#{Enum.join(dump, "\n")}"
        )

      place ->
        Enum.drop(dump, place + length(run))
    end
  end

  defp dump(dumps, module, stage), do: dumps[module] |> Map.fetch!(stage) |> String.split("\n")

  # Under another name, so that the guide's own modules can be there at the same time; in a file of the
  # name that the guide says it has.
  defp dumps(block, name) do
    block =
      String.replace(block, "defmodule #{name} do", "defmodule #{inspect(__MODULE__)}.#{name} do")

    [{module, _} | _] = Code.compile_string(block, "lib/#{Macro.underscore(name)}.ex")
    environment = %{Honey.Compiler.environment(File.cwd!()) | dump: [:all]}
    {:ok, result} = Honey.Compiler.compile(module.__honey__(:unit), environment)

    %{
      "syntax" => result.dumps.syntax,
      "typed" => result.dumps.typed,
      "ir" => result.dumps.ir,
      "c" => c(result.c_source)
    }
  end

  # As `mix honey.inspect --c` shows it.
  defp c(source) do
    for line <- String.split(source, "\n"), not String.starts_with?(line, "#line") do
      String.replace(line, "\t", "  ")
    end
    |> Enum.join("\n")
  end
end
