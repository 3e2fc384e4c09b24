defmodule Honey.Endian do
  @moduledoc """
  Integers of the network's byte order, and the host's: for numbers that lie in memory as the network sends them.

      import Honey.Endian

      port = ntohs(sockaddr_port)       # 0x5000 becomes 80
      key = htonl(address)

  The names are C's, and those of libbpf: `ntohs/1` and `bpf_ntohs/1` are the same. They are ordinary functions of integers, in
  programs, in `Honey.Sim` and anywhere else; the result has the number's own size, 16, 32 or 64 bits, and is never
  negative. Of a larger number, the lowest bits count, as in C.

  Binary patterns need none of this: `<<port::16>>` reads the network's order, `<<n::little-16>>` the other one.
  Fields of contexts whose order the kernel has turned already, such as `local_port`, are host order.

  All targets, x86-64 and arm64, have the lowest byte first, so each function swaps.

  They need no helper and no kernel in particular. In C they are macros of libbpf's bpf_endian.h, and of glibc's
  netinet/in.h.
  """

  use Honey

  @doc """
  A port or other 16 bits, from the network's order to the host's.

      iex> Honey.Endian.ntohs(0x5000)
      80
  """
  @spec ntohs(integer) :: 0..0xFFFF
  def ntohs(n), do: swap16(n)

  @doc """
  16 bits, from the host's order to the network's.

      iex> Honey.Endian.htons(80)
      20480
  """
  @spec htons(integer) :: 0..0xFFFF
  def htons(n), do: swap16(n)

  @doc """
  An IPv4 address or other 32 bits, from the network's order to the host's.

      iex> Honey.Endian.ntohl(0x0100007F)
      0x7F000001
  """
  @spec ntohl(integer) :: 0..0xFFFFFFFF
  def ntohl(n), do: swap32(n)

  @doc """
  32 bits, from the host's order to the network's.

      iex> Honey.Endian.htonl(0x7F000001)
      0x0100007F
  """
  @spec htonl(integer) :: 0..0xFFFFFFFF
  def htonl(n), do: swap32(n)

  @doc """
  64 bits, from the network's order to the host's.

      iex> Honey.Endian.ntohll(1)
      0x0100000000000000
  """
  @spec ntohll(integer) :: 0..0xFFFFFFFFFFFFFFFF
  def ntohll(n), do: swap64(n)

  @doc """
  64 bits, from the host's order to the network's.

      iex> Honey.Endian.htonll(0x0100000000000000)
      1
  """
  @spec htonll(integer) :: 0..0xFFFFFFFFFFFFFFFF
  def htonll(n), do: swap64(n)

  @doc """
  `ntohs/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_ntohs(0x5000)
      80
  """
  @spec bpf_ntohs(integer) :: 0..0xFFFF
  def bpf_ntohs(n), do: swap16(n)

  @doc """
  `htons/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_htons(80)
      20480
  """
  @spec bpf_htons(integer) :: 0..0xFFFF
  def bpf_htons(n), do: swap16(n)

  @doc """
  `ntohl/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_ntohl(0x0100007F)
      0x7F000001
  """
  @spec bpf_ntohl(integer) :: 0..0xFFFFFFFF
  def bpf_ntohl(n), do: swap32(n)

  @doc """
  `htonl/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_htonl(0x7F000001)
      0x0100007F
  """
  @spec bpf_htonl(integer) :: 0..0xFFFFFFFF
  def bpf_htonl(n), do: swap32(n)

  @doc """
  `ntohll/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_be64_to_cpu(1)
      0x0100000000000000
  """
  @spec bpf_be64_to_cpu(integer) :: 0..0xFFFFFFFFFFFFFFFF
  def bpf_be64_to_cpu(n), do: swap64(n)

  @doc """
  `htonll/1`, as libbpf calls it.

      iex> Honey.Endian.bpf_cpu_to_be64(0x0100000000000000)
      1
  """
  @spec bpf_cpu_to_be64(integer) :: 0..0xFFFFFFFFFFFFFFFF
  def bpf_cpu_to_be64(n), do: swap64(n)

  @doc """
  The two bytes of 16 bits in the other order.

      iex> Honey.Endian.swap16(0x1234)
      0x3412
  """
  @spec swap16(integer) :: 0..0xFFFF
  def swap16(n), do: (n &&& 0xFF) <<< 8 ||| (n >>> 8 &&& 0xFF)

  @doc """
  The four bytes of 32 bits in the other order.

      iex> Honey.Endian.swap32(0x12345678)
      0x78563412
  """
  @spec swap32(integer) :: 0..0xFFFFFFFF
  def swap32(n) do
    (n &&& 0xFF) <<< 24 ||| (n >>> 8 &&& 0xFF) <<< 16 ||| (n >>> 16 &&& 0xFF) <<< 8 |||
      (n >>> 24 &&& 0xFF)
  end

  @doc """
  The eight bytes of 64 bits in the other order.

      iex> Honey.Endian.swap64(0x0102030405060708)
      0x0807060504030201
  """
  @spec swap64(integer) :: 0..0xFFFFFFFFFFFFFFFF
  def swap64(n) do
    # Not negative in the kernel, either.
    bits = n &&& 0xFFFFFFFFFFFFFFFF
    swap32(bits) <<< 32 ||| swap32(bits >>> 32)
  end
end
