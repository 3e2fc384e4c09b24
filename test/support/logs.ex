defmodule Honey.Test.Logs do
  @moduledoc """
  The catalogue of refusals in test/logs: what real kernels said of programs that each are wrong in
  one way, and what `Honey.Error` makes of it.

    * `programs/NAME.bpf.c` - a program that is refused
    * `objects/NAME.bpf.o` - the object that the logs are of
    * `KERNEL/NAME.log` - what that kernel answered: the step and the error on the first line, and
      libbpf's text. Where it took the program, there is no log. Of long logs, the middle is left out
    * `KERNEL/NAME.err` - the message

  scripts/logs.sh renews objects and logs; `HONEY_UPDATE_GOLDEN=1 mix test test/honey/logs_test.exs` the
  messages.
  """

  @directory Path.expand("../logs", __DIR__)

  # Of a log, the lines that are kept at its beginning and at its end.
  @head 8
  @tail 32

  @doc "The folder."
  @spec directory() :: Path.t()
  def directory, do: @directory

  @doc "The names of the programs."
  @spec names() :: [String.t()]
  def names do
    for path <- Path.wildcard(Path.join(@directory, "programs/*.bpf.c")),
        do: Path.basename(path, ".bpf.c")
  end

  @doc "The kernels of which there are logs."
  @spec kernels() :: [String.t()]
  def kernels,
    do: for("" <> name <- File.ls!(@directory), name =~ ~r/^\d/, do: name) |> Enum.sort()

  @doc "The logs of a kernel, as `{name, path}`."
  @spec logs(String.t()) :: [{String.t(), Path.t()}]
  def logs(kernel) do
    for path <- Path.wildcard(Path.join([@directory, kernel, "*.log"])),
        do: {Path.basename(path, ".log"), path}
  end

  @doc "What a stored log says, as the loader would give it."
  @spec read(Path.t()) :: {step :: atom, Honey.LoaderNif.reason()}
  def read(path) do
    [first, text] = path |> File.read!() |> String.split("\n", parts: 2)
    [step, errno, words] = String.split(first, " ", parts: 3)
    {String.to_atom(step), {String.to_atom(errno), words, text}}
  end

  @doc "The object that a log is of."
  @spec object(String.t()) :: binary
  def object(name), do: File.read!(Path.join([@directory, "objects", name <> ".bpf.o"]))

  @doc "Compiles a program as it is stored: without DWARF, and without a path of this machine."
  @spec build!(String.t()) :: binary
  def build!(name) do
    out =
      Path.join(System.tmp_dir!(), "honey-log-#{name}-#{System.unique_integer([:positive])}.o")

    {machine, 0} = System.cmd("clang", ["-print-target-triple"])
    include = "/usr/include/#{String.replace(String.trim(machine), "-pc-", "-")}"

    arguments =
      ~w(-target bpf -mcpu=v3 -g -O2 -Wall -Werror -fdebug-compilation-dir=. -I #{include}) ++
        ["-c", name <> ".bpf.c", "-o", out]

    {_, 0} = System.cmd("clang", arguments, cd: Path.join(@directory, "programs"))
    {_, 0} = System.cmd("llvm-strip", ["-g", out])
    File.read!(out)
  after
    Path.wildcard(Path.join(System.tmp_dir!(), "honey-log-#{name}-*.o")) |> Enum.each(&File.rm/1)
  end

  @doc "Writes the objects, and to a folder what `run_corpus` (c_src/vm) loads them by."
  @spec write_corpus(Path.t()) :: :ok
  def write_corpus(folder) do
    objects = Path.join(@directory, "objects")
    File.rm_rf!(objects)
    for path <- [objects, folder], do: File.mkdir_p!(path)

    for name <- names(), path <- [objects, folder] do
      File.write!(Path.join(path, name <> ".bpf.o"), build!(name))
    end

    # The last one is for a process that may lock no memory.
    lines = for name <- names() -- ["memory_limit"], do: "log #{name}.bpf.o\n"
    File.write!(Path.join(folder, "manifest"), [lines, "limit\nlog memory_limit.bpf.o\n"])
  end

  @doc "Stores what `run_corpus` told on a kernel."
  @spec keep(kernel :: String.t(), report :: Path.t()) :: :ok
  def keep(kernel, report) do
    folder = Path.join(@directory, kernel)
    File.mkdir_p!(folder)
    for {_, path} <- logs(kernel), do: File.rm!(path)

    report
    |> File.stream!([], :line)
    |> Stream.map(&String.trim_trailing(&1, "\n"))
    |> Stream.map(&String.trim_trailing(&1, "\r"))
    |> Stream.chunk_while(nil, &gather/2, &{:cont, &1, nil})
    |> Enum.each(&store(folder, &1))
  end

  defp gather("log\t" <> heading, previous), do: {:cont, previous, {heading, [], []}}

  defp gather("| " <> line, {heading, head, tail}) when length(head) < @head,
    do: {:cont, {heading, [line | head], tail}}

  # Not all of a log of megabytes at once.
  defp gather("| " <> line, {heading, head, tail}) do
    tail = if length(tail) > 4 * @tail, do: Enum.take(tail, @tail) ++ ["..."], else: tail
    {:cont, {heading, head, [line | tail]}}
  end

  defp gather(_, gathered), do: {:cont, gathered}

  defp store(_folder, nil), do: :ok

  defp store(folder, {heading, head, tail}) do
    case String.split(heading, "\t") do
      [_path, "none"] ->
        :ok

      [path, step, errno, words] ->
        name = Path.basename(path, ".bpf.o")
        text = Enum.map(Enum.reverse(head) ++ Enum.reverse(shorten(tail)), &[&1, "\n"])
        File.write!(Path.join(folder, name <> ".log"), ["#{step} #{errno} #{words}\n", text])
    end
  end

  defp shorten(tail) do
    if length(tail) > @tail + 1, do: Enum.take(tail, @tail) ++ ["..."], else: tail
  end
end
