defmodule Honey.MixCompilerTest do
  @moduledoc """
  `mix compile` in a project with the `:honey` compiler, which finds this build of Honey.
  """

  use ExUnit.Case, async: true

  setup do
    project =
      Path.join(
        System.tmp_dir!(),
        "honey-mix-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    File.mkdir_p!(Path.join(project, "lib"))
    on_exit(fn -> File.rm_rf!(project) end)

    write(project, "mix.exs", """
    defmodule Hive.MixProject do
      use Mix.Project

      def project do
        [
          app: :hive,
          version: "0.1.0",
          compilers: [:honey] ++ Mix.compilers(),
          elixirc_paths: if(Mix.env() == :test, do: ["lib", "test/support"], else: ["lib"]),
          prune_code_paths: false,
          xref: [exclude: [Honey, Honey.BpfHelpers, Honey.CompileError, Honey.Compiler, Honey.Definition]]
        ]
      end

      def application, do: [extra_applications: [:honey]]
    end
    """)

    write(project, "lib/queen.ex", program("Hive.Queen", "0"))
    write(project, "lib/drone.ex", program("Hive.Drone", "0"))
    write(project, "lib/plain.ex", "defmodule Hive.Plain do\n  def plain, do: 1\nend\n")
    %{project: project}
  end

  test "exports an object for each module with programs", %{project: project} do
    write(project, "lib/library.ex", """
    defmodule Hive.Library do
      use Honey, license: "GPL"
      def shared(x), do: x
    end
    """)

    assert {output, 0} = mix(project, ["compile"])
    refute output =~ "warning"
    assert objects(project) == ["Hive.Drone.bpf.o", "Hive.Queen.bpf.o"]
    assert <<0x7F, "ELF", _::binary>> = read_object(project, "Hive.Queen.bpf.o")

    # They are found where the application's priv is, too.
    assert File.regular?(Path.join(project, "_build/dev/lib/hive/priv/honey/Hive.Queen.bpf.o"))
  end

  test "does nothing when nothing has changed", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    before = snapshot(project)
    assert mix(project, ["compile"]) == {"", 0}
    assert snapshot(project) == before
  end

  test "writes an object only when its bytes change, or when it is missing", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    before = stat(project, "Hive.Queen.bpf.o")
    assert {_, 0} = mix(project, ["compile", "--force"])
    assert stat(project, "Hive.Queen.bpf.o") == before

    bytes = read_object(project, "Hive.Drone.bpf.o")
    File.rm!(object(project, "Hive.Drone.bpf.o"))
    assert {_, 0} = mix(project, ["compile"])
    assert read_object(project, "Hive.Drone.bpf.o") == bytes
    assert stat(project, "Hive.Queen.bpf.o") == before

    write(project, "lib/drone.ex", program("Hive.Drone", "2"))
    assert {_, 0} = mix(project, ["compile"])
    assert read_object(project, "Hive.Drone.bpf.o") != bytes
    assert stat(project, "Hive.Queen.bpf.o") == before
  end

  test "exports what Elixir compiled by itself", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    bytes = read_object(project, "Hive.Drone.bpf.o")
    write(project, "lib/drone.ex", program("Hive.Drone", "3"))
    assert {_, 0} = mix(project, ["compile.elixir"])
    assert read_object(project, "Hive.Drone.bpf.o") == bytes
    assert {_, 0} = mix(project, ["compile"])
    assert read_object(project, "Hive.Drone.bpf.o") != bytes
  end

  test "removes the objects of modules that are gone", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    File.rm!(Path.join(project, "lib/drone.ex"))
    assert {_, 0} = mix(project, ["compile"])
    assert objects(project) == ["Hive.Queen.bpf.o"]
  end

  test "an object stays as long as an environment has it", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    assert {_, 0} = mix(project, ["compile"], [{"MIX_ENV", "prod"}])
    File.rm!(Path.join(project, "lib/drone.ex"))
    assert {_, 0} = mix(project, ["compile"])
    assert objects(project) == ["Hive.Drone.bpf.o", "Hive.Queen.bpf.o"]
    assert {_, 0} = mix(project, ["compile"], [{"MIX_ENV", "prod"}])
    assert objects(project) == ["Hive.Queen.bpf.o"]
  end

  test "does not export the modules of tests", %{project: project} do
    write(project, "test/support/helper.ex", program("Hive.TestHelper", "0"))
    assert {_, 0} = mix(project, ["compile"], [{"MIX_ENV", "test"}])
    assert objects(project) == ["Hive.Drone.bpf.o", "Hive.Queen.bpf.o"]
  end

  test "mix clean removes the objects", %{project: project} do
    assert {_, 0} = mix(project, ["compile"])
    assert {_, 0} = mix(project, ["clean"])
    refute File.exists?(Path.join(project, "priv/honey"))
  end

  test "tells the errors of all modules, every time, and forgets them when mended", context do
    %{project: project} = context
    write(project, "lib/queen.ex", program("Hive.Queen", "count = 1.5\n    count"))
    write(project, "lib/drone.ex", program("Hive.Drone", "count = 1.5\n    count"))

    for _ <- 1..2 do
      assert {output, 1} = mix(project, ["compile"])
      assert output =~ ~r{^error: lib/drone.ex:6}m
      assert output =~ ~r{^error: lib/queen.ex:6}m
      assert objects(project) == []
    end

    write(project, "lib/queen.ex", program("Hive.Queen", "0"))
    assert {output, 1} = mix(project, ["compile"])
    refute output =~ "error: lib/queen.ex"

    write(project, "lib/drone.ex", program("Hive.Drone", "0"))
    assert {output, 0} = mix(project, ["compile"])
    refute output =~ "error"
    assert objects(project) == ["Hive.Drone.bpf.o", "Hive.Queen.bpf.o"]
  end

  test "a failed module says why when it is used all the same", %{project: project} do
    write(project, "lib/queen.ex", program("Hive.Queen", "count = 1.5\n    count"))
    assert {_, 1} = mix(project, ["compile"])

    script = "Hive.Queen.__honey__(:elf)"
    assert {output, 1} = run("elixir", project, ["-pa", "_build/dev/lib/hive/ebin", "-e", script])
    assert output =~ "(Honey.CompileError) lib/queen.ex:6"
  end

  test "gives Mix diagnostics with file, position and severity", %{project: project} do
    write(project, "lib/queen.ex", program("Hive.Queen", "count = 1.5\n    count"))

    # As an editor does it.
    script = """
    {:error, diagnostics} = Mix.Task.run("compile", ["--return-errors"])
    for d <- diagnostics, d.compiler_name == "Honey" do
      line = case d.position do {line, _} -> line; line -> line end
      IO.puts("\#{d.severity} \#{Path.relative_to_cwd(d.file)} \#{line} \#{d.message =~ ":6"}")
    end
    """

    assert {output, 0} = mix(project, ["run", "--no-compile", "--no-start", "-e", script])
    assert output =~ "error lib/queen.ex 6 false"
  end

  test "gives Mix the columns and the codes of errors and of warnings", %{project: project} do
    write(project, "lib/queen.ex", program("Hive.Queen", nil_operand()))
    write(project, "lib/drone.ex", program("Hive.Drone", "_ = self()\n    0"))

    script = """
    {:error, diagnostics} = Mix.Task.run("compile", ["--return-errors"])
    for d <- diagnostics do
      IO.puts("\#{d.compiler_name} \#{d.severity} \#{inspect(d.position)} \#{d.details.code}")
    end
    """

    assert {output, 0} = mix(project, ["run", "--no-compile", "--no-start", "-e", script])
    assert output =~ "Honey error {6, 9} unsupported"
    assert output =~ "Honey warning {7, 5} nil_operand"
  end

  test "warnings are Elixir's: counted, kept and placed", %{project: project} do
    write(project, "lib/queen.ex", program("Hive.Queen", nil_operand()))
    assert {output, 0} = mix(project, ["compile"])
    assert output =~ "warning:"
    assert output =~ "lib/queen.ex:7"

    assert {output, 0} = mix(project, ["compile", "--all-warnings"])
    assert output =~ "lib/queen.ex:7"

    assert {output, 1} = mix(project, ["compile", "--force", "--warnings-as-errors"])
    assert output =~ "lib/queen.ex:7"
  end

  test "lets Elixir's own warnings through, once each", %{project: project} do
    write(project, "lib/plain.ex", """
    defmodule Hive.Comb do
      defstruct cells: 0
      def wax(comb), do: comb
    end

    defmodule Hive.Plain do
      def missing, do: Hive.Missing.go(1)
      def near, do: Hive.Comb.waxx(1)

      def field(%Hive.Comb{} = comb), do: comb.honey
    end
    """)

    # A module with a warning of Honey's, whose place is looked for among the messages of the others.
    write(project, "lib/queen.ex", program("Hive.Queen", nil_operand()))

    assert {output, 0} = mix(project, ["compile"])

    for text <- [
          "Hive.Missing.go/1 is undefined (module Hive.Missing is not available",
          "Hive.Comb.waxx/1 is undefined or private",
          ~s(undefined field "honey")
        ] do
      assert length(String.split(output, text)) == 2, "#{text}, once in:\n#{output}"
    end

    assert output =~ "wax/1"
    refute output =~ "FunctionClauseError"
    assert objects(project) == ["Hive.Drone.bpf.o", "Hive.Queen.bpf.o"]
  end

  test "a change of clang compiles what depends on it", %{project: project} do
    clang = Honey.Compiler.clang()
    assert {_, 0} = mix(project, ["compile"])
    other = Path.join(project, "other-clang")
    write(project, "other-clang", ~s(#!/bin/sh\nexec #{clang} "$@"\n))
    File.chmod!(other, 0o755)
    assert {output, 0} = mix(project, ["compile"], [{"HONEY_CLANG", other}])
    assert output =~ "Compiling 2 files"
    assert mix(project, ["compile"], [{"HONEY_CLANG", other}]) == {"", 0}
  end

  test "without the compiler in the list, modules compile and errors fail", %{project: project} do
    path = Path.join(project, "mix.exs")
    text = path |> File.read!() |> String.replace("[:honey] ++ Mix", "Mix")
    write(project, "mix.exs", text)
    assert {_, 0} = mix(project, ["compile"])
    refute File.exists?(Path.join(project, "priv"))

    write(project, "lib/queen.ex", program("Hive.Queen", "count = 1.5\n    count"))
    assert {output, 1} = mix(project, ["compile"])
    assert output =~ "lib/queen.ex:6"
  end

  defp program(module, result) do
    """
    defmodule #{module} do
      use Honey, license: "GPL"
      defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64
      @sec "tracepoint/raw_syscalls/sys_enter"
      def program(_ctx) do
        #{result}
      end
    end
    """
  end

  defp nil_operand do
    "count = Honey.BpfHelpers.bpf_map_lookup_elem(:counts, 1)\n    count + 1"
  end

  # Elixir compares whole seconds in part, so a file that was written again is dated ahead.
  defp write(project, name, text) do
    path = Path.join(project, name)
    again? = File.exists?(path)
    File.mkdir_p!(Path.dirname(path))
    File.write!(path, text)
    if again?, do: File.touch!(path, System.os_time(:second) + 2)
  end

  defp object(project, name), do: Path.join([project, "priv/honey", name])
  defp read_object(project, name), do: File.read!(object(project, name))

  # Another inode would be another file.
  defp stat(project, name) do
    project |> object(name) |> File.stat!(time: :posix) |> Map.take([:inode, :mtime, :size])
  end

  defp objects(project) do
    [project, "priv/honey/*.bpf.o"]
    |> Path.join()
    |> Path.wildcard()
    |> Enum.map(&Path.basename/1)
    |> Enum.sort()
  end

  defp snapshot(project) do
    for directory <- ["priv", "_build"],
        path <- Path.wildcard(Path.join([project, directory, "**"])),
        File.regular?(path),
        do: {path, File.stat!(path, time: :posix).mtime, File.read!(path)}
  end

  defp mix(project, arguments, environment \\ []) do
    run("mix", project, arguments, environment)
  end

  defp run(command, project, arguments, environment \\ []) do
    libraries = Path.join(Mix.Project.build_path(), "lib")

    defaults = [
      {"ERL_LIBS", libraries},
      {"MIX_ENV", "dev"},
      {"MIX_EXS", nil},
      {"MIX_BUILD_PATH", nil},
      {"MIX_TARGET", nil},
      {"HONEY_CLANG", nil}
    ]

    System.cmd(command, arguments,
      cd: project,
      stderr_to_stdout: true,
      env: Enum.into(environment, Map.new(defaults))
    )
  end
end
