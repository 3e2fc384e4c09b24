defmodule Honey.PathDependencyTest do
  @moduledoc """
  Another Mix project names Honey as a path dependency and compiles a BPF program with it. It has no
  Hex, no rebar and nothing in its home directory. Its release runs where there is no compiler.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag timeout: 600_000

  @object "priv/honey/Traveller.Counter.bpf.o"
  @beam "_build/dev/lib/traveller/ebin/Elixir.Traveller.Counter.beam"

  # What an ELF object for the BPF machine starts with, as far as it is the same everywhere.
  @elf_magic <<0x7F, "ELF">>
  @bpf_machine 247

  # What the scripts of a release call, and nothing else is on its PATH.
  @commands ~w(sh basename cat cut dirname env grep hostname od ls readlink sed tr)

  setup_all do
    project =
      Path.join(
        System.tmp_dir!(),
        "honey-path-#{System.pid()}-#{System.unique_integer([:positive])}"
      )

    home = Path.join(project, "home")
    File.mkdir_p!(Path.join(project, "lib"))
    File.mkdir_p!(home)
    on_exit(fn -> File.rm_rf!(project) end)

    write(project, "mix.exs", """
    defmodule Traveller.MixProject do
      use Mix.Project

      def project do
        [
          app: :traveller,
          version: "0.1.0",
          compilers: [:honey] ++ Mix.compilers(),
          deps: [{:honey, path: #{inspect(File.cwd!())}}]
        ]
      end

      def application, do: [mod: {Traveller, []}]
    end
    """)

    write(project, "lib/traveller.ex", """
    defmodule Traveller do
      use Application

      def start(_type, _arguments) do
        children =
          if System.get_env("TRAVELLER_WATCHES"),
            do: [{Honey, {Traveller.Watch, name: :watch}}],
            else: []

        Supervisor.start_link(children, strategy: :one_for_one)
      end
    end
    """)

    write(project, "lib/watch.ex", """
    defmodule Traveller.Watch do
      use Honey, license: "GPL"

      defmap :calls, :bpf_hash, max_entries: 10_240, key_type: :u32, value_type: :u64

      @sec "tracepoint/raw_syscalls/sys_enter"
      def on_sys_enter(_ctx) do
        Honey.KernelMap.count(:calls, div(Honey.BpfHelpers.bpf_get_current_pid_tgid(), 0x1_0000_0000))
      end
    end
    """)

    write_counter(project, "0")
    {output, status} = mix(project, ["compile"])
    %{project: project, output: output, status: status}
  end

  test "the first compile builds Honey and exports the object", context do
    assert context.status == 0, context.output

    assert <<@elf_magic, _::binary-size(14), @bpf_machine::little-16, _::binary>> =
             File.read!(Path.join(context.project, @object))
  end

  test "a compile without a change says and does nothing", %{project: project} do
    before = stamps(project)
    assert mix(project, ["compile"]) == {"", 0}
    assert stamps(project) == before
  end

  test "the compiled module runs in the other project", %{project: project} do
    script = """
    [program] = Traveller.Counter.__honey__(:programs)
    IO.write([Traveller.Counter.ordinary(), " ", program.section])
    """

    assert mix(project, ["run", "-e", script]) ==
             {"still Elixir tracepoint/raw_syscalls/sys_enter", 0}
  end

  test "an error in the module fails the compile, and its repair mends it", %{project: project} do
    write_counter(project, "div(1, 2) / 2")
    {output, status} = mix(project, ["compile"])
    assert status != 0
    assert output =~ "lib/counter.ex:8"

    # An error must not be forgotten because the file has not changed since.
    assert {_, status} = mix(project, ["compile"])
    assert status != 0

    write_counter(project, "0")
    assert {output, 0} = mix(project, ["compile"])
    refute output =~ "error"
    assert File.exists?(Path.join(project, @object))
  end

  @tag Kernel.tags()
  test "its release loads, attaches and reads without clang", %{project: project} do
    Kernel.mount_tracefs()
    {output, status} = mix(project, ["release", "--overwrite", "--path", "release"])
    assert status == 0, output

    # What the release has is all that it needs: neither the project's sources nor its builds.
    release = project <> "-release"
    File.rename!(Path.join(project, "release"), release)
    on_exit(fn -> File.rm_rf!(release) end)
    [compiler] = Path.wildcard(Path.join(release, "lib/honey-*/priv/honey_compiler-*.so"))
    File.rm!(compiler)

    script = """
    {:ok, _} = Application.ensure_all_started(:traveller)
    me = String.to_integer(System.pid())
    before = Honey.Map.get(:watch, :calls, me) || 0
    for _ <- 1..100, do: File.read!("/proc/self/stat")
    counted = Honey.Map.get(:watch, :calls, me) - before
    compilers = Enum.filter(["clang", "gcc", "cc", "make"], &System.find_executable/1)
    IO.inspect({compilers, counted >= 300, Honey.stop(:watch)})
    """

    assert run_release(release, script) == {"{[], true, :ok}\n", 0}
  end

  defp run_release(release, script) do
    commands = Path.join(release, "commands")
    File.mkdir_p!(commands)

    for name <- @commands,
        do: File.ln_s!(System.find_executable(name), Path.join(commands, name))

    System.cmd(Path.join(release, "bin/traveller"), ["eval", script],
      cd: release,
      stderr_to_stdout: true,
      env: [
        {"HOME", release},
        {"PATH", commands},
        {"HONEY_CLANG", nil},
        {"RELEASE_DISTRIBUTION", "none"},
        {"TRAVELLER_WATCHES", "1"}
      ]
    )
  end

  defp write_counter(project, result) do
    write(project, "lib/counter.ex", """
    defmodule Traveller.Counter do
      use Honey, license: "Dual BSD/GPL"

      defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

      @sec "tracepoint/raw_syscalls/sys_enter"
      def on_sys_enter(_ctx) do
        #{result}
      end

      def ordinary, do: "still Elixir"
    end
    """)
  end

  defp write(project, name, text), do: File.write!(Path.join(project, name), text)

  defp stamps(project) do
    for path <- [@object, @beam], do: {path, File.stat!(Path.join(project, path), time: :posix)}
  end

  defp mix(project, arguments) do
    System.cmd("mix", arguments,
      cd: project,
      stderr_to_stdout: true,
      env: [
        {"HOME", Path.join(project, "home")},
        {"MIX_ENV", "dev"},
        {"MIX_HOME", nil},
        {"MIX_EXS", nil},
        {"MIX_BUILD_PATH", nil},
        {"MIX_TARGET", nil}
      ]
    )
  end
end
