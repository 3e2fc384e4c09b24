defmodule Honey.TuplesTest do
  @moduledoc """
  Tuples, addresses and numbers in network byte order as keys, values and fields: in the kernel, in
  `Honey.Sim` and on the BEAM.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.{Kernel, SimRun, TwoWays}

  doctest Honey.Type

  @moduletag Kernel.tags()

  @functions ~S'''
  deftype Inner, x: :u16, pair: {:s8, {:be, :u32}}
  deftype Place, at: :u8, inner: Inner

  deftype All,
    pair: {:u32, :s64},
    nested: {:u8, {:u16, {:be, :u64}}, :bool},
    kind: {{:enum, [:zero, :one]}, :s16},
    tone: {{:enum, [red: 3, green: 5], :u8}, :u32},
    named: {{:string, 8}, :u8},
    bytes: {{:binary, 3}, :u8},
    list: {{:array, :u16, 2}, :u8},
    struct: {Place, :u8},
    many: {:array, {:u8, :s32}, 3},
    port: {:be, :u16},
    big: {:be, :u64},
    source: :ipv4,
    target: :ipv6,
    network: {:lpm, :ipv4},
    mac: :mac,
    alone: {:u16}

  # Construction and reading

  def pair(a, b) do
    {x, y} = %All{pair: {abs(a), b || -9}}.pair
    x * 100 + y
  end

  def nested(a, b) do
    case %All{nested: {1, {abs(a), b || 3}, a > 1}}.nested do
      {1, {x, 3}, true} -> x
      {_, {0, y}, false} -> y + 100
      {_, {x, y}, _} -> x * 1000 + y
    end
  end

  def defaults(a, _b) do
    %All{
      pair: {p, q},
      nested: {n, {m, l}, flag},
      kind: {kind, k},
      tone: {tone, t},
      many: [{o, r}, _, _],
      source: source,
      target: {0, 0, 0, 0, 0, 0, 0, last},
      network: {{0, 0, 0, 0}, length},
      alone: {alone}
    } = %All{}

    if flag == false and kind == :zero and tone == nil and source == {0, 0, 0, 0},
      do: a + p + q + n + m + l + k + t + o + r + last + length + alone,
      else: :no
  end

  def enum_first(a, b) do
    all = %All{kind: {if(a > 1, do: :one, else: :zero), a}, tone: {tone(b), 7}}

    case {all.kind, all.tone} do
      {{:one, _}, {:red, seven}} -> seven
      {{:zero, x}, {nil, _}} -> x
      {{_, _}, {tone, _}} -> tone
    end
  end

  defp tone(nil), do: nil
  defp tone(1), do: :green
  defp tone(_), do: :red

  def text_in_tuple(a, _b) do
    all = %All{named: {name_of(a), 3}}

    case all.named do
      {"two", n} -> n
      {"a l" <> rest, n} -> byte_size(rest) * 10 + n
      _ -> :other
    end
  end

  defp name_of(2), do: "two"
  defp name_of(_), do: "a long"

  def text_of_variable(a, _b) do
    named = {name_of(a), 4}
    {name, n} = %All{named: named}.named
    if name == "two", do: n, else: byte_size(name)
  end

  def bytes_in_tuple(a, _b) do
    {bytes, _} = %All{bytes: {<<1, a, 3>>, 1}}.bytes
    <<_, x, 3>> = bytes
    x
  end

  def list_in_tuple(a, b) do
    {list, x} = %All{list: {[abs(a), b || 8], 2}}.list
    Enum.sum(list) + x
  end

  def struct_in_tuple(a, b) do
    place = %Place{at: 1, inner: %Inner{x: abs(a), pair: {-1, b || 70_000}}}

    case %All{struct: {place, 9}}.struct do
      {%Place{inner: %Inner{x: 2, pair: {_, y}}}, _} -> y
      {%{inner: %{pair: {x, 70_000}}}, n} -> x + n
      {place, n} -> place.inner.x * 10 + n
    end
  end

  # What a tuple of memory can do as any other

  def compared(a, b) do
    one = %All{pair: {1, a}}
    other = %All{pair: {1, b || 2}}

    {one.pair == other.pair, one.pair == {1, 2}, one == other} ==
      {a == (b || 2), a == 2, a == (b || 2)}
  end

  def passed(a, b), do: total(swap(%All{pair: {abs(a), b || 7}}.pair))
  defp swap({x, y}), do: {y, x}
  defp total({x, y}), do: x * 10 + y

  def updated(a, b) do
    all = %All{pair: {1, 2}, port: 80}
    all = %{all | pair: put_elem(all.pair, 1, a), port: all.port + 1, source: {10, 0, 0, b || 9}}
    {x, y} = all.pair
    {10, _, _, z} = all.source
    x * 1000 + y * 100 + z * 10 + all.port
  end

  def of_branches(a, b) do
    pair = if a > 1, do: {1, a}, else: {2, b || 5}
    all = if b, do: %All{pair: pair}, else: %All{pair: {3, 3}}
    total(all.pair)
  end

  def labelled(a, _b) do
    value = if a > 1, do: {:one, a}, else: {:zero, -a}
    {kind, n} = %All{kind: value}.kind
    if kind == :one, do: n, else: n * 10
  end

  def of_tuples(a, b) do
    all = %All{many: [{1, a}, {2, b || 6}, {3, -3}]}

    case Enum.at(all.many, a) do
      nil -> :none
      {n, x} -> n * 100 + x
    end
  end

  def summed(a, b) do
    all = %All{many: [{1, a}, {2, b || 6}, {3, -3}]}
    Enum.reduce(all.many, 0, fn {n, x}, sum -> sum + n * x end)
  end

  def matched_list(a, b) do
    case %All{many: [{1, a}, {2, b || 6}, {3, 3}]}.many do
      [{1, 0}, _, _] -> :zero
      [_, {_, 6}, {x, _}] -> x
      [_, second, _] -> elem(second, 1)
    end
  end

  def in_loop(a, b) do
    {x, y} =
      Enum.reduce(1..5, %All{pair: {1, b || 0}}.pair, fn i, {x, y} ->
        %All{pair: {x + i, y - a}}.pair
      end)

    x * 100 + y
  end

  # Byte order is that of memory: a number is a number

  def swapped(a, b) do
    all = %All{port: abs(a) + 300, big: (b || 1) + 0x0102_0304_0506_0708}
    all.port * 10 + rem(all.big, 256)
  end

  def swapped_same(a, b), do: %All{port: abs(a)} == %All{port: b || 5}

  def swapped_matched(a, _b) do
    case %All{port: abs(a)} do
      %All{port: 0} -> :zero
      %All{port: port} when port > 3 -> port
      _ -> :other
    end
  end

  # Addresses

  def address(a, b) do
    case %All{source: {10, 0, abs(a), b || 1}} do
      %All{source: {10, _, 2, d}} -> d
      %All{source: {10, 0, c, 1}} -> c + 100
      %All{source: source} -> if source == {10, 0, 1, 2}, do: :same, else: :other
    end
  end

  def address_of_bytes(a, _b) do
    <<a1, b1, c1, d1>> = <<0x0A000000 + a::32>>
    {_, x, y, z} = %All{source: {a1, b1, c1, d1}}.source
    x * 65_536 + y * 256 + z
  end

  def address6(a, b) do
    case %All{target: {0xFE80, 0, 0, 0, 0, 0, abs(a), b || 1}} do
      %All{target: {0xFE80, 0, 0, 0, 0, 0, 2, h}} -> h
      %All{target: {_, _, _, _, _, _, g, 1}} -> g * 256
      %All{target: target} -> elem(target, 7)
    end
  end

  def prefix(a, b) do
    case %All{network: {{10, abs(a), 0, 0}, b || 8}} do
      %All{network: {{10, 2, _, _}, length}} -> length
      %All{network: {{_, x, _, _}, 8}} -> x + 50
      %All{network: {address, 0}} -> elem(address, 0)
      _ -> :other
    end
  end

  def mac(a, _b) do
    <<_::binary-4, x, 6>> = %All{mac: <<1, 2, 3, 4, a, 6>>}.mac
    x
  end

  def alone(a, _b) do
    {x} = %All{alone: {abs(a)}}.alone
    x
  end
  '''

  @atoms [nil, true, false, :none, :no, :zero, :one, :red, :green, :same, :other]
  @inputs for a <- [-3, -1, 0, 1, 2, 5], b <- [nil, 0, 1, 2, 5], do: {a, b}

  test "tuples of fields give what they give on the BEAM" do
    {differences, count} = TwoWays.differences(@functions, atoms: @atoms, inputs: @inputs)
    assert differences == []
    assert count > 25
  end

  defmodule Keys do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    import Honey.BpfHelpers
    alias Honey.KernelMap

    deftype Flow, from: {:ipv4, {:be, :u16}}, to: {:ipv4, {:be, :u16}}, protocol: :u8
    deftype Seen, at: :u64, by: {{:string, 16}, :u32}

    defmap :pairs, :bpf_hash,
      max_entries: 16,
      key_type: {:u8, :u64},
      value_type: {:u16, :s8, :u64}

    defmap :ports, :bpf_hash, max_entries: 16, key_type: {:be, :u16}, value_type: {:be, :u32}
    defmap :flows, :bpf_hash, max_entries: 16, key_type: Flow, value_type: Seen
    defmap :counts, :bpf_hash, max_entries: 16, key_type: {:u32, :ipv6}, value_type: :u64
    defmap :labels, :bpf_array, max_entries: 4, key_type: :u32, value_type: {{:string, 8}, :bool}

    defmap :kinds, :bpf_hash,
      max_entries: 4,
      key_type: {{:enum, [:a, :b]}, :u8},
      value_type: {:u8}

    defmap :lines, :bpf_queue, max_entries: 4, value_type: {:u8, {:be, :u64}}
    defmap :macs, :bpf_hash, max_entries: 4, key_type: {:mac, :u8}, value_type: :mac
    defmap :log, :bpf_ringbuf, max_entries: 4096, types: [Flow, Seen]
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defvar :limit, {:u8, {:be, :u32}, :ipv4}, {7, 0x01020304, {10, 1, 2, 3}}, live: true
    defvar :port, {:be, :u16}, 8080

    @sec "syscall"
    def pairs(_ctx) do
      key = {3, 0x0102030405060708}

      case bpf_map_lookup_elem(:pairs, key) do
        nil ->
          bpf_map_update_elem(:pairs, key, {500, -1, 9}, :bpf_any)
          0

        {x, y, _} = value when y < 0 ->
          bpf_map_update_elem(:pairs, {4, x}, value, :bpf_any)
          bpf_map_update_elem(:pairs, key, put_elem(value, 1, 1), :bpf_any)
          if value == {500, -1, 9}, do: 1, else: 2

        {_, _, z} ->
          bpf_map_delete_elem(:pairs, key)
          z
      end
    end

    @sec "syscall"
    def value_stays(_ctx) do
      bpf_map_update_elem(:pairs, {1, 1}, {1, 1, 1}, :bpf_any)
      value = bpf_map_lookup_elem(:pairs, {1, 1})
      bpf_map_update_elem(:pairs, {1, 1}, {2, 2, 2}, :bpf_any)
      if value == {1, 1, 1}, do: 1, else: 0
    end

    # A tuple that is nil is no tuple.
    @sec "syscall"
    def nothing(_ctx) do
      {x, _, _} = bpf_map_lookup_elem(:pairs, {200, 0})
      x
    end

    @sec "syscall"
    def ports(_ctx) do
      port = bpf_map_lookup_elem(:ports, 80) || 1
      bpf_map_update_elem(:ports, 443, port + 1, :bpf_any)
      KernelMap.update(:ports, 443, 5, &(&1 * 2))
      KernelMap.count(:ports, 1)
      KernelMap.count(:ports, 1)
      Enum.reduce(KernelMap.stream(:ports), port, fn {key, value}, sum -> sum + key * value end)
    end

    @sec "syscall"
    def flows(_ctx) do
      flow = %Flow{from: {{10, 0, 0, 1}, 80}, to: {{10, 0, 0, 2}, 4242}, protocol: 6}

      case bpf_map_lookup_elem(:flows, flow) do
        nil ->
          bpf_map_update_elem(
            :flows,
            flow,
            %Seen{at: 5, by: {"first", 3}},
            :bpf_any
          )

        %Seen{by: {_, n}} = seen ->
          back = %{flow | from: flow.to, to: flow.from}
          bpf_map_update_elem(:flows, back, %{seen | by: {"back", n + 1}}, :bpf_any)
      end

      Enum.count(KernelMap.stream(:flows), fn
        {%{from: {{10, _, _, 2}, _}}, _} -> true
        _ -> false
      end)
    end

    @sec "syscall"
    def count(_ctx) do
      key = {1, {0xFE80, 0, 0, 0, 0, 0, 0, 1}}
      count = bpf_map_lookup_elem(:counts, key)

      if count do
        bpf_map_update_elem(:counts, key, count + 1, :bpf_any)
      else
        bpf_map_update_elem(:counts, key, 1, :bpf_any)
      end

      KernelMap.sum(:counts, {2, {1, 2, 3, 4, 5, 6, 7, 8}}, 10)
      0
    end

    @sec "syscall"
    def labels(_ctx) do
      {label, flag} = bpf_map_lookup_elem(:labels, 1)
      bpf_map_update_elem(:labels, 2, {"x" <> "yz", not flag}, :bpf_any)
      if label == "", do: 0, else: byte_size(label)
    end

    # A number that stands for no atom raises when the tuple is read.
    @sec "syscall"
    def kinds(_ctx) do
      bpf_map_update_elem(:kinds, {:b, 1}, {5}, :bpf_any)

      Enum.reduce(KernelMap.stream(:kinds), 0, fn
        {{:a, n}, {x}}, sum -> sum + n + x
        {{:b, n}, {x}}, sum -> sum + (n + x) * 10
      end)
    end

    @sec "raw_tracepoint/sched_switch"
    def lines(_ctx) do
      bpf_map_push_elem(:lines, {1, 0x0102}, :bpf_any)
      bpf_map_push_elem(:lines, {2, 3}, :bpf_any)

      case bpf_map_pop_elem(:lines) do
        {n, number} -> n * 1000 + number
        nil -> 0
      end
    end

    @sec "syscall"
    def macs(_ctx) do
      case bpf_map_lookup_elem(:macs, {<<1, 2, 3, 4, 5, 6>>, 7}) do
        nil ->
          bpf_map_update_elem(:macs, {<<6, 5, 4, 3, 2, 1>>, 7}, <<9, 8, 7, 6, 5, 4>>, :bpf_any)

        <<9, _::binary>> = mac ->
          bpf_map_update_elem(:macs, {mac, 1}, mac, :bpf_any)

        _ ->
          0
      end

      1
    end

    @sec "syscall"
    def log(_ctx) do
      Honey.Events.emit(:log, %Flow{from: {{10, 0, 0, 1}, 80}, protocol: 6})
      Honey.Events.emit(:log, %Seen{at: 1, by: {"sleep", bpf_get_smp_processor_id()}})
      0
    end

    @sec "syscall"
    def vars(_ctx) do
      {n, big, {10, _, _, d}} = limit()
      Honey.Var.put(:limit, {n + 1, big + 1, {10, 0, 0, d}})
      bpf_map_update_elem(:out, 0, big, :bpf_any)
      port() + n
    end
  end

  alias Keys.{Flow, Seen}

  setup do
    object = Honey.load!(Keys)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object, sim: Honey.Sim.new(Keys)}
  end

  # In the kernel, which the simulation follows.
  defp run(%{object: object, sim: sim}, program) do
    {:ok, %{return: return}} = SimRun.test_run(object, sim, program)
    return
  end

  test "a tuple as key and as value", %{object: object} = context do
    key = {3, 0x0102030405060708}
    assert run(context, :pairs) == 0
    assert Honey.Map.to_list(object, :pairs) == [{key, {500, -1, 9}}]
    assert run(context, :pairs) == 1
    assert Honey.Map.get(object, :pairs, {4, 500}) == {500, -1, 9}
    assert Honey.Map.get(object, :pairs, key) == {500, 1, 9}
    assert Honey.Map.put(object, :pairs, key, {1, 127, 0x1_0000_0000}) == :ok
    assert run(context, :pairs) == 0
    assert Honey.Map.get(object, :pairs, key) == nil
    assert Honey.Map.update(Honey.map(object, :pairs), key, {1, 1, 1}, & &1) == :ok
    assert Enum.sort(Honey.map(object, :pairs)) == [{key, {1, 1, 1}}, {{4, 500}, {500, -1, 9}}]
  end

  test "what a lookup gave stays what it was; nil is no tuple", context do
    assert run(context, :value_stays) == 1
    assert run(context, :nothing) == 77
    assert [%{kind: :match}] = Enum.filter(Honey.errors(context.object), &(&1.count > 0))
  end

  # The compiler warns that the key may be nil.
  @chosen ~S'''
  defmodule Honey.TuplesTest.Chosen do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77
    import Honey.BpfHelpers

    defmap :pairs, :bpf_hash, max_entries: 16, key_type: {:u8, :u64}, value_type: :u32
    defmap :first, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

    @sec "syscall"
    def chosen(_ctx) do
      first = bpf_map_lookup_elem(:first, 0)
      pair = if first > 0, do: {first, 1}, else: if(first == 0, do: {300, first})
      bpf_map_update_elem(:pairs, pair, 1, :bpf_any)
      1
    end
  end
  '''

  test "a tuple of branches; what is none raises where it is stored" do
    capture_io(:stderr, fn -> Code.compile_string(@chosen, "chosen.ex") end)
    object = Honey.load!(Honey.TuplesTest.Chosen)
    context = %{object: object, sim: Honey.Sim.new(Honey.TuplesTest.Chosen)}
    assert run(context, :chosen) == 1
    :ok = Honey.Map.put(object, :first, 0, 5)
    assert run(context, :chosen) == 1
    assert Enum.sort(Honey.Map.keys(object, :pairs)) == [{5, 1}, {44, 0}]
    :ok = Honey.Map.put(object, :first, 0, -1)
    assert run(context, :chosen) == 77
    assert [%{kind: :argument}] = Enum.filter(Honey.errors(object), &(&1.count > 0))
    Honey.unload(object)
  end

  test "numbers in network byte order", %{object: object} = context do
    :ok = Honey.Map.put(object, :ports, 80, 6)
    assert run(context, :ports) == 6 + 80 * 6 + 443 * 14 + 1 * 2
    assert Enum.sort(Honey.map(object, :ports)) == [{1, 2}, {80, 6}, {443, 14}]
    raw = %{Honey.map(object, :ports) | codecs: {nil, nil}}
    assert Honey.Map.put(raw, <<81::16>>, <<0x01020304::32>>) == :ok
    assert Honey.Map.get(object, :ports, 81) == 0x01020304
  end

  test "addresses within structs", %{object: object} = context do
    assert run(context, :flows) == 0
    [{flow, %Seen{at: 5, by: {"first", 3}}}] = Honey.Map.to_list(object, :flows)
    assert flow == %Flow{from: {{10, 0, 0, 1}, 80}, to: {{10, 0, 0, 2}, 4242}, protocol: 6}
    assert run(context, :flows) == 1
    back = %{flow | from: flow.to, to: flow.from}
    assert Honey.Map.get(object, :flows, back) == %Seen{at: 5, by: {"back", 4}}

    raw = %{Honey.map(object, :flows) | codecs: {nil, nil}}
    key = <<10, 0, 0, 9, 80::16, 0::16, 10, 0, 0, 2, 4242::16, 0::16, 6, 0::24>>
    assert Honey.Map.put(raw, key, <<7::little-64, "raw", 0::104, 8::little-32, 0::32>>) == :ok
    flow = %{flow | from: {{10, 0, 0, 9}, 80}}
    assert Honey.Map.get(object, :flows, flow) == %Seen{at: 7, by: {"raw", 8}}
  end

  test "an integer under a tuple is counted by one access", %{object: object} = context do
    for _ <- 1..5, do: run(context, :count)
    assert Honey.Map.get(object, :counts, {1, {0xFE80, 0, 0, 0, 0, 0, 0, 1}}) == 5
    assert Honey.Map.get(object, :counts, {2, {1, 2, 3, 4, 5, 6, 7, 8}}) == 50
    assert Keys.__honey__(:c_source) =~ "__sync_fetch_and_add(found_"
  end

  test "tuples with text, enums and binaries", %{object: object} = context do
    assert run(context, :labels) == 0
    assert Honey.Map.get(object, :labels, 2) == {"xyz", true}
    :ok = Honey.Map.put(object, :labels, 1, {"12345678", true})
    assert run(context, :labels) == 8
    assert Honey.Map.get(object, :labels, 2) == {"xyz", false}

    :ok = Honey.Map.put(object, :kinds, {:a, 3}, {4})
    assert run(context, :kinds) == 67

    assert run(context, :macs) == 1
    assert Honey.Map.get(object, :macs, {<<6, 5, 4, 3, 2, 1>>, 7}) == <<9, 8, 7, 6, 5, 4>>
    :ok = Honey.Map.put(object, :macs, {<<1, 2, 3, 4, 5, 6>>, 7}, <<9, 1, 1, 1, 1, 1>>)
    assert run(context, :macs) == 1
    assert Honey.Map.get(object, :macs, {<<9, 1, 1, 1, 1, 1>>, 1}) == <<9, 1, 1, 1, 1, 1>>
  end

  test "a number that is no member raises where the tuple is read", %{object: object} do
    raw = %{Honey.map(object, :kinds) | codecs: {nil, nil}}
    :ok = Honey.Map.put(raw, <<7::little-32, 1, 0::24>>, <<5>>)
    assert {:ok, %{return: 77}} = Honey.test_run(object, :kinds)
    assert Honey.Map.get(object, :kinds, {:b, 1}) == {5}
    assert {{7, 1}, {5}} in Honey.Map.to_list(object, :kinds)
  end

  test "queues of tuples", %{object: object} do
    assert {:ok, %{return: 1258}} = Honey.test_run(object, :lines)
    assert Honey.Map.pop(Honey.map(object, :lines)) == {2, 3}
    assert Honey.Map.push(Honey.map(object, :lines), {9, 1}) == :ok
    assert {:ok, %{return: 9001}} = Honey.test_run(object, :lines)
  end

  test "events", %{object: object} do
    {:ok, ref} = Honey.Events.subscribe(object, :log, active: true)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :log)
    assert [%Flow{from: {{10, 0, 0, 1}, 80}, protocol: 6}, seen] = events(ref, 2)
    assert %Seen{at: 1, by: {"sleep", cpu}} = seen
    assert is_integer(cpu)
  end

  defp events(_ref, 0), do: []

  defp events(ref, count) do
    assert_receive {:honey_events, ^ref, events}
    events ++ events(ref, count - length(events))
  end

  test "variables", %{object: object} do
    assert Honey.Var.get(object, :limit) == {7, 0x01020304, {10, 1, 2, 3}}
    assert {:ok, %{return: 8087}} = Honey.test_run(object, :vars)
    assert Honey.Map.get(object, :out, 0) == 0x01020304
    assert Honey.Var.get(object, :limit) == {8, 0x01020305, {10, 0, 0, 3}}
    assert Honey.Var.put(object, :limit, {1, 2, {10, 0, 0, 0}}) == :ok
    assert {:ok, %{return: 8081}} = Honey.test_run(object, :vars)

    other = Honey.load!(Keys, vars: [port: 0x1234])
    assert {:ok, %{return: 0x123B}} = Honey.test_run(other, :vars)
    Honey.unload(other)
    assert Honey.Sim.run(Keys, :vars, vars: %{port: 0x1234}).return == 0x123B
  end

  defmodule Prefixes do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.13"
    import Honey.BpfHelpers

    deftype Service, prefixlen: :u32, port: {:be, :u16}, address: :ipv4

    defmap :networks, :bpf_lpm_trie,
      max_entries: 16,
      key_type: {:lpm, :ipv4},
      value_type: {:enum, [:pass, :drop, :log]},
      flags: [:no_prealloc],
      entries: %{{{10, 0, 0, 0}, 8} => :drop}

    defmap :networks6, :bpf_lpm_trie,
      max_entries: 16,
      key_type: {:lpm, :ipv6},
      value_type: {:u8, :ipv6},
      flags: [:no_prealloc]

    defmap :names, :bpf_lpm_trie,
      max_entries: 16,
      key_type: {:lpm, {:binary, 5}},
      value_type: :u32,
      flags: [:no_prealloc]

    defmap :services, :bpf_lpm_trie,
      max_entries: 16,
      key_type: Service,
      value_type: :u32,
      flags: [:no_prealloc]

    defmap :last, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32

    @sec "raw_tracepoint/sys_enter"
    def networks(_ctx) do
      last = bpf_map_lookup_elem(:last, 0)

      case bpf_map_lookup_elem(:networks, {{10, 1, 2, last}, 32}) do
        nil -> 0
        :drop -> 1
        :log -> 2
        :pass -> 3
      end
    end

    @sec "raw_tracepoint/sys_enter"
    def change(_ctx) do
      bpf_map_update_elem(:networks, {{10, 1, 0, 0}, 16}, :log, :bpf_any)

      case {bpf_map_update_elem(:networks, {{10, 1, 0, 0}, 33}, :log, :bpf_any),
            bpf_map_delete_elem(:networks, {{10, 0, 0, 0}, 8})} do
        {{:error, :einval}, :ok} -> 1
        _ -> 0
      end
    end

    @sec "raw_tracepoint/sys_enter"
    def networks6(_ctx) do
      last = bpf_map_lookup_elem(:last, 0)

      case bpf_map_lookup_elem(:networks6, {{0xFE80, 0, 0, 0, 0, 0, 0, last}, 128}) do
        {n, {0x2001, _, _, _, _, _, _, h}} -> n * 1000 + h
        _ -> 0
      end
    end

    @sec "raw_tracepoint/sys_enter"
    def names(_ctx), do: bpf_map_lookup_elem(:names, {"eth07", 40}) || 0

    @sec "raw_tracepoint/sys_enter"
    def services(_ctx) do
      service = %Service{prefixlen: 48, port: 0x1234, address: {10, 0, 0, 1}}
      bpf_map_lookup_elem(:services, service) || 0
    end
  end

  test "prefixes: addresses and lengths" do
    object = Honey.load!(Prefixes)
    context = %{object: object, sim: Honey.Sim.new(Prefixes)}
    assert Honey.Map.to_list(object, :networks) == [{{{10, 0, 0, 0}, 8}, :drop}]
    assert run(context, :networks) == 1
    assert Honey.Map.put(object, :networks, {{10, 1, 2, 128}, 25}, :pass) == :ok
    assert run(context, :networks) == 1
    :ok = Honey.Map.put(object, :last, 0, 200)
    assert run(context, :networks) == 3
    assert Honey.Map.get(object, :networks, {{10, 1, 2, 129}, 32}) == :pass
    assert Honey.Map.get(object, :networks, {{11, 0, 0, 0}, 32}) == nil
    assert run(context, :change) == 1
    :ok = Honey.Map.delete(object, :networks, {{10, 1, 2, 128}, 25})
    assert run(context, :networks) == 2
    assert Honey.Map.keys(object, :networks) == [{{10, 1, 0, 0}, 16}]

    value = {7, {0x2001, 0, 0, 0, 0, 0, 0, 9}}
    prefix = {{0xFE80, 0, 0, 0, 0, 0, 0, 0}, 10}
    assert run(context, :networks6) == 0
    :ok = Honey.Map.put(object, :networks6, prefix, value)
    assert run(context, :networks6) == 7009
    assert Honey.Map.to_list(object, :networks6) == [{prefix, value}]

    :ok = Honey.Map.put(object, :names, {"eth\0\0", 24}, 5)
    assert run(context, :names) == 5

    :ok = Honey.Map.put(object, :services, %Prefixes.Service{prefixlen: 8, port: 0x12FF}, 6)
    assert run(context, :services) == 6

    for {map, key, text} <- [
          {:networks, {{10, 0, 0, 0}, 33}, "element 1 is 33, expected a length of 0..32 bits"},
          {:networks, {{10, 0, 0, 256}, 8},
           "element 3 of element 0 is 256, expected :u8 (0..255)"},
          {:networks, {10, 0, 0, 0}, "expected a prefix, `{address, length}`"},
          {:names, {"eth0", 8}, "element 0 is \"eth0\", expected a binary of 5 bytes"}
        ] do
      assert {:error, error} = Honey.Map.get(object, map, key)
      assert Exception.message(error) =~ text
    end

    Honey.unload(object)
  end

  test "the type is told as it was written" do
    assert %{key: key} = Enum.find(Keys.__honey__(:maps), &(&1.name == :pairs))
    assert key == {:tuple, 16, [{0, :u8}, {8, :u64}]}
    assert Honey.Type.written(key) == {:u8, :u64}
    assert Honey.Type.written({:array, key, 2}) == {:array, {:u8, :u64}, 2}
    assert Honey.Type.zero({{:u8, {:be, :u64}}, :ipv4}) == {{0, 0}, {0, 0, 0, 0}}
    assert Honey.Type.zero({:lpm, :ipv6}) == {{0, 0, 0, 0, 0, 0, 0, 0}, 0}
  end

  test "what does not fit is refused with its place", %{object: object} do
    for {map, key, text} <- [
          {:pairs, {1, -1}, "key: element 1 is -1, expected :u64 (0..18446744073709551615)"},
          {:pairs, {1, 2, 3}, "{1, 2, 3} does not fit: expected a tuple of 2: {:u8 (0..255), "},
          {:ports, 65_536, "65536 does not fit: expected {:be, :u16} (0..65535)"},
          {:ports, "80", "\"80\" does not fit: expected {:be, :u16} (0..65535)"},
          {:counts, {1, {1, 2, 3}}, "element 1 is {1, 2, 3}, expected an IPv6 address"},
          {:counts, {1, {1, 2, 3, 4, 5, 6, 7, 0x10000}},
           "element 7 of element 1 is 65536, expected {:be, :u16} (0..65535)"},
          {:kinds, {:c, 1}, "element 0 is :c, expected :a or :b"},
          {:macs, {<<1>>, 1}, "element 0 is <<1>>, expected a binary of 6 bytes"},
          {:flows, %Flow{from: {{10, 0, 0, 256}, 1}},
           "the field `from{0}{3}` is 256, expected :u8 (0..255)"}
        ] do
      assert {:error, error} = Honey.Map.get(object, map, key)
      assert Exception.message(error) =~ text
    end

    assert_raise ArgumentError, ~r/element 1 is -1, expected :u64/, fn ->
      Honey.Sim.new(Keys, maps: %{pairs: %{{1, -1} => {1, 1, 1}}})
    end
  end
end
