defmodule Honey.Test.Corpus do
  @moduledoc """
  Compiled objects, with what they must do: for kernels other than the one that runs the tests.

  `write/2` makes a folder of `.bpf.o` files with a manifest, whose lines are commands to
  c_src/vm/run_corpus.c. In the corpus are

    * the units of all golden rules, but those that warn of a field which newer kernels have no more:
      they must load, and what is for a tracepoint, attach;
    * the CPU monitors: they must also count the time of a process;
    * random programs, and some that were written for what kernels do differently, with inputs and
      what each gives by the oracle. They are raw tracepoints, which every kernel from 5.10 on can
      run without an event.
  """

  alias Honey.Test.{Elf, Golden}
  alias Honey.Test.Random.{Frame, Input, Program}
  alias Honey.Test.Soak.{Batch, Compiled, Ways}

  @root Path.expand("../..", __DIR__)
  @monitors [
    {"examples/cpu_monitor/lib/cpu_monitor.ex", CpuMonitor},
    {"test/fixtures/cpu_monitor_full.ex", CpuMonitorFull}
  ]

  @batch 25
  @inputs 8
  # Before 6.4, a map's own function gives 32 bits, which are not to be taken for 64.
  @written [
    """
      def program_1(a, _b, _c) do
        Honey.BpfHelpers.bpf_map_update_elem(:counts, 1, a, :bpf_noexist)
        Honey.BpfHelpers.bpf_map_update_elem(:counts, 1, a, :bpf_noexist)
      end
    """,
    """
      def program_2(a, _b, _c), do: Honey.BpfHelpers.bpf_map_delete_elem(:counts, a)
    """,
    """
      def program_3(a, _b, _c) do
        case Honey.BpfHelpers.bpf_map_update_elem(:counts, 2, a, :bpf_exist) do
          {:error, :enoent} -> :red
          :ok -> :green
        end
      end
    """
  ]

  @doc """
  Writes the corpus to a folder, and tells how many objects it has.

  Options: `set:`, a folder in that folder, which names the objects in reports; `programs:`, how many
  random programs; `seed:` of these.
  """
  @spec write(Path.t(), set: String.t(), programs: pos_integer, seed: integer) :: pos_integer
  def write(directory, options) do
    objects = goldens() ++ monitors() ++ [written()] ++ random(options[:programs], options[:seed])

    lines =
      for {name, elf, {major, minor}, commands} <- objects do
        path = Path.join([options[:set], name <> ".bpf.o"])
        file = Path.join(directory, path)
        File.mkdir_p!(Path.dirname(file))
        File.write!(file, elf)
        Enum.map(["object #{path} #{major}.#{minor}" | commands], &[&1, "\n"])
      end

    File.write!(Path.join([directory, options[:set], "manifest"]), lines)
    length(objects)
  end

  # The modules are not there yet when this one is compiled.
  defp fact(module, what), do: apply(module, :__honey__, [what])

  ## Goldens

  defp goldens do
    for rule <- Golden.rules(),
        {:ok, unit} <- [Golden.unit(rule)],
        {:ok, %{elf: elf, warnings: warnings}} when is_binary(elf) <- [Golden.build(unit)],
        not Enum.any?(warnings, &(&1.code == :field_gone)),
        do: {"golden/" <> rule, elf, unit.options.kernel, ["attach"]}
  end

  ## CPU monitors

  defp monitors do
    for {file, module} <- @monitors do
      ExUnit.CaptureIO.capture_io(:stderr, fn -> Code.compile_file(Path.join(@root, file)) end)
      elf = fact(module, :elf)
      kernel = fact(module, :unit).options.kernel
      Elf.purge(module)
      {"monitor/" <> Macro.underscore(module), elf, kernel, ["attach", "time user_time"]}
    end
  end

  ## Programs that are run

  # What Linux 5.10 has, and `run_corpus.c` can put before each run.
  @plain [maps: [:counts], streams: false, sums: false, globals: false]

  defp random(count, seed) do
    for seed <- seed..(seed + ceil(count / @batch) - 1)//1 do
      :rand.seed(:exsss, seed)
      programs = for(n <- 1..@batch, do: Program.random(n, @plain))
      object("random/#{seed}", programs, if(rem(seed, 2) == 0, do: :wrap, else: :raise))
    end
  end

  defp written do
    programs =
      for {source, number} <- Enum.with_index(@written, 1) do
        %Program{number: number, functions: [Code.string_to_quoted!(source)]}
      end

    object("written/maps", programs, :wrap)
  end

  defp object(name, programs, overflow) do
    options = [overflow: overflow, kernel: "5.10", section: "raw_tracepoint/sys_enter"]
    {:ok, batch} = programs |> Batch.compile(nil, options) |> Batch.build()

    compiled = %{
      sites: Compiled.__honey__(:sites),
      maps: elf_names(Compiled.__honey__(:maps)),
      batch: batch
    }

    cases =
      for program <- batch.programs,
          _ <- 1..@inputs,
          input = %{arguments: Input.arguments(), maps: %{}, vars: %{}},
          line <- commands(program.number, input, compiled),
          do: line

    Batch.delete(batch)
    {name, Compiled.__honey__(:elf), {5, 10}, cases}
  end

  # What is a word of C has another name in the object.
  defp elf_names(maps), do: Map.new(maps, &{&1.name, &1.elf_name})

  defp commands(n, input, %{maps: maps} = compiled) do
    [signed, unsigned, maybe] = input.arguments
    outcome = Ways.in_oracle(compiled.batch, n, input)
    counts = Map.get(outcome.maps, :counts, %{})

    [
      "put #{maps.signed} 0 #{signed}",
      "put #{maps.unsigned} 0 #{unsigned}",
      "clear #{maps.maybe}",
      "clear #{maps.counts}",
      if(maybe, do: "put #{maps.maybe} 0 #{maybe}", else: []),
      ended(outcome.end, n, compiled),
      "count #{maps.counts} #{map_size(counts)}",
      for({key, value} <- Enum.sort(counts), do: "expect #{maps.counts} #{key} #{value}")
    ]
    |> List.flatten()
  end

  defp ended({:value, value}, n, %{maps: maps}) do
    {kind, bits} = Frame.encode(value)
    ["run run_#{n} 1", "expect #{maps.result} 0 #{kind}", "expect #{maps.result} 1 #{bits}"]
  end

  defp ended({:raised, kind, function, line}, n, %{sites: sites}) do
    numbers =
      for {site, number} <- Enum.with_index(sites),
          raised?(site, kind, function, line),
          do: number

    ["run run_#{n} 77" | words("raised", numbers)]
  end

  defp raised?(%{kind: kind, function: {function, _}, line: line}, raised, function, line),
    do: raised == if(kind == :nil_operand, do: :arithmetic, else: kind)

  defp raised?(_site, _raised, _function, _line), do: false

  defp words(_command, []), do: []
  defp words(command, numbers), do: [Enum.join([command | numbers], " ")]
end
