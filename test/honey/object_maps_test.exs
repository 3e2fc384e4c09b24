defmodule Honey.ObjectMapsTest do
  @moduledoc """
  Maps of what the kernel has: memory of control groups, which programs and Elixir share; memory of sockets
  and files, and maps of sockets, which Elixir fills and reads.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, Map}
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Groups do
    use Honey, license: "GPL", kernel: "6.12", on_error: 77
    import Honey.BpfHelpers

    alias Honey.KernelMap

    deftype Use, calls: :u64, last: :s64, name: {:string, 9}

    defmap :counts, :bpf_cgrp_storage, value_type: :u64
    defmap :uses, :bpf_cgrp_storage, value_type: Use
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    defp code(:ok), do: 0
    defp code({:error, :eexist}), do: 17
    defp code({:error, :enoent}), do: 2
    defp code({:error, _}), do: 99

    defp group, do: bpf_get_current_task_btf().cgroups.dfl_cgrp

    @sec "raw_tracepoint/sys_enter"
    def all(_ctx) do
      task = bpf_get_current_task_btf()
      groups = task.cgroups
      write(0, KernelMap.get(:counts, groups.dfl_cgrp, -1))
      write(1, code(bpf_map_update_elem(:counts, group(), 5, :bpf_exist)))
      write(2, code(KernelMap.put_new(:counts, group(), 7)))
      write(3, code(KernelMap.put_new(:counts, group(), 8)))
      KernelMap.sum(:counts, group(), 10)
      write(4, KernelMap.get(:counts, group(), 0))
      KernelMap.update(:counts, group(), 0, fn n -> n * 2 + 1 end)
      write(5, KernelMap.fetch!(:counts, group()))
      KernelMap.put(:uses, group(), %Use{calls: 1, last: -5, name: "first"})
      KernelMap.update(:uses, group(), %Use{}, &%{&1 | calls: &1.calls + 1, last: &1.last * 2})
      0
    end

    @sec "raw_tracepoint/sys_enter"
    def remove(_ctx) do
      write(0, KernelMap.get(:counts, group(), -1))
      write(1, code(KernelMap.delete(:counts, group())))
      write(2, code(bpf_map_delete_elem(:counts, group())))
      write(3, KernelMap.get(:counts, group(), -1))
      0
    end

    @sec "tracepoint/raw_syscalls/sys_enter"
    def count(_ctx) do
      KernelMap.count(:counts, group())
      0
    end

    @sec "xdp"
    def on_packet(_ctx) do
      KernelMap.count(:counts, group())
      2
    end
  end

  alias Groups.Use

  defmodule Sockets do
    use Honey, license: "GPL", kernel: "5.10"

    deftype Seen, at: :u64, from: {:string, 7}

    defmap :sockets, :bpf_sockmap, max_entries: 2
    defmap :by_name, :bpf_sockhash, max_entries: 2, key_type: {:string, 8}
    defmap :sharing, :bpf_reuseport_sockarray, max_entries: 2
    defmap :kept, :bpf_sk_storage, value_type: Seen
    defmap :numbers, :bpf_sk_storage, value_type: :u32

    @sec "xdp"
    def program(_ctx) do
      case Honey.KernelMap.delete(:by_name, "first") do
        :ok -> 3
        {:error, :enoent} -> 1
        {:error, _} -> 0
      end
    end
  end

  alias Sockets.Seen

  defmodule Files do
    use Honey, license: "GPL", kernel: "5.10"

    defmap :files, :bpf_inode_storage, value_type: :u64

    @sec "xdp"
    def program(_ctx), do: 2
  end

  defp load(module) do
    object = Honey.load!(module)
    on_exit(fn -> Honey.unload(object) end)
    object
  end

  # The hierarchy of version 2, where it is mounted.
  defp root do
    [_, root] = Regex.run(~r/^\S+ (\S+) cgroup2 /m, File.read!("/proc/mounts"))
    root
  end

  # Where this process is in it: the one whose tasks run the programs.
  defp own do
    [_, path] = Regex.run(~r/^0::(\S+)$/m, File.read!("/proc/self/cgroup"))
    Path.join(root(), path)
  end

  defp new_group do
    unique = "#{System.pid()}_#{System.unique_integer([:positive])}"
    group = Path.join(root(), "honey_test_#{unique}")
    File.mkdir!(group)
    on_exit(fn -> File.rmdir(group) end)
    group
  end

  describe "memory of control groups" do
    setup do
      %{object: load(Groups)}
    end

    defp run(object, program) do
      {:ok, %{return: 0}} = Honey.test_run(object, program)
      object |> Map.to_list(:out) |> Enum.map(&elem(&1, 1))
    end

    test "operations, in the kernel as in the simulation", %{object: object} do
      results = run(object, :all)
      assert results == [-1, 2, 0, 17, 17, 35, 0, 0]
      assert Map.get(object, :counts, own()) == 35
      used = %Use{calls: 2, last: -10, name: "first"}
      assert Map.get(object, :uses, own()) == used

      result = Honey.Sim.run(Groups, :all, cgroups: [1, 0x1_0000_0007])
      assert for(n <- 0..7, do: result.maps.out[n]) == results
      assert result.maps.counts == %{0x1_0000_0007 => 35}
      assert result.maps.uses == %{0x1_0000_0007 => used}
    end

    test "what Elixir puts, programs find and delete", %{object: object} do
      other = new_group()
      assert Map.get(object, :counts, own()) == nil
      assert {:error, %Error{reason: :enoent}} = Map.put(object, :counts, own(), 1, :bpf_exist)
      assert Map.put(object, :counts, own(), 9) == :ok
      assert Map.put(object, :counts, other, 4) == :ok
      assert Enum.take(run(object, :remove), 4) == [9, 0, 2, -1]
      assert Map.fetch(object, :counts, own()) == :error
      assert Map.get(object, :counts, other) == 4
      assert Map.delete(object, :counts, other) == :ok
      assert Map.fetch(object, :counts, other) == :error

      result = Honey.Sim.run(Groups, :remove, cgroups: [1], maps: %{counts: %{1 => 9, 2 => 4}})
      assert for(n <- 0..3, do: result.maps.out[n]) == [9, 0, 2, -1]
      assert result.maps.counts == %{2 => 4}
    end

    # A process that is put into a group of its own, and its system calls.
    test "each group has its own, while all tasks run", %{object: object} do
      group = new_group()
      port = Port.open({:spawn_executable, "/bin/cat"}, [:binary])
      {:os_pid, cat} = Port.info(port, :os_pid)
      # Then it is at its work.
      true = Port.command(port, "line\n")
      assert_receive {^port, {:data, "line\n"}}
      File.write!(Path.join(group, "cgroup.procs"), to_string(cat))
      {:ok, link} = Honey.attach(object, :count, [])

      for _ <- 1..5 do
        true = Port.command(port, "line\n")
        assert_receive {^port, {:data, "line\n"}}
      end

      Honey.detach(link)
      counted = Map.get(object, :counts, group)
      # a read and a write for each line
      assert counted in 9..40
      assert Map.get(object, :counts, own()) > 0

      Port.close(port)
      assert Kernel.eventually(fn -> File.rmdir(group) == :ok end)
      assert {:error, %Error{reason: :esrch} = error} = Map.get(object, :counts, group)
      assert Exception.message(error) =~ "there is no control group of version 2 at"
    end

    test "XDP programs have it, too", %{object: object} do
      packet = <<0::size(64)-unit(8)>>
      {:ok, %{return: 2}} = Honey.test_run(object, :on_packet, data: packet)
      assert Map.get(object, :counts, own()) == 1
    end

    test "what is no group is refused", %{object: object} do
      for path <- ["/nothing", "/proc", "/proc/version"] do
        assert {:error, %Error{} = error} = Map.put(object, :counts, path, 1)

        assert Exception.message(error) =~
                 "there is no control group of version 2 at #{inspect(path)}"
      end

      for key <- [7, :root, "/a\0b", String.duplicate("x", 5000)] do
        assert {:error, %Error{reason: reason}} = Map.get(object, :counts, key)
        assert reason in [:type, :size]
      end

      assert {:error, %Error{reason: :unsupported}} = Map.to_list(object, :counts)
    end
  end

  describe "sockets" do
    setup do
      {:ok, first} = :gen_udp.open(0, ip: {127, 0, 0, 1})
      {:ok, second} = :gen_udp.open(0, ip: {127, 0, 0, 1})

      {:ok, sharing} = :gen_udp.open(0, [{:ip, {127, 0, 0, 1}}, {:raw, 1, 15, <<1::native-32>>}])

      on_exit(fn -> Enum.each([first, second, sharing], &:gen_udp.close/1) end)
      [first, second, sharing] = for socket <- [first, second, sharing], do: descriptor(socket)
      %{object: load(Sockets), first: first, second: second, sharing: sharing}
    end

    defp descriptor(socket) do
      {:ok, descriptor} = :inet.getfd(socket)
      descriptor
    end

    test "are put by their descriptors, and read as cookies", context do
      %{object: object, first: first, second: second} = context
      assert Map.put(object, :sockets, 0, first) == :ok
      assert Map.put(object, :sockets, 1, second) == :ok
      [{0, one}, {1, other}] = object |> Map.to_list(:sockets) |> Enum.sort()
      assert one != other and one > 0
      assert Map.get(object, :sockets, 0) == one
      assert Map.put(object, :by_name, "first", first) == :ok
      assert Map.get(object, :by_name, "first") == one
      assert Map.get(object, :by_name, "none") == nil
      assert Map.delete(object, :sockets, 0) == :ok
      assert Map.get(object, :sockets, 0) == nil
      assert {:error, %Error{reason: :e2big}} = Map.put(object, :sockets, 2, first)
      assert {:error, %Error{step: :map}} = Map.put(object, :sockets, 0, 1_000_000)
    end

    test "are taken out by XDP programs", %{object: object, first: first} do
      packet = <<0::size(64)-unit(8)>>
      assert {:ok, %{return: 1}} = Honey.test_run(object, :program, data: packet)
      assert Map.put(object, :by_name, "first", first) == :ok
      assert {:ok, %{return: 3}} = Honey.test_run(object, :program, data: packet)
      assert Map.get(object, :by_name, "first") == nil

      options = [ctx: %{packet: packet}, maps: %{by_name: %{"first" => 4711}}]
      assert %{return: 3} = result = Honey.Sim.run(Sockets, :program, options)
      assert result.maps.by_name == %{}
    end

    test "that share a port", %{object: object, first: first, sharing: sharing} do
      assert {:error, %Error{step: :map}} = Map.put(object, :sharing, 0, first)
      assert Map.put(object, :sharing, 1, sharing) == :ok
      assert Map.get(object, :sharing, 1) > 0
      assert Map.delete(object, :sharing, 1) == :ok
      assert Map.get(object, :sharing, 1) == nil
    end

    test "have memory", %{object: object, first: first, second: second} do
      seen = %Seen{at: 7, from: "here"}
      assert Map.get(object, :kept, first) == nil
      assert Map.put(object, :kept, first, seen) == :ok
      assert Map.put(object, :numbers, first, 5, :bpf_noexist) == :ok
      assert {:error, %Error{reason: :eexist}} = Map.put(object, :numbers, first, 6, :bpf_noexist)
      assert Map.get(object, :kept, first) == seen
      assert Map.get(object, :kept, second) == nil
      assert Map.delete(object, :kept, first) == :ok
      assert Map.get(object, :kept, first) == nil
      assert {:error, %Error{} = error} = Map.get(object, :kept, 1_000_000)
      assert Exception.message(error) =~ "this process has no socket with the descriptor 1000000"
      assert {:error, %Error{reason: :unsupported}} = Map.keys(object, :kept)
    end
  end

  # Most kernels do not run the security module that files' memory is of.
  test "files have memory, or the error says why not" do
    object = load(Files)

    path =
      Path.join(
        System.tmp_dir!(),
        "honey_file_#{System.pid()}_#{System.unique_integer([:positive])}"
      )

    File.write!(path, "")
    on_exit(fn -> File.rm(path) end)

    case Map.put(object, :files, path, 5) do
      :ok ->
        assert Map.get(object, :files, path) == 5
        assert Map.delete(object, :files, path) == :ok
        assert Map.get(object, :files, path) == nil

      {:error, %Error{reason: :ebadf} = error} ->
        assert Exception.message(error) =~ "this kernel keeps no memory for files"
    end

    assert {:error, %Error{reason: :esrch}} = Map.get(object, :files, path <> "_not")
  end
end
