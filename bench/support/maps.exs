defmodule Honey.Bench.Maps.Walks do
  @moduledoc """
  c/map_walks.c: what C does with the same map. The library is loaded once it is built.
  """

  @doc "Builds the library into a directory, and loads it."
  @spec load(Path.t()) :: :ok
  def load(directory) do
    source = Path.expand("../c/map_walks.c", __DIR__)
    library = Path.join(directory, "map_walks")
    include = Path.join([:code.root_dir(), "usr", "include"])

    arguments = [
      "-O2",
      "-shared",
      "-fPIC",
      "-I",
      include,
      "-o",
      library <> ".so",
      source,
      "-lbpf"
    ]

    {_, 0} = System.cmd(System.get_env("CC", "gcc"), arguments, into: IO.stream())
    :ok = :erlang.load_nif(String.to_charlist(library), 0)
  end

  def keys(_id), do: :erlang.nif_error(:not_loaded)
  def reads(_id), do: :erlang.nif_error(:not_loaded)
  def batches(_id), do: :erlang.nif_error(:not_loaded)
end

defmodule Honey.Bench.Maps do
  @moduledoc """
  A hash map of a million entries to a list, and what else goes over all of a map.

  Each way runs in a process of its own, which ends with its list: so the collection of garbage is part of the
  time, and no way finds the heap of another.
  """

  alias Honey.Bench.{Maps.Walks, Subject, Text}

  @rounds 7
  @entries 1_000_000
  @heading ["", "ns for an entry", "against keys", "against batches"]

  @spec report([Subject.t()]) :: iodata
  def report(_subjects) do
    directory = Path.join(System.tmp_dir!(), "honey-bench-#{System.pid()}")
    File.mkdir_p!(directory)
    Walks.load(directory)

    [{module, _}] =
      Enum.filter(Code.compile_string(source()), &function_exported?(elem(&1, 0), :__honey__, 1))

    object = Honey.load!(module)

    try do
      :ok = Honey.Map.put_many(object, :large, for(n <- 1..@entries, do: {n, n * 1000}))
      [_ | rounds] = for _ <- 0..@rounds, do: measure(ways(object))
      table(rounds)
    after
      Honey.unload(object)
      File.rm_rf!(directory)
    end
  end

  defp ways(object) do
    map = Honey.map(object, :large)

    [
      keys: {"C: next key and lookup, no terms", fn -> Walks.keys(map.id) |> elem(0) end},
      reads: {"C: batches, no terms", fn -> Walks.reads(map.id) end},
      batches: {"C: batches, a list of pairs", fn -> length(Walks.batches(map.id)) end},
      list: {"Honey.Map.to_list", fn -> length(Honey.Map.to_list(map)) end},
      sum: {"Honey.Map.stream, summed up", fn -> stream(map) end},
      count: {"Honey.Map.count", fn -> Honey.Map.count(map) end}
    ]
  end

  defp stream(map) do
    Enum.reduce(Honey.Map.stream(map), {0, 0}, fn {_, v}, {n, sum} -> {n + 1, sum + v} end)
    |> elem(0)
  end

  defp measure(ways) do
    for {key, {name, function}} <- Enum.shuffle(ways),
        into: %{},
        do: {key, {name, time(function)}}
  end

  # Nanoseconds for an entry.
  defp time(function) do
    {time, @entries} = Task.await(Task.async(fn -> :timer.tc(function) end), :infinity)

    time * 1000 / @entries
  end

  defp table(rounds) do
    medians =
      for {key, {name, _}} <- hd(rounds), into: %{} do
        {key, {name, Text.median(for round <- rounds, do: elem(round[key], 1))}}
      end

    {_, keys} = medians.keys
    {_, batches} = medians.batches

    rows =
      for key <- [:keys, :reads, :batches, :list, :sum, :count], {name, time} = medians[key] do
        [name, Text.decimal(time, 0), Text.ratio(keys, time), Text.ratio(time, batches)]
      end

    [
      "MAPS: all of a hash map of #{@entries} entries, u32 to u64; medians of #{@rounds} rounds\n\n",
      Text.table(
        "`against keys` is how many times as fast, `against batches` how much longer",
        @heading,
        rows
      ),
      "\n"
    ]
  end

  defp source do
    """
    defmodule Honey.Bench.Maps.Large do
      use Honey, license: "GPL"

      defmap :large, :bpf_hash, max_entries: #{@entries}, key_type: :u32, value_type: :u64

      @sec "raw_tracepoint/sys_enter"
      def nothing(_ctx), do: Honey.BpfHelpers.bpf_map_delete_elem(:large, 0)
    end
    """
  end
end
