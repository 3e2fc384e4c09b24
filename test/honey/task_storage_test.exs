defmodule Honey.TaskStorageTest do
  @moduledoc """
  Memory of tasks: what programs keep for the task that they run for, Elixir finds by its number, and
  the other way round. What is of one task no other sees.
  """

  use ExUnit.Case, async: true

  alias Honey.{Error, Map}
  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  defmodule Tasks do
    use Honey, license: "GPL", kernel: "5.17", on_error: 77
    import Honey.BpfHelpers

    alias Honey.KernelMap

    deftype Call, number: :u32, total: :s64, name: {:string, 11}, small: :u8
    deftype Large, number: :u64, numbers: {:array, :u64, 50}

    defmap :counts, :bpf_task_storage, value_type: :s64
    defmap :calls, :bpf_task_storage, value_type: Call
    defmap :small, :bpf_task_storage, value_type: :u16
    defmap :large, :bpf_task_storage, value_type: Large
    defmap :out, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

    defp write(at, value), do: bpf_map_update_elem(:out, at, value, :bpf_any)

    defp code(:ok), do: 0
    defp code({:error, :eexist}), do: 17
    defp code({:error, :enoent}), do: 2
    defp code({:error, _}), do: 99

    defp number(nil), do: -1
    defp number(n), do: n

    # Which thread runs it, and then what every operation gives.
    @sec "syscall"
    def all(_ctx) do
      task = bpf_get_current_task_btf()
      write(0, bpf_get_current_pid_tgid() |> rem(0x1_0000_0000))
      write(1, number(KernelMap.get(:counts, task)))
      write(2, code(bpf_map_update_elem(:counts, task, 5, :bpf_exist)))
      write(3, code(KernelMap.put_new(:counts, task, 7)))
      write(4, code(KernelMap.put_new(:counts, task, 8)))
      KernelMap.sum(:counts, task, 10)
      write(5, KernelMap.get(:counts, task, 0))
      write(6, code(bpf_map_update_elem(:counts, task, 40, :bpf_exist)))
      KernelMap.update(:counts, task, 0, fn n -> n * 2 + 1 end)
      write(7, KernelMap.fetch!(:counts, task))
      0
    end

    @sec "syscall"
    def data(_ctx) do
      task = bpf_get_current_task_btf()
      write(0, bpf_get_current_pid_tgid() |> rem(0x1_0000_0000))
      KernelMap.put(:calls, task, %Call{number: 3, total: -4, name: "openat", small: 9})
      KernelMap.update(:calls, task, %Call{}, &%{&1 | total: &1.total - 10})
      KernelMap.put(:small, task, 65_535)
      KernelMap.put(:large, task, %Large{number: bpf_get_smp_processor_id() * 0 + 6})
      if KernelMap.has_key?(:large, task), do: write(1, 1)
      0
    end

    # The same task under another name, passed on.
    @sec "raw_tracepoint/sys_enter"
    def remove(_ctx) do
      write(0, bpf_get_current_pid_tgid() |> rem(0x1_0000_0000))
      task = bpf_get_current_task_btf()
      write(1, number(read(task)))
      write(2, code(KernelMap.delete(:counts, task)))
      write(3, code(KernelMap.delete(:counts, task)))
      write(4, number(read(bpf_get_current_task_btf())))
      0
    end

    defp read(task) do
      case KernelMap.fetch(:counts, task) do
        {:ok, n} -> n
        :error -> nil
      end
    end

    @sec "raw_tracepoint/sys_enter"
    def count(_ctx) do
      KernelMap.count(:counts, bpf_get_current_task_btf())
      0
    end
  end

  alias Tasks.{Call, Large}

  setup do
    {:ok, object} = Honey.load(Tasks, attach: [remove: false])
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp run(object, program) do
    {:ok, %{return: 0}} = Honey.test_run(object, program)
    object |> Map.to_list(:out) |> Enum.map(&elem(&1, 1))
  end

  defp simulated(program, options \\ []) do
    result = Honey.Sim.run(Tasks, program, [pid: 4711] ++ options)
    assert result.raised == nil
    {result, for(n <- 0..7, do: result.maps.out[n] || 0)}
  end

  test "operations, in the kernel as in the simulation", %{object: object} do
    [task | results] = run(object, :all)
    assert results == [-1, 2, 0, 17, 17, 0, 81]
    assert Map.get(object, :counts, task) == 81

    {result, [4711 | ^results]} = simulated(:all)
    assert result.maps.counts == %{4711 => 81}
  end

  test "structs, arrays and small integers", %{object: object} do
    [task, 1 | _] = run(object, :data)
    call = %Call{number: 3, total: -14, name: "openat", small: 9}
    large = %Large{number: 6, numbers: List.duplicate(0, 50)}
    assert Map.get(object, :calls, task) == call
    assert Map.get(object, :small, task) == 65_535
    assert Map.get(object, :large, task) == large

    {result, [4711, 1 | _]} = simulated(:data)
    assert result.maps.calls == %{4711 => call}
    assert result.maps.large == %{4711 => large}
  end

  # Which of the VM's threads runs a program is not known before: all get a value.
  test "what Elixir puts, programs find and delete", %{object: object} do
    # Some may end meanwhile, which are others than those that run programs.
    threads = for task <- threads(), Map.put(object, :counts, task, task * 3) == :ok, do: task
    [task | results] = run(object, :remove)
    assert Enum.take(results, 4) == [task * 3, 0, 2, -1]
    assert Map.fetch(object, :counts, task) == :error
    assert Enum.filter(threads, &(Map.get(object, :counts, &1) == nil)) == [task]

    {result, [4711 | results]} = simulated(:remove, maps: %{counts: %{4711 => 9, 1 => 2}})
    assert Enum.take(results, 4) == [9, 0, 2, -1]
    assert result.maps.counts == %{1 => 2}
  end

  # The tracepoint sees all tasks, of which each has a count of its own.
  test "each task has its own, while all of them run", %{object: object} do
    {:ok, links} = Honey.attach(object)
    port = Port.open({:spawn_executable, "/bin/cat"}, [:binary])
    {:os_pid, cat} = Port.info(port, :os_pid)
    true = Port.command(port, "line\n")
    assert_receive {^port, {:data, "line\n"}}
    Enum.each(links, &Honey.detach/1)

    # read, write, read at least
    assert Map.get(object, :counts, cat) >= 2
    assert Map.put(object, :counts, cat, -1) == :ok
    assert Map.get(object, :counts, cat) == -1
    assert Map.delete(object, :counts, cat) == :ok
    assert Map.fetch(object, :counts, cat) == :error
    assert {:error, %Error{reason: :enoent}} = Map.put(object, :counts, cat, 1, :bpf_exist)

    Port.close(port)
    assert Kernel.eventually(fn -> not File.exists?("/proc/#{cat}") end)
    assert {:error, %Error{reason: :esrch} = error} = Map.fetch(object, :counts, cat)
    assert Exception.message(error) =~ "there is no task #{cat}"
  end

  test "what cannot be listed", %{object: object} do
    assert {:error, %Error{reason: :unsupported}} = Map.to_list(object, :counts)
    assert {:error, %Error{reason: :range}} = Map.get(object, :counts, -1)
  end

  defp threads, do: "/proc/self/task" |> File.ls!() |> Enum.map(&String.to_integer/1)
end
