defmodule Honey.RandomProgramsTest do
  @moduledoc """
  Random programs do in the kernel what they do in `Honey.Sim`, and what they do on the BEAM.

      HONEY_PROGRAMS=5000 mix test test/honey/random_programs_test.exs
      HONEY_PROGRAMS_SEED=123 mix test test/honey/random_programs_test.exs

  Where an integer leaves its type, kernel and BEAM differ by design: with `overflow: :raise` the
  program in the kernel says so, and that input is left out. The simulation is held against the kernel
  for every input.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, ProgramGenerator, ProgramRun}

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  @batch 25

  @signed [0, 1, -1, 2, 7, 63, -64, 1000, 0x80000000, 0x7FFFFFFFFFFFFFFF, -0x8000000000000000]
  @unsigned [0, 1, 2, 5, 64, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000] ++
              [0xFFFFFFFFFFFFFFFF]
  @maybe [nil, nil, 0, 1, -1, 5, 100, -0x8000000000000000]

  defp inputs do
    for _ <- 1..12 do
      [Enum.random(@signed), Enum.random(@unsigned), Enum.random(@maybe)]
    end
  end

  defp number(variable, default) do
    case System.get_env(variable) do
      nil -> default
      text -> String.to_integer(text)
    end
  end

  # The last of two loads of one module must not meet code of the first.
  defp unload(object, module) do
    Honey.unload(object)
    :code.purge(module)
    :code.delete(module)
  end

  # Where overflow raises, what does not overflow; else, where `exact` says that it did not.
  defp run_batch(module, programs, options, inputs) do
    {source, programs} = ProgramRun.compile(module, programs, options)
    object = Honey.load!(module)
    sim = Honey.Sim.new(module)

    outcomes =
      for {n, _} <- programs, input <- inputs do
        outcome = in_kernel(object, sim, n, input, source)
        %{n: n, input: input, kernel: outcome, source: source, module: module}
      end

    {object, outcomes}
  end

  defp in_kernel(object, sim, n, input, source) do
    ProgramRun.in_kernel(object, sim, n, input)
  rescue
    error in RuntimeError ->
      path = Path.join(System.tmp_dir!(), "honey-random-program-sim.ex")
      File.write!(path, source)
      flunk("#{path} with #{inspect(input)}: #{error.message}")
  end

  defp overflowed?(%{kernel: %{end: {:raised, :overflow, _, _}}}), do: true
  defp overflowed?(_), do: false

  # Of a `case` or `with` without a match, the BEAM names any line of it, a guard's often, or the
  # latest before it that had one; Honey its first.
  defp same?(%{end: {:raised, kind, function, beam}} = one, other, source)
       when kind in [:case_clause, :with_clause] do
    case other do
      %{end: {:raised, ^kind, ^function, line}} ->
        one.counts == other.counts and
          Enum.any?(cases(source), &(&1.first == line and beam <= &1.last))

      _ ->
        false
    end
  end

  # A variable that is bound in a condition is another one in its branches, so a program may end
  # with data that the kernel cannot report.
  defp same?(%{end: {:value, value}} = one, %{end: {:raised, _, :code, _}} = other, _source)
       when is_tuple(value) or is_list(value) or is_map(value),
       do: one.counts == other.counts

  defp same?(one, other, _source), do: one == other

  # The lines of every `case` and `with` of the source.
  defp cases(source) do
    {_, ranges} =
      source
      |> Code.string_to_quoted!(token_metadata: true)
      |> Macro.prewalk([], fn
        {kind, meta, [_ | _]} = node, ranges when kind in [:case, :with] ->
          {node, [meta[:line]..meta[:end][:line] | ranges]}

        node, ranges ->
          {node, ranges}
      end)

    ranges
  end

  defp check(run, seed, options) do
    beam = ProgramRun.on_beam(run.module, run.n, run.input)

    unless same?(beam, run.kernel, run.source) do
      path = Path.join(System.tmp_dir!(), "honey-random-program-#{seed}.ex")
      File.write!(path, run.source)

      flunk("""
      program #{run.n} of #{path} (HONEY_PROGRAMS_SEED=#{seed}, #{inspect(options)})
      with #{inspect(run.input)}
      on the BEAM:   #{inspect(beam)}
      in the kernel: #{inspect(run.kernel)}
      """)
    end
  end

  defp batch(seed) do
    :rand.seed(:exsss, seed)
    programs = for n <- 1..@batch, do: ProgramGenerator.program(n)
    inputs = inputs()
    # Without bpf_loop, and with it.
    kernel = Enum.random(["5.14", "5.17"])
    module = Honey.RandomPrograms
    {object, runs} = run_batch(module, programs, [overflow: :raise, kernel: kernel], inputs)
    exact = Enum.reject(runs, &overflowed?/1)
    Enum.each(exact, &check(&1, seed, overflow: :raise))
    unload(object, module)

    {object, wrapped} = run_batch(module, programs, [overflow: :wrap, kernel: kernel], inputs)
    known = MapSet.new(exact, &{&1.n, &1.input})
    wrapped = Enum.filter(wrapped, &({&1.n, &1.input} in known))
    Enum.each(wrapped, &check(&1, seed, overflow: :wrap))
    unload(object, module)
    {length(runs), length(exact)}
  end

  test "random programs" do
    seed = number("HONEY_PROGRAMS_SEED", :rand.uniform(1_000_000_000))
    count = number("HONEY_PROGRAMS", 300)
    IO.puts("\nrandom programs: HONEY_PROGRAMS_SEED=#{seed}")

    {runs, exact} =
      Enum.reduce(1..ceil(count / @batch), {0, 0}, fn n, {runs, exact} ->
        {more_runs, more_exact} = batch(seed + n - 1)
        {runs + more_runs, exact + more_exact}
      end)

    # Programs that only ever overflow would show nothing.
    assert exact > runs / 2
  end
end
