defmodule Honey.Test.GuideBlocks.Page do
  @moduledoc """
  A page as a whole: its blocks, what is wrong with each, and with its links.
  """

  alias Honey.Test.GuideBlocks
  alias Honey.Test.GuideBlocks.{Compile, Run, Shell}

  @doc "The pages of a tree, relative to its root."
  @spec files(Path.t()) :: [Path.t()]
  def files(root) do
    for pattern <- ["README.md", "guides/*.md", "bench/README.md", "examples/**/README.md"],
        path <- Path.wildcard(Path.join(root, pattern)),
        not (path =~ ~r{/(deps|_build)/}),
        do: Path.relative_to(path, root)
  end

  @doc """
  The blocks of a page. Those of an entry of troubleshooting.md are pairs of what is refused and what
  is not, which `Honey.TroubleshootingTest` compiles.
  """
  @spec blocks(Path.t(), Path.t()) :: [GuideBlocks.t()]
  def blocks(file, root) do
    blocks = GuideBlocks.read(file, root)

    if Path.basename(file) == "troubleshooting.md",
      do: Enum.reject(blocks, &(&1.kind == :code and &1.heading =~ ~r/^### `/)),
      else: blocks
  end

  @doc "Compiles the code of a page's blocks: what is wrong with a block, and its modules, by its line."
  @spec check([GuideBlocks.t()], Path.t(), Path.t()) ::
          %{pos_integer => %{problems: [String.t()], modules: [module], live: map}}
  def check(blocks, file, root) do
    guide = file |> Compile.new() |> Compile.put_modules_of(modules(file, root))
    compiled = Compile.compile_all(Enum.map(blocks, &with_code_of_shell/1), guide)

    found =
      for result <- compiled, into: %{} do
        {result.block.line,
         %{problems: Compile.problems(result), modules: result.modules, live: result.live}}
      end

    for block <- blocks, into: %{} do
      found = Map.get(found, block.line, %{problems: [], modules: [], live: Run.of_object([])})
      problems = message_problems(block, root) ++ other_problems(block, root) ++ found.problems
      {block.line, %{found | problems: problems}}
    end
  end

  # What is given to `mix run -e` is compiled as well.
  defp with_code_of_shell(%{kind: :shell} = block) do
    case Shell.elixir(block) do
      [] -> block
      codes -> %{block | kind: :code, lines: Enum.flat_map(codes, &String.split(&1, "; "))}
    end
  end

  defp with_code_of_shell(block), do: block

  defp other_problems(%{kind: :shell} = block, root), do: Shell.problems(block, root)
  defp other_problems(%{kind: :c} = block, _), do: c_problems(block)

  defp other_problems(%{kind: :unknown}, _),
    do: ["neither code nor a command; what is printed is fenced as `text`"]

  defp other_problems(_, _), do: []

  # A message has a hint, and in front of it the code of an entry of troubleshooting.md.
  defp message_problems(%{kind: kind} = block, root) when kind in [:text, :iex] do
    for message <-
          block.lines |> Enum.join("\n") |> String.split(~r/^ +hint: /m) |> Enum.drop(-1),
        not Enum.any?(Regex.scan(~r/\[([a-z_]+)\]/, message), fn [_, code] ->
          code in codes(root)
        end),
        do: "the message before a hint has no code of troubleshooting.md in brackets"
  end

  defp message_problems(_, _), do: []

  defp codes(root) do
    page = File.read!(Path.join(root, "guides/troubleshooting.md"))
    for [_, code] <- Regex.scan(~r/^### `(\w+)`$/m, page), do: code
  end

  defp c_problems(block) do
    source =
      Path.join(
        System.tmp_dir!(),
        "honey-guide-#{System.pid()}-#{System.unique_integer([:positive])}.c"
      )

    File.write!(source, Enum.join(block.lines, "\n"))
    arguments = ["-Wall", "-Werror", "-fsyntax-only", source]
    {text, status} = System.cmd(Honey.Compiler.clang(), arguments, stderr_to_stdout: true)
    File.rm!(source)
    if status == 0, do: [], else: [text]
  end

  # An example's own modules.
  defp modules("examples/" <> _ = file, root) do
    directory = Path.join(root, Path.dirname(file))

    for below <- ["lib", "test/support"],
        path <- Path.wildcard("#{directory}/#{below}/**/*.ex"),
        do: path
  end

  defp modules(_, _), do: []

  @doc "Has a module programs?"
  @spec programs?(module) :: boolean
  def programs?(module),
    do: function_exported?(module, :__honey__, 1) and module.__honey__(:elf) != nil

  @doc """
  What is wrong with the code of a source's documentation, which has only a part of what it would need to be
  compiled: what does not parse, and calls and options that are not there. Sessions are doctests.
  """
  @spec documentation_problems(Path.t(), Path.t()) :: [String.t()]
  def documentation_problems(file, root) do
    for block <- GuideBlocks.read(file, root),
        problem <- documentation_problems(block),
        do: "#{GuideBlocks.place(block)}: #{problem}"
  end

  defp documentation_problems(%{kind: kind} = block) when kind in [:code, :iex, :test] do
    {forms, _} = Compile.forms(block)
    Run.unknown_calls(forms) ++ Run.unknown_options(forms)
  end

  defp documentation_problems(%{kind: :unknown}), do: ["it is neither code nor a command"]
  defp documentation_problems(_), do: []

  @doc "What is wrong with a page's text: commands that it names, links that lead nowhere."
  @spec text_problems(Path.t(), Path.t()) :: [String.t()]
  def text_problems(file, root) do
    path = Path.join(root, file)
    text = Regex.replace(~r/^```.*?^```$/ms, File.read!(path), "")

    links =
      for [_, link] <- Regex.scan(~r/\]\(([^)\s]+)\)/, text),
          not (link =~ ~r/^https?:/),
          problem = link_problem(link, path),
          do: problem

    Shell.named(text, root) ++ links
  end

  defp link_problem(link, path) do
    [to | anchor] = String.split(link, "#", parts: 2)
    target = if to == "", do: path, else: Path.expand(to, Path.dirname(path))

    cond do
      not File.exists?(target) -> "#{link} leads nowhere"
      anchor != [] and hd(anchor) not in anchors(target) -> "#{link}: there is no such heading"
      true -> nil
    end
  end

  defp anchors(path) do
    for [_, heading] <- Regex.scan(~r/^\#{1,6} (.+)$/m, File.read!(path)) do
      heading
      |> String.downcase()
      |> String.replace(~r/[^\w\- ]/u, "")
      |> String.replace(" ", "-")
    end
  end
end
