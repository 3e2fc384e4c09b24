defmodule Honey.Test.Elf do
  @moduledoc """
  BPF objects from the C files of test/support/loader, for tests of the loader that must not depend
  on Honey's compiler.
  """

  @directory Path.join(__DIR__, "loader")

  @doc "Compiles NAME.bpf.c; the definitions are given to the preprocessor."
  @spec build(binary(), keyword()) :: {:ok, binary()} | {:error, binary()}
  def build(name, definitions \\ []) do
    case System.find_executable("clang") do
      nil -> {:error, "clang is not installed"}
      clang -> compile(clang, name, definitions)
    end
  end

  @spec build!(binary(), keyword()) :: binary()
  def build!(name, definitions \\ []) do
    case build(name, definitions) do
      {:ok, elf} -> elf
      {:error, reason} -> raise reason
    end
  end

  @doc """
  Defines a module that has what `use Honey` gives a module, for an object of ours. What is not given
  is empty.
  """
  @spec module(module(), binary(), keyword()) :: module()
  def module(name, elf, given \\ []) do
    empty = for key <- [:programs, :maps, :vars, :functions, :sites, :types], do: {key, []}
    facts = [elf: elf, license: "GPL", unit: %{}] ++ empty
    facts = Map.new(Keyword.merge(facts, given))

    contents =
      quote do
        def __honey__(what), do: Map.fetch!(unquote(Macro.escape(facts)), what)
      end

    Module.create(name, contents, Macro.Env.location(__ENV__))
    name
  end

  @doc "Deletes a module and its code."
  @spec purge(module()) :: :ok
  def purge(module) do
    :code.purge(module)
    :code.delete(module)
    :code.purge(module)
    :ok
  end

  @doc """
  Sends signal 0 to a process that cannot be: an event that kill.bpf.c counts, and that only the test
  module of this number in this VM causes.
  """
  @spec signal(0..9) :: :ok
  def signal(number) do
    System.cmd("sh", ["-c", "kill -0 #{signalled(number)}"], stderr_to_stdout: true)
    :ok
  end

  @doc "The process number that `signal/1` uses."
  @spec signalled(0..9) :: pos_integer()
  def signalled(number), do: 2_000_000_000 + String.to_integer(System.pid()) * 10 + number

  defp compile(clang, name, definitions) do
    file = "honey-#{name}-#{System.pid()}-#{System.unique_integer([:positive])}.o"
    out = Path.join(System.tmp_dir!(), file)
    {machine, 0} = System.cmd(clang, ["-print-target-triple"])
    include = "/usr/include/#{String.replace(String.trim(machine), "-pc-", "-")}"

    arguments =
      ~w(-target bpf -mcpu=v3 -g -O2 -Wall -Werror) ++
        ["-I", include] ++
        Enum.map(definitions, fn {key, value} -> "-D#{key}=#{value}" end) ++
        ["-c", Path.join(@directory, name <> ".bpf.c"), "-o", out]

    # Only its own file is removed: other tests build of the same name meanwhile.
    try do
      case System.cmd(clang, arguments, stderr_to_stdout: true) do
        {_, 0} -> {:ok, File.read!(out)}
        {output, _} -> {:error, "clang does not compile #{name}.bpf.c: #{output}"}
      end
    after
      File.rm(out)
    end
  end
end
