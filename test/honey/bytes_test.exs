defmodule Honey.BytesTest do
  @moduledoc """
  Binaries of constant size, out of packets and maps: as keys, values and fields, in patterns, compared,
  and passed on; in the kernel, in `Honey.Sim` and on the BEAM.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, PacketWays}

  @moduletag Kernel.tags()

  @maps ~S'''
    deftype Host, mac: {:binary, 6}, address: {:binary, 4}, name: {:string, 12}, seen: :u32
    deftype Pair, hashes: {:array, {:binary, 3}, 2}, tag: {:binary, 1}
    defmap :macs, :bpf_hash, max_entries: 64, key_type: {:binary, 6}, value_type: :u64
    defmap :last, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:binary, 6}
    defmap :long, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:binary, 12}
    defmap :longer, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:binary, 16}
    defmap :hosts, :bpf_hash, max_entries: 64, key_type: {:binary, 6}, value_type: Host
    defmap :by_host, :bpf_hash, max_entries: 64, key_type: Host, value_type: :u32
    defmap :pairs, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Pair
  '''

  @functions [
    keyed: ~S'''
      def keyed(<<target::binary-6, source::binary-6, _::binary>>) do
        count(target)
        count(source)
        count(<<1, 2, 3, 0, 5, 6>>)
        bpf_map_update_elem(:last, 0, source, :bpf_any)
        bpf_map_update_elem(:last, 1, "static", :bpf_any)
        if target == source, do: bpf_map_delete_elem(:macs, source)
        last = bpf_map_lookup_elem(:last, 0)
        put(0, if(last == source, do: 1, else: 2))
        put(1, if(last == target, do: 1, else: 2))
        put(2, if(last in [<<0::48>>, "static", <<9, 9, 9, 9, 9, 9>>], do: 1, else: 2))
        missing = bpf_map_lookup_elem(:last, 7)
        put(3, if(missing, do: 1, else: 2))

        case last do
          nil -> 1
          <<0, _::binary>> -> 2
          ^target -> 3
          <<a::16, b::little-24, c::signed>> -> a + b * c
        end
      end

      def keyed(_), do: 0

      defp count(mac) do
        seen = bpf_map_lookup_elem(:macs, mac)
        bpf_map_update_elem(:macs, mac, (seen || 0) + 1, :bpf_any)
      end
    ''',
    fields: ~S'''
      def fields(<<mac::binary-6, address::binary-4, _::bitstring>>) do
        host = %Host{mac: mac, address: address, name: "host"}
        bpf_map_update_elem(:hosts, mac, host, :bpf_any)
        bpf_map_update_elem(:by_host, %{host | seen: 3, mac: "abcdef"}, 1, :bpf_any)

        case bpf_map_lookup_elem(:hosts, mac) do
          %Host{mac: <<0, 0, _::binary>>} -> 1
          %Host{mac: <<first, _::32, last>>, address: <<10, net::24>>} -> first * last + net
          %Host{address: address} = found -> part(found.mac, address)
          nil -> -1
        end
      end

      def fields(_), do: -2

      defp part(<<_::16, mac::binary>>, <<address::binary-2, _::binary>>) do
        put(0, byte_size(mac))
        put(1, if(mac == <<1, 2, 3, 4>>, do: 1, else: 2))
        <<a::16>> = address
        <<b::32>> = mac
        a + b
      end
    ''',
    arrays: ~S'''
      def arrays(<<a::binary-3, b::binary-3, i::8, tag::binary-1, _::binary>>) do
        pair = %Pair{hashes: [a, b], tag: tag}
        bpf_map_update_elem(:pairs, i, pair, :bpf_any)
        found = bpf_map_lookup_elem(:pairs, i)

        if found do
          put(0, if(found == pair, do: 1, else: 2))
          put(1, if(found.tag == "x", do: 1, else: 2))
          put(2, if(Enum.at(found.hashes, 1) == b, do: 1, else: 2))

          case Enum.at(found.hashes, rem(i, 2)) do
            <<0, _::binary>> -> 1
            <<x::24>> -> x
          end
        else
          0
        end
      end

      def arrays(_), do: -1
    ''',
    choosing: ~S'''
      def choosing(<<n, mac::binary-6, address::binary-4, rest::binary>>) do
        one = if n > 5, do: mac, else: "static"
        bpf_map_update_elem(:last, 0, one, :bpf_any)
        two = if n > 10, do: mac, else: <<0, 1, 2, 3, 4, 5>>
        bpf_map_update_elem(:last, 1, two, :bpf_any)
        either = if n > 15, do: mac, else: address
        put(0, byte_size(either))
        put(1, if(either == mac, do: 1, else: 2))
        put(2, if(either == <<1, 2, 3, 4>>, do: 1, else: 2))
        stored = if n > 8, do: bpf_map_lookup_elem(:last, 0), else: address
        put(3, if(stored == either, do: 1, else: 2))

        maybe =
          cond do
            n > 20 -> nil
            n > 18 -> <<0, 0>>
            n > 14 -> "text"
            true -> address
          end

        put(4, if(maybe == address, do: 1, else: 2))

        case maybe do
          <<0, x, _::binary>> -> x
          <<x, tail::binary>> -> x + byte_size(tail) * 1000
          "" -> 7
          nil -> byte_size(rest)
        end
      end

      def choosing(_), do: -1
    ''',
    sized: ~S'''
      def sized(<<n::4, m::4, mac::binary-6, more::binary-12, _::binary>>) do
        bpf_map_update_elem(:long, 0, more, :bpf_any)
        more = bpf_map_lookup_elem(:long, 0) || <<0::64, 0::32>>
        put(0, within(mac, n))
        put(1, within(more, m))

        case more do
          <<_::size(m), x::size(n), rest::bitstring>> when n > 0 ->
            put(2, x)
            put(3, bit_size(rest))
            bits(rest)

          <<length, part::binary-size(length), rest::binary>> ->
            put(4, byte_size(part))
            put(5, if(part == rest, do: 1, else: 2))
            put(6, if(part == mac, do: 1, else: 2))
            put(7, if(part == "abc", do: 1, else: 2))
            byte_size(rest)

          <<length, _::binary>> ->
            -length
        end
      end

      def sized(_), do: -1

      defp within(binary, n) do
        case binary do
          <<_::binary-size(n), x::little-16, rest::binary>> -> x + byte_size(rest)
          <<_::binary-size(n), x::signed, _::binary>> -> x
          <<_::binary-size(n)>> -> 1000
          _ -> 2000
        end
      end

      defp bits(<<a::3, b::7, c::signed-little-13, _::bitstring>>), do: a + b + c
      defp bits(<<a::3, _::bitstring>>), do: a
      defp bits(_), do: -3
    ''',
    walked: ~S'''
      def walked(<<packet::binary-16, rest::binary>>) do
        bpf_map_update_elem(:longer, 0, packet, :bpf_any)
        options = bpf_map_lookup_elem(:longer, 0) || <<0::64, 0::64>>
        put(0, walk(options, 0))
        put(1, sum(options, 0))
        byte_size(rest)
      end

      def walked(_), do: -1

      defp walk(<<0, _::binary>>, sum), do: sum
      defp walk(<<1, rest::binary>>, sum), do: walk(rest, sum + 1)
      defp walk(<<kind, n, value::binary-size(n - 2), rest::binary>>, sum) when kind < 9,
        do: walk(rest, sum + kind + byte_size(value))

      defp walk(<<_, rest::binary>>, sum), do: 100 + sum + byte_size(rest)
      defp walk(<<>>, sum), do: 1000 + sum

      defp sum(<<x::16, rest::binary>>, sum), do: sum(rest, sum + x)
      defp sum(<<>>, sum), do: sum
    '''
  ]

  setup_all do
    PacketWays.compile(Honey.Bytes, @functions, maps: @maps)
  end

  test "binaries of constant size" do
    :rand.seed(:exsss, 7)
    mac = <<1, 2, 3, 0, 5, 6>>

    packets =
      [
        <<>>,
        mac <> mac <> "rest",
        mac <> <<9, 9, 9, 9, 9, 9>>,
        "staticstatic",
        <<0::96>>,
        mac <> <<10, 0, 1, 2>>,
        <<7, 8, 1, 2, 3, 4, 192, 168, 0, 1>>,
        <<0, 0, 1, 2, 3, 4, 192, 168, 0, 1>>,
        "abcdefx",
        "abcdef\0x",
        "abcdef\1xyz",
        <<0x12>> <> mac <> <<3, "abcabc", 9, 9, 9, 9, 9, 1>>,
        <<0x02>> <> mac <> <<5, "abcde", "abcdef">>,
        <<0x02>> <> mac <> <<6, mac::binary, "abcde">>,
        <<0x02>> <> mac <> <<3, "abc", "abcdefgh">>,
        <<0x02>> <> mac <> <<13, "abc", "abcdefgh">>,
        <<1, 1, 3, 5, "abc", 8, 2, 7, 4, "ab", 0, 0, 0, 1>>,
        <<1, 1, 3, 5, "abc", 8, 2, 7, 7, "abcde">>,
        :binary.copy(<<1>>, 16),
        :binary.copy(<<255>>, 30)
      ] ++
        for(n <- 0..24, do: <<n, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 7, 7>>) ++
        for(n <- 0..40, do: :rand.bytes(n)) ++
        for(_ <- 1..60, do: for(_ <- 0..24, into: <<>>, do: <<Enum.random(0..9)>>))

    packets = packets ++ Enum.flat_map(Enum.take(packets, 20), &PacketWays.truncated/1)
    {runs, _} = PacketWays.compare(Honey.Bytes, @functions, Enum.uniq(packets))
    assert runs > 1000
  end
end
