defmodule Honey.Test.Random.Input do
  @moduledoc """
  Random inputs of random programs: the three arguments, and what some maps and live variables hold at the
  beginning.

  Values at the edges of their types are more frequent than others.
  """

  import Honey.Test.Random.Chance

  alias Honey.Test.Random.{Bytes, Globals, KernelMap, Type}

  @signed [0, 1, -1, 2, 7, 63, -64, 1000, 0x80000000, 0x7FFFFFFFFFFFFFFF, -0x8000000000000000]
  @unsigned [0, 1, 2, 5, 64, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000] ++
              [0xFFFFFFFFFFFFFFFF]
  @maybe [nil, nil, 0, 1, -1, 5, 100, -0x8000000000000000]

  # Their values bring what no program says: other strings, structs, elements.
  @filled [:slots, :inners, :outers, :flows, :addresses, :tallies, :stats, :queue, :stack] ++
            [:pairs, :by_pair, :pair_slots]

  # Fewer bytes the kernel does not run an XDP program with.
  @head 14

  @type t :: %{
          arguments: [term],
          maps: KernelMap.contents(),
          vars: Globals.values(),
          packet: binary
        }

  @doc "An input; structs are of this module's types. Programs of XDP get the packet, too."
  @spec random(module) :: t
  def random(module) do
    maps = for name <- @filled, chance(2), into: %{}, do: {name, contents(name, module)}
    %{arguments: arguments(), maps: maps, vars: Globals.random(module), packet: packet()}
  end

  @doc "How many bytes a packet has before what the programs see of it."
  @spec head() :: pos_integer
  def head, do: @head

  # Of small numbers mostly, so that patterns and sizes fit.
  defp packet do
    if chance(4),
      do: :rand.bytes(Enum.random(0..60)),
      else: Bytes.literal(pick([0, 1, 2, 3, 5, 8, 13, 20, 40]))
  end

  @doc "The arguments alone."
  @spec arguments() :: [term]
  def arguments, do: [signed(), unsigned(), pick(@maybe)]

  defp signed, do: if(chance(4), do: number(64) - 0x8000000000000000, else: pick(@signed))
  defp unsigned, do: if(chance(4), do: number(64), else: pick(@unsigned))
  defp number(bits), do: Enum.random(0..(2 ** Enum.random(1..bits) - 1))

  defp contents(name, module) do
    {_, key, value, entries} = KernelMap.all()[name]
    empty = KernelMap.empty(name, module)

    cond do
      KernelMap.array?(name) -> Map.new(empty, fn {key, _} -> {key, value(value, module)} end)
      KernelMap.line?(name) -> for _ <- 1..Enum.random(1..entries), do: value(value, module)
      true -> for _ <- 1..(entries - 1), into: %{}, do: {key(key), value(value, module)}
    end
  end

  defp key(integer) when integer in [:u8, :u32, :s16, :s32, :s64], do: Enum.random(0..7)
  defp key({:be, _}), do: Enum.random(0..7)
  defp key({:enum, members}), do: pick(members)
  defp key({:types, types}), do: types |> Enum.map(&key/1) |> List.to_tuple()
  defp key({:string, _}), do: pick(Type.texts())
  defp key({:binary, size}), do: Bytes.literal(size)

  @doc "A value of a type in memory."
  @spec value(Type.storage(), module) :: term
  def value(:bool, _module), do: chance(2)
  def value({:enum, members}, _module), do: pick(members)

  def value({:string, size}, _module) do
    if chance(2),
      do: pick(Type.texts()),
      else: for(_ <- 1..Enum.random(1..size), into: "", do: <<pick([255 | ~c"eth0kwor1"])>>)
  end

  def value({:binary, size}, _module),
    do: if(chance(2), do: Bytes.literal(size), else: <<number(8 * size)::size(size)-unit(8)>>)

  def value({:types, types}, module), do: types |> Enum.map(&value(&1, module)) |> List.to_tuple()

  def value({:array, type, size}, module), do: for(_ <- 1..size, do: value(type, module))

  def value({:struct, name}, module) do
    Enum.reduce(Type.structs()[name], KernelMap.record(name, module), fn {field, type}, record ->
      Map.put(record, field, value(type, module))
    end)
  end

  def value(integer, _module), do: KernelMap.cut(signed(), integer)
end
