defmodule Honey.LibraryTest do
  @moduledoc """
  Kernel code of other modules: what a program calls in them is linked, means what it means on the
  BEAM, and is compiled anew when it changes.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.{Kernel, PairRun}

  @source ~S'''
  defmodule Honey.LibraryTest.Numbers do
    use Honey

    def sum(a, b), do: a + or_zero(b)
    def even(n) when rem(n, 2) == 0, do: :even
    def even(n), do: Honey.LibraryTest.Odd.odd(n)
    def clamp(n, low \\ 0, high), do: n |> max_of(low) |> min_of(high)
    def divided(a, b), do: div(100, a) + div(100, b)
    def only_small(n) when n < 5, do: n
    def times(a, b), do: a * b

    # The linking module's own function.
    def back(n), do: Honey.LibraryTest.Linked.own(n)

    defp or_zero(nil), do: 0
    defp or_zero(n), do: n
    defp max_of(a, b), do: if(a > b, do: a, else: b)
    defp min_of(a, b), do: if(a < b, do: a, else: b)
  end

  defmodule Honey.LibraryTest.Odd do
    use Honey, overflow: :raise

    def odd(n) when n > 3, do: Honey.LibraryTest.Numbers.clamp(n, 4, 6)
    def odd(_), do: :odd
    def times(a, b), do: a * b
  end

  defmodule Honey.LibraryTest.Writer do
    defmacro define(name) do
      quote location: :keep do
        def unquote(name)(n) do
          100
          |> div(n)
        end
      end
    end

    defmacro inverse(n), do: quote(do: div(100, unquote(n)))
  end

  defmodule Honey.LibraryTest.Linked do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    alias Honey.LibraryTest.Numbers
    import Honey.LibraryTest.Odd, only: [odd: 1]
    require Honey.LibraryTest.Writer, as: Writer

    Writer.define(:kept)

    def remote(a, b), do: Numbers.sum(a, b)
    def imported(a, _b), do: odd(a)
    def there_and_back(a, _b), do: Numbers.even(a)
    def default(a, b), do: Numbers.clamp(a, 3) + Numbers.clamp(b || 1, -2, 2)
    def raised_inside(a, b), do: Numbers.divided(a, b || 0)
    def no_clause(a, _b), do: Numbers.only_small(a)
    def of_a_macro(a, _b), do: kept(a)
    def in_a_macro(a, _b), do: Writer.inverse(a)
    def through(a, _b), do: Numbers.back(a)
    def own_by_name(a, b), do: Honey.LibraryTest.Linked.own(a) + __MODULE__.own(b || 2)
    def own(n), do: n * 3

    ENTRIES
  end
  '''

  @tag Kernel.tags()
  test "libraries mean in the kernel what they mean on the BEAM" do
    inputs = for a <- [0, 1, 2, 3, 5, 7, -1, -4], b <- [nil, 0, 1, 5, -3], do: {a, b}
    assert PairRun.differences(@source, [:even, :odd], inputs) == []
  end

  @overflow ~S'''
  defmodule Honey.LibraryTest.Wrapping do
    use Honey
    def times(a, b), do: a * b
  end

  defmodule Honey.LibraryTest.Raising do
    use Honey, overflow: :raise
    def times(a, b), do: a * b
  end

  defmodule Honey.LibraryTest.Overflow do
    use Honey, license: "GPL", kernel: "5.14"
    defmap :input, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

    @sec "syscall"
    def wrap(_ctx), do: store(Honey.LibraryTest.Wrapping.times(load(), 4))

    @sec "syscall"
    def raise_(_ctx), do: store(Honey.LibraryTest.Raising.times(load(), 4))

    defp load, do: Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0) || 0

    defp store(n) do
      Honey.BpfHelpers.bpf_map_update_elem(:output, 0, n, :bpf_any)
      1
    end
  end
  '''

  @tag Kernel.tags()
  test "a function keeps the overflow mode of its own module" do
    Code.compile_string(@overflow, "overflow.ex")
    object = Honey.load!(Honey.LibraryTest.Overflow)
    :ok = Honey.Map.put(object, :input, 0, 0x4000000000000001)
    assert {:ok, %{return: 1}} = Honey.test_run(object, :wrap)
    assert Honey.Map.get(object, :output, 0) == 4
    assert {:ok, %{return: 0}} = Honey.test_run(object, :raise_)

    assert [%{kind: :overflow, line: 8, file: "overflow.ex", count: 1}] =
             Enum.filter(Honey.errors(object), &(&1.count > 0))

    Honey.unload(object)
  end

  describe "in a Mix project" do
    @describetag timeout: 300_000

    setup do
      project =
        Path.join(
          System.tmp_dir!(),
          "honey-library-#{System.pid()}-#{System.unique_integer([:positive])}"
        )

      on_exit(fn -> File.rm_rf!(project) end)
      project(project, "hive", "[]")
      write(project, "lib/program.ex", program("Hive.Sizes.size(1)"))
      write(project, "lib/sizes.ex", library("Hive.Sizes", "size", "Hive.Units.unit(n) + 1"))
      write(project, "lib/units.ex", library("Hive.Units", "unit", "n * 2"))
      %{project: project}
    end

    test "a change of a library compiles what links it", %{project: project} do
      assert {output, 0} = mix(project, ["compile"])
      refute output =~ "warning"
      first = object(project)
      before = stat(project)

      assert mix(project, ["compile"]) == {"", 0}
      assert stat(project) == before

      # Only through Hive.Sizes.
      write(project, "lib/units.ex", library("Hive.Units", "unit", "n * 3"))
      assert {_, 0} = mix(project, ["compile"])
      second = object(project)
      assert second != first

      write(project, "lib/sizes.ex", library("Hive.Sizes", "size", "Hive.Units.unit(n) + 2"))
      assert {_, 0} = mix(project, ["compile"])
      assert object(project) not in [first, second]
      assert mix(project, ["compile"]) == {"", 0}
    end

    test "an error in a library names its file, and is forgotten when mended", context do
      %{project: project} = context
      assert {_, 0} = mix(project, ["compile"])
      write(project, "lib/units.ex", library("Hive.Units", "unit", "n / 2"))

      for _ <- 1..2 do
        assert {output, 1} = mix(project, ["compile"])
        assert output =~ "error: lib/units.ex:4:7: found `/`"
        assert output =~ "  4 |     n / 2\n"
      end

      write(project, "lib/units.ex", library("Hive.Units", "unit", "n * 2"))
      assert {_, 0} = mix(project, ["compile"])
    end

    test "a library that is gone, or lacks the function, is told where it is called", context do
      %{project: project} = context
      assert {_, 0} = mix(project, ["compile"])
      File.rm!(Path.join(project, "lib/units.ex"))
      assert {output, 1} = mix(project, ["compile"])

      assert output =~
               "error: lib/sizes.ex:4:16: `Hive.Units` is not a module that could be found"

      write(project, "lib/units.ex", library("Hive.Units", "units", "n * 2"))
      assert {output, 1} = mix(project, ["compile"])
      assert output =~ "error: lib/sizes.ex:4:16: `unit/1` is not a function of `Hive.Units`"
      assert output =~ "did you mean `units/1`?"

      write(project, "lib/units.ex", library("Hive.Units", "unit", "n * 2"))
      assert {_, 0} = mix(project, ["compile"])
    end

    test "a library with errors of its own is told once", %{project: project} do
      write(project, "lib/units.ex", """
      defmodule Hive.Units do
        use Honey, overflow: :maybe
        def unit(n), do: n
      end
      """)

      assert {output, 1} = mix(project, ["compile"])
      assert output =~ "lib/units.ex:2:14: `overflow:` of `use Honey` cannot be :maybe"
      assert output =~ "lib/sizes.ex:4:16: `Hive.Units` has errors of its own"
    end

    test "libraries that call each other, and programs that call each other", context do
      %{project: project} = context

      write(project, "lib/units.ex", """
      defmodule Hive.Units do
        use Honey
        def unit(n) when n > 2, do: Hive.Sizes.half(n)
        def unit(n), do: n
      end
      """)

      write(project, "lib/sizes.ex", """
      defmodule Hive.Sizes do
        use Honey
        def size(n), do: Hive.Units.unit(n)
        def half(n), do: div(n, 2)
      end
      """)

      assert {_, 0} = mix(project, ["compile"])

      write(project, "lib/other.ex", """
      defmodule Hive.Other do
        use Honey, license: "GPL"
        @sec "tracepoint/raw_syscalls/sys_enter"
        def other(_ctx), do: Hive.Program.plain(1)
        def plain(n), do: n
      end
      """)

      write(project, "lib/program.ex", program("Hive.Other.plain(1)"))
      assert {output, 1} = mix(project, ["compile"])
      assert output =~ ~r/`Hive.(Other|Program)` (waits for this module|has programs of its own)/
    end

    test "a library of a path dependency", %{project: project} do
      dependency = Path.join(project, "deps_of_mine/wax")
      project(dependency, "wax", "[]")
      write(dependency, "lib/wax.ex", library("Wax", "melt", "n * 5"))
      write(project, "lib/program.ex", program("Wax.melt(1)"))
      project(project, "hive", ~s([{:wax, path: "deps_of_mine/wax"}]))

      assert {_, 0} = mix(project, ["compile"])
      first = object(project)
      script = "IO.puts(Hive.Program.__honey__(:c_source))"
      assert {output, 0} = mix(project, ["run", "--no-start", "-e", script])
      assert output =~ ~s(#line 3 "wax/lib/wax.ex")
      assert output =~ ~s(#line 4 "lib/program.ex")
      assert mix(project, ["compile"]) == {"", 0}

      # A dependency that was compiled within the same second counts as old.
      Process.sleep(1100)
      write(dependency, "lib/wax.ex", library("Wax", "melt", "n * 6"))
      assert {_, 0} = mix(project, ["compile"])
      assert object(project) != first

      Process.sleep(1100)
      write(dependency, "lib/wax.ex", library("Wax", "melt", "n / 6"))
      assert {output, 1} = mix(project, ["compile"])
      assert output =~ "error: wax/lib/wax.ex:4:7: found `/`"
      assert output =~ "n / 6"
    end
  end

  defp project(path, name, deps) do
    File.mkdir_p!(Path.join(path, "lib"))

    write(path, "mix.exs", """
    defmodule #{Macro.camelize(name)}.MixProject do
      use Mix.Project

      def project do
        [
          app: :#{name},
          version: "0.1.0",
          compilers: [:honey] ++ Mix.compilers(),
          prune_code_paths: false,
          deps: #{deps},
          xref: [exclude: [Honey, Honey.BpfHelpers, Honey.CompileError, Honey.Compiler, Honey.Definition]]
        ]
      end

      def application, do: [extra_applications: [:honey]]
    end
    """)
  end

  defp program(result) do
    """
    defmodule Hive.Program do
      use Honey, license: "GPL"
      @sec "tracepoint/raw_syscalls/sys_enter"
      def program(_ctx) do
        #{result}
      end
      def plain(n), do: n
    end
    """
  end

  defp library(module, function, result) do
    """
    defmodule #{module} do
      use Honey
      def #{function}(n) do
        #{result}
      end
    end
    """
  end

  # Elixir compares whole seconds in part, so a file that was written again is dated ahead.
  defp write(project, name, text) do
    path = Path.join(project, name)
    times = Process.get({:written, path}, 0)
    Process.put({:written, path}, times + 1)
    File.mkdir_p!(Path.dirname(path))
    File.write!(path, text)
    if times > 0, do: File.touch!(path, System.os_time(:second) + 2 * times)
  end

  @object "priv/honey/Hive.Program.bpf.o"

  defp object(project), do: File.read!(Path.join(project, @object))
  defp stat(project), do: File.stat!(Path.join(project, @object), time: :posix)

  defp mix(project, arguments) do
    System.cmd("mix", arguments,
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
