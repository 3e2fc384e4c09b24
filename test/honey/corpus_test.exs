defmodule Honey.CorpusTest do
  @moduledoc """
  c_src/vm/run_corpus.c, which tells what other kernels make of compiled objects: on this kernel, it
  tells of what is refused and of what is not as expected.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Corpus, Elf, Kernel}

  @moduletag Kernel.tags()

  setup_all do
    build = Path.expand("_build/native")
    make = ["-C", "c_src", "vm", "MIX_APP_PATH=#{build}"]
    {_, 0} = System.cmd("make", make, stderr_to_stdout: true)
    directory = Path.join(System.tmp_dir!(), "honey-corpus-#{System.pid()}")
    File.mkdir_p!(directory)
    on_exit(fn -> File.rm_rf!(directory) end)

    for name <- ["run", "refused", "signals"],
        do: File.write!(path(directory, name), Elf.build!(name))

    Kernel.mount_tracefs()
    %{tool: Path.join(build, "run_corpus"), directory: directory}
  end

  defp path(directory, name), do: Path.join(directory, name <> ".bpf.o")

  defp run(context, commands) do
    File.write!(Path.join(context.directory, "manifest"), Enum.map(commands, &[&1, "\n"]))
    {told, 0} = System.cmd(context.tool, ["manifest"], cd: context.directory)
    for line <- String.split(told, "\n", trim: true), do: String.split(line, "\t")
  end

  test "what the kernel refuses is told with its log, and hides nothing else", context do
    told = run(context, ["object refused.bpf.o 5.10", "object run.bpf.o 5.10"])
    assert [["refused", "refused.bpf.o", "unchecked", _] | rest] = told
    assert Enum.any?(rest, &match?(["| " <> _], &1))
    assert [["object", "refused.bpf.o" | refused]] = Enum.filter(told, &of?(&1, "refused.bpf.o"))
    assert Enum.at(refused, 1) == "1"
    assert [["object", "run.bpf.o", _, "0" | _]] = Enum.filter(told, &of?(&1, "run.bpf.o"))
  end

  defp of?(line, path), do: match?(["object", ^path | _], line)

  test "what is for newer kernels is not tried", context do
    assert run(context, ["object run.bpf.o 99.1", "attach"]) == [["skipped", "run.bpf.o"]]
  end

  test "what would signal every process of the machine is loaded, but not attached", context do
    assert [["object", "signals.bpf.o", "2", "0", _, "1" | _]] =
             run(context, ["object signals.bpf.o 5.10", "attach"])
  end

  test "a result, a site and an element that are not as expected are told", context do
    told =
      run(context, [
        "object run.bpf.o 5.10",
        "run raise_second 0",
        "raised 1",
        "run raise_second 12",
        "raised 0 2",
        "put none 0 0"
      ])

    wrong = for ["wrong", _, program, text] <- told, do: {program, text}

    assert [
             {"raise_second", "returned 0, not 12"},
             {"raise_second", "raised at site 1, not at 0"},
             {"raise_second", "there is no map `none`" <> _}
           ] = wrong

    assert List.last(List.last(told)) == "3"
  end

  @tag timeout: :infinity
  test "the corpus does on this kernel what the oracle says", context do
    assert Corpus.write(context.directory, set: "set", programs: 25, seed: 1) > 50
    manifest = File.read!(Path.join(context.directory, "set/manifest"))
    told = run(context, String.split(manifest, "\n", trim: true))
    assert [] = Enum.reject(told, &(hd(&1) == "object"))
    runs = told |> Enum.map(&(&1 |> Enum.at(6) |> String.to_integer())) |> Enum.sum()
    assert runs > 100
  end
end
