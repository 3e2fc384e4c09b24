defmodule Honey.Test.Soak do
  @moduledoc """
  Runs random programs by the thousand: in the kernel, in `Honey.Sim`, on the BEAM and in
  `Honey.Test.Oracle`.

      make soak N=50000 SEED=1

  also runs the generators of binaries, in the proportion of `binaries/2`.

  Programs are made, compiled and loaded in batches. Batch `i` comes from the seed `SEED + i` alone, so `N=25
  SEED=17` is the batch of seed 17 again. Half of the batches raise where an integer leaves its type, the
  others wrap; some are for a kernel without `bpf_loop`; half are loaded with other constants than the defaults; some
  have two libraries; and a third are programs of XDP, which get a packet, the others of the kind `syscall`. What the oracle says holds
  in all of them, the BEAM is asked where all integers keep to their types.
  """

  import ExUnit.CaptureIO
  import Honey.Test.Random.Chance

  alias Honey.Test.Random.{Input, KernelMap, Program}
  alias Honey.Test.ConstructionGenerator
  alias Honey.Test.Soak.{Batch, Binaries, Check, Figures, Shrink}

  @batch 25

  # Loops over maps are from 5.13 on, bpf_loop is from 5.17; programs that may sleep are from 5.14, and have queues and
  # stacks from 6.12 on.
  @kernels %{"xdp" => ["5.10", "5.14", "5.17"], "syscall" => ["5.14", "5.17", "6.12"]}
  @inputs 12

  @doc """
  Runs so many programs, or a few more, beginning with the seed: the findings and the figures.

  `report:` is called with the seed, the findings and the figures of each batch.
  """
  @spec run(pos_integer, integer, keyword) :: {[map], Figures.t()}
  def run(count, seed, options \\ []) do
    report = Keyword.get(options, :report, fn _, _, _ -> :ok end)

    seed..(seed + ceil(count / @batch) - 1)
    |> Task.async_stream(&{&1, run_batch(&1)}, timeout: :infinity, max_concurrency: 2)
    |> Enum.reduce({[], %Figures{}}, fn {:ok, {seed, {found, figures}}}, {all, sum} ->
      figures = Figures.add(figures, :differences, length(found))
      report.(seed, found, figures)
      {all ++ found, Figures.merge(sum, figures)}
    end)
  end

  @doc """
  Runs what belongs to so many programs of the generators of binaries: what differs, as text, and figures.

  For twenty programs these are two functions that match binaries, `Honey.Test.BinaryGenerator`, and one that puts
  some together, `Honey.Test.ConstructionGenerator`.
  """
  @spec binaries(pos_integer, integer) :: {[String.t()], String.t()}
  def binaries(count, seed) do
    {found, figures} = Binaries.run(ceil(count / 10), seed)
    built = ceil(count / 20)

    {found ++ ConstructionGenerator.found(built, seed),
     "matching=#{figures.functions} runs=#{figures.runs} matched=#{figures.matched} building=#{built}"}
  end

  @doc "The batch of a seed."
  @spec run_batch(integer) :: {[map], Figures.t()}
  def run_batch(seed) do
    {programs, library, options} = programs(seed)
    batch = Batch.compile(programs, library, options)
    inputs = for _ <- 1..@inputs, do: Input.random(Batch.types(batch))
    # Newer versions of Elixir warn of ranges that count down, whenever one is made.
    {{found, figures}, _} = with_io(:stderr, fn -> Check.run(batch, inputs) end)
    Batch.delete(batch)

    {found |> Enum.map(&complete(&1, seed, programs, library, options)) |> shrink(), figures}
  end

  defp complete(finding, seed, programs, library, options) do
    program = Enum.find(programs, &(&1.number == finding.number))
    Map.merge(finding, %{seed: seed, program: program, library: library, options: options})
  end

  # The first of them is enough to look at.
  defp shrink([first | rest]), do: [Shrink.finding(first) | rest]
  defp shrink([]), do: []

  @doc "The programs of a seed's batch, with the functions of their library and the options."
  @spec programs(integer) :: {[Program.t()], [Macro.t()] | nil, keyword}
  def programs(seed) do
    :rand.seed(:exsss, seed)
    section = pick(["syscall", "syscall", "xdp"])

    options = [
      overflow: pick([:raise, :wrap]),
      kernel: pick(@kernels[section]),
      section: section,
      vars: pick([nil, seed])
    ]

    {library, functions} =
      if chance(3), do: Program.library(Batch.base_path(), Batch.upper_path()), else: {nil, []}

    lines? = section == "xdp" or options[:kernel] == "6.12"

    given = [
      functions: functions,
      maps: for({name, _} <- KernelMap.all(), lines? or not KernelMap.line?(name), do: name),
      packet: section == "xdp",
      streams: options[:kernel] != "5.10",
      sums: options[:overflow] == :wrap
    ]

    {for(n <- 1..@batch, do: Program.random(n, given)), library, options}
  end

  @doc "A finding, for people; and where it is kept, with the command that runs it again."
  @spec tell(map) :: String.t()
  def tell(finding) do
    path = Path.join(System.tmp_dir!(), "honey-random-#{finding.seed}-#{finding.number}")
    File.write!(path <> ".finding", :erlang.term_to_binary(finding))
    File.write!(path <> ".ex", source(finding))

    """

    seed #{finding.seed}, program #{finding.number}: #{finding.class} (#{inspect(finding.options)})
    with #{inspect(finding.input, limit: :infinity)}
    #{finding.text}
    #{source(finding)}
    again: MIX_ENV=test mix run scripts/soak.exs --again #{path}.finding
    """
  end

  defp source(finding) do
    functions =
      (finding.library || []) ++ if finding.program, do: finding.program.functions, else: []

    Enum.map_join(functions, "\n\n", &Macro.to_string/1)
  end

  @doc "What a kept finding shows now: the finding, or nil when it shows nothing any more."
  @spec again(Path.t()) :: map | nil
  def again(path) do
    finding = path |> File.read!() |> :erlang.binary_to_term()

    case Shrink.shown(finding) do
      {class, input, text} -> %{finding | class: class, input: input || finding.input, text: text}
      nil -> nil
    end
  end
end
