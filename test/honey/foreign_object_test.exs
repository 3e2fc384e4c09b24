defmodule Honey.ForeignObjectTest do
  @moduledoc """
  Objects that other compilers made: their variables, by the types that the ELF has, and maps of structs, by those
  that the caller names.
  """

  use ExUnit.Case, async: true

  alias Honey.{Error, Var}
  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  # As the C has them.
  defmodule Layout do
    use Honey, license: "GPL"

    deftype Stat, count: :u64, last: :s16, kind: {:array, :u8, 4}
    deftype Other, count: :u64
  end

  setup_all do
    %{elf: Elf.build!("globals")}
  end

  defp run(object),
    do: assert({:ok, %{return: 1}} = Honey.test_run(object, :run, data: <<0::size(64)-unit(8)>>))

  describe "variables" do
    test "are there by their types, and programs and Elixir change them", %{elf: elf} do
      object = Honey.load_binary!(elf)

      assert Map.keys(object.vars) |> Enum.sort() ==
               [:depth, :hits, :level, :limits, :lowest, :mode, :threshold]

      assert Var.get(object, :threshold) == 5
      assert Var.get(object, :lowest) == -1
      assert Var.get(object, :level) == 2
      assert Var.get(object, :hits) == 0
      assert Var.get(object, :depth) == -7
      assert Var.get(object, :mode) == 3
      assert Var.get(object, :limits) == <<1::little-64, 2::little-64>>
      run(object)
      run(object)
      assert Var.get(object, :hits) == 10
      assert Var.get(object, :depth) == -9
      assert Var.get(object, :limits) == <<3::little-64, 2::little-64>>

      assert Var.put(object, :hits, 0xFFFF_FFFF_FFFF_FFFF) == :ok
      assert Var.put(object, :depth, -0x8000) == :ok
      assert Var.put(object, :limits, <<8::little-64, 9::little-64>>) == :ok
      run(object)
      assert Var.get(object, :hits) == 4
      assert Var.get(object, :depth) == 0x7FFF
      assert Var.get(object, :limits) == <<9::little-64, 9::little-64>>
      Honey.unload(object)
      assert {:error, %Error{reason: :closed}} = Var.get(object, :hits)
    end

    test "are given their first values", %{elf: elf} do
      given = [threshold: 7, hits: 100, mode: 9, depth: -1, limits: <<0::128>>]
      object = Honey.load_binary!(elf, vars: given)
      for {name, value} <- given, do: assert(Var.get(object, name) == value)
      run(object)
      assert Var.get(object, :hits) == 107
      Honey.unload(object)
    end

    test "that do not fit, or are not there, are refused", %{elf: elf} do
      for {name, value, reason, text} <- [
            {:threshold, -1, :range, ":u32 (0..4294967295)"},
            {:threshold, "5", :type, ":u32"},
            {:depth, 0x8000, :range, ":s16"},
            {:limits, <<1>>, :size, "a binary of 16 bytes"},
            {:treshold, 1, :unknown_var, "did you mean `threshold`?"},
            {:own, 1, :unknown_var, "the object has no variable :own"},
            {:large, "", :unknown_var, "the object has no variable :large"}
          ] do
        assert {:error, %Error{step: :var, reason: ^reason, var: ^name} = error} =
                 Honey.load_binary(elf, vars: [{name, value}])

        assert Exception.message(error) =~ text
      end

      object = Honey.load_binary!(elf)
      assert {:error, %Error{reason: :constant}} = Var.put(object, :threshold, 1)
      assert {:error, %Error{reason: :range}} = Var.put(object, :mode, 256)
      Honey.unload(object)

      assert_raise ArgumentError, ~r/`vars:` wants a list/, fn ->
        Honey.load_binary(elf, vars: 1)
      end
    end

    test "of Honey's own objects are there, too, without what the compiler has for itself" do
      object =
        Honey.load_binary!(Honey.ForeignObjectTest.Counter.__honey__(:elf), vars: [step: 3])

      assert Map.keys(object.vars) |> Enum.sort() == [:step, :total]
      assert {:ok, _} = Honey.test_run(object, :run)
      assert Var.get(object, :total) == 3
      Honey.unload(object)
    end
  end

  defmodule Counter do
    use Honey, license: "GPL", kernel: "5.14"

    defvar :step, :u32, 1
    defvar :total, :u64, 0, live: true

    @sec "syscall"
    def run(_ctx) do
      Var.update(:total, &(&1 + step()))
      if step() == 0, do: raise("no step")
      0
    end
  end

  describe "maps" do
    test "have integers as the ELF has them, and structs that the caller names", %{elf: elf} do
      object = Honey.load_binary!(elf, maps: [stats: [value: Layout.Stat]])
      run(object)
      stat = %Layout.Stat{count: 0, last: -7, kind: [1, 2, 3, 3]}
      assert Honey.Map.to_list(object, :stats) == [{5, stat}]
      assert Honey.Map.put(object, :stats, 1, %{stat | last: 7}) == :ok
      assert Honey.Map.get(object, :stats, 1).last == 7

      assert {:error, %Error{reason: :range}} =
               Honey.Map.put(object, :stats, 1, %{stat | last: 40_000})

      Honey.unload(object)
    end

    test "may be of other types of just their size", %{elf: elf} do
      for {types, key, value} <- [
            {[key: :ipv4, value: {:binary, 16}], {10, 0, 0, 1}, <<1::128>>},
            {[key: {:be, :u32}, value: {:string, 16}], 7, "seven"},
            {[key: {:array, :u16, 2}, value: {:array, :s32, 4}], [1, 2], [-1, 0, 1, 2]},
            {[value: :ipv6], 1, {1, 2, 3, 4, 5, 6, 7, 8}}
          ] do
        object = Honey.load_binary!(elf, maps: [stats: types])
        assert Honey.Map.put(object, :stats, key, value) == :ok
        assert Honey.Map.get(object, :stats, key) == value
        Honey.unload(object)
      end
    end

    test "that are not there are refused", %{elf: elf} do
      assert {:error, %Error{step: :load, reason: :unknown_map, map: :stat} = error} =
               Honey.load_binary(elf, maps: [stat: [key: :u32]])

      assert Exception.message(error) =~ "`maps:` has types of `stat`, and there is no such map"
      assert Exception.message(error) =~ "did you mean `stats`?"
    end

    test "are refused types of another size, and types that are none", %{elf: elf} do
      for types <- [
            [value: Layout.Other],
            [value: {:binary, 15}],
            [key: :u64],
            [key: {:array, :u8, 3}],
            [value: {:string, 17}]
          ] do
        assert {:error, %Error{step: :load, reason: :size, map: :stats} = error} =
                 Honey.load_binary(elf, maps: [stats: types])

        assert Exception.message(error) =~ "its keys have 4 bytes and its values 16"
        assert Exception.message(error) =~ inspect(types |> hd() |> elem(1))
      end

      for type <- [{:u8, :u32}, {:enum, [:a]}, Layout, Layout.None, Enum, :u33, {:string, 0}, "x"] do
        assert_raise ArgumentError,
                     ~r/unknown type .* in `maps: \[stats: \[value: \.\.\.\]\]`: the types are :binary/,
                     fn -> Honey.load_binary(elf, maps: [stats: [value: type]]) end
      end
    end
  end
end
