defmodule Honey.DefinitionTest do
  use ExUnit.Case, async: false

  import Honey.Test.CompilerUnit, only: [errors: 1]

  describe "the options of use Honey" do
    defp option_error(options) do
      [error] =
        errors("""
        defmodule Honey.DefinitionTest.Options do
          use Honey.Test.CompilerUnit, #{options}
          def f, do: 1
        end
        """)

      error
    end

    test "an unknown one is named, with the nearest and with all there are" do
      assert {2, nil, :bad_option, message, hint} = option_error(~S(licence: "GPL"))
      assert message == "`licence:` is not an option of `use Honey`"

      assert hint ==
               "did you mean `license:`? The options are `license:`, `overflow:`, `strict:`, " <>
                 "`fuse:`, `kernel:`, `target:`, `btf:`, `on_error:`"
    end

    test "one that resembles none gets the list only" do
      assert {2, nil, :bad_option, _, "the options are `license:`, " <> _} =
               option_error("zzz: 1")
    end

    test "values are checked" do
      for {given, message} <- [
            {~S(license: :gpl), "`license:` of `use Honey` cannot be :gpl"},
            {~S(license: ""), "`license:` of `use Honey` cannot be \"\""},
            {~S(overflow: :trap), "`overflow:` of `use Honey` cannot be :trap"},
            {~S(strict: 1), "`strict:` of `use Honey` cannot be 1"},
            {~S(fuse: nil), "`fuse:` of `use Honey` cannot be nil"},
            {~S(kernel: 5.10), "`kernel:` of `use Honey` cannot be 5.1"},
            {~S(kernel: "five"), "`kernel:` of `use Honey` cannot be \"five\""},
            {~S(kernel: "5"), "`kernel:` of `use Honey` cannot be \"5\""},
            {~S(target: :arm64), "`target:` of `use Honey` cannot be :arm64"},
            {~S(btf: :host), "`btf:` of `use Honey` cannot be :host"},
            {~S(on_error: "0"), "`on_error:` of `use Honey` cannot be \"0\""}
          ] do
        assert {2, nil, :bad_option, ^message, hint} = option_error(given)
        assert is_binary(hint)
      end
    end

    test "they must be a keyword list" do
      assert {2, nil, :bad_option, "`use Honey` takes a keyword list, not :gpl", _} =
               option_error(":gpl")
    end

    test "all that is wrong is told at once" do
      source = """
      defmodule Honey.DefinitionTest.All do
        use Honey.Test.CompilerUnit, strict: 1, fuse: 2
        defmap "x", :bpf_hash
        @sec ""
        def f(_), do: 1
      end
      """

      assert [{2, _, :bad_option, _, _}, {2, _, :bad_option, _, _}, {3, 3, :bad_map, _, _}, last] =
               errors(source)

      assert {4, 3, :bad_section, "`@sec` of `f/1` is empty", _} = last
    end

    test "good ones are in the unit" do
      defmodule Good do
        use Honey.Test.CompilerUnit,
          license: "Dual BSD/GPL",
          overflow: :raise,
          strict: true,
          fuse: false,
          kernel: "6.1",
          target: :host,
          btf: :bundled,
          on_error: -1
      end

      assert %{license: "Dual BSD/GPL", options: options} = Good.unit()

      assert options ==
               %{overflow: :raise, strict: true, fuse: false, kernel: {6, 1}, on_error: -1}
    end

    test "the defaults" do
      defmodule Defaults do
        use Honey.Test.CompilerUnit
      end

      assert Defaults.unit().options ==
               %{overflow: :wrap, strict: false, fuse: true, kernel: {5, 10}, on_error: nil}
    end

    test "use Honey stands in a module once" do
      source = """
      defmodule Honey.DefinitionTest.Twice do
        use Honey.Test.CompilerUnit, license: "GPL"
        use Honey.Test.CompilerUnit, license: "GPL"
      end
      """

      assert [{3, nil, :bad_option, message, _hint}] = errors(source)
      assert message == "`use Honey` stands in this module already, on line 2"
    end
  end

  describe "defmap" do
    test "is gathered in order, with line and column" do
      path =
        Honey.Test.CompilerUnit.write_source("""
        defmodule Honey.DefinitionTest.Maps do
          use Honey.Test.CompilerUnit, license: "GPL"
          @size 16
          defmap :first, :bpf_hash, max_entries: @size, key_type: :u32, value_type: :u64
          defmap(:second, :bpf_array, [
            max_entries: 1
          ])
          defmap :third, :bpf_array
        end
        """)

      [module] = Honey.Test.CompilerUnit.compile_file(path)

      assert module.unit().maps == [
               %{
                 name: :first,
                 type: :bpf_hash,
                 options: [max_entries: 16, key_type: :u32, value_type: :u64],
                 line: 4,
                 column: 3
               },
               %{
                 name: :second,
                 type: :bpf_array,
                 options: [max_entries: 1],
                 line: 5,
                 column: 3
               },
               %{name: :third, type: :bpf_array, options: [], line: 8, column: 3}
             ]
    end

    test "refuses what is no name, no type, no list of options, and what is there already" do
      source = """
      defmodule Honey.DefinitionTest.BadMaps do
        use Honey.Test.CompilerUnit, license: "GPL"
        defmap "name", :bpf_hash
        defmap nil, :bpf_hash
        defmap :a, "bpf_hash"
        defmap :a, :bpf_hash, 3
        defmap :a, :bpf_hash, max_entries: 1, max_entries: 2
        defmap :a, :bpf_hash
        defmap :a, :bpf_array
        defmap :b, :bpf_hash, flags: [:no_prealloc | :x]
        defmap :c, :bpf_hash, entries: %{1 => {2, [3 | 4]}}
        defmap :d, :bpf_hash, value_type: {:enum, [a: self()]}
      end
      """

      assert [
               {3, 3, :bad_map, "`defmap` takes an atom as the map's name, not \"name\"", _},
               {4, 3, :bad_map, "`defmap` takes an atom as the map's name, not nil", _},
               {5, 3, :bad_map, "the type of map `:a` is an atom, not \"bpf_hash\"", _},
               {6, 3, :bad_map, "map `:a` takes a keyword list of options, not 3", _},
               {7, 3, :bad_map, "map `:a` has two values for `max_entries:`", _},
               {9, 3, :bad_map, "map `:a` is defined already, on line 8", _},
               {10, 3, :bad_map, "`flags:` of map `:b` has an improper list in it",
                "write `[a, b]`" <> _},
               {11, 3, :bad_map, "`entries:` of map `:c` has an improper list in it", _},
               {12, 3, :bad_map,
                "`value_type:` of map `:d` has a function, a process or a reference in it", _}
             ] = errors(source)
    end
  end

  describe "@sec" do
    defp section_errors(body) do
      errors("""
      defmodule Honey.DefinitionTest.Sections do
        use Honey.Test.CompilerUnit, license: "GPL"
      #{body}
      end
      """)
    end

    test "belongs to a public function" do
      assert [{3, 3, :bad_section, message, "write `def f(ctx)`"}] =
               section_errors("""
                 @sec "xdp"
                 defp f(ctx), do: ctx
                 def g, do: f(1)
               """)

      assert message == "`@sec` stands before `defp f/1`; a program is a public function"
    end

    test "belongs to a function of one argument" do
      assert [{3, 3, :bad_section, message, "write `def f(ctx)`"}] =
               section_errors("""
                 @sec "xdp"

                 @doc "text"
                 def f(a, b), do: a + b
               """)

      assert message ==
               "`f/2` has an `@sec`, but a program takes one argument, its context"
    end

    test "stands before the first clause" do
      assert [{4, 3, :bad_section, message, "put it before the first clause"}] =
               section_errors("""
                 def f(0), do: 0
                 @sec "xdp"
                 def f(_), do: 1
               """)

      assert message == "`@sec` stands before a later clause of `f/1`, which begins on line 3"
    end

    test "may stand before a head" do
      defmodule Head do
        use Honey.Test.CompilerUnit, license: "GPL"
        @sec "xdp"
        def f(ctx \\ nil)
        def f(nil), do: 0
        def f(_), do: 1
      end

      assert [%{name: :f, arity: 1, section: "xdp"}] = Head.unit().functions
    end

    test "is a string that says something" do
      assert [
               {3, 3, :bad_section, "`@sec` of `f/1` is :xdp; it is a string", _},
               {5, 3, :bad_section, "`@sec` of `g/1` is empty", _}
             ] =
               section_errors("""
                 @sec :xdp
                 def f(_), do: 0
                 @sec ""
                 def g(_), do: 0
               """)
    end

    test "stands alone" do
      assert [{4, 3, :bad_section, "`f/1` has 2 `@sec`; a program has one", _}] =
               section_errors("""
                 @sec "xdp"
                 @sec "tc"
                 def f(_), do: 0
               """)
    end

    test "needs a function after it" do
      assert [{5, 3, :bad_section, "this `@sec` has no function after it", _}] =
               section_errors("""
                 @sec "xdp"
                 def f(_), do: 0
                 @sec "tc"
               """)
    end

    test "makes a license necessary" do
      assert [{2, nil, :license, message, hint}] =
               errors("""
               defmodule Honey.DefinitionTest.NoLicense do
                 use Honey.Test.CompilerUnit
                 @sec "xdp"
                 def f(_), do: 0
               end
               """)

      assert message == "the programs of Honey.DefinitionTest.NoLicense need a license"
      assert hint =~ ~S(`use Honey, license: "GPL"`)
    end

    test "any number of programs, with any names, on the line of the @sec" do
      path =
        Honey.Test.CompilerUnit.write_source("""
        defmodule Honey.DefinitionTest.Many do
          use Honey.Test.CompilerUnit, license: "GPL"
          defmodule Inner do
            use Honey.Test.CompilerUnit, license: "MIT"
            @sec "tc"
            def main(_), do: 2
          end

          @sec "xdp"
          # between
          def one?(_), do: 0
          @sec "tracepoint/sched/sched_switch"; def two!(_), do: 1
        end
        """)

      [outer, inner] = path |> Honey.Test.CompilerUnit.compile_file() |> Enum.sort()

      assert [
               %{name: :one?, section: "xdp", section_line: 9, line: 11},
               %{
                 name: :two!,
                 section: "tracepoint/sched/sched_switch",
                 section_line: 12,
                 line: 12
               }
             ] = outer.unit().functions

      assert [%{name: :main, section: "tc", section_line: 5}] = inner.unit().functions
      assert inner.unit().license == "MIT"
    end

    test "without a source file, errors have the line of the function" do
      error =
        assert_raise Honey.CompileError, fn ->
          Code.compile_string("""
          defmodule Honey.DefinitionTest.NoFile do
            use Honey.Test.CompilerUnit, license: "GPL"
            @sec "xdp"

            def f(a, b), do: a + b
          end
          """)
        end

      assert %{file: "nofile", line: 5, column: nil} = error
    end
  end

  describe "a module" do
    test "without programs is a library, and gets __honey__/1 alone" do
      defmodule Library do
        use Honey, license: "GPL"
        def shared(x), do: x &&& 0xFF
      end

      assert Library.__info__(:functions) == [__honey__: 1, shared: 1]
      assert Library.shared(0x1234) == 0x34
      assert Library.__honey__(:elf) == nil
      assert Library.__honey__(:programs) == []
      assert [%{name: :shared}] = Library.__honey__(:unit).functions
    end

    test "goes together with use GenServer" do
      defmodule Server do
        use Honey, license: "GPL"
        use GenServer

        @impl true
        def init(argument), do: {:ok, argument}
      end

      assert %{start: {Server, :start_link, [1]}} = Server.child_spec(1)
      assert Server.__honey__(:license) == "GPL"
    end

    test "without use Honey has no defmap" do
      assert_raise CompileError, fn ->
        ExUnit.CaptureIO.capture_io(:stderr, fn ->
          Code.compile_string("defmodule Honey.DefinitionTest.Bare do\n  defmap :a, :b\nend")
        end)
      end
    end
  end
end
