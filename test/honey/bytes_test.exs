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
    deftype Name, text: {:string, 16}
    deftype Short, text: {:string, 8}
    defmap :shorts, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Short
    defmap :names, :bpf_hash, max_entries: 64, key_type: :u32, value_type: Name
    defmap :flows, :bpf_hash, max_entries: 64, key_type: {:binary, 13}, value_type: :u64
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
        more = bpf_map_lookup_elem(:long, 0) || <<0::96>>
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
        options = bpf_map_lookup_elem(:longer, 0) || <<0::128>>
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

  @constructions [
    flow: ~S'''
      def flow(<<source::binary-4, target::binary-4, protocol, from::16, to::little-16, _::binary>>) do
        flow = <<source::binary, target::binary, protocol, from::16, to::little-16>>
        bpf_map_update_elem(:flows, flow, 1, :bpf_any)
        back = <<target::binary-4, source::binary-4, protocol, to::16, from::little-16>>
        put(0, if(flow == back, do: 1, else: 2))
        put(1, byte_size(back))
        seen = bpf_map_lookup_elem(:flows, back)
        put(2, if(seen, do: 1, else: 2))

        case flow do
          <<10, _::56, 6, port::16, _::binary>> -> port
          <<_::64, 17, rest::binary>> -> rest(rest)
          ^back -> 7
          _ -> 8
        end
      end

      def flow(_), do: -1

      defp rest(<<a::little-16, b::16>>), do: a * 3 + b
    ''',
    odd: ~S'''
      def odd(<<a, b::16, c::signed-32, mac::binary-6, odd::bitstring-11, last::bitstring>>) do
        one = <<4::4, a::4, b::13, c::little-signed-32, 1::1, mac::binary-2, "xy", 5::2>>
        put(0, bit_size(one))
        <<p::12, q::30, r::bitstring>> = one
        put(1, p)
        put(2, q)
        put(3, bit_size(r))
        two = <<odd::bitstring, a::5>>
        <<s::16>> = two
        put(4, s)
        three = <<a::3, odd::bitstring-7, c::little-22, b::size(2)-unit(5)>>
        <<t::42>> = three
        put(5, t)
        bpf_map_update_elem(:macs, <<mac::binary-4, b::16>>, 2, :bpf_any)
        bpf_map_update_elem(:last, 0, <<-1, a, b::little-16, a::little-16>>, :bpf_any)
        bpf_map_update_elem(:last, 1, <<last::bitstring-48>>, :bpf_any)
        bit_size(last)
      end

      def odd(_), do: -1
    ''',
    raising: ~S'''
      def raising(<<n, mac::binary-6, rest::binary>>) do
        value = if n > 3, do: n
        part = if n > 5, do: mac
        put(0, 5)
        made = <<value, part::binary>>
        put(1, if(made == <<4, 1, 2, 3, 4, 5, 6>>, do: 1, else: 2))
        key = <<rest::binary-3, n::24>>
        bpf_map_update_elem(:macs, key, 2, :bpf_any)
        n
      end

      def raising(_), do: -1
    ''',
    empty: ~S'''
      def empty(<<n, rest::binary>>) do
        none = first(if(n > 3, do: "abc", else: "x"))
        made = <<n::signed-0, none::binary>>
        put(0, byte_size(made))
        put(1, if(made == "", do: 1, else: 2))
        put(2, byte_size(<<n, none::binary, 7::16>>))
        put(3, if(none <> "ab" == "ab" and none in ["b", ""], do: 1, else: 2))
        <<again::binary-0>> = none
        put(4, if(n > 5, do: byte_size(again), else: byte_size("x" <> again)))
        put(5, :binary.last(<<rest::binary-1, none::binary>>))
        :binary.last(made)
      end

      def empty(_), do: -1

      defp first(<<s::binary-0, _::binary>>), do: s
    ''',
    named: ~S'''
      def named(<<n, name::binary-6, _::binary>>) do
        bpf_map_update_elem(:shorts, 0, %Short{text: text(n)}, :bpf_any)
        found = bpf_map_lookup_elem(:shorts, 0)

        if found do
          device = "eth" <> found.text
          put(0, byte_size(device))
          put(1, if(device == "ethab", do: 1, else: 2))
          bpf_map_update_elem(:names, 1, %Name{text: device}, :bpf_any)
          both = "#{found.text}-#{device}/x"
          put(2, byte_size(both))
          put(3, if(both == "ab-ethab/x", do: 1, else: 2))
          put(4, if(both == name, do: 1, else: 2))
          bpf_map_update_elem(:names, 2, %Name{text: found.text <> found.text}, :bpf_any)
          bpf_map_update_elem(:long, 0, <<found.text::binary-1, name::binary, 0::40>>, :bpf_any)

          case device do
            "eth" -> 1
            "etha" <> rest -> 10 + byte_size(rest)
            <<_::binary-4, c, _::binary>> -> c
            _ -> 2
          end
        else
          0
        end
      end

      def named(_), do: -1

      defp text(0), do: ""
      defp text(1), do: "ab"
      defp text(2), do: "xyz"
      defp text(3), do: "1234567"
      defp text(_), do: "z"
    '''
  ]

  @called [
    parts: ~S'''
      def parts(<<n::signed, m::signed, mac::binary-6, rest::binary>>) do
        put(0, if(binary_part(rest, 0, 2) == "ab", do: 1, else: 2))
        put(1, byte_size(binary_part(rest, byte_size(rest), -1)))
        put(2, :binary.first(mac))
        put(3, :binary.last(mac))
        put(4, :binary.last(rest))
        bpf_map_update_elem(:last, 0, mac, :bpf_any)
        kept = bpf_map_lookup_elem(:last, 0) || <<0::48>>
        put(5, :binary.last(kept))
        put(6, :binary.at(kept, 2))
        <<x::16>> = :binary.part(kept, 5, -2)
        put(7, x)
        bpf_map_update_elem(:last, 1, binary_part(rest, n, 6), :bpf_any)
        put(8, :binary.at(kept, n))
        put(9, :binary.at(rest, m))
        put(10, byte_size(binary_part(kept, n, m)))
        put(11, byte_size(:binary.part(rest, {n, m})))
        byte_size(rest)
      end

      def parts(_), do: -1
    ''',
    edges: ~S'''
      def edges(<<n, mac::binary-6, rest::binary>>) do
        bpf_map_update_elem(:shorts, 0, %Short{text: named_by(n)}, :bpf_any)
        found = bpf_map_lookup_elem(:shorts, 0)
        bpf_map_update_elem(:last, 0, mac, :bpf_any)
        kept = bpf_map_lookup_elem(:last, 0)
        put(0, if(String.starts_with?(rest, "ab"), do: 1, else: 2))
        put(1, if(String.ends_with?(rest, ["bc", "", "x"]), do: 1, else: 2))
        put(2, if(String.starts_with?(mac, [<<0, 1>>, "b"]), do: 1, else: 2))
        put(3, if(String.ends_with?(mac, "bc"), do: 1, else: 2))
        put(4, if(String.ends_with?(rest, []), do: 1, else: 2))

        if found && kept do
          put(5, if(String.starts_with?(found.text, "eth"), do: 1, else: 2))
          put(6, if(String.ends_with?(found.text, ["h0", ".10"]), do: 1, else: 2))
          put(7, if(String.starts_with?(kept, "eth"), do: 1, else: 2))
          put(8, if(String.ends_with?(kept, "\0"), do: 1, else: 2))
          put(9, if(:binary.last(found.text) == ?0, do: 1, else: 2))
          put(10, if(found.text in ["eth0", rest], do: 1, else: 2))
        end

        missing = if n > 6, do: nil, else: rest
        if String.starts_with?(missing, "a"), do: 1, else: 2
      end

      def edges(_), do: -1

      defp named_by(0), do: ""
      defp named_by(1), do: "eth0"
      defp named_by(2), do: "eth0.10"
      defp named_by(3), do: "12345678"
      defp named_by(_), do: "wlan0"
    ''',
    beyond: ~S'''
      # Places that are known, and are beyond the end.
      def beyond(<<n, _::binary>>) do
        index = byte_size("kworker")

        seen =
          case "\0\xFF\x03\xFF\x03\0" do
            <<_::binary-size(index), x, y::16, _::binary>> when x > n -> x + y
            <<_::binary-size(index), x::binary-1, _::binary>> -> byte_size(x)
            <<_::size(index), x::1, _::bitstring>> -> x + n
          end

        put(0, seen)
        if n > 3, do: :binary.at("\0\xFF\x03\xFF\x03\0", index), else: n
      end

      def beyond(_), do: -1
    '''
  ]

  @passed [
    returned: ~S'''
      def returned(<<n, mac::binary-6, address::binary-4, rest::binary>>) do
        bpf_map_update_elem(:last, 0, mac, :bpf_any)
        kept = bpf_map_lookup_elem(:last, 0) || <<0::48>>

        case pick(n, kept, address) do
          {:ok, one, two} ->
            put(0, byte_size(one))
            put(1, if(one == kept, do: 1, else: 2))
            put(2, if(two == address, do: 1, else: 2))
            <<x, _::binary>> = one
            put(3, x)

          {:error, text} ->
            put(0, byte_size(text))
            put(4, if(text == "short", do: 1, else: 2))

          nil ->
            put(0, 0)
        end

        put(5, large(kept, n))
        put(6, large(rest_of(kept, n), 3))
        put(7, large(<<n, address::binary, 7>>, 5))
        byte_size(default(rest, n))
      end

      def returned(_), do: -1

      defp default(_, n) when n > 200, do: ""
      defp default(rest, _), do: rest

      defp pick(0, kept, address), do: {:ok, kept, address}
      defp pick(1, _, address), do: {:ok, address, "text"}
      defp pick(2, kept, _), do: {:ok, rest_of(kept, 2), rest_of(kept, 4)}
      defp pick(3, _, address), do: {:error, address}
      defp pick(4, _, _), do: {:error, "short"}
      defp pick(5, kept, _), do: {:error, rest_of(kept, 5)}
      defp pick(_, _, _), do: nil

      defp rest_of(all, n) do
        case all do
          <<_::binary-size(n), rest::binary>> -> rest
          _ -> all
        end
      end

      # Too large to become a part of its callers.
      defp large(bytes, n) do
        case bytes do
          <<1, x::16, rest::binary>> -> x + byte_size(rest) + n
          <<2, x::little-16, y, _::binary>> -> x + y * 3 - n
          <<3, n2, _::binary-size(n2), rest::binary>> -> n2 - byte_size(rest)
          <<4, x::4, y::4, z::24, rest::binary>> when z > 7 -> x + y + z + byte_size(rest)
          <<5, x::signed, y::signed-16, _::binary>> -> x * y + 4
          <<6, x::signed-24, y::signed-8, _::binary>> -> x - y - 9
          <<7, x::32, _::binary>> when x > 1000 -> div(x, 1000)
          <<8, n3::16, _::binary-size(n3), rest::binary>> -> n3 + byte_size(rest) * 2
          <<9, a, b, c, d, _::binary>> -> a + b + c + d + 4 - 7
          <<10, a, b, c, d, _::binary>> when a > b and c > d -> a - b + c - d
          <<_, rest::binary>> -> byte_size(rest)
          _ -> -1
        end
      end
    ''',
    looped: ~S'''
      def looped(<<packet::binary-12, more::binary>>) do
        bpf_map_update_elem(:long, 0, packet, :bpf_any)
        kept = bpf_map_lookup_elem(:long, 0) || <<0::96>>

        {rest, sum} =
          Enum.reduce(1..9, {kept, 0}, fn n, {rest, sum} ->
            case rest do
              <<x, tail::binary>> when x > 3 -> {tail, sum + x * n}
              <<_, x::little-16, tail::binary>> -> {tail, sum + x}
              _ -> {rest, sum + 1000}
            end
          end)

        put(0, byte_size(rest))
        put(1, sum)
        key = Enum.reduce(1..3, <<0::16, 7>>, fn n, <<a, b, c>> -> <<b, c, a + n>> end)
        put(2, if(key == <<8, 2, 10>>, do: 1, else: 2))
        bpf_map_update_elem(:last, 0, <<key::binary, key::binary>>, :bpf_any)
        put(3, checksum(kept, 0))
        put(4, turns(kept, byte_size(more)))
        byte = fn i -> :binary.at(kept, i) end
        starts = fn prefix -> if prefix == binary_part(kept, 0, 2), do: 1, else: 2 end
        put(5, starts.("ab"))
        byte.(3) + byte.(11)
      end

      def looped(_), do: -1

      defp checksum(<<x::16, rest::binary>>, sum), do: checksum(rest, sum + x)
      defp checksum(<<>>, sum), do: rem(sum, 0xFFFF)

      # So many turns that they are a function of their own.
      defp turns(kept, n) do
        Enum.reduce(1..2000, 0, fn i, sum ->
          case kept do
            <<_::binary-size(rem(i, 13)), x, rest::binary>> -> sum + x + byte_size(rest) + n
            _ -> sum - 1
          end
        end)
      end
    '''
  ]

  setup_all do
    functions = @functions ++ @constructions ++ @called ++ @passed
    PacketWays.compile(Honey.Bytes, functions, maps: @maps)
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

  test "binaries that are put together" do
    :rand.seed(:exsss, 8)
    flow = <<10, 0, 0, 1, 192, 168, 0, 1, 6, 80::16, 1234::16>>
    same = <<10, 0, 0, 1, 10, 0, 0, 1, 17, 80::16, 80::little-16>>

    packets =
      [flow, same, <<same::binary, 7>>] ++
        for(n <- 0..8, do: <<n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10>>) ++
        for(n <- 0..8, do: <<n, "ab-eth", 1>>) ++
        for(n <- 0..8, do: <<n, 1, 2, 3>>) ++
        for(n <- 0..40, do: :rand.bytes(n)) ++ for(_ <- 1..60, do: :rand.bytes(30))

    {runs, raised} = PacketWays.compare(Honey.Bytes, @constructions, Enum.uniq(packets))
    assert runs > 500 and raised > 5
  end

  test "functions of strings and binaries" do
    :rand.seed(:exsss, 9)

    packets =
      [<<>>, <<1, 0, 1, 98, 99, 97, 98, 99>>] ++
        for(n <- 0..8, do: <<n, "123456">>) ++
        for(n <- 0..8, do: <<n, 0, 1, "eth", 0, "abcabc">>) ++
        for(n <- 0..8, do: <<n, "ethabc", "eth0">>) ++
        for(n <- 0..8, do: <<n, "ethabc", "eth0.10">>) ++
        for(n <- -2..9, m <- -5..9, do: <<n, m, "123456", "abcdefgh">>) ++
        for(n <- 0..40, do: :rand.bytes(n))

    {runs, raised} = PacketWays.compare(Honey.Bytes, @called, Enum.uniq(packets))
    assert runs > 400 and raised > 100 and raised < runs - 100
  end

  test "binaries that are passed, returned, and handed on by loops" do
    :rand.seed(:exsss, 10)

    packets =
      for(n <- 0..12, do: <<n, n, 1, 2, 3, 4, 5, 6, 7, 8, 9, "rest">>) ++
        for(n <- 0..12, do: <<201, n, 0, 2, 30, 4, 5, 6, 7, 8, 9, "rest">>) ++
        for(n <- 0..20, do: :rand.bytes(n)) ++
        for(_ <- 1..12, do: for(_ <- 0..15, into: <<>>, do: <<Enum.random(0..9)>>))

    {runs, _} = PacketWays.compare(Honey.Bytes, @passed, Enum.uniq(packets))
    assert runs > 100
  end
end
