defmodule Honey.ParsersTest do
  @moduledoc """
  Parsers of real protocols, in the kernel, in `Honey.Sim` and on the BEAM: stacked VLAN tags, chains of
  IPv6 extension headers, options of IPv4 and TCP, names of DNS, the server name of a TLS ClientHello. Each
  is given packets that are right, the same cut at every length, and with random bytes.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, PacketWays}

  @moduletag Kernel.tags()

  @maps ~S'''
    deftype Server, name: {:binary, 16}, size: :u32
    defmap :flows, :bpf_hash, max_entries: 1024, key_type: {:binary, 13}, value_type: :u32
    defmap :hosts, :bpf_hash, max_entries: 1024, key_type: {:binary, 16}, value_type: :u32
    defmap :servers, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Server
    defmap :words, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u32
  '''

  @parsers [
    # Any number of VLAN tags: a recursion that is a loop.
    vlan: ~S'''
      def vlan(<<type::16, rest::binary>>), do: tags(type, rest, 0)
      def vlan(_), do: -1

      defp tags(type, <<_priority::3, _::1, id::12, next::16, rest::binary>>, tags)
           when type in [0x8100, 0x88A8, 0x9100] do
        put(id, tags)
        tags(next, rest, tags + 1)
      end

      defp tags(0x0800, <<4::4, _::bitstring>>, tags), do: 4000 + tags
      defp tags(0x86DD, <<6::4, _::bitstring>>, tags), do: 6000 + tags
      defp tags(type, rest, tags), do: type * 1000 + byte_size(rest) + tags
    ''',
    # Each header says how long it is and what comes next; at most eight of them.
    ipv6: ~S'''
      def ipv6(<<6::4, _class::8, label::20, length::16, next, _hops, from::binary-16, to::binary-16, rest::binary>>) do
        bpf_map_update_elem(:hosts, from, label, :bpf_any)
        if from != to, do: bpf_map_update_elem(:hosts, to, length, :bpf_any)

        case Honey.fuel(8, chain(next, rest)) do
          {:tcp, <<source::16, target::16, _::binary>>} -> put(1, source) && target
          {:udp, <<_::16, target::16, length::16, _::16, data::binary>>} when length >= 8 -> target + byte_size(data)
          {:fragment, offset} -> put(2, offset) && 1
          {:none, _} -> 2
          {other, _} when other in [:tcp, :udp] -> 3
          {:unknown, kind} -> 1000 + kind
          :short -> 4
        end
      end

      def ipv6(_), do: -1

      defp chain(6, rest), do: {:tcp, rest}
      defp chain(17, rest), do: {:udp, rest}
      defp chain(59, rest), do: {:none, rest}
      defp chain(44, <<_next, _, offset::13, _::3, _id::32, _::binary>>) when offset > 0, do: {:fragment, offset}
      defp chain(44, <<next, _, _::16, _id::32, rest::binary>>), do: chain(next, rest)

      defp chain(kind, <<next, length, _::binary-size(length * 8 + 6), rest::binary>>) when kind in [0, 43, 60],
        do: chain(next, rest)

      defp chain(kind, _) when kind in [0, 43, 60, 44], do: :short
      defp chain(kind, _), do: {:unknown, kind}
    ''',
    # Two variable fields in a row, and a walk over each of them.
    options: ~S'''
      def options(<<4::4, words::4, _tos, total::16, _id::16, _::3, 0::13, _ttl, 6, _sum::16, from::binary-4, to::binary-4,
                    ip::binary-size(words * 4 - 20), source::16, target::16, _seq::32, _ack::32, offset::4, _::3,
                    flags::9, _window::16, _check::16, _urgent::16, tcp::binary-size((offset - 5) * 4), data::binary>>) do
        bpf_map_update_elem(:flows, <<from::binary, source::16, to::binary, target::16, 6>>, total, :bpf_any)
        put(0, flags)
        put(1, alert(ip, 0))
        put(2, segment(tcp))

        for {kind, slot} <- [{3, 3}, {8, 4}, {4, 5}], do: put(slot, find(tcp, kind))
        byte_size(data)
      end

      def options(<<4::4, _::4, _::binary-8, protocol, _::binary>>), do: 1000 + protocol
      def options(_), do: -1

      defp alert(<<0, _::binary>>, n), do: n
      defp alert(<<1, rest::binary>>, n), do: alert(rest, n + 1)
      defp alert(<<148, 4, value::16, _::binary>>, n), do: n + 100 + value
      defp alert(<<_, size, _::binary-size(size - 2), rest::binary>>, n), do: alert(rest, n + 10)
      defp alert(_, n), do: n + 5000

      defp segment(<<0, _::binary>>), do: 536
      defp segment(<<1, rest::binary>>), do: segment(rest)
      defp segment(<<2, 4, size::16, _::binary>>), do: size
      defp segment(<<_, size, _::binary-size(size - 2), rest::binary>>), do: segment(rest)
      defp segment(_), do: 0

      defp find(<<kind, size, value::binary-size(size - 2), _::binary>>, kind) when kind > 1 do
        case value do
          <<>> -> 1
          <<x>> -> x
          <<x::16>> -> x
          <<x::32, _::binary>> -> x
          _ -> 2
        end
      end

      defp find(<<1, rest::binary>>, kind), do: find(rest, kind)
      defp find(<<_, size, _::binary-size(size - 2), rest::binary>>, kind), do: find(rest, kind)
      defp find(_, _), do: 0
    ''',
    # Labels up to the empty one; a pointer ends the name.
    dns: ~S'''
      def dns(<<source::16, 53::16, _length::16, _sum::16, id::16, 0::1, opcode::4, _::11, count::16, _::48, rest::binary>>)
          when opcode == 0 and count > 0 do
        put(0, source)
        put(1, id)

        case name(rest, 0, 5381) do
          {:ok, labels, hash, <<type::16, 1::16, _::binary>>} ->
            bpf_map_update_elem(:words, rem(hash, 1_000_000), labels, :bpf_any)
            kind(type)

          {:ok, labels, _, rest} ->
            labels * 100 + byte_size(rest)

          {:pointer, at} ->
            -at

          :error ->
            -100_000
        end
      end

      def dns(_), do: -1

      defp name(<<0, rest::binary>>, labels, hash), do: {:ok, labels, hash, rest}
      defp name(<<3::2, at::14, _::binary>>, _, _), do: {:pointer, at}

      defp name(<<0::2, size::6, label::binary-size(size), rest::binary>>, labels, hash) when labels < 12,
        do: name(rest, labels + 1, rem(hash * 33 + first(label), 1_000_000_007))

      defp name(_, _, _), do: :error

      defp first(<<a, b, c, _::binary>>), do: a * 65_536 + b * 256 + c
      defp first(<<a, _::binary>>), do: a
      defp first(<<>>), do: 0

      defp kind(1), do: 1
      defp kind(28), do: 6
      defp kind(other), do: 100 + other
    ''',
    # The offset of the server name, behind four fields of variable length and the extensions before it.
    tls: ~S'''
      def tls(packet) do
        with <<22, 3, _, _::16, 1, _::24, _::16, _random::binary-32, rest::binary>> <- packet,
             <<n, _session::binary-size(n), rest::binary>> when n <= 32 <- rest,
             <<n::16, _ciphers::binary-size(n), rest::binary>> <- rest,
             <<n, _methods::binary-size(n), rest::binary>> <- rest,
             <<n::16, extensions::binary-size(n), _::binary>> <- rest do
          case server(extensions, 0) do
            {:ok, name, turns} ->
              put(0, byte_size(packet) - byte_size(rest))
              put(1, turns)
              note(name)
              byte_size(name)

            nil ->
              0
          end
        else
          <<kind, _::binary>> -> -kind
          <<>> -> -1000
        end
      end

      defp server(<<0::16, _::16, _::16, 0, n::16, name::binary-size(n), _::binary>>, turns), do: {:ok, name, turns}

      defp server(<<_::16, n::16, _::binary-size(n), rest::binary>>, turns) when turns < 20,
        do: server(rest, turns + 1)

      defp server(_, _), do: nil

      defp note(<<name::binary-16, rest::binary>>),
        do: bpf_map_update_elem(:servers, 0, %Server{name: name, size: 16 + byte_size(rest)}, :bpf_any)

      defp note(<<name::binary-11>>),
        do: bpf_map_update_elem(:servers, 0, %Server{name: <<name::binary, 0::40>>, size: 11}, :bpf_any)

      defp note(name) when byte_size(name) > 3 do
        put(2, if(String.ends_with?(name, [".org", ".com"]), do: 1, else: 2))
        put(3, :binary.last(name))
      end

      defp note(_), do: :ok
    ''',
    # Functions of the packet as values, and matches in all places that have patterns.
    everywhere: ~S'''
      def everywhere(packet) do
        head = fn
          <<x::16, rest::binary>> -> {x, rest}
          <<x>> -> {x, <<>>}
          _ -> nil
        end

        case head.(packet) do
          {x, rest} ->
            put(0, x)
            second(head, rest)

          nil ->
            -1
        end
      end

      defp second(head, rest) do
        sum =
          for n <- 0..5, <<_::binary-size(n), x, _::binary>> = rest, rem(x, 2) == 0, reduce: 0 do
            sum -> sum + x
          end

        put(1, sum)
        <<a, _::binary>> = rest

        case {a, head.(rest)} do
          {1, {x, <<y, _::binary>>}} when x > 3 and y > 2 -> x + y
          {_, {x, rest}} -> x + byte_size(rest)
          _ -> 0
        end
      end
    '''
  ]

  defp label(text), do: <<byte_size(text), text::binary>>

  defp question(labels, type),
    do:
      <<4000::16, 53::16, 40::16, 0::16, 77::16, 0x0100::16, 1::16, 0::48,
        Enum.map_join(labels, &label/1)::binary, 0, type::16, 1::16>>

  defp hello(extensions) do
    extensions = IO.iodata_to_binary(extensions)

    body =
      <<0x0303::16, :binary.copy(<<7>>, 32)::binary, 4, "sess", 6::16, 1, 2, 3, 4, 5, 6, 1, 0,
        byte_size(extensions)::16, extensions::binary>>

    <<22, 3, 1, byte_size(body) + 4::16, 1, byte_size(body)::24, body::binary>>
  end

  defp extension(type, data), do: <<type::16, byte_size(data)::16, data::binary>>

  defp sni(name),
    do: extension(0, <<byte_size(name) + 3::16, 0, byte_size(name)::16, name::binary>>)

  defp ipv6(next, rest),
    do: <<6::4, 0::8, 5::20, byte_size(rest)::16, next, 64, 1::128, 2::128, rest::binary>>

  defp ipv4(options, tcp, data) do
    words = 5 + div(byte_size(options), 4)
    offset = 5 + div(byte_size(tcp), 4)

    <<4::4, words::4, 0, 60::16, 1::16, 0::16, 64, 6, 0::16, 10, 0, 0, 1, 10, 0, 0, 2,
      options::binary, 1234::16, 80::16, 1::32, 2::32, offset::4, 0::3, 18::9, 100::16, 0::16,
      0::16, tcp::binary, data::binary>>
  end

  defp packets(:vlan) do
    [
      <<0x0800::16, 0x45, 0>>,
      <<0x8100::16, 5::16, 0x0800::16, 0x45, 0>>,
      <<0x88A8::16, 9::16, 0x8100::16, 5::16, 0x86DD::16, 0x60, 0>>,
      <<0x9100::16, 3::16, 0x88A8::16, 9::16, 0x8100::16, 5::16, 0x1234::16, 1, 2, 3>>
    ]
  end

  defp packets(:ipv6) do
    tcp = <<1000::16, 443::16, "data">>
    udp = <<1000::16, 53::16, 12::16, 0::16, "data">>
    long = <<60, 2, 0::176>>

    [
      ipv6(6, tcp),
      ipv6(17, udp),
      ipv6(59, ""),
      ipv6(58, "icmp"),
      ipv6(0, <<43, 0, 0::48, 60, 1, 0::112, 17, 0, 0::48, udp::binary>>),
      ipv6(44, <<6, 0, 0::16, 5::32, tcp::binary>>),
      ipv6(43, <<44, 0, 0::48, 6, 0, 9::13, 0::3, 5::32, tcp::binary>>),
      ipv6(60, <<long::binary, long::binary, 59, 0, 0::48>>),
      ipv6(60, <<:binary.copy(<<60, 0, 0::48>>, 6)::binary, 59, 0, 0::48>>)
    ]
  end

  defp packets(:options) do
    [
      ipv4("", "", "GET"),
      ipv4(<<148, 4, 7::16>>, <<2, 4, 1460::16>>, ""),
      ipv4(<<1, 1, 7, 5, 1, 2, 3, 0>>, <<1, 3, 3, 7, 8, 10, 9::32, 8::32, 4, 2>>, "abc"),
      ipv4(
        :binary.copy(<<1>>, 40),
        <<1, 1, 4, 2, 2, 4, 1400::16, :binary.copy(<<1>>, 32)::binary>>,
        ""
      ),
      ipv4(<<9, 0, 1, 1>>, <<5, 0, 1, 1>>, "")
    ]
  end

  defp packets(:dns) do
    [
      question(["www", "example", "org"], 1),
      question(["a"], 28),
      question([], 15),
      question(List.duplicate("label", 11), 1),
      question(List.duplicate("x", 13), 1),
      <<4000::16, 53::16, 40::16, 0::16, 77::16, 0x0100::16, 1::16, 0::48, 3, "abc", 0xC0, 12>>
    ]
  end

  defp packets(:tls) do
    [
      hello([sni("example.org")]),
      hello([extension(10, <<0, 2, 0, 23>>), extension(35, ""), sni("ab.com")]),
      hello([extension(43, <<2, 3, 4>>), sni("a-much-longer.example.org")]),
      hello([sni("x")]),
      hello([extension(10, <<0, 2, 0, 23>>)]),
      hello([])
    ]
  end

  defp packets(:everywhere),
    do: [<<1, 2, 1, 4, 6, 8, 10, 12, 14>>, <<0, 1, 1, 0, 2, 3, 4, 5>>, <<7>>, <<1, 2, 3, 4>>]

  for {parser, _} <- @parsers do
    test "#{parser}" do
      parser = unquote(parser)
      module = Module.concat(Honey.Parsers, Macro.camelize("#{parser}"))
      functions = Keyword.take(@parsers, [parser])
      PacketWays.compile(module, functions, maps: @maps)
      :rand.seed(:exsss, 11)
      right = packets(parser)
      cut = Enum.flat_map(right, &PacketWays.truncated/1)
      damaged = Enum.flat_map(right, &PacketWays.damaged(&1, 25))
      random = for n <- [0, 1, 2, 20, 60, 200], do: :rand.bytes(n)

      {runs, _} =
        PacketWays.compare(module, functions, Enum.uniq(right ++ cut ++ damaged ++ random))

      assert runs > 50
    end
  end
end
