defmodule Honey.GuidesTest do
  @moduledoc """
  Every module in the README and the guides compiles, and loads where that is possible. The tests in
  guides/testing.md are tests here, too.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @root Path.expand("../..", __DIR__)
  # Half of what troubleshooting.md shows is wrong on purpose: see Honey.TroubleshootingTest.
  @files ["README.md" | Path.wildcard(Path.join(@root, "guides/*.md"))] --
           [Path.join(@root, "guides/troubleshooting.md")]

  for file <- @files, path = Path.expand(file, @root) do
    @external_resource path
    blocks =
      ~r/^```elixir\n(.*?)^```/ms
      |> Regex.scan(File.read!(path), capture: :all_but_first)
      |> List.flatten()
      |> Enum.filter(&String.starts_with?(&1, "defmodule "))
      |> Enum.reject(&(&1 =~ "use ExUnit.Case"))

    for {block, n} <- Enum.with_index(blocks, 1) do
      name = "#{Path.basename(path)}, module #{n}"

      test "#{name} compiles" do
        {module, _} = List.last(compile(unquote(block)))
        assert <<0x7F, "ELF", _::binary>> = module.__honey__(:elf)
      end

      @tag Kernel.tags()
      test "#{name} loads" do
        {module, _} = List.last(compile(unquote(block)))
        assert {:ok, object} = Honey.load(module, pin: false)
        assert :ok = Honey.unload(object)
      end
    end
  end

  # Each test has its own modules, so that tests can run side by side. Libraries stand before the
  # module with the programs.
  defp compile(block) do
    unique = "Guides#{System.unique_integer([:positive])}."

    modules = Regex.scan(~r/^defmodule ([\w.]+) /m, block, capture: :all_but_first)
    names = modules |> List.flatten() |> Enum.map_join("|", &Regex.escape/1)
    block = Regex.replace(~r/(?<![\w.])(#{names})(?![\w])/, block, unique <> "\\1")
    Code.compile_string(block, "guide.ex")
  end
end

# ExUnit takes test modules only while it loads files.
for [block] <-
      Regex.scan(
        ~r/^```elixir\n(defmodule .*?)^```/ms,
        File.read!(Path.expand("../../guides/testing.md", __DIR__)),
        capture: :all_but_first
      ) do
  live = "use ExUnit.Case\n  @moduletag Honey.Test.Kernel.tags()\n"
  Honey.Test.Kernel.mount_tracefs()
  Code.compile_string(String.replace(block, "use ExUnit.Case\n", live), "guides/testing.md")
end
