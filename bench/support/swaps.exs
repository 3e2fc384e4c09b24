defmodule Honey.Bench.Swaps do
  @moduledoc """
  What it costs to replace a program that runs: the time in which both versions are attached, or none is, and
  what a stub adds to each event.

  The load is system calls on every CPU (test/support/workload/calls.c), which a third program counts. Each version notes of
  each CPU when it first saw one and when it last did: where the new one's first lies before the old one's last, both were there.
  """

  alias Honey.Bench.{Subject, Text}

  @rounds 25
  @cost_rounds 15
  @cost_ms 200
  @who 1_800_000_000
  @heading ["", "rounds", "us", "worst", "calls seen twice", "not at all"]

  @sections [
    tracepoint: "tracepoint/syscalls/sys_enter_getpriority",
    raw_tracepoint: "raw_tracepoint/sys_enter"
  ]

  @spec report([Subject.t()]) :: iodata
  def report(_subjects) do
    directory = Path.join(System.tmp_dir!(), "honey-bench-swaps-#{System.pid()}")
    File.mkdir_p!(directory)

    try do
      calls = build(directory)
      kinds = for {kind, section} <- @sections, do: {kind, versions(kind, section)}

      [
        "REPLACING a program under load, medians of #{@rounds} rounds\n\n",
        Text.table(
          "the time in which both versions saw calls, or none did",
          @heading,
          rows(kinds, calls)
        ),
        "\nA STUB for each event, medians of #{@cost_rounds} rounds, in nanoseconds\n\n",
        Text.table("", ["", "plain", "by a stub", "more"], costs(kinds, calls))
      ]
    after
      File.rm_rf!(directory)
    end
  end

  defp rows(kinds, calls) do
    Enum.flat_map(kinds, fn {kind, versions} ->
      [
        row("#{kind}, upgrade", upgrades(versions, :overlap, calls), 1),
        row("#{kind}, swap: :tail_call", upgrades(versions, :tail_call, calls), 1),
        row("#{kind}, detached first", in_turns(versions, calls), -1)
      ]
    end)
  end

  # The time with both is above 0, that with none below. Where no call is missing and the time is below, the load
  # itself did not run just then: such a round tells nothing.
  defp row(name, rounds, sign) do
    times = for %{both_ns: ns} <- rounds, ns * sign > 0, do: ns * sign / 1000
    numbers = for which <- [:twice, :missed], do: rounds |> Enum.map(& &1[which]) |> Text.median()

    [name, to_string(length(times))] ++
      if(times == [],
        do: ["-", "-"],
        else: [Text.decimal(Text.median(times), 1), Text.decimal(Enum.max(times), 1)]
      ) ++
      Enum.map(numbers, &Text.decimal(&1, 0))
  end

  defp upgrades([one, two, observer], swap, calls) do
    for _ <- 1..@rounds do
      {:ok, pid} = Honey.start_link(one, swap: swap, hot_swap: false)
      run(calls, observer, {pid, pid}, fn -> {:ok, _} = Honey.upgrade(pid, module: two) end)
    end
  end

  defp in_turns([one, two, observer], calls) do
    for _ <- 1..@rounds do
      [old, new] = for module <- [one, two], do: Honey.load!(module)
      {:ok, _} = Honey.attach(old)

      run(calls, observer, {old, new}, fn ->
        :ok = Honey.detach(old)
        {:ok, _} = Honey.attach(new)
      end)
    end
  end

  defp run(calls, observer, {old, new}, replace) do
    {:ok, observer} = Honey.start_link(observer, hot_swap: false)
    load = start(calls)
    await(old, 0)
    replace.()
    await(new, 1)
    stop(load)
    total = seen(observer, 0)
    seen = seen(old, 0) + seen(new, 1)
    both = both(Honey.Map.get(old, :times, 1), Honey.Map.get(new, :times, 2))
    for object <- Enum.uniq([observer, old, new]), do: Honey.stop(object)
    %{both_ns: both, twice: max(seen - total, 0), missed: max(total - seen, 0)}
  end

  # By the CPU that had calls all the time: below 0 there was none.
  defp both(last, first) do
    Enum.zip_with(last, first, fn
      last, first when last > 0 and first > 0 -> last - first
      _, _ -> -1_000_000_000
    end)
    |> Enum.max()
  end

  defp seen(object, slot), do: Honey.Map.get(object, :seen, slot)

  defp await(object, slot) do
    if seen(object, slot) < 1000 do
      Process.sleep(5)
      await(object, slot)
    end
  end

  defp costs(kinds, calls) do
    load = start(calls)
    rows = Enum.map(kinds, &cost/1)
    stop(load)
    rows
  end

  defp cost({kind, [one | _]}) do
    ways = [plain: :overlap, stub: :tail_call]

    times =
      for _ <- 1..@cost_rounds, {name, swap} <- Enum.shuffle(ways) do
        {:ok, pid} = Honey.start_link(one, swap: swap, stats: true, hot_swap: false)
        Process.sleep(@cost_ms)
        %{on_call: %{runs: runs, ns: ns}} = Honey.stats(pid)
        Honey.stop(pid)
        {name, ns / runs}
      end

    [plain, stub] = for name <- [:plain, :stub], do: Text.median(for {^name, ns} <- times, do: ns)
    [to_string(kind) | Enum.map([plain, stub, stub - plain], &Text.decimal(&1, 1))]
  end

  defp versions(kind, section) do
    for {name, slot} <- [One: 0, Two: 1, Observer: 0] do
      module = Module.concat([Honey.Bench.Swapped, kind, name])
      [{module, _}] = Code.compile_string(source(module, section, slot))
      module
    end
  end

  defp source(module, section, slot) do
    """
    defmodule #{inspect(module)} do
      use Honey, license: "GPL"
      import Honey.BpfHelpers

      defmap :times, :bpf_percpu_array, max_entries: 4, key_type: :u32, value_type: :u64
      defmap :seen, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

      @sec "#{section}"
      def on_call(_ctx) do
        if bpf_get_current_comm() == "honey-calls" do
          now = bpf_ktime_get_ns()
          Honey.KernelMap.count(:seen, #{slot})
          if bpf_map_lookup_elem(:times, #{2 * slot}) == 0, do: bpf_map_update_elem(:times, #{2 * slot}, now, :bpf_any)
          bpf_map_update_elem(:times, #{2 * slot + 1}, now, :bpf_any)
        end

        0
      end
    end
    """
  end

  defp build(directory) do
    program = Path.join(directory, "honey-calls")
    {_, 0} = System.cmd("cc", ["-O1", "-pthread", "-o", program, "test/support/workload/calls.c"])
    program
  end

  defp start(program),
    do: Port.open({:spawn_executable, program}, [:binary, :line, args: [to_string(@who)]])

  # How many calls there were.
  defp stop(load) do
    Port.command(load, "\n")

    receive do
      {^load, {:data, {:eol, line}}} -> String.to_integer(line)
    end
  end
end
