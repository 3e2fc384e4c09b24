defmodule Honey.GuidesTest do
  @moduledoc """
  Every block of code of the README, the guides, and the pages of examples and benchmark: what is
  Elixir compiles without a warning, as the page says it would be used, and is loaded where it has
  programs; what simulates gives what is shown; tests are tests here, too; commands are there. A
  block of no known kind fails. `Honey.Test.GuideBlocks` says what the kinds are.
  """

  alias Honey.Test.{Elf, GuideBlocks, Kernel}
  alias Honey.Test.GuideBlocks.{Compile, Page, Run}

  @root Path.expand("../..", __DIR__)

  root = @root

  for file <- Page.files(root), blocks = Page.blocks(file, root) do
    name = file |> Path.rootname() |> String.replace(["/", "-"], "_") |> Macro.camelize()
    # ExUnit takes test modules only while it loads files.
    tests =
      if Enum.any?(blocks, &(&1.kind == :test)) do
        Kernel.mount_tracefs()
        modules = Enum.filter(blocks, &(&1.kind == :test or hd(&1.lines) =~ ~r/^defmodule /))
        Compile.compile_all(modules, Compile.new(file, Honey.GuideTests), [:code, :test])
      else
        []
      end

    defmodule Module.concat(__MODULE__, name) do
      use ExUnit.Case, async: true

      @file_name file
      @root_path root

      setup_all do
        results = @file_name |> Page.blocks(@root_path) |> Page.check(@file_name, @root_path)

        on_exit(fn ->
          for {_, %{modules: modules}} <- results, do: Enum.each(modules, &Elf.purge/1)
        end)

        {:ok, results: results}
      end

      for block <- blocks do
        place = GuideBlocks.place(block)

        test "#{place} is right", %{results: results} do
          problems = results[unquote(block.line)].problems
          assert problems == [], Enum.join([unquote(place) | problems], "\n")
        end

        if block.kind == :code do
          @tag Kernel.tags()
          test "#{place} loads", %{results: results} do
            %{modules: modules, live: live} = results[unquote(block.line)]

            for module <- modules, Page.programs?(module) do
              assert {:ok, object} = Honey.load(module, pin: false)
              refusals = Run.try_on(object, modules -- [module], live)
              assert :ok = Honey.unload(object)
              assert refusals == []
            end
          end
        end
      end

      for %{block: %{kind: :test}} = result <- tests do
        test "#{GuideBlocks.place(result.block)} is a test" do
          assert unquote(Compile.problems(result)) == []
        end
      end

      test "what #{file} names is there" do
        assert Page.text_problems(@file_name, @root_path) == []
      end
    end
  end
end

defmodule Honey.GuidesTest.Documentation do
  @moduledoc """
  The code in the documentation of the modules: what it calls, and the options that it gives, are there.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.GuideBlocks.Page

  for file <- Path.wildcard("lib/**/*.ex") do
    test file do
      assert Page.documentation_problems(unquote(file), ".") == []
    end
  end
end

defmodule Honey.GuidesTest.Architecture do
  @moduledoc """
  ARCHITECTURE.md: its links, its commands, and the files that it names.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.GuideBlocks.Page

  test "what it names is there" do
    assert Page.text_problems("ARCHITECTURE.md", ".") == []

    paths =
      for [_, path] <-
            Regex.scan(
              ~r"`((?:c_src|lib|test|scripts|guides|bench)/[\w/.{},*-]+)`",
              File.read!("ARCHITECTURE.md")
            ),
          do: path

    assert length(paths) > 50
    for path <- paths, do: assert({path, Path.wildcard(path) != []} == {path, true})
  end
end
