defmodule Honey.MapTest do
  use ExUnit.Case, async: true

  alias Honey.Error
  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  setup_all do
    {:ok, elf: Elf.build!("maps")}
  end

  setup %{elf: elf} do
    object = Honey.load_binary!(elf)
    on_exit(fn -> Honey.unload(object) end)
    {:ok, %{object: object, hash: Honey.map(object, :hash)}}
  end

  defp cpus do
    {:ok, cpus} = Honey.LoaderNif.map_cpus()
    cpus
  end

  test "get, fetch, put, delete", %{hash: hash} do
    assert Honey.Map.get(hash, 1) == nil
    assert Honey.Map.fetch(hash, 1) == :error
    assert Honey.Map.put(hash, 1, 10) == :ok
    assert Honey.Map.get(hash, 1) == 10
    assert Honey.Map.fetch(hash, 1) == {:ok, 10}
    assert Honey.Map.delete(hash, 1) == :ok
    assert Honey.Map.get(hash, 1) == nil
    assert Honey.Map.delete(hash, 1) == :ok
  end

  test "the same by an object and a map's name", %{object: object} do
    assert Honey.Map.put(object, :hash, 1, 10) == :ok
    assert Honey.Map.put(object, :hash, 1, 11, :bpf_exist) == :ok
    assert Honey.Map.get(object, :hash, 1) == 11
    assert Honey.Map.fetch(object, :hash, 1) == {:ok, 11}
    assert Honey.Map.update(object, :hash, 1, 0, &(&1 + 1)) == :ok
    assert Honey.Map.to_list(object, :hash) == [{1, 12}]
    assert Honey.Map.keys(object, :hash) == [1]
    assert Honey.Map.count(object, :hash) == 1
    assert Enum.to_list(Honey.Map.stream(object, :hash)) == [{1, 12}]
    assert Honey.Map.delete(object, :hash, 1) == :ok

    assert {:error, %Error{reason: :unknown_map} = error} = Honey.Map.get(object, :hsh, 1)
    assert Exception.message(error) =~ "the object has no map :hsh; it has `array`, `cpu_array`"
    assert {:error, %Error{reason: :not_an_owner}} = Honey.Map.get("object", :hash, 1)
  end

  test "a map that is not there is no enumerable, and map! says why", %{object: object} do
    assert object |> Honey.map!(:hash) |> Enum.count() == 0

    assert_raise Error, ~r/the object has no map :zz; it has `array`/, fn ->
      object |> Honey.map!(:zz) |> Enum.count()
    end
  end

  # Access has no errors, and fetch/2 answers them.
  test "map[key] reads, and has no words of its own for errors", %{object: object, hash: hash} do
    :ok = Honey.Map.put(hash, 1, 10)
    assert hash[1] == 10
    assert hash[2] == nil
    assert get_in(hash, [1]) == 10
    assert_raise TryClauseError, ~r/key -1 does not fit :u32/, fn -> hash[-1] end
    Honey.unload(object)
    assert_raise TryClauseError, ~r/the object is closed/, fn -> hash[1] end
  end

  test "put_in, update_in and pop_in are refused, and the map is as it was", %{hash: hash} do
    :ok = Honey.Map.put(hash, 1, 10)
    said = ~r/of `hash` there is no changed copy.*Honey.Map.put\/3.*update\/4.*take\/2/

    assert_raise ArgumentError, said, fn -> put_in(hash[1], 6) end
    assert_raise ArgumentError, said, fn -> update_in(hash[1], &(&1 + 1)) end
    assert_raise ArgumentError, said, fn -> get_and_update_in(hash[1], &{&1, &1 + 1}) end
    assert_raise ArgumentError, said, fn -> pop_in(hash[1]) end
    assert Enum.to_list(hash) == [{1, 10}]
  end

  test "flags", %{hash: hash} do
    assert {:error, %Error{reason: :enoent, map: :hash}} = Honey.Map.put(hash, 1, 1, :bpf_exist)
    assert Honey.Map.put(hash, 1, 1, :bpf_noexist) == :ok
    assert {:error, %Error{reason: :eexist} = error} = Honey.Map.put(hash, 1, 2, :bpf_noexist)

    assert Exception.message(error) ==
             "map `hash`: key 1 is there already (EEXIST, File exists) [key_exists]"

    assert Honey.Map.put(hash, 1, 3, :bpf_exist) == :ok
    assert Honey.Map.put(hash, 1, 4, :bpf_any) == :ok
    assert Honey.Map.get(hash, 1) == 4

    assert_raise ArgumentError,
                 ~r/unknown flag :never: the flags are :any, :noexist and :exist/,
                 fn ->
                   Honey.Map.put(hash, 1, 1, :never)
                 end
  end

  test "update", %{hash: hash} do
    assert Honey.Map.update(hash, 1, 5, &(&1 * 2)) == :ok
    assert Honey.Map.get(hash, 1) == 5
    assert Honey.Map.update(hash, 1, 5, &(&1 * 2)) == :ok
    assert Honey.Map.get(hash, 1) == 10
    assert {:error, %Error{reason: :range}} = Honey.Map.update(hash, 1, 5, &(-&1))
  end

  test "a full map says so", %{hash: hash} do
    for key <- 1..4, do: assert(Honey.Map.put(hash, key, 0) == :ok)
    assert {:error, %Error{reason: :e2big} = error} = Honey.Map.put(hash, 5, 0)
    assert Exception.message(error) =~ "the map is full: it holds 4 elements"
    assert Exception.message(error) =~ "hint: "
  end

  for bits <- [8, 16, 32, 64] do
    test "u#{bits} holds its range and nothing else", %{object: object} do
      type = unquote(:"u#{bits}")
      map = Honey.map(object, type)
      greatest = unquote(Bitwise.bsl(1, bits) - 1)

      assert %Honey.Map{key: ^type, value: ^type} = map

      for number <- [0, 1, div(greatest, 2), div(greatest, 2) + 1, greatest] do
        assert Honey.Map.put(map, number, number) == :ok
        assert Honey.Map.get(map, number) == number
      end

      assert Enum.sort(Honey.Map.keys(map)) ==
               [0, 1, div(greatest, 2), div(greatest, 2) + 1, greatest]

      for wrong <- [-1, greatest + 1, Bitwise.bsl(1, 80), -Bitwise.bsl(1, 80)] do
        assert {:error, %Error{reason: :range} = error} = Honey.Map.put(map, 0, wrong)

        assert Exception.message(error) ==
                 "map `#{type}`: value #{wrong} does not fit #{inspect(type)} (0..#{greatest}) [range]"

        assert {:error, %Error{reason: :range} = error} = Honey.Map.put(map, wrong, 0)
        assert Exception.message(error) =~ "key #{wrong} does not fit"
        assert {:error, %Error{reason: :range}} = Honey.Map.get(map, wrong)
        assert {:error, %Error{reason: :range}} = Honey.Map.delete(map, wrong)
      end
    end

    test "s#{bits} holds its range and nothing else", %{object: object} do
      type = unquote(:"s#{bits}")
      map = Honey.map(object, type)
      least = unquote(-Bitwise.bsl(1, bits - 1))
      greatest = unquote(Bitwise.bsl(1, bits - 1) - 1)

      assert %Honey.Map{key: ^type, value: ^type} = map

      for number <- [least, -1, 0, 1, greatest] do
        assert Honey.Map.put(map, number, number) == :ok
        assert Honey.Map.get(map, number) == number
      end

      assert Enum.sort(Honey.Map.to_list(map)) ==
               for(number <- [least, -1, 0, 1, greatest], do: {number, number})

      for wrong <- [least - 1, greatest + 1, Bitwise.bsl(1, 80)] do
        assert {:error, %Error{reason: :range} = error} = Honey.Map.put(map, 0, wrong)
        assert Exception.message(error) =~ "does not fit #{inspect(type)} (#{least}..#{greatest})"
        assert {:error, %Error{reason: :range}} = Honey.Map.get(map, wrong)
      end
    end
  end

  test "what is no integer is refused", %{hash: hash} do
    for wrong <- [:a, "1", 1.0, nil, [1], {1}] do
      assert {:error, %Error{reason: :type} = error} = Honey.Map.get(hash, wrong)

      assert Exception.message(error) ==
               "map `hash`: key #{inspect(wrong)} is not of the map's type: expected :u32 (0..4294967295) [type]"

      assert {:error, %Error{reason: :type}} = Honey.Map.put(hash, 1, wrong)
    end
  end

  test "arrays have every index, in order, and cannot delete", %{object: object} do
    array = Honey.map(object, :array)
    for index <- 0..9, do: assert(Honey.Map.put(array, index, index * index) == :ok)
    assert Honey.Map.to_list(array) == for(index <- 0..9, do: {index, index * index})
    assert Honey.Map.keys(array) == Enum.to_list(0..9)
    assert Honey.Map.get(array, 10) == nil

    assert {:error, %Error{reason: :e2big} = error} = Honey.Map.put(array, 10, 1)
    assert Exception.message(error) =~ "index 10 is beyond the last, 9"
    assert {:error, %Error{reason: :eexist}} = Honey.Map.put(array, 1, 1, :bpf_noexist)
    assert {:error, %Error{reason: :einval} = error} = Honey.Map.delete(array, 1)
    assert Exception.message(error) =~ "the elements of an array cannot be deleted"
    assert Exception.message(error) =~ "hint: put 0 instead"
  end

  test "per-CPU maps have a value for each possible CPU", %{object: object} do
    values = Enum.map(1..cpus(), &(&1 * 100))
    hash = Honey.map(object, :cpu_hash)
    assert Honey.Map.put(hash, 7, values) == :ok
    assert Honey.Map.get(hash, 7) == values
    assert Honey.Map.to_list(hash) == [{7, values}]

    array = Honey.map(object, :cpu_array)
    signed = Enum.map(values, &(-&1))
    assert Honey.Map.put(array, 3, signed) == :ok
    assert Honey.Map.get(array, 3) == signed
    zeros = List.duplicate(0, cpus())
    assert Honey.Map.to_list(array) == [{0, zeros}, {1, zeros}, {2, zeros}, {3, signed}]

    for {wrong, reason} <- [
          {1, :type},
          {[1 | values], :size},
          {[], :size},
          {Enum.map(values, fn _ -> -1 end), :range}
        ] do
      assert {:error, %Error{reason: ^reason} = error} = Honey.Map.put(hash, 7, wrong)

      assert Exception.message(error) =~
               "a list of #{cpus()} values, one for each possible CPU, and each is :u32 (0..4294967295)"
    end

    assert Honey.Map.get(hash, 7) == values
  end

  test "an LRU map drops what was used least", %{object: object} do
    lru = Honey.map(object, :lru)
    for key <- 1..1000, do: assert(Honey.Map.put(lru, key, key) == :ok)
    assert Honey.Map.count(lru) in 1..64
    assert Enum.all?(lru, fn {key, value} -> key == value end)
  end

  test "what is no integer in BTF is binaries", %{object: object} do
    pairs = Honey.map(object, :pairs)
    assert %Honey.Map{key: {:binary, 8}, value: {:binary, 8}} = pairs
    assert Honey.Map.put(pairs, <<1::64>>, <<2::64>>) == :ok
    assert Honey.Map.to_list(pairs) == [{<<1::64>>, <<2::64>>}]
    assert {:error, %Error{reason: :size} = error} = Honey.Map.get(pairs, <<1>>)
    assert Exception.message(error) =~ "expected binary of 8 bytes"
    assert {:error, %Error{reason: :type}} = Honey.Map.get(pairs, 1)
  end

  test "large maps are read in chunks", %{object: object} do
    large = Honey.map(object, :large)
    assert Honey.Map.to_list(large) == []
    assert Honey.Map.count(large) == 0

    expected = for key <- 1..20_000, do: {key, key * 3}
    for {key, value} <- expected, do: :ok = Honey.Map.put(large, key, value)
    assert Enum.sort(Honey.Map.to_list(large)) == expected
    assert Enum.sort(Honey.Map.keys(large)) == Enum.to_list(1..20_000)
    assert Honey.Map.count(large) == 20_000
    assert Enum.sort(large) == expected
    assert Enum.count(large) == 20_000
    assert length(Enum.take(large, 5)) == 5
  end

  test "walks end while the map changes", %{object: object} do
    large = Honey.map(object, :large)
    for key <- 1..10_000, do: :ok = Honey.Map.put(large, key, 1)

    changer =
      Task.async(fn ->
        for round <- 1..5, key <- 5_001..10_000 do
          Honey.Map.delete(large, key)
          Honey.Map.put(large, key, round)
        end
      end)

    for _ <- 1..20 do
      keys = Honey.Map.keys(large)
      assert length(Enum.uniq(keys)) == length(keys)
      assert MapSet.subset?(MapSet.new(1..5_000), MapSet.new(keys))
    end

    Task.await(changer, 60_000)
  end

  test "is enumerable", %{hash: hash} do
    for key <- 1..3, do: Honey.Map.put(hash, key, key * 10)
    assert Enum.sum(for {_, value} <- hash, do: value) == 60
    assert {2, 20} in hash
    refute {2, 21} in hash
    refute {9, 0} in hash
    refute {-1, 0} in hash
    refute :other in hash
    assert Map.new(hash) == %{1 => 10, 2 => 20, 3 => 30}
  end
end
