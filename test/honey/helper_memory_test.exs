defmodule Honey.HelperMemoryTest do
  @moduledoc """
  Helpers that read, fill or change memory: what they do in the kernel, held against what else tells it, and
  against the simulation where that has a meaning for them.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Programs do
    use Honey, license: "GPL", kernel: "6.1"
    import Honey.BpfHelpers

    deftype Head, first: :u16, second: :u16, letters: {:string, 4}
    deftype Ragged, first: :u8, second: :u32, letters: {:string, 8}
    deftype MapAttributes, type: :u32, key_size: :u32, value_size: :u32, max_entries: :u32

    deftype Route,
      family: :u8,
      protocol: :u8,
      ports: {:binary, 4},
      length: :u16,
      interface: :u32,
      rest: {:array, :u32, 13}

    defmap :given, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
    defmap :number, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
    defmap :reason, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
    defmap :heads, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Head
    defmap :ragged, :bpf_hash, max_entries: 8, key_type: Ragged, value_type: :u64
    defmap :bytes, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:binary, 7}
    defmap :stacks, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:array, :u64, 48}
    defmap :routes, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Route
    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Head]

    defp given(n), do: bpf_map_lookup_elem(:given, n) || 0

    defp keep(n, number) when is_integer(number),
      do: bpf_map_update_elem(:number, n, number, :bpf_any)

    defp keep(n, :ok), do: bpf_map_update_elem(:number, n, -1, :bpf_any)
    defp keep(n, {:error, :efault}), do: bpf_map_update_elem(:reason, n, 14, :bpf_any)
    defp keep(n, {:error, :einval}), do: bpf_map_update_elem(:reason, n, 22, :bpf_any)
    defp keep(n, {:error, :eacces}), do: bpf_map_update_elem(:reason, n, 13, :bpf_any)
    defp keep(n, {:error, :ebadf}), do: bpf_map_update_elem(:reason, n, 9, :bpf_any)
    defp keep(n, {:error, :enoent}), do: bpf_map_update_elem(:reason, n, 2, :bpf_any)
    defp keep(n, {:error, _}), do: bpf_map_update_elem(:reason, n, 1, :bpf_any)

    @sec "syscall"
    def reads(_ctx) do
      address = given(0)

      case bpf_probe_read_user(address, Head) do
        {:error, _} -> keep(1, {:error, :efault})
        head -> bpf_map_update_elem(:heads, 1, head, :bpf_any)
      end

      case bpf_copy_from_user_task(address, Head) do
        {:error, _} -> keep(2, {:error, :efault})
        head -> bpf_map_update_elem(:heads, 2, head, :bpf_any)
      end

      case bpf_copy_from_user(address + 1, {:binary, 7}) do
        {:error, _} -> keep(3, {:error, :efault})
        bytes -> bpf_map_update_elem(:bytes, 3, bytes, :bpf_any)
      end

      case bpf_probe_read_user(address, {:array, :u8, 5}) do
        {:error, _} -> keep(4, {:error, :efault})
        [_, b, c, _, e] -> keep(4, b * 65_536 + c * 256 + e)
      end

      case bpf_probe_read_user(0, Head) do
        {:error, reason} -> keep(5, {:error, reason})
        head -> keep(5, head.first)
      end

      0
    end

    @sec "syscall"
    def reads_key(_ctx) do
      case bpf_probe_read_user(given(0), Ragged) do
        {:error, _} ->
          0

        key ->
          bpf_map_update_elem(:ragged, key, 1, :bpf_any)
          byte_size(key.letters)
      end
    end

    @sec "raw_tracepoint/sched_switch"
    def stack(ctx) do
      case bpf_get_stack(ctx, 0, 48) do
        {:error, reason} -> keep(1, {:error, reason})
        stack -> bpf_map_update_elem(:stacks, 1, stack, :bpf_any)
      end
    end

    @sec "syscall"
    def task_stack(_ctx) do
      case bpf_get_task_stack(0, 48) do
        {:error, reason} -> keep(2, {:error, reason})
        stack -> bpf_map_update_elem(:stacks, 2, stack, :bpf_any)
      end

      0
    end

    @sec "xdp"
    def packets(ctx) do
      case bpf_xdp_load_bytes(ctx, 2, 7) do
        {:error, _} -> keep(1, {:error, :einval})
        bytes -> bpf_map_update_elem(:bytes, 1, bytes, :bpf_any)
      end

      case bpf_xdp_load_bytes(ctx, 60, 7) do
        {:error, reason} -> keep(1, {:error, reason})
        bytes -> bpf_map_update_elem(:bytes, 2, bytes, :bpf_any)
      end

      keep(2, bpf_xdp_store_bytes(ctx, 3, %Head{first: 0x0201, second: 0x0403, letters: "abc"}))
      keep(3, bpf_xdp_store_bytes(ctx, 61, <<1, 2, 3, 4>>))
      keep(4, bpf_csum_diff("", <<0x45, 0, 0, 84, 0xFF, 0xFF, 0xFF, 0xFE>>, 0))
      keep(5, bpf_csum_diff(<<1, 2, 3, 4>>, <<4, 3, 2, 1>>, 0xFFFFFFF0))
      keep(6, bpf_csum_diff(<<1, 2, 3, 4>>, "", 0))
      keep(7, bpf_xdp_adjust_head(ctx, 4))
      keep(8, bpf_xdp_adjust_tail(ctx, -10))
      keep(9, bpf_xdp_adjust_head(ctx, 1_000))
      2
    end

    @sec "xdp"
    def far(ctx) do
      offset = bpf_map_lookup_elem(:number, 0) || 0

      case bpf_xdp_load_bytes(ctx, offset, 2) do
        {:error, reason} -> keep(1, {:error, reason})
        <<a, b>> -> keep(1, a * 256 + b)
      end

      keep(2, bpf_xdp_store_bytes(ctx, offset, <<201, 202>>))
      2
    end

    @sec "xdp"
    def routes(ctx) do
      case bpf_check_mtu(ctx, 1, 1400, 0) do
        {:ok, code, mtu} -> keep(1, code * 1_000_000 + mtu)
        error -> keep(1, error)
      end

      case bpf_check_mtu(ctx, 1, 1400, 1_000_000) do
        {:ok, code, mtu} -> keep(2, code * 1_000_000 + mtu)
        error -> keep(2, error)
      end

      case bpf_check_mtu(ctx, 1_000_000, 0, 0) do
        {:ok, code, _mtu} -> keep(3, code)
        error -> keep(3, error)
      end

      case bpf_fib_lookup(ctx, %Route{family: 2, interface: 1}, 0) do
        {:ok, code, route} ->
          keep(4, code)
          bpf_map_update_elem(:routes, 1, route, :bpf_any)

        error ->
          keep(4, error)
      end

      case bpf_fib_lookup(ctx, %Route{family: 99, interface: 1}, :bpf_fib_lookup_output) do
        {:ok, code, _} -> keep(5, code)
        error -> keep(5, error)
      end

      2
    end

    # What a server without a listening socket does: cookies for SYNs, and a check of what comes back.
    @sec "xdp"
    def cookies(_ctx) do
      ip = <<0x45, 0, 40::16, 0::32, 64, 6, 0::16, 10, 0, 0, 1, 10, 0, 0, 2>>
      syn = <<4000::16, 80::16, 1000::32, 0::32, 0x50, 2, 1024::16, 0::32>>

      case bpf_tcp_raw_gen_syncookie_ipv4(ip, syn) do
        {:error, reason} ->
          keep(1, {:error, reason})

        made ->
          cookie = made &&& 0xFFFFFFFF
          back = <<4000::16, 80::16, 1001::32, cookie + 1::32, 0x50, 16, 1024::16, 0::32>>
          wrong = <<4000::16, 80::16, 1001::32, cookie + 9::32, 0x50, 16, 1024::16, 0::32>>
          keep(1, made >>> 32)
          keep(2, bpf_tcp_raw_check_syncookie_ipv4(ip, back))
          keep(3, bpf_tcp_raw_check_syncookie_ipv4(ip, wrong))
      end

      2
    end

    @sec "syscall"
    def system(_ctx) do
      keep(1, bpf_btf_find_by_name_kind("task_struct", 4))
      keep(2, bpf_btf_find_by_name_kind("no such struct", 4))
      keep(3, bpf_kallsyms_lookup_name("schedule"))
      keep(4, bpf_kallsyms_lookup_name("no_such_symbol"))

      case bpf_sys_bpf(0, %MapAttributes{type: 2, key_size: 4, value_size: 8, max_entries: 1}) do
        {:error, reason} ->
          keep(5, {:error, reason})

        fd ->
          keep(5, fd)
          keep(6, bpf_sys_close(fd))
          keep(7, bpf_sys_close(fd))
      end

      keep(8, bpf_sys_bpf(0, %MapAttributes{type: 2}))
      0
    end

    @sec "syscall"
    def tells(_ctx) do
      keep(1, sign(bpf_strncmp("abc", "abd")))
      keep(2, sign(bpf_strncmp("abc", "abc")))
      keep(3, sign(bpf_strncmp("abc", "ab")))
      keep(4, sign(bpf_strncmp("", "ab")))
      keep(5, bpf_ringbuf_query(:events, :bpf_rb_ring_size))
      Honey.Events.emit(:events, %Head{first: 1})
      keep(6, bpf_ringbuf_query(:events, :bpf_rb_avail_data))
      keep(7, bpf_ringbuf_query(:events, :bpf_rb_cons_pos))
      keep(8, bpf_ringbuf_query(:events, :bpf_rb_prod_pos))
      0
    end

    defp sign(number) when number < 0, do: -1
    defp sign(0), do: 0
    defp sign(_), do: 1
  end

  alias Programs.{Head, Route}

  setup do
    object = Honey.load!(Programs)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  test "values of a type are read, in the kernel as in the simulation", %{object: object} do
    address = command_line()
    <<head::binary-8, _::binary>> = text = File.read!("/proc/self/cmdline")
    <<first::little-16, second::little-16, letters::binary-4>> = head
    <<_, b, c, _, e, _::binary>> = text
    Honey.Map.put(object, :given, 0, address)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :reads)

    [letters | _] = :binary.split(letters, <<0>>)
    read = %Head{first: first, second: second, letters: letters}
    assert contents(object, :heads) == %{1 => read, 2 => read}
    assert contents(object, :bytes) == %{3 => binary_part(text, 1, 7)}
    assert contents(object, :number) == %{4 => b * 65_536 + c * 256 + e}
    assert contents(object, :reason) == %{5 => 14}

    simulated =
      Honey.Sim.run(Programs, :reads, maps: %{given: %{0 => address}}, memory: %{address => text})

    for map <- [:heads, :bytes, :number, :reason],
        do: assert(simulated.maps[map] == contents(object, map))
  end

  # What lies in the gap, and behind the NUL, is neither part of a key nor of a string.
  test "a struct that was read is a key like others", %{object: object} do
    address = command_line()
    text = File.read!("/proc/self/cmdline")
    {nul, 1} = :binary.match(text, <<0>>)
    at = nul - 11

    <<_::binary-size(at), first, gap::24, second::little-32, letters::binary-3, 0, behind,
      _::binary>> = text

    assert gap != 0 and behind != 0
    Honey.Map.put(object, :given, 0, address + at)
    assert {:ok, %{return: 3}} = Honey.test_run(object, :reads_key)

    key = %Programs.Ragged{first: first, second: second, letters: letters}
    assert Honey.Map.get(object, :ragged, key) == 1
    assert contents(object, :ragged) == %{key => 1}

    options = [maps: %{given: %{0 => address + at}}, memory: %{address => text}]
    simulated = Honey.Sim.run(Programs, :reads_key, options)
    assert simulated.return == 3
    assert simulated.maps.ragged == %{key => 1}
  end

  test "stacks are arrays of addresses", %{object: object} do
    assert {:ok, _} = Honey.test_run(object, :stack)
    assert {:ok, %{return: 0}} = Honey.test_run(object, :task_stack)
    assert %{1 => stack, 2 => task_stack} = contents(object, :stacks)

    for stack <- [stack, task_stack] do
      {addresses, rest} = Enum.split_while(stack, &(&1 != 0))
      assert length(addresses) > 5
      assert Enum.all?(addresses, &(&1 >= 0xFFFF800000000000))
      assert Enum.all?(rest, &(&1 == 0))
    end

    # Both ran in a system call, and end where that began.
    assert symbols(stack) |> Enum.any?(&(&1 =~ "bpf_prog_test_run_raw_tp"))
    assert symbols(task_stack) |> Enum.any?(&(&1 =~ "bpf_prog_test_run_syscall"))

    sim = Honey.Sim.run(Programs, :task_stack, stack: [3, 2, 1])
    assert sim.maps.stacks == %{2 => [3, 2, 1 | List.duplicate(0, 45)]}
    assert Honey.Sim.run(Programs, :stack).maps.reason == %{1 => 14}
  end

  test "packets are read and changed, in the kernel as in the simulation", %{object: object} do
    packet = for n <- 1..64, into: <<>>, do: <<n>>
    assert {:ok, %{return: 2, data_out: out}} = Honey.test_run(object, :packets, data: packet)

    <<head::binary-3, _::binary-8, rest::binary>> = packet
    <<_::binary-4, cut::binary-50, _::binary-10>> = head <> <<1, 2, 3, 4, "abc", 0>> <> rest
    assert out == cut
    assert contents(object, :bytes) == %{1 => binary_part(packet, 2, 7)}
    assert contents(object, :reason) == %{1 => 22, 3 => 22, 9 => 22}
    assert %{4 => sum, 2 => -1, 7 => -1, 8 => -1} = contents(object, :number)
    assert fold(sum) == fold(0x4500 + 84 + 0xFFFF + 0xFFFE) |> swapped()

    simulated = Honey.Sim.run(Programs, :packets, ctx: %{packet: packet})
    assert simulated.packet == out

    for map <- [:bytes, :number, :reason],
        do: assert(simulated.maps[map] == contents(object, map))
  end

  test "offsets of packets are of 32 bits, and end at 65,535" do
    packet = for n <- 1..64, into: <<>>, do: <<n>>

    for {offset, reason} <- [
          {0, nil},
          {62, nil},
          {63, 22},
          {0xFFFF, 22},
          {0x10000, 14},
          {-1, 14},
          {0xFFFFFFFF, 14},
          {0x1_0000_0000, nil},
          {0x1_0000_0005, nil},
          {0x1_0001_0000, 14}
        ] do
      object = Honey.load!(Programs)
      :ok = Honey.Map.put(object, :number, 0, offset)
      assert {:ok, %{data_out: out}} = Honey.test_run(object, :far, data: packet)
      sim = Honey.Sim.run(Programs, :far, ctx: %{packet: packet}, maps: %{number: %{0 => offset}})
      assert {offset, sim.packet} == {offset, out}
      assert {offset, out == packet} == {offset, reason != nil}
      reasons = contents(object, :reason)
      assert reasons == if(reason, do: %{1 => reason, 2 => reason}, else: %{})
      for map <- [:reason, :number], do: assert(sim.maps[map] == contents(object, map))
      Honey.unload(object)
    end
  end

  test "MTUs and routes", %{object: object} do
    assert {:ok, %{return: 2}} = Honey.test_run(object, :routes, data: <<0::512>>)
    mtu = "/sys/class/net/lo/mtu" |> File.read!() |> String.trim() |> String.to_integer()
    assert %{1 => ^mtu, 2 => too_long, 4 => code} = contents(object, :number)
    assert too_long == 1_000_000 + mtu
    assert code in 0..9
    assert %{1 => %Route{family: 2, interface: 1}} = contents(object, :routes)
    assert %{3 => 1, 5 => 1} = contents(object, :reason)

    answers = %{
      bpf_check_mtu: fn _ctx, interface, length, _difference ->
        if interface == 1, do: {:ok, 0, length + 1}, else: {:error, :enodev}
      end,
      bpf_fib_lookup: fn _ctx, route, flag -> {:ok, flag, %{route | interface: 7}} end
    }

    simulated = Honey.Sim.run(Programs, :routes, helpers: answers, ctx: %{packet: <<>>})
    assert %{1 => 1401, 2 => 1401, 4 => 0, 5 => 2} = simulated.maps.number
    assert simulated.maps.routes == %{1 => %Route{family: 2, interface: 7}}
  end

  test "cookies without a listening socket", %{object: object} do
    assert {:ok, %{return: 2}} = Honey.test_run(object, :cookies, data: <<0::512>>)
    assert contents(object, :number) == %{1 => 536, 2 => -1}
    assert contents(object, :reason) == %{3 => 13}
  end

  test "system calls, types and symbols", %{object: object} do
    assert {:ok, %{return: 0}} = Honey.test_run(object, :system)
    assert %{1 => type, 3 => address, 5 => fd, 6 => -1} = contents(object, :number)
    assert type == type_id("task_struct")
    assert fd > 2

    symbol = for {^address, name} <- kallsyms(), do: name
    assert symbol == [] or "schedule" in symbol
    assert contents(object, :reason) == %{2 => 2, 4 => 2, 7 => 9, 8 => 22}
  end

  test "rings and strings, in the kernel as in the simulation", %{object: object} do
    assert {:ok, %{return: 0}} = Honey.test_run(object, :tells)

    assert contents(object, :number) ==
             %{1 => -1, 2 => 0, 3 => 1, 4 => -1, 5 => 4096, 6 => 24, 7 => 0, 8 => 24}

    assert Honey.Sim.run(Programs, :tells).maps.number == contents(object, :number)
  end

  test "what a test gives in place of a helper must be of the type" do
    for {answer, text} <- [
          {fn _, _ -> 7 end, "returned 7"},
          {fn _, _ -> %{first: 1} end, "returned %{first: 1}"}
        ] do
      assert_raise ArgumentError, ~r/#{Regex.escape(text)}/, fn ->
        Honey.Sim.run(Programs, :reads, helpers: %{bpf_probe_read_user: answer})
      end
    end

    parent = self()

    read = fn address, type ->
      send(parent, {address, type})
      {:error, :efault}
    end

    Honey.Sim.run(Programs, :reads, helpers: %{bpf_probe_read_user: read})
    assert_received {0, Head}
    assert_received {0, {:array, :u8, 5}}
  end

  defp contents(object, map), do: Map.new(Honey.Map.to_list(object, map))

  # Where the text of /proc/self/cmdline is.
  defp command_line do
    [_, fields] = "/proc/self/stat" |> File.read!() |> String.split(") ", parts: 2)
    fields |> String.split(" ") |> Enum.at(45) |> String.to_integer()
  end

  defp fold(sum) when sum > 0xFFFF, do: fold(div(sum, 0x10000) + rem(sum, 0x10000))
  defp fold(sum), do: sum

  defp swapped(sum) do
    <<swapped::little-16>> = <<sum::16>>
    swapped
  end

  defp kallsyms do
    for line <- File.stream!("/proc/kallsyms"),
        [address, _, name | _] = String.split(line),
        do: {String.to_integer(address, 16), name}
  end

  # The functions that the addresses lie in.
  defp symbols(stack) do
    known = kallsyms() |> Enum.sort() |> Enum.reject(&(elem(&1, 0) == 0))

    for address <- stack, address != 0 do
      known |> Enum.take_while(&(elem(&1, 0) <= address)) |> List.last({0, ""}) |> elem(1)
    end
  end

  defp type_id(name) do
    {text, 0} = System.cmd("bpftool", ~w(btf dump file /sys/kernel/btf/vmlinux))
    [_, id] = Regex.run(~r/^\[(\d+)\] STRUCT '#{name}' /m, text)
    String.to_integer(id)
  end
end
