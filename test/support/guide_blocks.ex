defmodule Honey.Test.GuideBlocks do
  @moduledoc """
  The blocks of code of a Markdown file, fenced or indented, and what becomes of each in a test.

  Its content decides a block's kind:

    * `:code` - Elixir: modules, parts of a module with `use Honey`, expressions of programs, ordinary
      Elixir. `Honey.Test.GuideBlocks.Compile` puts the parts into a module, which is compiled: a
      warning is a failure. What calls `Honey.Sim` is run, and held against what stands behind `#=>`
    * `:test` - a module with `use ExUnit.Case`: a test module here, too
    * `:iex` - lines that begin with `iex>`: as `:code`; what is under a line is what it gives
    * `:shell` - commands: `Honey.Test.GuideBlocks.Shell`
    * `:c` - C: compiled
    * `:text` - what is said or printed: fenced as `text` or `ini`, or as nothing with a `hint:`, which
      is a message

  What is none of these is `:unknown`, which fails. A comment `# refused: CODE` says that a block
  must be refused with the diagnostic of this code and no other, `# warns: CODE` that it is compiled
  with it.
  """

  alias Honey.Test.GuideBlocks.Shell

  @type t :: %{
          file: Path.t(),
          line: pos_integer,
          language: String.t() | nil,
          heading: String.t(),
          lines: [String.t()],
          kind: :code | :test | :iex | :shell | :c | :text | :unknown
        }

  @doc "The blocks of a file, in its order: of a page, or of the documentation in a source."
  @spec read(Path.t(), Path.t()) :: [t]
  def read(file, root) do
    text = root |> Path.join(file) |> File.read!()

    if Path.extname(file) == ".ex",
      do: text |> documentation() |> blocks(file),
      else: blocks(text, file)
  end

  @doc "What a source's `@doc`s say, each line where it stands, and nothing else."
  @spec documentation(String.t()) :: String.t()
  def documentation(source) do
    options = [literal_encoder: &{:ok, {:__block__, &2, [&1]}}, token_metadata: true]
    {_, lines} = source |> Code.string_to_quoted!(options) |> Macro.prewalk(%{}, &note_doc/2)
    Enum.map_join(1..Enum.max(Map.keys(lines), fn -> 1 end), "\n", &Map.get(lines, &1, ""))
  end

  defp note_doc({:@, _, [{name, _, [{:__block__, meta, [text]}]}]} = node, lines)
       when name in [:moduledoc, :doc, :typedoc] and is_binary(text) do
    if meta[:delimiter] == ~S("""),
      do:
        {node,
         text
         |> String.split("\n")
         |> Enum.with_index(&{&2 + meta[:line] + 1, &1})
         |> Enum.into(lines)},
      else: {node, lines}
  end

  defp note_doc(node, lines), do: {node, lines}

  @doc "The blocks of a text; `line` is that of a block's first line of code."
  @spec blocks(String.t(), Path.t()) :: [t]
  def blocks(text, file) do
    text
    |> String.split("\n")
    |> Enum.with_index(1)
    |> scan("", "", [])
    |> Enum.reverse()
    |> Enum.map(fn block ->
      block = Map.put(block, :file, file)
      Map.put(block, :kind, kind(block, Enum.join(block.lines, "\n")))
    end)
  end

  # `before` is the line before, without what is blank in it; after a block it may be any.
  defp scan([{"```" <> language, line} | rest], _before, heading, blocks) do
    {code, rest} =
      Enum.split_while(rest, fn {text, _} -> not String.starts_with?(text, "```") end)

    language = if language != "", do: language
    lines = Enum.map(code, &elem(&1, 0))
    block = %{line: line + 1, language: language, heading: heading, lines: lines}
    scan(Enum.drop(rest, 1), "```", heading, [block | blocks])
  end

  defp scan([{"    " <> _, line} | _] = texts, "", heading, blocks) do
    {code, rest} = Enum.split_while(texts, fn {text, _} -> text =~ ~r/^(    |$)/ end)
    lines = Enum.map(code, fn {text, _} -> String.replace_prefix(text, "    ", "") end)
    lines = lines |> Enum.reverse() |> Enum.drop_while(&(&1 == "")) |> Enum.reverse()

    scan(rest, "", heading, [
      %{line: line, language: nil, heading: heading, lines: lines} | blocks
    ])
  end

  defp scan([{"#" <> _ = heading, _} | rest], _before, _, blocks),
    do: scan(rest, "#", heading, blocks)

  defp scan([{text, _} | rest], _before, heading, blocks),
    do: scan(rest, String.trim(text), heading, blocks)

  defp scan([], _before, _heading, blocks), do: blocks

  defp kind(%{language: "c"}, _), do: :c
  defp kind(%{language: language}, _) when language in ["ini"], do: :text

  defp kind(block, text) do
    cond do
      text =~ ~r/^iex(\(\d+\))?> /m -> :iex
      Shell.shell?(block) -> :shell
      block.language == "text" -> :text
      block.language in [nil, "elixir"] and text =~ ~r/^ *use ExUnit.Case/m -> :test
      block.language in [nil, "elixir"] and parses?(text) -> :code
      block.language == nil and text =~ ~r/^ +hint: /m -> :text
      true -> :unknown
    end
  end

  defp parses?(text), do: match?({:ok, _}, parse(text)) or match?({:ok, _}, parse("[#{text}\n]"))

  defp parse(text), do: Code.string_to_quoted(text, emit_warnings: false)

  @doc "The codes that a block says it is refused or warned of with."
  @spec promised(t) :: [{:refused | :warns, String.t()}]
  def promised(block) do
    for line <- block.lines,
        [_, how, codes] <- Regex.scan(~r/# .*?\b(refused|warns): ([a-z_, ]+)$/, line),
        code <- String.split(codes, ", "),
        do: {String.to_existing_atom(how), code}
  end

  @doc "A block's place."
  @spec place(t) :: String.t()
  def place(block), do: "#{block.file}:#{block.line}"
end
