defmodule Honey.Bench.Rings do
  @moduledoc """
  How many records of a ring become structs in the mailbox of a subscriber, in a second.

  A program fills the ring first, so that what is measured is the reader: the NIF that takes records out
  and makes structs of them, and the messages to the subscriber. Then both run at a time. At last the subscriber
  sleeps while a program emits as fast as it can: what was lost must be what was counted, and memory has its bounds.
  """

  alias Honey.Bench.{Subject, Text}

  @rounds 9
  @burst 10_000
  @bursts 50
  @sleep_ms 10_000
  @heading ["", "records", "million/s"]

  @spec report([Subject.t()]) :: iodata
  def report(_subjects) do
    [{_, _} | _] = modules = Code.compile_string(source())
    {module, _} = List.last(modules)
    {:ok, object} = Honey.load(module)

    try do
      # The first round finds no page of the ring in memory yet.
      [_ | full] = for _ <- 0..@rounds, do: full(object)
      [_ | running] = for _ <- 0..@rounds, do: running(object)

      [
        "RECORDS per second, from a ring to structs in a mailbox; medians of #{@rounds} rounds\n\n",
        Text.table("a struct of four fields, a string among them", @heading, [
          row("from a full ring", full),
          row("while the program emits them", running)
        ]),
        "\n",
        asleep(object),
        "\n"
      ]
    after
      Honey.unload(object)
    end
  end

  defp row(name, rates),
    do: [name, to_string(@burst * @bursts), Text.decimal(Text.median(rates), 2)]

  defp full(object) do
    emit(object)
    rate(object, fn -> :ok end)
  end

  defp running(object), do: rate(object, fn -> spawn_link(fn -> emit(object) end) end)

  defp emit(object) do
    for _ <- 1..@bursts, do: {:ok, %{return: 0}} = Honey.test_run(object, :burst)
  end

  # Records in a microsecond.
  defp rate(object, start) do
    {time, ref} =
      :timer.tc(fn ->
        {:ok, ref} = Honey.Events.subscribe(object, :events, active: true)
        start.()
        receive_all(ref, @burst * @bursts)
        ref
      end)

    Honey.Events.unsubscribe(ref)
    :erlang.garbage_collect()
    @burst * @bursts / time
  end

  defp asleep(object) do
    lost_before = lost(object)
    emitter = Task.async(fn -> emit_until_told(object, 0) end)
    sleeper = Task.async(fn -> sleep(object) end)
    {:memory, before} = Process.info(sleeper.pid, :memory)
    peak = peak(sleeper.pid, before, div(@sleep_ms, 20))
    send(emitter.pid, :stop)
    emitted = Task.await(emitter, :infinity)
    {events, told} = Task.await(sleeper, :infinity)
    counted = lost(object) - lost_before

    [
      "A subscriber that sleeps #{div(@sleep_ms, 1000)} s, while a program emits as fast as it can\n\n",
      for {name, number} <- [
            emitted: emitted,
            received: events,
            "lost, as the kernel counted": counted,
            "lost, as it was told": told,
            "lost untold": emitted - events - told
          ] do
        [
          "  ",
          String.pad_trailing(to_string(name), 30),
          String.pad_leading(to_string(number), 12),
          "\n"
        ]
      end,
      ["  ", String.pad_trailing("most memory of the subscriber", 30)],
      [String.pad_leading(Text.decimal(peak / 1_048_576, 1), 12), " MiB\n"]
    ]
  end

  defp lost(object), do: object |> Honey.Events.lost(:events) |> Map.values() |> Enum.sum()

  defp emit_until_told(object, emitted) do
    receive do
      :stop -> emitted
    after
      0 ->
        {:ok, %{return: _lost}} = Honey.test_run(object, :burst)
        emit_until_told(object, emitted + @burst)
    end
  end

  defp sleep(object) do
    {:ok, ref} = Honey.Events.subscribe(object, :events, active: true)
    Process.sleep(@sleep_ms)
    receive_rest(ref, 0, 0)
  end

  defp receive_rest(ref, events, lost) do
    receive do
      {:honey_events, ^ref, list} -> receive_rest(ref, events + length(list), lost)
      {:honey_lost, ^ref, count} -> receive_rest(ref, events, lost + count)
    after
      1_000 -> {events, lost}
    end
  end

  defp peak(_pid, most, 0), do: most

  defp peak(pid, most, times) do
    Process.sleep(20)

    case Process.info(pid, :memory) do
      {:memory, bytes} -> peak(pid, max(most, bytes), times - 1)
      nil -> most
    end
  end

  defp receive_all(_ref, 0), do: :ok

  defp receive_all(ref, left) do
    receive do
      {:honey_events, ^ref, events} -> receive_all(ref, left - length(events))
    end
  end

  defp source do
    """
    defmodule Honey.Bench.Rings.Burst do
      use Honey, license: "GPL", kernel: "5.17"

      deftype Exec, pid: :u32, parent: :u32, comm: {:string, 16}, time: :u64

      defmap :events, :bpf_ringbuf, max_entries: 64 * 1024 * 1024, types: [Exec]

      # How many found no room.
      @sec "syscall"
      def burst(_ctx) do
        for n <- 1..#{@burst}, reduce: 0 do
          lost ->
            event = %Exec{pid: n, parent: 7, comm: "command", time: n * 1000}
            if Honey.Events.emit(:events, event) == :ok, do: lost, else: lost + 1
        end
      end
    end
    """
  end
end
