defmodule Honey.PrivilegesTest do
  @moduledoc """
  What a user without root can do, by capabilities, and that an error names those that are missing:
  the table of guides/kernels.md.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Elf, Kernel, User}

  @moduletag Kernel.tags()

  # Each step is tried with a file of its own; the answer is :ok, or what is wrong.
  @code """
  told = fn
    {:error, error} -> {error.step, error.errno, error.hint}
    _ -> :ok
  end

  with_object = fn name, options, use ->
    case Honey.load_file(Path.join(folder, name <> ".o"), options) do
      {:ok, object} ->
        answer = told.(use.(object))
        Honey.unload(object)
        answer

      refused ->
        told.(refused)
    end
  end

  packet = :binary.copy(<<0>>, 64)

  %{
    map: with_object.("socket", [], &Honey.Map.put(&1, :numbers, 0, 1)),
    socket: with_object.("socket", [], &Honey.test_run(&1, :second, data: packet)),
    address: with_object.("address", [], fn _ -> :ok end),
    raw: with_object.("raw", [], &Honey.attach(&1)),
    tracepoint: with_object.("tracepoint", [], &Honey.attach(&1)),
    xdp: with_object.("xdp", [], fn _ -> :ok end),
    stats: with_object.("socket", [stats: true], fn _ -> :ok end)
  }
  """

  setup_all do
    Kernel.mount_tracefs()

    files = %{
      "address.o" => Elf.build!("address"),
      "socket.o" => Elf.build!("section", SECTION: ~s("socket"), ONLY: 1),
      "raw.o" => Elf.build!("section", SECTION: ~s("raw_tracepoint/sched_switch"), ONLY: 1),
      "tracepoint.o" =>
        Elf.build!("section", SECTION: ~s("tracepoint/sched/sched_process_exec"), ONLY: 1),
      "xdp.o" => Elf.build!("section", SECTION: ~s("xdp"), ONLY: 1)
    }

    %{files: files}
  end

  defp steps(capabilities, files), do: User.run!(capabilities, @code, files)

  defp missing(step, names),
    do: {step, :eperm, "run as root, or give the process " <> Enum.join(names, " and ")}

  test "without capabilities, the first step names all that the object takes", %{files: files} do
    steps = steps([], files)
    assert steps.socket == missing(:load, ["CAP_BPF"])
    assert steps.raw == missing(:load, ["CAP_BPF", "CAP_PERFMON"])
    assert steps.tracepoint == missing(:load, ["CAP_BPF", "CAP_PERFMON"])
    assert steps.xdp == missing(:load, ["CAP_BPF", "CAP_NET_ADMIN"])
  end

  test "with CAP_BPF: maps, and programs of sockets", %{files: files} do
    steps = steps(["bpf"], files)
    assert %{map: :ok, socket: :ok} = steps
    assert {:load, :eacces, "run as root, or give the process CAP_PERFMON"} = steps.address
    assert steps.raw == missing(:load, ["CAP_PERFMON"])
    assert steps.tracepoint == missing(:load, ["CAP_PERFMON"])
    assert steps.xdp == missing(:load, ["CAP_NET_ADMIN"])

    assert {:stats, :eperm, "run as root, or give the process CAP_SYS_ADMIN" <> _} = steps.stats
  end

  test "with CAP_PERFMON, too: raw tracepoints", %{files: files} do
    steps = steps(["bpf", "perfmon"], files)
    assert %{map: :ok, socket: :ok, address: :ok, raw: :ok} = steps
    assert {:attach, :eacces, hint} = steps.tracepoint
    assert hint =~ "CAP_DAC_READ_SEARCH"
    assert hint =~ "raw_tracepoint/sched_process_exec"
  end

  test "with CAP_DAC_READ_SEARCH, too: tracepoints", %{files: files} do
    assert %{raw: :ok, tracepoint: :ok} = steps(["bpf", "perfmon", "dac_read_search"], files)
  end

  @inner """
  [{module, _}] = Code.compile_string(\"""
  defmodule Honey.PrivilegesTest.Inner do
    use Honey, license: "GPL"
    defmap :tenants, :bpf_hash_of_maps, max_entries: 4, key_type: :u32,
      inner: {:bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64}, entries: %{5 => %{}}

    @sec "raw_tracepoint/sys_enter"
    def nothing(_ctx), do: 0
  end
  \""")

  object = Honey.load!(module)
  hint = fn {:error, error} -> {error.code, error.cause =~ "CAP_SYS_ADMIN"} end

  %{
    keys: Honey.Map.keys(object, :tenants),
    get: hint.(Honey.Map.get(object, :tenants, 5)),
    list: hint.(Honey.Map.to_list(object, :tenants)),
    all: hint.(Honey.Map.take_all(object, :tenants)),
    stream: try do Enum.to_list(Honey.Map.stream(object, :tenants)) rescue error in Honey.Error -> error.code end
  }
  """

  test "without CAP_SYS_ADMIN, maps of maps say what they cannot give" do
    refused = {:privileges, true}

    assert User.run!(["bpf", "perfmon"], @inner) ==
             %{keys: [5], get: refused, list: refused, all: refused, stream: :privileges}
  end

  test "with CAP_NET_ADMIN: XDP", %{files: files} do
    assert %{xdp: :ok, raw: {:load, :eperm, _}} = steps(["bpf", "net_admin"], files)
  end
end
