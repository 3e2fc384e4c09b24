defmodule Honey.GoldenTest do
  @moduledoc """
  The language, rule by rule: what the compiler makes of test/golden's modules is what stands
  beside them (`Honey.Test.Golden` says which file is what).

  A `.c` file is the C without its common beginning, which header.h has, and with the Elixir line
  of each statement in the margin. After a change that is meant to change them,

      HONEY_UPDATE_GOLDEN=1 mix test test/honey/golden_test.exs

  writes all of them, and the units of this version of Elixir; `scripts/golden.sh` does so and
  writes the units of a newer Elixir as well. Then read the difference: it is what the change does.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.Golden

  @update System.get_env("HONEY_UPDATE_GOLDEN") not in [nil, "", "0"]
  @extensions [".c", ".warn", ".err"]

  # A rule's outcome is wanted by several tests. It is no part of their context, of which ExUnit gives
  # copies to several processes with each test.
  setup_all do
    :persistent_term.put(__MODULE__, Map.new(Golden.rules(), &{&1, of_rule(&1)}))
    on_exit(fn -> :persistent_term.erase(__MODULE__) end)
  end

  defp outcomes, do: :persistent_term.get(__MODULE__)

  defp of_rule(rule) do
    unit = Golden.unit(rule)
    %{unit: unit, outcome: Golden.outcome(unit)}
  end

  if @update do
    test "are written" do
      Enum.each(left_over(), &File.rm!/1)
      Enum.each(outcomes(), &update/1)
      {:ok, unit} = outcomes() |> Map.values() |> Enum.find_value(&well_formed/1)
      {:ok, result} = Golden.build(unit)
      write(Golden.header_path(), result.c_source |> Golden.split() |> elem(0))
    end

    defp update({rule, %{unit: unit, outcome: outcome}}) do
      for extension <- @extensions do
        write(Golden.path(rule, extension), outcome.files[extension])
      end

      with {:ok, unit} <- unit do
        write(Golden.unit_path(rule, Golden.version()), Honey.Unit.to_binary(unit))
      end
    end

    defp well_formed(%{unit: unit, outcome: %{files: files}}), do: files[".c"] && unit

    defp write(path, nil), do: File.rm(path)

    defp write(path, bytes) do
      if read(path) != bytes do
        File.mkdir_p!(Path.dirname(path))
        File.write!(path, bytes)
      end
    end
  else
    for rule <- Golden.rules() do
      test rule do
        %{outcome: outcome} = outcomes()[unquote(rule)]

        for extension <- @extensions do
          assert outcome.files[extension] == read(Golden.path(unquote(rule), extension))
        end
      end
    end

    test "the guides show every rule, and no other" do
      guides = Path.wildcard(Path.expand("../../guides/*.md", __DIR__))

      shown =
        for guide <- guides,
            [rule] <-
              Regex.scan(~r"\]\(\.\./test/golden/(\w+)\.ex\)", File.read!(guide),
                capture: :all_but_first
              ),
            uniq: true,
            do: rule

      assert Enum.sort(shown) == Enum.sort(Golden.rules())
    end

    test "every unit's C begins the same" do
      headers =
        for {_, %{unit: {:ok, unit}}} <- outcomes(), {:ok, result} <- [Golden.build(unit)] do
          result.c_source |> Golden.split() |> elem(0)
        end

      assert Enum.uniq(headers) == [File.read!(Golden.header_path())]
    end

    test "every diagnostic has a golden" do
      table = File.read!("c_src/compiler/core/diagnostic_code.def")
      codes = for [_, name] <- Regex.scan(~r/^CODE\(\w+, (\w+)\)/m, table), do: name
      assert length(codes) > 20

      shown =
        for {_, %{outcome: outcome}} <- outcomes(), code <- outcome.codes, do: to_string(code)

      assert codes -- shown == []
    end

    test "no golden is left over from a rule that is gone" do
      assert left_over() == []
    end

    test "the stored units are those of the rules" do
      version = Golden.version()

      if version in Golden.versions() do
        for {rule, %{unit: {:ok, unit}}} <- outcomes() do
          assert {rule, stored(rule, version)} == {rule, unit}
        end
      end
    end

    test "the units of every Elixir give the same C and the same diagnostics" do
      versions = Golden.versions()
      assert "1.14" in versions and "1.18" in versions

      for {rule, %{unit: {:ok, _}}} <- outcomes() do
        [first | others] = for version <- versions, do: essence(stored(rule, version))
        for other <- others, do: assert({rule, other} == {rule, first})
      end
    end

    test "the native compiler's helpers each have a golden that calls them" do
      sources = Enum.map_join(Golden.rules(), &File.read!(Golden.path(&1, ".ex")))
      kinds = File.read!("c_src/compiler/table/program_kind.def")
      types = for [_, type] <- Regex.scan(~r/^PROGRAM_KIND\(\w+, "\w+", (\w+)/m, kinds), do: type
      assert "XDP" in types

      for %{obstacle: nil, name: name, programs: programs} <- Honey.Nif.helpers(),
          Enum.any?(programs, &(&1.name in types)),
          do: assert({name, sources =~ "#{name}("} == {name, true})

      for %{name: name} <- Honey.Nif.map_kinds(), do: assert(sources =~ ":#{name}")
    end

    # All that must not depend on the version of Elixir.
    defp essence(unit) do
      case Golden.build(unit) do
        {:ok, result} -> Map.take(result, [:c_source, :elf, :warnings, :programs, :maps, :sites])
        {:error, diagnostics} -> diagnostics
      end
    end

    defp stored(rule, version) do
      Golden.unit_path(rule, version) |> File.read!() |> :erlang.binary_to_term()
    end
  end

  defp left_over do
    rules = Golden.rules()

    files =
      Path.wildcard("test/golden/*{.c,.warn,.err}") ++ Path.wildcard("test/golden/units/*/*")

    Enum.reject(files, &((&1 |> Path.basename() |> Path.rootname()) in rules))
  end

  defp read(path) do
    case File.read(path) do
      {:ok, text} -> text
      {:error, :enoent} -> nil
    end
  end
end
