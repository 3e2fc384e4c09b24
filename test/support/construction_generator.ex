defmodule Honey.Test.ConstructionGenerator do
  @moduledoc """
  Random functions that put binaries together: integers of any width, in both orders, parts of the packet and of
  binaries in maps, at any bit; and take them apart again by a random pattern. For `Honey.Test.PacketWays`.
  """

  alias Honey.Test.PacketWays

  @maps "  defmap :kept, :bpf_hash, max_entries: 1, key_type: :u32, value_type: {:binary, 9}"

  @doc """
  Runs so many functions of a seed with packets, in the kernel, in `Honey.Sim` and on the BEAM: how many runs
  that were, and how many raised. Raises where something differs; `found/2` tells it as text.
  """
  @spec run(pos_integer, integer) :: {runs :: integer, raised :: integer}
  def run(count, seed) do
    :rand.seed(:exsss, seed)
    functions = for n <- 1..count, do: function(n)
    PacketWays.compile(Honey.Constructions, functions, maps: @maps)
    PacketWays.compare(Honey.Constructions, functions, packets())
  end

  @doc "What differs, as text."
  @spec found(pos_integer, integer) :: [String.t()]
  def found(count, seed) do
    run(count, seed)
    []
  rescue
    error -> ["random constructions, seed #{seed}: #{Exception.message(error)}"]
  end

  defp packets do
    [:binary.copy(<<255>>, 33), :binary.copy(<<0>>, 33), :binary.copy(<<0x81>>, 40), "short"] ++
      for(_ <- 1..6, do: :rand.bytes(40))
  end

  defp integer do
    order = Enum.random(["", "little-", "big-"])
    sign = Enum.random(["", "signed-"])
    width = Enum.random([1, 3, 4, 7, 8, 12, 16, 23, 24, 32, 40, 48, 63, 64])
    value = Enum.random(["a", "b", "c", "d", "-a", "7", "c + d", "0xFFFF_FFFF"])
    {"#{value}::#{order}#{sign}#{width}", width}
  end

  defp part do
    bytes = Enum.random(1..5)
    bits = Enum.random(1..13)

    Enum.random([
      {"p::binary-#{bytes}", 8 * bytes},
      {"p::binary", 40},
      {"q::bitstring-#{bits}", bits},
      {"k::binary-#{bytes + 4}", 8 * (bytes + 4)},
      {"k::bitstring-#{bits * 5}", bits * 5}
    ])
  end

  defp text, do: {~s("xy\\0z"), 32}

  defp segment do
    case :rand.uniform(6) do
      n when n <= 3 -> integer()
      n when n <= 5 -> part()
      6 -> text()
    end
  end

  # Widths that add up to so many bits, and what each is read as.
  defp taken(0, _), do: []

  defp taken(bits, n) do
    width = min(bits, Enum.random([1, 5, 8, 13, 16, 31, 32, 48, 63]))
    order = Enum.random(["", "little-", "signed-", "little-signed-"])
    [{"x#{n}", "x#{n}::#{order}#{width}"} | taken(bits - width, n + 1)]
  end

  defp function(n) do
    segments = for _ <- 1..Enum.random(1..7), do: segment()
    bits = segments |> Enum.map(&elem(&1, 1)) |> Enum.sum()
    taken = taken(bits, 0)

    source = """
      def made_#{n}(<<a, b::16, c::signed-32, d::64, p::binary-5, q::bitstring-13, _::3, k::binary-9, _::binary>>) do
        bpf_map_update_elem(:kept, 0, k, :bpf_any)
        k = bpf_map_lookup_elem(:kept, 0) || "123456789"
        _ = {a, b, c, d, p, q, k}
        made = <<#{Enum.map_join(segments, ", ", &elem(&1, 0))}>>
        put(0, bit_size(made))
        <<#{Enum.map_join(taken, ", ", &elem(&1, 1))}>> = made
    #{for {{name, _}, i} <- Enum.with_index(taken), do: "    put(#{i + 1}, #{name})\n"}
        byte_size(made)
      end

      def made_#{n}(_), do: -1
    """

    {:"made_#{n}", source}
  end
end
