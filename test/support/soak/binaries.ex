defmodule Honey.Test.Soak.Binaries do
  @moduledoc """
  Runs the functions of `Honey.Test.BinaryGenerator`: in the kernel, in `Honey.Sim` and on the BEAM.

  They are made and compiled in batches; batch `i` comes from the seed and `i` alone.
  """

  import Bitwise
  import ExUnit.CaptureIO

  alias Honey.Test.BinaryGenerator

  @batch 20
  @module Honey.RandomBinaries

  # What cannot match, the compiler may tell.
  @refusals [:always_fails, :too_many_errors]

  @type figures :: %{functions: integer, runs: integer, matched: integer}

  @doc "Runs so many functions, or a few more: what differs, as text, and the figures."
  @spec run(pos_integer, integer) :: {[String.t()], figures}
  def run(count, seed) do
    batches = for i <- 1..ceil(count / @batch), do: batch(seed + i - 1)
    figures = Enum.map(batches, &elem(&1, 1))
    total = fn key -> figures |> Enum.map(&Map.fetch!(&1, key)) |> Enum.sum() end

    {Enum.flat_map(batches, &elem(&1, 0)),
     Map.new([:functions, :runs, :matched], &{&1, total.(&1)})}
  end

  defp batch(seed) do
    :rand.seed(:exsss, seed)
    programs = for n <- 1..@batch, do: {n, BinaryGenerator.program(n)}

    case compile(programs) do
      {:ok, programs} -> load(programs, seed)
      {:error, text} -> {[told(seed, programs, text)], %{functions: 0, runs: 0, matched: 0}}
    end
  after
    :code.purge(@module)
    :code.delete(@module)
  end

  defp load(programs, seed) do
    case Honey.load(@module) do
      {:ok, object} ->
        sim = Honey.Sim.new(@module)

        runs =
          for {n, program} <- programs, input <- program.inputs, do: once(object, sim, n, input)

        Honey.unload(object)
        differing = for {:differs, text} <- runs, do: told(seed, programs, text)
        matched = Enum.count(runs, &match?({:same, ended} when ended in 1..3, &1))

        {Enum.take(differing, 1),
         %{functions: length(programs), runs: length(runs), matched: matched}}

      {:error, error} ->
        {[told(seed, programs, Exception.message(error))], %{functions: 0, runs: 0, matched: 0}}
    end
  end

  defp told(seed, programs, text) do
    path = Path.join(System.tmp_dir!(), "honey-random-binaries-#{seed}.ex")
    File.write!(path, BinaryGenerator.module(@module, programs))
    "random binaries, seed #{seed}, #{path}: #{text}"
  end

  ## Compiled, without what is rightly refused

  defp compile(programs) do
    source = BinaryGenerator.module(@module, programs)
    {result, _} = with_io(:stderr, fn -> create(source) end)

    case result do
      :ok ->
        {:ok, programs}

      {:refused, lines} ->
        refused = Enum.map(lines, &program_at(source, &1))
        compile(Enum.reject(programs, fn {n, _} -> n in refused end))

      {:error, text} ->
        {:error, text}
    end
  end

  defp create(source) do
    {:defmodule, _, [_, [do: body]]} = Code.string_to_quoted!(source)
    Module.create(@module, body, file: "random_binaries.ex", line: 1)
    :ok
  rescue
    error in Honey.CompileError ->
      errors = Enum.filter(error.diagnostics, &(&1.severity == :error))

      if Enum.all?(errors, &(&1.code in @refusals)),
        do: {:refused, for(%{line: line, code: :always_fails} <- errors, do: line)},
        else: {:error, "did not compile: " <> Exception.message(error)}
  end

  defp program_at(source, line) do
    source
    |> String.split("\n")
    |> Enum.take(line)
    |> Enum.reverse()
    |> Enum.find_value(fn text ->
      with [_, n] <- Regex.run(~r/def program_(\d+)/, text), do: String.to_integer(n)
    end)
  end

  ## Run

  defp once(object, sim, n, input) do
    beam = on_beam(n, input)
    kernel = in_kernel(object, n, input)
    simulated = in_sim(sim, n, input)

    if same?(beam, kernel) and kernel == simulated,
      do: {:same, elem(beam, 0)},
      else: {:differs, text(n, input, beam, kernel, simulated)}
  end

  defp text(n, input, beam, kernel, simulated) do
    """
    program #{n}
    with #{inspect(input, limit: :infinity, binaries: :as_binaries)}
    on the BEAM:   #{inspect(beam)}
    in the kernel: #{inspect(kernel)}
    in Honey.Sim:  #{inspect(simulated)}
    """
  end

  @doc false
  def call(:bpf_map_update_elem, [:out, slot, value, :bpf_any]) do
    Process.put(:out, Map.put(Process.get(:out), slot, value &&& 0xFFFFFFFFFFFFFFFF))
    :ok
  end

  defp on_beam(n, input) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(:out, %{})
    ended = apply(@module, :"program_#{n}", [input, BinaryGenerator.key()])
    {ended, Process.get(:out)}
  rescue
    _ in [MatchError, CaseClauseError, FunctionClauseError] -> {77, Process.get(:out)}
  after
    Process.delete(Honey.BpfHelpers.Dispatch)
  end

  defp in_kernel(object, n, input) do
    {:ok, %{return: ended}} = Honey.test_run(object, :"run_#{n}", data: <<0::112>> <> input)
    slots = Map.new(Honey.Map.to_list(object, :out))
    for {slot, value} <- slots, value != 0, do: :ok = Honey.Map.put(object, :out, slot, 0)
    {ended, slots}
  end

  defp in_sim(sim, n, input) do
    result = Honey.Sim.run(sim, :"run_#{n}", ctx: %{packet: <<0::112>> <> input})
    {result.return, result.maps.out}
  end

  defp same?({ended, beam}, {ended, kernel}),
    do: Enum.all?(kernel, fn {slot, value} -> Map.get(beam, slot, 0) == value end)

  defp same?(_, _), do: false
end
