defmodule Honey.MapKindsTest do
  @moduledoc """
  The table of map types against the header of the kernel that is installed, against the running
  kernel, and against the guide.
  """

  use ExUnit.Case, async: true

  alias Honey.LoaderNif
  alias Honey.Test.Kernel

  @header "/usr/include/linux/bpf.h"
  @rows Honey.Nif.map_kinds()

  # What bpf.h of Linux 6.18 has, but those that stand for two numbers.
  @last {33, :bpf_arena}

  test "the table has every number once, in order" do
    numbers = Enum.map(@rows, & &1.number)
    assert numbers == Enum.sort(numbers)
    assert {List.last(@rows).number, List.last(@rows).name} == @last
    assert Enum.uniq(numbers) == numbers
    assert Enum.to_list(1..elem(@last, 0)) -- numbers == []
  end

  test "the names and numbers are those of the installed header" do
    [_, list] = Regex.run(~r/enum bpf_map_type \{(.*?)\};/s, File.read!(@header))

    named =
      Regex.scan(~r/^\s*BPF_MAP_TYPE_(\w+),?$/m, list, capture: :all_but_first)
      |> List.flatten()
      |> Enum.with_index()
      |> Enum.reject(&match?({"UNSPEC", 0}, &1))

    assert length(named) > 25

    known = Map.new(@rows, &{&1.number, &1.name})

    for {name, number} <- named,
        do: assert({number, known[number]} == {number, :"bpf_#{String.downcase(name)}"})
  end

  test "the flags are those of the installed header" do
    header = File.read!(@header)
    table = File.read!("c_src/compiler/table/map_flag.def")
    rows = Regex.scan(~r/^MAP_FLAG\((\w+), (\w+), 0x(\w+),/m, table, capture: :all_but_first)
    assert length(rows) > 6

    for [upper, lower, number] <- rows do
      assert String.downcase(upper) == lower
      [_, shift] = Regex.run(~r/^\s*BPF_F_#{upper}\s*= \(1U << (\d+)\)/m, header)
      assert Bitwise.bsl(1, String.to_integer(shift)) == String.to_integer(number, 16)
    end
  end

  test "every row says what the type is, and of one that is refused what it lacks" do
    for row <- @rows do
      assert row.doc =~ ~r/\.$/
      assert row.missing == nil == (row.instead == nil)
      if row.missing == nil, do: assert(row.operations != [] and row.user != [])
      assert row.needed_flags -- row.flags == []
    end
  end

  test "the table is in the guide" do
    assert File.read!("guides/maps.md") =~ Honey.Map.Kind.table()
  end

  describe "the running kernel" do
    @describetag Kernel.tags()

    test "has the types that the table says it has" do
      asked =
        for row <- @rows, {:ok, answer} <- [LoaderNif.map_offered(row.number)] do
          assert {row.name, answer} ==
                   {row.name, if(version(row.kernel) <= kernel(), do: :offered, else: :absent)}
        end

      assert length(asked) > 30
    end
  end

  defp version(text) do
    [major, minor | _] = text |> String.split([".", "-"]) |> Enum.map(&String.to_integer/1)
    {major, minor}
  end

  defp kernel do
    [_, text] = Regex.run(~r/^(\d+\.\d+)/, File.read!("/proc/sys/kernel/osrelease"))
    version(text)
  end
end
