defmodule Honey.ReproducibleTest do
  @moduledoc """
  The same source gives the same bytes, wherever it lies.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.{CompilerUnit, Elf}

  @fixture "test/fixtures/cpu_monitor_full.ex"

  # A directory of its own with the source in it: both.
  defp copied(name) do
    directory =
      Path.join(System.tmp_dir!(), "honey-#{System.pid()}-#{System.unique_integer([:positive])}")

    path = Path.join(directory, name)
    File.mkdir_p!(Path.dirname(path))
    File.cp!(@fixture, path)
    on_exit(fn -> File.rm_rf!(directory) end)
    {directory, path}
  end

  # What the module says of itself after a compilation, in the current directory or in `directory`.
  defp compile(path, options) do
    {facts, _} =
      with_io(:stderr, fn ->
        [module] = CompilerUnit.compile_file(path, options)

        facts =
          for what <- [:elf, :c_source, :programs, :maps, :sites, :unit, :unreached] do
            {what, module.__honey__(what)}
          end

        Elf.purge(module)
        facts
      end)

    Map.new(facts)
  end

  test "two directories, with columns and without" do
    for columns <- [true, false] do
      [{directory, first}, {other, second}] = for _ <- 1..2, do: copied("monitor.ex")
      refute directory == other
      assert %{elf: elf} = facts = compile(first, columns: columns)
      assert facts == compile(second, columns: columns)
      refute elf =~ directory
      refute elf =~ System.tmp_dir!()
      refute elf =~ File.cwd!()
    end
  end

  test "two current directories above it" do
    [first, second] =
      for _ <- 1..2 do
        {directory, _} = copied("lib/monitor.ex")
        File.cd!(directory, fn -> compile("lib/monitor.ex", []) end)
      end

    assert first == second
    assert first.unit.file == "lib/monitor.ex"
  end

  test "columns change nothing in the object" do
    {_, path} = copied("monitor.ex")
    assert compile(path, columns: true).elf == compile(path, columns: false).elf
  end

  test "two projects, by mix compile" do
    [first, second] =
      for _ <- 1..2 do
        {project, _} = copied("lib/monitor.ex")
        File.write!(Path.join(project, "mix.exs"), project_source())
        assert {_, 0} = mix(project)
        File.read!(Path.join(project, "priv/honey/CpuMonitorFull.bpf.o"))
      end

    assert first == second
  end

  defp project_source do
    """
    defmodule Reproducible.MixProject do
      use Mix.Project

      def project do
        [
          app: :reproducible,
          version: "0.1.0",
          compilers: [:honey] ++ Mix.compilers(),
          prune_code_paths: false,
          xref: [exclude: [Honey, Honey.BpfHelpers]]
        ]
      end
    end
    """
  end

  # The project finds this build of Honey by the code path.
  defp mix(project) do
    System.cmd("mix", ["compile"],
      cd: project,
      stderr_to_stdout: true,
      env: [
        {"ERL_LIBS", Path.join(Mix.Project.build_path(), "lib")},
        {"MIX_ENV", "dev"},
        {"MIX_EXS", nil},
        {"MIX_BUILD_PATH", nil},
        {"MIX_TARGET", nil},
        {"HONEY_CLANG", nil}
      ]
    )
  end
end
