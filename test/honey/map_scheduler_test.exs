defmodule Honey.MapSchedulerTest do
  @moduledoc """
  Which scheduler accesses to one element run on: that of the caller, unless the kernel may take milliseconds; and
  what asks the kernel about links.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Maps do
    @moduledoc false
    use Honey, license: "GPL", kernel: "6.2"

    defmap :hash, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :stages, :bpf_prog_array, max_entries: 4
    defmap :cpus, :bpf_cpumap, max_entries: 1

    defmap :tenants, :bpf_hash_of_maps,
      max_entries: 4,
      key_type: :u32,
      inner: {:bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64}

    @sec "xdp"
    def stage(_ctx), do: 2
  end

  setup_all do
    object = Honey.load!(Maps)
    :erlang.system_flag(:scheduler_wall_time, true)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  # Whether the schedulers for what may block had something to do meanwhile.
  defp moved?(function) do
    before = busy()
    for _ <- 1..5, do: function.()
    busy() > before
  end

  # Others of this VM may use them now and then, but not each time.
  defp stays?(function), do: Enum.any?(1..20, fn _ -> not moved?(function) end)

  defp busy do
    cpu = :erlang.system_info(:schedulers) + :erlang.system_info(:dirty_cpu_schedulers)
    times = :erlang.statistics(:scheduler_wall_time_all)
    Enum.sum(for {id, active, _total} <- times, id > cpu, do: active)
  end

  test "elements of hashes are accessed where the caller is", %{object: object} do
    assert stays?(fn -> :ok = Honey.Map.put(object, :hash, 1, 2) end)
    assert stays?(fn -> 2 = Honey.Map.get(object, :hash, 1) end)
    assert stays?(fn -> Honey.Map.take(object, :hash, 1) end)
    assert stays?(fn -> Honey.Map.delete(object, :hash, 1) end)
  end

  test "what waits for programs does not hold a scheduler up", %{object: object} do
    assert moved?(fn -> :ok = Honey.Map.put(object, :tenants, 1, %{1 => 100}) end)
    assert moved?(fn -> :ok = Honey.Map.put(object, :stages, 1, :stage) end)
    assert stays?(fn -> Honey.Map.get(object, :tenants, 1) end)
    assert moved?(fn -> Honey.Map.delete(object, :tenants, 1) end)
    assert moved?(fn -> Honey.Map.delete(object, :stages, 1) end)
  end

  # The kernel starts a thread on that CPU, and waits until it runs.
  test "a CPU's queue does not hold a scheduler up", %{object: object} do
    assert moved?(fn -> :ok = Honey.Map.put(object, :cpus, 0, 192) end)
    assert stays?(fn -> 192 = Honey.Map.get(object, :cpus, 0) end)
  end

  # Of an XDP link the kernel tells when nobody changes network interfaces, which may take seconds.
  test "questions about links do not hold a scheduler up", %{object: object} do
    [%{elf_name: name}] = object.programs
    assert moved?(fn -> false = Honey.LoaderNif.program_attached(object.ref, name) end)
    assert moved?(fn -> {:ok, []} = Honey.LoaderNif.object_links(object.ref) end)
  end
end
