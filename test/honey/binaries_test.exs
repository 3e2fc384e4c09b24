defmodule Honey.BinariesTest do
  @moduledoc """
  Binaries mean in the kernel, and in `Honey.Sim`, what they mean on the BEAM: each function of the
  modules below is called in all three, with packets, or with the name of the task, and puts what it finds
  into slots.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO
  import Bitwise

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  # Each is called with the packet, less its first 14 bytes.
  @packets [
    records: ~S'''
      def records(packet) do
        put(0, for(<<kind::4, flags::4, size::little-16 <- packet>>, kind > 1, reduce: 1, do: (acc -> rem(acc * 7 + size + flags, 1_000_003))))
        put(1, for(<<x::5 <- packet>>, reduce: 0, do: (acc -> rem(acc * 3 + x, 1_000_003))))
        for <<3, value::signed-8 <- packet>>, value > 0, do: put(2, value)

        case packet do
          <<head::binary-size(8), rest::bitstring>> ->
            put(3, for(<<a::16, b::16 <- head>>, reduce: 0, do: (acc -> acc * 3 + a * b)))
            for <<pair::binary-size(2) <- rest>>, <<a, b>> = pair, a < b, do: put(4, a)

          _ ->
            0
        end

        for <<_::binary-9 <- packet>>, reduce: 0, do: (acc -> acc + 1)
      end
    ''',
    header: ~S'''
      def header(<<version::4, ihl::4, _::6, ecn::2, length::16, rest::binary>>) do
        put(0, version)
        put(1, ihl)
        put(2, ecn)
        put(3, length)
        byte_size(rest)
      end

      def header(_), do: 0
    ''',
    options: ~S'''
      def options(packet) do
        case packet do
          <<4::4, ihl::4, _::binary-size(3), options::binary-size((ihl - 1) * 4), rest::binary>> ->
            put(0, byte_size(options))
            put(1, bit_size(rest))
            walk(options)

          <<_, rest::binary>> ->
            byte_size(rest)

          <<>> ->
            99
        end
      end

      defp walk(<<0, _::binary>>), do: 1
      defp walk(<<1, kind, length, _::binary-size(length - 2), rest::binary>>) when kind > 3 do
        put(2, byte_size(rest))
        kind
      end
      defp walk(<<kind, _::binary>>), do: 100 + kind
      defp walk(""), do: 2
    ''',
    found: ~S'''
      def found(packet) do
        case parse(packet) do
          {:ok, port, rest} ->
            put(0, port)
            put(1, byte_size(rest))
            next(rest)

          {:short, rest} ->
            put(2, bit_size(rest))
            -1

          :error ->
            -2

          nil ->
            -3
        end
      end

      defp parse(<<0xFF, _::binary>>), do: nil
      defp parse(<<_, 0xFF, _::binary>>), do: :error
      defp parse(<<port::little-16, _::16, rest::binary>>), do: {:ok, port, rest}
      defp parse(<<_, rest::binary>>), do: {:short, rest}
      defp parse(_), do: :error

      defp next(<<"GET ", path::binary>>), do: byte_size(path)
      defp next("POST" <> _), do: 1000
      defp next(rest) when byte_size(rest) > 4, do: 2000
      defp next(rest), do: if(rest == <<1, 2>>, do: 3000, else: 4000)
    ''',
    stepwise: ~S'''
      def stepwise(packet) do
        with <<kind, length, rest::binary>> <- packet,
             <<value::binary-size(length), next::binary>> when kind > 0 <- rest do
          put(0, byte_size(value))
          put(1, byte_size(next))
          longest = if byte_size(value) > byte_size(next), do: value, else: next
          put(2, first(longest))
          kind
        else
          <<>> -> -1
          <<x, _::binary>> -> -x - 10
        end
      end

      defp first(<<x, _::binary>>), do: x
      defp first(""), do: 256
    ''',
    assertion: ~S'''
      def assertion(packet) do
        <<a, b::7, c::1, rest::binary>> = packet
        put(0, a)
        put(1, b)
        <<^a, d::signed-16>> <> _ = rest
        put(2, d)
        c
      end
    ''',
    addresses: ~S'''
      @local <<127, 0, 0, 1>>

      def addresses(<<source::binary-4, target::binary-4, _::binary>>) do
        put(0, if(source == target, do: 1, else: 2))
        put(1, if(source == @local, do: 1, else: 2))
        put(2, if(target in [@local, <<8, 8, 8, 8>>], do: 1, else: 2))

        case target do
          ^source -> 1
          @local -> 2
          <<10, _::24>> -> 3
          <<192, 168, _::binary>> -> 4
          <<a::4, _::bitstring>> when a == 0xE -> 5
          _ -> 6
        end
      end

      def addresses(packet) when is_binary(packet), do: -byte_size(packet)
    ''',
    unaligned: ~S'''
      def unaligned(<<n::3, x::size(n), y::little-signed-13, rest::bitstring>>) do
        put(0, x)
        put(1, y)
        put(2, bit_size(rest))
        put(3, byte_size(rest))
        put(4, if(is_binary(rest), do: 1, else: 2))
        put(5, if(is_bitstring(rest), do: 1, else: 2))

        case rest do
          <<part::bitstring-9, _::bitstring>> ->
            put(6, if(part == rest, do: 1, else: 2))
            <<_::1, z>> = part
            z

          _ ->
            -1
        end
      end

      def unaligned(_), do: -2
    ''',
    wide: ~S'''
      def wide(<<a::64, b::signed-64, c::little-64, rest::binary>>) do
        put(0, a)
        put(1, b)
        put(2, c)
        <<_::128, d::little-signed-48, e::5, f::59>> <> _ = rest
        put(3, d)
        put(4, e)
        f
      end

      def wide(packet), do: byte_size(packet)
    ''',
    looped: ~S'''
      def looped(packet) do
        put(0, bytes(packet, 0))
        put(1, option(packet))

        {rest, sum} =
          Enum.reduce(1..20, {packet, 0}, fn _, {rest, sum} ->
            case rest do
              <<x::little-12, _::4, tail::binary>> -> {tail, sum + x}
              _ -> {rest, sum + 1000}
            end
          end)

        put(2, byte_size(rest))
        put(3, sum)

        longest =
          Enum.reduce(1..3, "two", fn n, text -> if n == 2, do: "longer", else: text end)

        put(4, byte_size(longest))
        at(packet)
      end

      # As many turns as a packet has bytes; by bpf_loop, which a callback must read the packet in.
      defp bytes(<<x, rest::binary>>, sum), do: bytes(rest, sum + x)
      defp bytes(<<>>, sum), do: sum

      defp option(<<0, _::binary>>), do: 0
      defp option(<<1, rest::binary>>), do: option(rest)
      defp option(<<8, 6, value::32, _::binary>>), do: value

      defp option(<<_, length, _::binary-size(length - 2), rest::binary>>), do: option(rest)
      defp option(_), do: -1

      defp at(packet) do
        Enum.reduce(1..5000, 0, fn n, sum ->
          case packet do
            <<_::binary-size(rem(n, 40)), x, _::binary>> -> sum + x
            _ -> sum + 1
          end
        end)
      end
    ''',
    # Too large to become a part of its callers, with few enough arguments to be called.
    subprogram: ~S'''
      def subprogram(<<n, first::binary-size(n), rest::binary>>) do
        put(0, score(first))
        put(1, score(rest))
        score(first) + score(rest)
      end

      def subprogram(packet), do: score(packet)

      defp score(packet) do
        case packet do
          <<1, x::16, rest::binary>> -> x + byte_size(rest)
          <<2, x::little-16, y, _::binary>> -> x + y * 3
          <<3, n2, _::binary-size(n2), rest::binary>> -> n2 - byte_size(rest)
          <<4, x::4, y::4, z::24, rest::binary>> when z > 7 -> x + y + z + byte_size(rest)
          <<5, x::signed, y::signed-16, _::binary>> -> x * y + 4
          <<6, x::signed-24, y::signed-24, _::binary>> -> x - y - 9
          <<7, x::64, _::binary>> when x > 1000 -> div(x, 1000)
          <<8, n3::16, _::binary-size(n3), rest::binary>> -> n3 + byte_size(rest) * 2
          <<9, a, b, c, d, _::binary>> -> a + b + c + d + 4 - 7
          <<10, a, b, c, d, _::binary>> when a > b and c > d -> a - b + c - d
          <<11, "abc", rest::binary-2, _::binary>> -> if(rest == "de", do: 7, else: 8)
          <<_, rest::binary>> -> byte_size(rest)
          _ -> -1
        end
      end
    ''',
    called: ~S'''
      def called(packet) do
        {a, one} = large(packet, 1)
        {b, two} = large(one, 2)
        put(0, a)
        put(1, b)
        byte_size(two)
      end

      defp large(packet, n) do
        case packet do
          <<1, x::16, rest::binary>> -> {x + n, rest}
          <<2, x::little-16, y, rest::binary>> -> {x + y * n, rest}
          <<3, n2, _::binary-size(n2), rest::binary>> -> {n2 - n, rest}
          <<4, x::4, y::4, z::24, rest::binary>> -> {x + y + z + n, rest}
          <<5, x::signed, y::signed-16, rest::binary>> -> {x * y + n, rest}
          <<6, x::signed-24, y::signed-24, rest::binary>> -> {x - y - n, rest}
          <<7, x::64, rest::binary>> when x > 1000 -> {div(x, 1000), rest}
          <<8, n3::16, _::binary-size(n3), rest::binary>> -> {n3 + n, rest}
          <<9, a, b, c, d, rest::binary>> -> {a + b + c + d + n * 7 - 4, rest}
          <<10, a, b, c, d, rest::binary>> when a > b and c > d -> {a - b + c - d, rest}
          <<_, rest::binary>> -> {0, rest}
          _ -> {-1, packet}
        end
      end
    '''
  ]

  # Each is called with the name of the task.
  @texts [
    bytes: ~S'''
      def bytes(comm) do
        put(0, for(<<byte <- comm>>, reduce: 7, do: (acc -> rem(acc * 31 + byte, 1_000_003))))
        put(1, for(<<a, b <- comm>>, a != b, reduce: 1, do: (acc -> rem(acc * 7 + a - b + 300, 1_000_003))))
        put(2, for(<<n::little-24 <- comm>>, reduce: 0, do: (acc -> bxor(acc * 3, n))))
        for <<"b", x, _ <- comm>>, do: put(3, x)
        for <<part::binary-size(2), _ <- comm>>, part == "sh", do: put(4, 1)
        put(6, for(<<n::4 <- comm>>, reduce: 0, do: (acc -> rem(acc * 3 + n, 1_000_003))))
        put(7, for(<<n::8 <- "a\0b">>, reduce: 0, do: (acc -> acc * 300 + n)))
        put(5, for(<<c <- "literal">>, reduce: 0, do: (acc -> acc * 2 + c)))

        for <<byte <- comm>>, reduce: 0 do
          acc when acc < 2000 -> acc + byte
          acc -> acc - 1
        end
      end
    ''',
    compared: ~S'''
      def compared(comm) do
        put(0, byte_size(comm))
        put(1, bit_size(comm))
        put(2, if(comm == "sh", do: 1, else: 2))
        put(3, if(comm != "beam.smp", do: 1, else: 2))
        put(4, if(comm in ["sh", "bash", ""], do: 1, else: 2))
        put(5, if("0123456789abcde" == comm, do: 1, else: 2))
        put(6, if(comm == "0123456789abcdef", do: 1, else: 2))
        put(7, if(comm == <<"sh", 0>>, do: 1, else: 2))
        if comm, do: 1, else: 2
      end
    ''',
    prefixes: ~S'''
      def prefixes(comm) do
        case comm do
          "sh" -> 1
          "kworker/" <> rest -> 100 + byte_size(rest)
          <<"ba", c, rest::binary>> when c > ?a -> put(0, c) && byte_size(rest)
          <<c::4, d::12-little, "b", _::binary>> -> c * 10_000 + d
          <<first, rest::binary-2>> -> put(1, if(rest == "yz", do: 3, else: 4)) && first
          <<x::signed-24, _::binary>> -> x
          "" -> 7
          _ -> 8
        end
      end
    ''',
    branches: ~S'''
      def branches(comm) do
        name = if byte_size(comm) > 3, do: comm, else: "short"
        put(0, byte_size(name))
        put(1, if(name == comm, do: 1, else: 2))
        other = if byte_size(comm) > 4, do: "longer than any name", else: name
        put(2, byte_size(other))
        put(3, if(other == name, do: 1, else: 2))

        maybe =
          case comm do
            "sh" -> nil
            "a" <> rest -> rest
            "b" -> :none
            _ -> comm
          end

        put(4, if(maybe, do: 1, else: 2))
        put(5, if(is_binary(maybe), do: byte_size(maybe), else: -1))
        put(6, if(maybe == comm, do: 1, else: 2))

        case maybe do
          nil -> 1
          "c" <> _ -> 2
          :none -> 3
          text -> byte_size(text)
        end
      end
    ''',
    returned: ~S'''
      def returned(comm) do
        put(0, byte_size(stem(comm)))
        {kind, name} = kind(comm)
        put(1, if(name == "sh", do: 1, else: 2))
        put(2, byte_size(name))
        put(3, byte_size(pick(stem(comm), "other")))
        put(4, byte_size(pick("a", comm)))

        case split(name) do
          {:ok, head, tail} -> put(5, byte_size(head) * 100 + byte_size(tail))
          :error -> put(5, -1)
        end

        kind
      end

      defp stem("beam" <> rest), do: rest
      defp stem("raise" <> _), do: raise("no")
      defp stem(other), do: other

      defp kind("b" <> _ = comm), do: {1, comm}
      defp kind("k" <> rest), do: {2, rest}
      defp kind(_), do: {3, "sh"}

      defp pick(one, two), do: if(byte_size(one) > 1, do: one, else: two)

      defp split(<<head::binary-2, tail::binary>>), do: {:ok, head, tail}
      defp split(_), do: :error
    ''',
    raising: ~S'''
      def raising(comm) do
        "b" <> rest = comm
        put(0, byte_size(rest))

        size =
          case rest do
            "e" <> _ -> byte_size(nil_or(rest))
            "x" <> tail -> byte_size(tail)
          end

        size
      end

      defp nil_or("eam"), do: nil
      defp nil_or(text), do: text
    '''
  ]

  defp module(name, section, argument, functions) do
    """
    defmodule #{inspect(name)} do
      use Honey, license: "GPL", kernel: "5.17", on_error: 77
      defmap :out, :bpf_array, max_entries: 16, key_type: :u32, value_type: :u64
      defmap :end, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

      def put(slot, value),
        do: Honey.BpfHelpers.bpf_map_update_elem(:out, slot, value, :bpf_any)

    #{for {function, source} <- functions, do: """
      @sec "#{section}"
      def run_#{function}(ctx) do
        #{argument}
        Honey.BpfHelpers.bpf_map_update_elem(:end, 0, #{function}(value), :bpf_any)
        1
      end

    #{source}
    """}
    end
    """
  end

  setup_all do
    packets =
      module(Honey.Packets, "xdp", "<<_::binary-14, value::binary>> = ctx.packet", @packets)

    texts =
      module(
        Honey.Texts,
        "syscall",
        "_ = ctx\n    value = Honey.BpfHelpers.bpf_get_current_comm()",
        @texts
      )

    capture_io(:stderr, fn ->
      Code.compile_string(packets, "packets.ex")
      Code.compile_string(texts, "texts.ex")
    end)

    :ok
  end

  @doc false
  def call(:bpf_map_update_elem, [:out, slot, value, :bpf_any]) do
    Process.put(:out, Map.put(Process.get(:out), slot, value &&& 0xFFFFFFFFFFFFFFFF))
    :ok
  end

  defp on_beam(module, function, argument) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(:out, %{})
    value = apply(module, function, [argument])
    <<value::signed-64>> = <<value::64>>
    {{:value, value}, Process.get(:out)}
  rescue
    _ -> {:raised, Process.get(:out)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  defp in_kernel(object, function, options) do
    for slot <- 0..15, do: :ok = Honey.Map.put(object, :out, slot, 0)
    {:ok, %{return: return}} = Honey.test_run(object, :"run_#{function}", options)
    slots = for {slot, value} <- Honey.Map.to_list(object, :out), value != 0, do: {slot, value}
    ended = if return == 1, do: {:value, Honey.Map.get(object, :end, 0)}, else: :raised
    {ended, Map.new(slots)}
  end

  defp in_sim(sim, function, options) do
    result = Honey.Sim.run(sim, :"run_#{function}", options)
    slots = for {slot, value} <- result.maps.out, value != 0, do: {slot, value}
    ended = if result.raised, do: :raised, else: {:value, result.maps.end[0]}
    assert result.return == if(result.raised, do: 77, else: 1)
    {ended, Map.new(slots)}
  end

  defp without_zeros({ended, slots}),
    do: {ended, slots |> Enum.reject(&(elem(&1, 1) == 0)) |> Map.new()}

  defp compare(module, {object, sim}, function, argument, options, sim_options) do
    beam = without_zeros(on_beam(module, function, argument))

    assert {function, argument, in_kernel(object, function, options)} ==
             {function, argument, beam}

    assert {function, argument, in_sim(sim, function, sim_options)} == {function, argument, beam}
  end

  @written [
    <<>>,
    <<0x45, 1, 0, 40, 1, 2>>,
    <<0x47, 1, 0, 40, 1, 5, 3, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18>>,
    <<80, 0, 9, 9, "GET /index">>,
    <<80, 0, 9, 9, "POST">>,
    <<80, 0, 9, 9, 1, 2>>,
    <<10, 0, 0, 1, 10, 0, 0, 1>>,
    <<127, 0, 0, 1, 127, 0, 0, 1>>,
    <<1, 2, 3, 4, 8, 8, 8, 8>>,
    <<1, 2, 3, 4, 192, 168, 8, 8>>,
    <<1, 2, 3, 4, 224, 168, 8, 8>>,
    <<3, 2, 1, 2, 9, 9, 9>>,
    <<4, 1, 2, 0, 9, 11, "abcde", 7>>,
    <<1, 5, 4, 0, 0, 8, 6, 1::32, 3>>,
    <<5, 5, 1, 0xFF, 0xFF, 0, 9, 1, 2, 3, 4, 0xFF>>,
    <<5, 7, 5, 0xFF, 0xFE, 0xFD>>,
    <<8, 0, 3, 1, 2, 3, 7, 1::64, 9>>,
    <<7, 0xFFFFFFFFFFFFFFFF::64, 3, 200, 1>>,
    :binary.copy(<<255>>, 80)
  ]

  test "packets" do
    :rand.seed(:exsss, 42)
    object = Honey.load!(Honey.Packets)
    sim = Honey.Sim.new(Honey.Packets)
    random = for n <- 0..60, do: for(_ <- 0..n, into: <<>>, do: <<Enum.random(0..255)>>)
    small = for _ <- 1..60, do: for(_ <- 0..20, into: <<>>, do: <<Enum.random(0..11)>>)
    truncated = for p <- @written, n <- 0..byte_size(p), do: binary_part(p, 0, n)

    for {function, _} <- @packets, packet <- packets(function, truncated ++ random ++ small) do
      whole = <<0::112>> <> packet
      machines = {object, sim}
      compare(Honey.Packets, machines, function, packet, [data: whole], ctx: %{packet: whole})
    end

    Honey.unload(object)
  end

  # A simulation takes its time for thousands of turns.
  defp packets(:looped, packets), do: packets |> Enum.uniq() |> Enum.take_every(12)
  defp packets(_, packets), do: Enum.uniq(packets)

  @names ["", "a", "ab", "b", "sh", "shy", "xyz", "bam", "bam!", "bash", "beam", "beam.smp"] ++
           ["kworker/", "kworker/u4:2", "a0b", "abc", "bx", "bxyz", "be", "cat", "c", "raise"] ++
           [
             "0123456789abcde",
             "0123456789abcdX",
             "éè",
             <<255, 254, "b">>,
             "cccccccc",
             "ccccccccc"
           ]

  # The name of every thread of this process, since any may run the program.
  defp as_named(name, run) do
    before = for path <- threads(), {:ok, name} <- [File.read(path)], do: {path, name}

    try do
      for path <- threads(), do: File.write(path, if(name == "", do: <<0>>, else: name))
      run.()
    after
      for {path, name} <- before, do: File.write(path, String.trim_trailing(name, "\n"))
    end
  end

  defp threads, do: Path.wildcard("/proc/self/task/*/comm")

  test "strings" do
    object = Honey.load!(Honey.Texts)
    sim = Honey.Sim.new(Honey.Texts)

    for name <- @names do
      as_named(name, fn ->
        for {function, _} <- @texts,
            do: compare(Honey.Texts, {object, sim}, function, name, [], comm: name)
      end)
    end

    Honey.unload(object)
  end

  test "strings that were passed, cut and joined are keys, values and fields" do
    source = """
    defmodule Honey.TextKeys do
      use Honey, license: "GPL", kernel: "5.14"
      deftype Seen, name: {:string, 20}, rest: {:string, 4}
      defmap :names, :bpf_hash, max_entries: 8, key_type: {:string, 16}, value_type: :u32
      defmap :seen, :bpf_array, max_entries: 2, key_type: :u32, value_type: Seen

      @sec "syscall"
      def run(_ctx) do
        comm = Honey.BpfHelpers.bpf_get_current_comm()
        count(comm)
        count(short(comm))
        count(if(byte_size(comm) > 4, do: short(comm), else: "other"))
        0
      end

      defp short(<<"be", rest::binary>>), do: rest
      defp short(other), do: other

      defp count(name) do
        Honey.BpfHelpers.bpf_map_update_elem(:names, name, byte_size(name), :bpf_any)
        rest = case name do <<_, two::binary-2, _::binary>> -> two; _ -> "none" end
        seen = %Seen{name: name, rest: rest}
        Honey.BpfHelpers.bpf_map_update_elem(:seen, 1, seen, :bpf_any)
        Honey.BpfHelpers.bpf_map_update_elem(:seen, 0, %{seen | name: "x"}, :bpf_any)
      end
    end
    """

    capture_io(:stderr, fn -> Code.compile_string(source, "text_keys.ex") end)
    object = Honey.load!(Honey.TextKeys)

    as_named("beam.smp", fn ->
      assert {:ok, %{return: 0}} = Honey.test_run(object, :run)
    end)

    assert Enum.sort(Honey.Map.to_list(object, :names)) == [{"am.smp", 6}, {"beam.smp", 8}]
    seen = for {_, seen} <- Honey.Map.to_list(object, :seen), do: {seen.name, seen.rest}
    assert seen == [{"x", "m."}, {"am.smp", "m."}]
    Honey.unload(object)
  end

  # Ethernet, IPv4 and TCP, with so many words of options.
  defp tcp(port, ip_options, tcp_options) do
    ihl = 5 + div(byte_size(ip_options), 4)
    offset = 5 + div(byte_size(tcp_options), 4)

    <<0::96, 0x0800::16, 4::4, ihl::4, 0, 0::16, 0::16, 2::3, 0::13, 64, 6, 0::16, 10, 0, 0, 1,
      10, 0, 0, 2, ip_options::binary, 4242::16, port::16, 0::64, offset::4, 2::12, 512::16,
      0::32, tcp_options::binary, "payload">>
  end

  test "the guide's example counts ports" do
    guide = File.read!(Path.expand("../../guides/packets.md", __DIR__))
    [_, source] = Regex.run(~r/```elixir\n(defmodule PortCounter.*?)```/s, guide)
    name = "Honey.PortCounter#{System.unique_integer([:positive])}"

    [{module, _}] =
      Code.compile_string(String.replace(source, "PortCounter", name, global: false))

    object = Honey.load!(module)

    packets = [
      tcp(80, "", ""),
      tcp(80, <<0::64>>, <<2, 4, 1460::16>>),
      tcp(443, "", <<1, 2, 4, 9000::16, 0::24>>),
      tcp(22, "", <<1, 1, 1, 1>>),
      tcp(443, "", "") |> binary_part(0, 50),
      <<0::96, 0x86DD::16, 0::320>>,
      <<0::112>>
    ]

    for packet <- packets,
        do: assert({:ok, %{return: 2}} = Honey.test_run(object, :on_packet, data: packet))

    parsed = for packet <- packets, {:ok, port, size} <- [module.parse(packet)], do: {port, size}
    assert Map.new(Honey.Map.to_list(object, :ports)) == Enum.frequencies_by(parsed, &elem(&1, 0))
    assert Enum.sort(Honey.Map.to_list(object, :large_segments)) == [{80, 1460}, {443, 9000}]
    assert Enum.sort(Honey.Map.to_list(object, :ports)) == [{22, 1}, {80, 2}, {443, 1}]
    Honey.unload(object)
  end

  test "the context's other fields" do
    source = """
    defmodule Honey.PacketContext do
      use Honey, license: "GPL"
      defmap :out, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

      @sec "xdp"
      def run(ctx) do
        Honey.BpfHelpers.bpf_map_update_elem(:out, 0, ctx.ingress_ifindex, :bpf_any)
        Honey.BpfHelpers.bpf_map_update_elem(:out, 1, ctx.rx_queue_index, :bpf_any)
        byte_size(ctx.packet)
      end
    end
    """

    Code.compile_string(source, "packet_context.ex")
    object = Honey.load!(Honey.PacketContext)
    assert {:ok, %{return: 60}} = Honey.test_run(object, :run, data: <<0::480>>)
    # Test runs come from the loopback device, the first.
    assert Honey.Map.to_list(object, :out) == [{0, 1}, {1, 0}]
    Honey.unload(object)
  end

  test "a guard whose construction can only raise does not hold" do
    source = ~S'''
    defmodule Honey.BinariesTest.Guards do
      use Honey, license: "GPL", kernel: "5.14"

      @sec "syscall"
      def run(_ctx), do: go(Honey.BpfHelpers.bpf_get_current_comm(), 1)

      def go(text, a) do
        n = nil

        case text do
          t when t == <<n::8>> -> 1
          t when t == <<n::16>> or a == 5 -> 2
          t when t == <<?b::8>> -> 4
          _ -> 3
        end
      end
    end
    '''

    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source) end)
    module = Honey.BinariesTest.Guards

    for text <- ["b", "c"],
        do: assert(Honey.Sim.run(module, :run, comm: text).return == module.go(text, 1))

    assert {:ok, object} = Honey.load(module)
    assert {:ok, %{return: 3}} = Honey.test_run(object, :run)
    Honey.unload(object)
  after
    :code.purge(Honey.BinariesTest.Guards)
    :code.delete(Honey.BinariesTest.Guards)
  end
end
