defmodule Honey.EndianTest do
  @moduledoc """
  `Honey.Endian` in the kernel, in `Honey.Sim` and on the BEAM, against Elixir's own binaries.
  """

  use ExUnit.Case, async: true

  import Bitwise

  alias Honey.{Endian, Sim}
  alias Honey.Test.{Kernel, SimRun}

  doctest Honey.Endian

  defmodule Swaps do
    use Honey, license: "GPL", kernel: "5.14"
    import Honey.Endian

    defmap :input, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64
    defmap :signed, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
    defmap :output, :bpf_array, max_entries: 12, key_type: :u32, value_type: :u64

    @sec "syscall"
    def run(_ctx) do
      n = Honey.BpfHelpers.bpf_map_lookup_elem(:input, 0)
      put(0, ntohs(n))
      put(1, htons(n))
      put(2, ntohl(n))
      put(3, htonl(n))
      put(4, ntohll(n))
      put(5, htonll(n))
      put(6, bpf_ntohs(n) + bpf_htons(n))
      put(7, bpf_ntohl(n) + bpf_htonl(n))
      put(8, bpf_be64_to_cpu(n))
      put(9, bpf_cpu_to_be64(n))
      s = Honey.BpfHelpers.bpf_map_lookup_elem(:signed, 0)
      put(10, Honey.Endian.swap64(s))
      put(11, Honey.Endian.swap16(s) + Honey.Endian.swap32(s))
      0
    end

    defp put(at, value), do: Honey.BpfHelpers.bpf_map_update_elem(:output, at, value, :bpf_any)
  end

  @numbers [0, 1, 80, 0x1234, 0xFFFF, 0x12345678, 0xFFFFFFFF, 0x123456789ABCDEF0] ++
             [0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFFFFFFFFFF]

  defp reversed(n, bits) do
    <<reversed::little-size(bits)>> = <<n::size(bits)>>
    reversed
  end

  test "on the BEAM, the bytes are reversed, as binaries have them" do
    for n <- @numbers ++ [-1, -2, -0x8000000000000000, 1 <<< 80] do
      for f <- [&Endian.ntohs/1, &Endian.htons/1, &Endian.bpf_ntohs/1, &Endian.bpf_htons/1],
          do: assert(f.(n) == reversed(n, 16))

      for f <- [&Endian.ntohl/1, &Endian.htonl/1, &Endian.bpf_ntohl/1, &Endian.bpf_htonl/1],
          do: assert(f.(n) == reversed(n, 32))

      for f <-
            [&Endian.ntohll/1, &Endian.htonll/1] ++
              [&Endian.bpf_be64_to_cpu/1, &Endian.bpf_cpu_to_be64/1],
          do: assert(f.(n) == reversed(n, 64))
    end
  end

  test "functions of their own run in Honey.Sim" do
    assert Sim.run(Endian, :ntohs, args: [0x5000]).value == 80
    assert Sim.run(Endian, :swap64, args: [-2]).value == 0xFEFFFFFFFFFFFFFF
  end

  @tag Kernel.tags()
  test "in the kernel and in Honey.Sim they give what they give on the BEAM" do
    object = Honey.load!(Swaps)
    on_exit(fn -> Honey.unload(object) end)
    sim = Sim.new(Swaps)

    for n <- @numbers do
      <<signed::signed-64>> = <<n::64>>
      :ok = Honey.Map.put(object, :input, 0, n)
      :ok = Honey.Map.put(object, :signed, 0, signed)
      assert {same, same} = SimRun.run(object, sim, :run)

      expected = [
        Endian.ntohs(n),
        Endian.htons(n),
        Endian.ntohl(n),
        Endian.htonl(n),
        Endian.ntohll(n),
        Endian.htonll(n),
        2 * Endian.swap16(n),
        2 * Endian.swap32(n),
        Endian.swap64(n),
        Endian.swap64(n),
        Endian.swap64(signed),
        Endian.swap16(signed) + Endian.swap32(signed)
      ]

      assert for(i <- 0..11, do: same.maps.output[i]) == expected
    end
  end
end
