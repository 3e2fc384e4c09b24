defmodule Honey.MapDescriptorsTest do
  @moduledoc """
  Maps whose values stand for something that a process has open: control groups, AF_XDP sockets.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, Map}
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Groups do
    use Honey, license: "GPL"
    import Honey.BpfHelpers

    defmap :groups, :bpf_cgroup_array, max_entries: 2
    defmap :sockets, :bpf_xskmap, max_entries: 4
    defmap :out, :bpf_array, max_entries: 3, key_type: :u32, value_type: :s64

    @sec "raw_tracepoint/sys_enter"
    def under(_ctx) do
      for index <- 0..2,
          do: bpf_map_update_elem(:out, index, code(index), :bpf_any)

      0
    end

    defp code(index) do
      case bpf_current_task_under_cgroup(:groups, index) do
        {:error, :eagain} -> -11
        {:error, :e2big} -> -7
        {:error, _} -> -1
        answer -> answer
      end
    end

    @sec "xdp"
    def on_packet(_ctx), do: bpf_redirect_map(:sockets, 1, :xdp_drop)
  end

  setup do
    {:ok, object} = Honey.load(Groups)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp run(object) do
    {:ok, %{return: 0}} = Honey.test_run(object, :under)
    for {_, value} <- Map.to_list(object, :out), do: value
  end

  defp simulated(groups, cgroups) do
    result = Honey.Sim.run(Groups, :under, maps: %{groups: groups}, cgroups: cgroups)
    for index <- 0..2, do: result.maps.out[index]
  end

  # The hierarchy of version 2, where it is mounted.
  defp root do
    [_, root] = Regex.run(~r/^\S+ (\S+) cgroup2 /m, File.read!("/proc/mounts"))
    root
  end

  test "tasks are in control groups or not, in the kernel as in the simulation", %{object: object} do
    unique = "#{System.pid()}_#{System.unique_integer([:positive])}"
    group = Path.join(root(), "honey_test_#{unique}")
    File.mkdir!(group)
    on_exit(fn -> File.rmdir!(group) end)

    assert run(object) == [-11, -11, -7]
    assert simulated(%{}, [1, 5]) == [-11, -11, -7]

    # All are in the root, none in a new one.
    :ok = Map.put(object, :groups, 0, root())
    :ok = Map.put(object, :groups, 1, group)
    assert run(object) == [1, 0, -7]
    assert simulated(%{0 => 1, 1 => 9}, [1, 5]) == [1, 0, -7]

    :ok = Map.delete(object, :groups, 0)
    assert run(object) == [-11, 0, -7]
  end

  test "what is no control group is refused", %{object: object} do
    for path <- ["/nothing", "/proc", "/proc/version", String.duplicate("x", 5000)] do
      assert {:error, %Error{} = error} = Map.put(object, :groups, 0, path)

      assert Exception.message(error) =~
               "there is no control group of version 2 at #{inspect(path)}"
    end

    for value <- [7, "/a\0b", :root] do
      assert {:error, %Error{reason: :type} = error} = Map.put(object, :groups, 0, value)

      assert Exception.message(error) =~ "expected the path of a control group's directory"
    end

    assert {:error, %Error{reason: :e2big}} = Map.put(object, :groups, 2, root())
    assert {:error, %Error{reason: :unsupported}} = Map.get(object, :groups, 0)
  end

  test "packets go to AF_XDP sockets", %{object: object} do
    packet = <<0::size(64)-unit(8)>>

    both = fn sockets ->
      {:ok, %{return: return}} = Honey.test_run(object, :on_packet, data: packet)
      options = [ctx: %{packet: packet}, maps: %{sockets: sockets}]
      assert Honey.Sim.run(Groups, :on_packet, options).return == return
      return
    end

    assert both.(%{}) == 1

    # AF_XDP
    {:ok, socket} = :socket.open(44, :raw, 0)
    {:ok, descriptor} = :socket.getopt(socket, :otp, :fd)
    :ok = Map.put(object, :sockets, 1, descriptor)
    assert both.(%{1 => descriptor}) == 4
    :ok = Map.delete(object, :sockets, 1)
    assert both.(%{}) == 1

    {:ok, other} = :socket.open(:inet, :dgram)
    {:ok, descriptor} = :socket.getopt(other, :otp, :fd)
    assert {:error, %Error{step: :map}} = Map.put(object, :sockets, 1, descriptor)
    Enum.each([socket, other], &:socket.close/1)
  end
end
