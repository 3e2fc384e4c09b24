defmodule Honey.HelperEffectsTest do
  @moduledoc "What helpers do when a program calls them, held against what else tells it."

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  setup_all do
    source = ~S"""
    defmodule Honey.HelperEffects do
      use Honey, license: "GPL", kernel: "6.1"
      import Honey.BpfHelpers

      defmap :given, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
      defmap :number, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
      defmap :reason, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64
      defmap :text, :bpf_hash, max_entries: 64, key_type: :u32, value_type: {:string, 31}

      defp given(n), do: bpf_map_lookup_elem(:given, n) || 0
      defp keep(n, number) when is_integer(number), do: bpf_map_update_elem(:number, n, number, :bpf_any)
      defp keep(n, {:error, :efault}), do: bpf_map_update_elem(:reason, n, 14, :bpf_any)
      defp keep(n, {:error, :einval}), do: bpf_map_update_elem(:reason, n, 22, :bpf_any)
      defp keep(n, {:error, :erange}), do: bpf_map_update_elem(:reason, n, 34, :bpf_any)
      defp keep(n, {:error, _}), do: bpf_map_update_elem(:reason, n, 1, :bpf_any)

      defp keep_text(n, {:error, :efault}), do: bpf_map_update_elem(:reason, n, 14, :bpf_any)
      defp keep_text(n, {:error, _}), do: bpf_map_update_elem(:reason, n, 1, :bpf_any)
      defp keep_text(n, text), do: bpf_map_update_elem(:text, n, text, :bpf_any)

      @sec "syscall"
      def tells(_ctx) do
        keep(1, bpf_ktime_get_ns())
        keep(2, bpf_ktime_get_boot_ns())
        keep(3, bpf_ktime_get_tai_ns())
        keep(4, bpf_jiffies64())
        keep(5, bpf_get_numa_node_id())
        keep(6, bpf_get_current_cgroup_id())
        keep(7, bpf_get_current_ancestor_cgroup_id(0))
        keep(8, bpf_get_current_ancestor_cgroup_id(1000))
        keep(9, bpf_get_ns_current_pid_tgid(given(0), given(1)))
        keep(10, bpf_get_ns_current_pid_tgid(given(0), 1))
        keep(11, bpf_get_prandom_u32())
        keep(12, bpf_get_prandom_u32())
        0
      end

      @sec "syscall"
      def reads(_ctx) do
        address = given(2)
        keep(1, bpf_probe_read_user(address, :u8))
        keep(2, bpf_probe_read_user(address, :u32))
        keep(3, bpf_probe_read_user(address, :s16))
        keep(4, bpf_copy_from_user(address, :u64))
        keep(5, bpf_probe_read_user(0, :u32))
        keep(6, bpf_copy_from_user(0, :u32))
        keep_text(1, bpf_probe_read_user_str(address, 32))
        keep_text(2, bpf_probe_read_user_str(address, 4))
        keep_text(7, bpf_probe_read_user_str(0, 16))
        0
      end

      @sec "syscall"
      def reads_kernel(_ctx) do
        task = bpf_get_current_task()
        keep(1, bpf_probe_read_kernel(task + given(3), :s32))
        keep(2, bpf_probe_read_kernel(given(2), :u32))
        keep_text(1, bpf_probe_read_kernel_str(task + given(4), 16))
        keep_text(2, bpf_get_current_comm())
        0
      end

      @sec "syscall"
      def parses(_ctx) do
        keep(1, bpf_strtol("-12", 10))
        keep(2, bpf_strtol(" 7 of 9", 10))
        keep(3, bpf_strtol("0x1f", 0))
        keep(4, bpf_strtol("017", 0))
        keep(5, bpf_strtol("ff", 16))
        keep(6, bpf_strtol("x", 10))
        keep(7, bpf_strtol("", 10))
        keep(8, bpf_strtol("12", 7))
        keep(9, bpf_strtol("99999999999999999999", 10))
        keep(10, bpf_strtoul("18446744073709551615", 10))
        keep(11, bpf_strtoul("-1", 10))
        keep(12, bpf_strtol("- 1", 10))
        keep(13, bpf_strtol("+1", 10))
        keep(14, bpf_strtol("0x", 16))
        keep(15, bpf_strtol("-9223372036854775808", 10))
        keep(16, bpf_strtol("9223372036854775808", 10))
        keep(17, bpf_strtol("08", 0))
        keep(18, bpf_strtol("1_0", 10))
        keep(19, bpf_strtoul("0X1F", 16))
        keep(20, bpf_strtol("0x", 0))
        0
      end

      @sec "xdp"
      def cuts(ctx) do
        keep(1, bpf_xdp_get_buff_len(ctx))

        case bpf_xdp_adjust_tail(ctx, -6) do
          :ok -> keep(2, bpf_xdp_get_buff_len(ctx))
          error -> keep(2, error)
        end

        keep(3, bpf_ktime_get_coarse_ns())
        2
      end

      @sec "xdp"
      def moves(ctx) do
        with :ok <- bpf_xdp_adjust_head(ctx, 2), do: 2, else: (_ -> 1)
      end

      @sec "xdp"
      def redirects(_ctx), do: bpf_redirect(1, 0)
    end
    """

    source = String.replace(source, ~s(kernel: "6.1"), ~s(kernel: "#{kernel_text()}"))
    [{module, _}] = Code.compile_string(source)
    on_exit(fn -> purge(module) end)
    %{module: module}
  end

  setup %{module: module} do
    object = Honey.load!(module)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  test "tell of the clock, the machine and the task", %{object: object} do
    stat = File.stat!("/proc/self/ns/pid")
    Honey.Map.put(object, :given, 0, stat.major_device)
    Honey.Map.put(object, :given, 1, stat.inode)
    before = uptime()
    %{1 => mono, 2 => boot, 3 => tai, 4 => jiffies} = told = run(object, :tells)

    # /proc/uptime is cut to hundredths.
    assert boot in before..(uptime() + 10_000_000)
    assert mono <= boot
    # Leap seconds are counted where somebody has told the kernel of them.
    assert_in_delta tai, System.os_time(:nanosecond), 60_000_000_000
    assert jiffies > 0
    assert told[5] == 0
    assert told[6] == cgroup_id()
    assert told[7] == 1 or told[7] == root_cgroup_id()
    assert told[8] == 0
    assert div(told[9], 2 ** 32) == String.to_integer(System.pid())
    assert reasons(object) == %{10 => 22}
    assert told[11] in 0..0xFFFFFFFF
    assert told[11] != told[12]
  end

  test "read the memory of the process", %{object: object} do
    {address, text} = own_text()
    Honey.Map.put(object, :given, 2, address)
    numbers = run(object, :reads)
    <<u8, _::binary>> = text
    <<u32::little-32, _::binary>> = text
    <<s16::little-signed-16, _::binary>> = text
    <<u64::little-64, _::binary>> = text
    assert numbers == %{1 => u8, 2 => u32, 3 => s16, 4 => u64}
    [name | _] = :binary.split(text, <<0>>)

    assert Map.new(Honey.Map.to_list(object, :text)) == %{
             1 => binary_part(name, 0, min(byte_size(name), 31)),
             2 => binary_part(name, 0, min(byte_size(name), 3))
           }

    assert reasons(object) == %{5 => 14, 6 => 14, 7 => 14}
  end

  test "read the kernel's memory", %{object: object} do
    {address, _} = own_text()
    offsets = task_offsets()
    Honey.Map.put(object, :given, 2, address)
    Honey.Map.put(object, :given, 3, offsets["tgid"])
    Honey.Map.put(object, :given, 4, offsets["comm"])
    assert run(object, :reads_kernel) == %{1 => String.to_integer(System.pid())}
    assert %{1 => name, 2 => name} = Map.new(Honey.Map.to_list(object, :text))
    assert byte_size(name) > 0
    # The address is the process's.
    assert reasons(object) == %{2 => 34}
  end

  test "parse numbers, in the simulation as in the kernel", context do
    %{object: object, module: module} = context
    numbers = run(object, :parses)
    assert %{1 => -12, 2 => 7, 3 => 31, 4 => 15, 5 => 255, 10 => -1} = numbers
    assert %{6 => 22, 7 => 22, 8 => 22, 9 => 34} = reasons(object)

    assert %{maps: maps} = Honey.Sim.run(module, :parses)
    assert maps.number == numbers
    assert maps.reason == reasons(object)
  end

  test "change packets", %{object: object} do
    packet = :binary.copy(<<1, 2, 3, 4>>, 16)
    {:ok, %{return: 2, data_out: out}} = Honey.test_run(object, :cuts, data: packet)
    assert out == binary_part(packet, 0, 58)
    assert %{1 => 64, 2 => 58, 3 => coarse} = Map.new(Honey.Map.to_list(object, :number))
    assert coarse > 0

    {:ok, %{return: 2, data_out: out}} = Honey.test_run(object, :moves, data: packet)
    assert out == binary_part(packet, 2, 62)
    assert {:ok, %{return: 4}} = Honey.test_run(object, :redirects, data: packet)
  end

  defp run(object, program) do
    assert {:ok, %{return: 0}} = Honey.test_run(object, program)
    Map.new(Honey.Map.to_list(object, :number))
  end

  defp reasons(object), do: Map.new(Honey.Map.to_list(object, :reason))

  defp uptime do
    [seconds, hundredths] =
      "/proc/uptime" |> File.read!() |> String.split([".", " "]) |> Enum.take(2)

    (String.to_integer(seconds) * 100 + String.to_integer(hundredths)) * 10_000_000
  end

  # The file of a cgroup of version 2 has the id for its inode number.
  defp cgroup_id do
    [_, path] = Regex.run(~r/^0::(.*)$/m, File.read!("/proc/self/cgroup"))
    File.stat!(Path.join(cgroup_root(), path)).inode
  end

  defp root_cgroup_id, do: File.stat!(cgroup_root()).inode

  defp cgroup_root do
    [_, path] = Regex.run(~r/^\S+ (\S+) cgroup2 /m, File.read!("/proc/mounts"))
    path
  end

  # The address of the process's own command line, and what is there.
  defp own_text do
    [_, fields] = "/proc/self/stat" |> File.read!() |> String.split(") ", parts: 2)
    address = fields |> String.split(" ") |> Enum.at(45) |> String.to_integer()
    {address, File.read!("/proc/self/cmdline")}
  end

  # Where fields are in the kernel's struct of a task, in bytes.
  defp task_offsets do
    {text, 0} = System.cmd("bpftool", ~w(btf dump file /sys/kernel/btf/vmlinux))
    [_, task] = String.split(text, ~r/\] STRUCT 'task_struct' /, parts: 2)
    [task | _] = String.split(task, "\n[", parts: 2)

    for name <- ["tgid", "comm"], into: %{} do
      [_, bits] = Regex.run(~r/'#{name}' type_id=\d+ bits_offset=(\d+)/, task)
      {name, div(String.to_integer(bits), 8)}
    end
  end

  defp purge(module) do
    :code.purge(module)
    :code.delete(module)
  end

  defp kernel_text do
    [text | _] = Regex.run(~r/^\d+\.\d+/, File.read!("/proc/sys/kernel/osrelease"))
    text
  end
end
