defmodule Honey.UserRingTest do
  @moduledoc """
  User ring buffers: what Elixir pushes, programs drain, in the kernel and in `Honey.Sim`.
  """

  use ExUnit.Case, async: true

  alias Honey.{Error, Map, Sim}
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Commands do
    use Honey, license: "GPL", kernel: "6.1", on_error: 77

    alias Honey.KernelMap
    import Honey.BpfHelpers

    deftype Command,
      action: {:enum, [:allow, :deny]},
      port: :u16,
      name: {:string, 11},
      weight: :s64

    deftype Batch, count: :u32, numbers: {:array, :u64, 60}

    defmap :commands, :bpf_user_ringbuf, max_entries: 4096, value_type: Command
    defmap :numbers, :bpf_user_ringbuf, max_entries: 4096, value_type: :s32
    defmap :names, :bpf_user_ringbuf, max_entries: 4096, value_type: {:string, 20}
    defmap :batches, :bpf_user_ringbuf, max_entries: 4096, value_type: Batch
    defmap :frames, :bpf_user_ringbuf, max_entries: 4096, value_type: {:binary, 100}
    defmap :weights, :bpf_hash, max_entries: 64, key_type: Command, value_type: :s64
    defmap :lengths, :bpf_hash, max_entries: 64, key_type: {:string, 20}, value_type: :u64
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    @sec "raw_tracepoint/sys_enter"
    def take_frames(_ctx) do
      for <<first, _::binary>> <- KernelMap.drain(:frames), do: KernelMap.sum(:out, 7, first)
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def obey(_ctx) do
      Enum.each(KernelMap.drain(:commands), fn
        %Command{action: :allow} = command ->
          KernelMap.put(:weights, command, command.weight)

        %Command{action: :deny, port: port} ->
          KernelMap.count(:out, 0)
          KernelMap.sum(:out, 1, port)
      end)

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def add(_ctx) do
      write(0, Enum.sum(KernelMap.drain(:numbers)))
      write(1, Enum.count(KernelMap.drain(:numbers)))
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def some(_ctx) do
      found =
        Enum.reduce_while(KernelMap.drain(:numbers), 0, fn n, sum ->
          if n < 0, do: {:halt, sum}, else: {:cont, sum + n}
        end)

      write(0, found)
      0
    end

    # A turn in which a loop drains the same ring, which it then cannot.
    @sec "raw_tracepoint/sys_enter"
    def nested(_ctx) do
      for n <- KernelMap.drain(:numbers) do
        KernelMap.sum(:out, 0, n)
        for _ <- KernelMap.drain(:numbers), do: KernelMap.count(:out, 1)
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def divide(_ctx) do
      for n <- KernelMap.drain(:numbers), do: KernelMap.sum(:out, 0, div(100, n))
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def count_names(_ctx) do
      for name <- KernelMap.drain(:names), do: KernelMap.sum(:lengths, name, byte_size(name))
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def unpack(_ctx) do
      for %Batch{count: count, numbers: numbers} <- KernelMap.drain(:batches) do
        KernelMap.sum(:out, 0, count)
        KernelMap.sum(:out, 1, Enum.sum(numbers))
      end

      0
    end
  end

  # The types of programs that may drain one, also those that may sleep.
  defmodule Kinds do
    use Honey, license: "GPL", kernel: "6.12"

    alias Honey.KernelMap

    defmap :numbers, :bpf_user_ringbuf, max_entries: 4096, value_type: :u32

    @sec "xdp"
    def packet(_ctx), do: Enum.sum(KernelMap.drain(:numbers))

    @sec "syscall"
    def call(_ctx), do: Enum.reduce(KernelMap.drain(:numbers), 1, &(&1 * &2))

    @sec "tracepoint/raw_syscalls/sys_enter"
    def enter(_ctx), do: Enum.each(KernelMap.drain(:numbers), fn _ -> :ok end)
  end

  alias Commands.{Batch, Command}

  setup do
    object = Honey.load!(Commands)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp push_all(object, name, records),
    do: for(record <- records, do: assert(Map.push(object, name, record) == :ok))

  # The same records, by the same program, in both.
  defp both(object, program, name, records, return \\ 0) do
    push_all(object, name, records)
    {:ok, %{return: ^return}} = Honey.test_run(object, program)
    result = Sim.run(Commands, program, maps: %{name => records})
    assert result.return == return
    assert result.maps.out == Elixir.Map.new(Map.to_list(object, :out))
    result
  end

  test "structs: each turn has one, in the order in which they came", %{object: object} do
    allowed = for n <- 1..5, do: %Command{action: :allow, port: n, name: "eth#{n}", weight: -n}
    denied = for n <- 1..3, do: %Command{action: :deny, port: 60_000 + n}
    result = both(object, :obey, :commands, Enum.intersperse(allowed, hd(denied)) ++ denied)
    assert result.maps.out[0] == 7
    assert result.maps.commands == []

    for command <- allowed do
      assert Map.get(object, :weights, command) == command.weight
      assert result.maps.weights[command] == command.weight
    end
  end

  test "binaries: the first byte of each", %{object: object} do
    both(object, :take_frames, :frames, for(n <- 1..5, do: :binary.copy(<<n>>, 100)))
    assert Map.get(object, :out, 7) == 15
  end

  test "integers: a fold, and nothing is there twice", %{object: object} do
    assert %{0 => -4, 1 => 0} = both(object, :add, :numbers, [1, -7, 2]).maps.out
  end

  test "what leaves the loop leaves those behind it", %{object: object} do
    result = both(object, :some, :numbers, [1, 2, -1, 4, 5])
    assert result.maps.out[0] == 3
    assert result.maps.numbers == [4, 5]

    {:ok, %{return: 0}} = Honey.test_run(object, :some)
    assert Map.get(object, :out, 0) == 9
  end

  test "one loop drains at a time", %{object: object} do
    assert %{0 => 6, 1 => 0} = both(object, :nested, :numbers, [1, 2, 3]).maps.out
  end

  test "a turn that raises ends the program, and its record is gone", %{object: object} do
    result = both(object, :divide, :numbers, [10, 0, 5], 77)
    assert result.maps.out[0] == 10
    assert result.maps.numbers == [5]
    assert [%{kind: :arithmetic, count: 1}] = Honey.errors(object)

    {:ok, %{return: 0}} = Honey.test_run(object, :divide)
    assert Map.get(object, :out, 0) == 30
  end

  test "strings, which are keys then", %{object: object} do
    names = ["a", "", "exactly nineteen by", "a"]
    result = both(object, :count_names, :names, names)
    assert result.maps.lengths == %{"a" => 2, "" => 0, "exactly nineteen by" => 19}
    assert Elixir.Map.new(Map.to_list(object, :lengths)) == result.maps.lengths
  end

  test "structs that the stack has no room for", %{object: object} do
    batches = for n <- 1..3, do: %Batch{count: n, numbers: Enum.to_list(n..(n + 59))}
    result = both(object, :unpack, :batches, batches)
    assert result.maps.out[0] == 6
    assert result.maps.out[1] == Enum.sum(Enum.flat_map(batches, & &1.numbers))
  end

  test "a ring that is full says so, and has room again when it was drained", %{object: object} do
    pushed = push_until_full(object, 0)
    # 8 bytes of the kernel's and 4 of the number, in whole words
    assert pushed == div(4096, 16)

    {:error, %Error{reason: :enospc} = error} = Map.push(object, :numbers, 1)
    assert Exception.message(error) =~ "the ring is full: no program has drained what is there"

    {:ok, %{return: 0}} = Honey.test_run(object, :add)
    assert Map.get(object, :out, 0) == Enum.sum(0..(pushed - 1))
    assert Map.push(object, :numbers, 1) == :ok

    assert_raise ArgumentError, ~r/is given 257 values, but holds 256/, fn ->
      Sim.run(Commands, :add, maps: %{numbers: Enum.to_list(0..256)})
    end
  end

  defp push_until_full(object, n) do
    case Map.push(object, :numbers, n) do
      :ok -> push_until_full(object, n + 1)
      {:error, %Error{reason: :enospc}} -> n
    end
  end

  test "processes push at once, and nothing is lost", %{object: object} do
    1..4
    |> Enum.map(fn _ -> Task.async(fn -> push_all(object, :numbers, 1..50) end) end)
    |> Enum.each(&Task.await(&1, 60_000))

    {:ok, %{return: 0}} = Honey.test_run(object, :add)
    assert Map.get(object, :out, 0) == 4 * Enum.sum(1..50)
  end

  test "what a ring does not take", %{object: object} do
    assert {:error, %Error{reason: :range}} = Map.push(object, :numbers, 0x8000_0000)
    assert {:error, %Error{reason: :type}} = Map.push(object, :commands, 7)

    assert {:error, %Error{reason: :range} = error} =
             Map.push(object, :commands, %Command{port: -1})

    assert Exception.message(error) =~ "port"
    assert {:error, %Error{reason: :einval}} = Map.push(object, :numbers, 1, :bpf_exist)
    assert {:error, %Error{reason: :unsupported}} = Map.pop(object, :numbers)
    assert {:error, %Error{reason: :unsupported}} = Map.to_list(object, :numbers)
    {:ok, %{return: 0}} = Honey.test_run(object, :add)
    assert Map.get(object, :out, 0) == 0
  end

  test "each type of programs can drain one" do
    object = Honey.load!(Kinds)
    on_exit(fn -> Honey.unload(object) end)
    push_all(object, :numbers, [1, 2])
    packet = <<0::size(64)-unit(8)>>
    assert {:ok, %{return: 3}} = Honey.test_run(object, :packet, data: packet)
    push_all(object, :numbers, [3, 4, 5])
    assert {:ok, %{return: 60}} = Honey.test_run(object, :call)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :packet, data: packet)
  end

  test "nothing of it is left when the object is closed, though it is mapped" do
    object = Honey.load!(Commands)
    ring = Honey.map(object, :numbers)
    assert Map.push(ring, 1) == :ok
    assert Kernel.map?(ring.id)
    Honey.unload(object)
    assert {:error, %Error{reason: :closed}} = Map.push(ring, 1)
    assert Kernel.eventually(fn -> not Kernel.map?(ring.id) end)
  end
end
