defmodule Honey.SimKernelTest do
  @moduledoc """
  Maps and helpers do in the simulation what they do in the kernel: sequences of random map operations,
  on maps of every type, each step from the state that the kernel is in.

  `language_test.exs`, `integers_test.exs` and `random_programs_test.exs` hold the language against the
  simulation in the same way.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, SimRun}

  @moduletag Kernel.tags()

  @maps [
    hash: {:bpf_hash, :s32, :u16},
    array: {:bpf_array, :u32, :s8},
    percpu_hash: {:bpf_percpu_hash, :u64, :s64},
    percpu_array: {:bpf_percpu_array, :u32, :u32}
  ]

  @operations [:any, :noexist, :exist, :delete, :lookup, :add]

  setup_all do
    programs =
      for {name, {type, _, _}} <- @maps,
          operation <- @operations,
          operation != :delete or type in [:bpf_hash, :bpf_percpu_hash] do
        program(name, operation)
      end

    source = """
    defmodule Honey.SimMaps do
      use Honey, license: "GPL", kernel: "5.14"
      import Honey.BpfHelpers

      defmap :key, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
      defmap :value, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64
      defmap :cpu, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32
      defmap :status, :bpf_array, max_entries: 2, key_type: :u32, value_type: :s64
    #{for {name, {type, key, value}} <- @maps do
      "  defmap :#{name}, :#{type}, max_entries: 3, key_type: :#{key}, value_type: :#{value}\n"
    end}
      defp input(map), do: bpf_map_lookup_elem(map, 0) || 0

      defp report(:ok), do: bpf_map_update_elem(:status, 0, 1, :bpf_any)
      defp report(nil), do: bpf_map_update_elem(:status, 0, 2, :bpf_any)
      defp report({:error, :enoent}), do: bpf_map_update_elem(:status, 0, 3, :bpf_any)
      defp report({:error, :eexist}), do: bpf_map_update_elem(:status, 0, 4, :bpf_any)
      defp report({:error, :e2big}), do: bpf_map_update_elem(:status, 0, 5, :bpf_any)

      defp report(value) when is_integer(value) do
        bpf_map_update_elem(:status, 0, 6, :bpf_any)
        bpf_map_update_elem(:status, 1, value, :bpf_any)
      end

      @sec "syscall"
      def prints(_ctx) do
        value = input(:value)
        big = bpf_ktime_get_ns() ||| 0xFFFFFFFFFFFFFF00
        report(bpf_printk("%d %u %x 100%%", [value, value, value]))
        bpf_printk("%s", [bpf_get_current_comm()])
        if big > 0, do: 0x1FFFFFFFF - 1, else: value
      end
    #{programs}
    end
    """

    ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_string(source, "sim_maps.ex") end)
    object = Honey.load!(Honey.SimMaps)
    on_exit(fn -> Honey.unload(object) end)
    {:ok, cpus} = Honey.LoaderNif.map_cpus()
    {:ok, object: object, sim: Honey.Sim.new(Honey.SimMaps, cpus: cpus)}
  end

  defp program(name, operation) do
    """
      @sec "syscall"
      def #{operation}_#{name}(_ctx) do
        bpf_map_update_elem(:cpu, 0, bpf_get_smp_processor_id(), :bpf_any)
        key = input(:key)
        #{body(name, operation)}
        0
      end
    """
  end

  defp body(name, :delete), do: "report(bpf_map_delete_elem(:#{name}, key))"
  defp body(name, :lookup), do: "report(bpf_map_lookup_elem(:#{name}, key))"

  # What becomes one access, where it may.
  defp body(name, :add) do
    """
    old = bpf_map_lookup_elem(:#{name}, key)
    value = input(:value)
    if old != nil do
      report(bpf_map_update_elem(:#{name}, key, old + value, :bpf_any))
    else
      report(bpf_map_update_elem(:#{name}, key, value, :bpf_any))
    end
    """
  end

  defp body(name, flag),
    do: "report(bpf_map_update_elem(:#{name}, key, input(:value), :bpf_#{flag}))"

  test "random operations on maps of every type", %{object: object, sim: sim} do
    :rand.seed(:exsss, ExUnit.configuration()[:seed])
    programs = for %{name: name} <- object.programs, name != :prints, do: name

    steps =
      for _ <- 1..3_000 do
        :ok = Honey.Map.put(object, :key, 0, Enum.random([0, 1, 2, 3, 4, -1, 0x100000001]))

        :ok =
          Honey.Map.put(object, :value, 0, Enum.random([0, 1, -1, 127, 128, 0x12345, -0x8000]))

        :ok = Honey.Map.put(object, :status, 1, 0)
        program = Enum.random(programs)
        {kernel, simulated} = SimRun.run(object, sim, program, cpu_map: :cpu)

        assert kernel == simulated,
               "#{program}: #{inspect(kernel)}, simulated #{inspect(simulated)}"

        kernel.maps.status[0]
      end

    assert steps |> Enum.uniq() |> Enum.sort() == [1, 2, 3, 4, 5, 6]
  end

  test "what bpf_printk returns, and the program's 32 bits", %{object: object, sim: sim} do
    for value <- [0, 1, -1, 0x7FFFFFFFFFFFFFFF, -0x8000000000000000] do
      :ok = Honey.Map.put(object, :value, 0, value)
      assert {same, same} = SimRun.run(object, sim, :prints)
      assert same.return == -2
    end
  end
end
