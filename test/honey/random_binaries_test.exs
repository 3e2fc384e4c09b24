defmodule Honey.RandomBinariesTest do
  @moduledoc """
  Random binary patterns take in the kernel, and in `Honey.Sim`, what they take on the BEAM, of packets that fit them, of
  all that these begin with, and of some that differ in a byte; and the verifier refuses none.

      HONEY_BINARIES=5000 mix test test/honey/random_binaries_test.exs
      HONEY_BINARIES_SEED=123 mix test test/honey/random_binaries_test.exs
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO
  import Bitwise

  alias Honey.Test.{BinaryGenerator, Kernel}

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  @batch 20

  defp number(variable, default) do
    case System.get_env(variable) do
      nil -> default
      text -> String.to_integer(text)
    end
  end

  @doc false
  def call(:bpf_map_update_elem, [:out, slot, value, :bpf_any]) do
    Process.put(:out, Map.put(Process.get(:out), slot, value &&& 0xFFFFFFFFFFFFFFFF))
    :ok
  end

  defp on_beam(module, n, input) do
    Process.put(Honey.BpfHelpers.Dispatch, __MODULE__)
    Process.put(:out, %{})
    ended = apply(module, :"program_#{n}", [input, BinaryGenerator.key()])
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

  defp save(seed, source) do
    path = Path.join(System.tmp_dir!(), "honey-random-binaries-#{seed}.ex")
    File.write!(path, source)
    path
  end

  # What cannot match, the compiler may tell.
  @refusals [:always_fails, :too_many_errors]

  defp compile(name, programs, seed) do
    source = BinaryGenerator.module(name, programs)
    test = self()
    capture_io(:stderr, fn -> send(test, {:compiled, try_to_compile(name, source, seed)}) end)

    receive do
      {:compiled, :ok} ->
        {source, programs}

      {:compiled, {:refused, lines}} ->
        refused = Enum.map(lines, &program_at(source, &1))
        compile(name, Enum.reject(programs, fn {n, _} -> n in refused end), seed)
    end
  end

  defp try_to_compile(name, source, seed) do
    {:defmodule, _, [_, [do: body]]} = Code.string_to_quoted!(source)
    Module.create(name, body, file: "random_binaries.ex", line: 1)
    :ok
  rescue
    error in Honey.CompileError ->
      errors = Enum.filter(error.diagnostics, &(&1.severity == :error))

      if Enum.all?(errors, &(&1.code in @refusals)) do
        {:refused, for(%{line: line, code: :always_fails} <- errors, do: line)}
      else
        flunk("#{save(seed, source)} did not compile: #{Exception.message(error)}")
      end
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

  defp batch(seed) do
    :rand.seed(:exsss, seed)
    module = Honey.RandomBinaries
    programs = for n <- 1..@batch, do: {n, BinaryGenerator.program(n)}
    {source, programs} = compile(module, programs, seed)

    object =
      case Honey.load(module) do
        {:ok, object} -> object
        {:error, error} -> flunk("#{save(seed, source)}: #{Exception.message(error)}")
      end

    sim = Honey.Sim.new(module)

    runs =
      for {n, program} <- programs, input <- program.inputs do
        beam = on_beam(module, n, input)
        kernel = in_kernel(object, n, input)

        simulated = in_sim(sim, n, input)

        unless same?(beam, kernel) and kernel == simulated do
          flunk("""
          program #{n} of #{save(seed, source)} (HONEY_BINARIES_SEED=#{seed})
          with #{inspect(input, limit: :infinity, binaries: :as_binaries)}
          on the BEAM:   #{inspect(beam)}
          in the kernel: #{inspect(kernel)}
          in Honey.Sim:  #{inspect(simulated)}
          """)
        end

        beam
      end

    Honey.unload(object)
    :code.purge(module)
    :code.delete(module)
    {length(programs), length(runs), Enum.count(runs, fn {ended, _} -> ended in 1..3 end)}
  end

  test "random binary patterns" do
    seed = number("HONEY_BINARIES_SEED", 1)
    count = number("HONEY_BINARIES", 100)
    IO.puts("\nrandom binaries: HONEY_BINARIES_SEED=#{seed}")

    {programs, runs, matched} =
      Enum.reduce(1..ceil(count / @batch), {0, 0, 0}, fn n, {programs, runs, matched} ->
        {more_programs, more_runs, more_matched} = batch(seed + n - 1)
        {programs + more_programs, runs + more_runs, matched + more_matched}
      end)

    IO.puts("#{programs} functions, #{runs} runs, of which #{matched} matched")
    assert matched > runs / 10
  end
end
