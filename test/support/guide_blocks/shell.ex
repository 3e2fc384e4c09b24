defmodule Honey.Test.GuideBlocks.Shell do
  @moduledoc """
  Commands that a guide shows: the tasks of Mix, the targets of make and the paths that they name
  exist. Where a block makes a project of its own (`mix new`), or goes to a directory that is not in the
  tree, its paths are not looked at from then on.
  """

  @commands ~w(sudo make mix cd rm mkdir git apt-get elixir iex ip bpftool clang mount cat sh unshare journalctl
               systemctl setcap perf)

  @doc "Is this block one of commands?"
  @spec shell?(map) :: boolean
  def shell?(block) do
    block.language in ~w(sh shell bash console) or Enum.any?(block.lines, &(&1 =~ ~r/^\$ /)) or
      (block.language == nil and block.lines != [] and command?(hd(block.lines)))
  end

  defp command?(line) do
    case String.split(line) do
      [word | _] -> word in @commands or word =~ ~r{^(bench|scripts)/\w}
      [] -> false
    end
  end

  @doc "The commands of a block; other lines are what they print, where there are lines with `$ `."
  @spec commands(map) :: [String.t()]
  def commands(block) do
    prompt? = Enum.any?(block.lines, &(&1 =~ ~r/^\$ /))

    block.lines
    |> Enum.join("\n")
    |> String.replace("\\\n", " ")
    |> String.split("\n")
    |> Enum.filter(&(not prompt? or &1 =~ ~r/^\$ /))
    |> Enum.map(&(&1 |> String.replace(~r/^\$ /, "") |> String.replace(~r/(^|\s)#\s.*/, "")))
    |> Enum.reject(&(String.trim(&1) == ""))
  end

  @doc "What is wrong with a block's commands."
  @spec problems(map, Path.t()) :: [String.t()]
  def problems(block, root) do
    {problems, _} =
      for line <- commands(block),
          command <- line |> unquoted() |> String.split(~r/ (&&|\|) /),
          reduce: {[], root} do
        {problems, directory} ->
          {more, directory} = command |> String.split() |> check(directory, root)
          {problems ++ more, directory}
      end

    problems
  end

  defp unquoted(line), do: String.replace(line, ~r/"[^"]*"|'[^']*'/, "QUOTED")

  @doc "Elixir code that is given to `mix run -e` and the like."
  @spec elixir(map) :: [String.t()]
  def elixir(block) do
    for command <- commands(block),
        command =~ ~r/\b(mix|elixir|iex)\b/,
        [_, code] <-
          Regex.scan(~r/ -e "([^"]+)"/, command) ++ Regex.scan(~r/ -e '([^']+)'/, command),
        do: code
  end

  @doc "What is wrong with the commands that a text names in passing, as in `make test`."
  @spec named(String.t(), Path.t()) :: [String.t()]
  def named(text, root) do
    for [_, command] <- Regex.scan(~r/`((?:mix|make) [a-z][^`]*)`/, text),
        {problems, _} = check(String.split(command), root, root),
        problem <- problems,
        do: problem
  end

  defp check(["sudo" | words], directory, root), do: check(words, directory, root)
  defp check(["cd", to], :elsewhere, root), do: {[], existing(to, root)}

  defp check(["cd", to], directory, _root) do
    {[], existing(to, directory)}
  end

  defp check(["mix", "new" | _], _directory, _root), do: {[], :elsewhere}

  defp check([program | words], directory, root) do
    cond do
      program =~ ~r/^[A-Z_]+=/ -> check(words, directory, root)
      program == "mix" -> {task(words), directory}
      program == "make" -> {targets(words, directory), directory}
      true -> {paths([program | words], directory), directory}
    end
  end

  defp check([], directory, _root), do: {[], directory}

  defp existing(to, directory) do
    path = Path.join(directory, to)
    if File.dir?(path), do: path, else: :elsewhere
  end

  defp task([name | _]) do
    if name =~ ~r/^-/ or Mix.Task.get(String.trim_trailing(name, ",")),
      do: [],
      else: ["there is no task `mix #{name}`"]
  end

  defp task([]), do: []

  defp targets(_words, :elsewhere), do: []

  defp targets(words, directory) do
    makefile = File.read!(Path.join(directory, "Makefile"))

    for target <- words,
        target =~ ~r/^[a-z][a-z-]*$/,
        not (makefile =~ ~r/^#{target}:/m),
        do: "there is no target `make #{target}`"
  end

  defp paths(_words, :elsewhere), do: []

  defp paths(words, directory) do
    for word <- words,
        word =~ ~r{^[a-z_.][\w.-]*(/[\w.-]+)+$},
        not File.exists?(Path.join(directory, word)),
        do: "there is no #{word}"
  end
end
