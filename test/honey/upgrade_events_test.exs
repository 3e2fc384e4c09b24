defmodule Honey.UpgradeEventsTest do
  @moduledoc """
  Rings of events while their object is replaced: subscriptions last, every record arrives once or is counted as lost.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.{Error, Events}
  alias Honey.Test.{Calls, Kernel}

  @moduletag Kernel.tags()

  setup_all do
    Kernel.mount_tracefs()
    directory = Path.join(System.tmp_dir!(), "honey-upgrade-events-#{System.pid()}")
    File.mkdir_p!(directory)
    on_exit(fn -> File.rm_rf!(directory) end)
    {:ok, calls: Calls.build!(directory)}
  end

  defp compile(source) do
    capture_io(:stderr, fn -> Code.compile_string(source, "upgrade_events.ex") end)
    UpgradeRing
  end

  # Records have the number of the version; `types` may say more than the ring's first.
  defp version(number, options \\ []) do
    compile("""
    defmodule UpgradeRing do
      use Honey, license: "GPL", kernel: "5.10"
      deftype Call, version: :u32, #{Keyword.get(options, :field, "count")}: :u64
      deftype More, version: :u32
      defmap :events, #{Keyword.get(options, :map, ":bpf_ringbuf, max_entries: 262_144")}, types: #{Keyword.get(options, :types, "[Call]")}
      defmap :calls, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u64

      @sec "tracepoint/syscalls/sys_enter_getpriority"
      def on_call(ctx) do
        if ctx.who == #{Calls.number()} do
          Honey.KernelMap.count(:calls, 0)
          _ = Honey.Events.emit(:events, #{Keyword.get(options, :emit, "%Call{version: #{number}}")})
          if ctx.which > 5, do: raise("no")
        end

        0
      end
    end
    """)
  end

  defp start(module, options),
    do:
      start_supervised!({Honey, {module, [hot_swap: false] ++ options}},
        id: make_ref(),
        restart: :temporary
      )

  defp call(which \\ 0) do
    {_, 0} = System.cmd("perl", ["-e", "getpriority(#{which}, #{Calls.number()}); exit 0"])
  end

  # As much as is to come, however long it takes, and what comes after it for a while.
  defp collect(ref, count, found \\ []) do
    receive do
      {:honey_events, ^ref, events} ->
        collect(ref, count, found ++ Enum.map(events, & &1.version))

      {:honey_lost, ^ref, lost} ->
        collect(ref, count, found ++ [{:lost, lost}])

      {:honey_closed, ^ref} ->
        found ++ [:closed]
    after
      if(length(found) < count, do: 20_000, else: 300) -> found
    end
  end

  for {what, map} <- [
        ring: ":bpf_ringbuf, max_entries: 262_144",
        buffers: ":bpf_perf_event_array"
      ] do
    test "a subscription goes on with the new programs: #{what}" do
      options = [map: unquote(map)]
      pid = start(version(1, options), [])
      {:ok, ref} = Events.subscribe(pid, :events, active: true)
      call()
      assert collect(ref, 1) == [1]

      # What waits in the ring when it goes over is not lost.
      :ok = Events.active(ref, false)
      call()
      version(2, options)
      assert {:ok, %{maps: %{events: :kept}, programs: %{on_call: :overlap}}} = Honey.upgrade(pid)
      call()
      :ok = Events.active(ref, true)
      # Of a perf event array those of two CPUs are in no order.
      assert Enum.sort(collect(ref, 2)) == [1, 2]

      # More types, behind those that were.
      version(3, options ++ [types: "[Call, More]", emit: "%More{version: 3}"])
      assert {:ok, %{maps: %{events: :kept}}} = Honey.upgrade(pid)
      {:ok, late} = Events.subscribe(pid, :events, active: true)
      call()
      assert collect(ref, 1) == [3]
      assert collect(late, 1) == [3]

      # Other types: what is in the old ring comes before what is in the new one.
      version(4, options ++ [field: "other"])
      assert {:error, %Error{reason: :changed, map: :events} = error} = Honey.upgrade(pid)

      assert Exception.message(error) =~
               "`types` was [UpgradeRing.Call, UpgradeRing.More] and is [UpgradeRing.Call]"

      :ok = Events.active(ref, false)
      call()
      assert {:ok, %{maps: %{events: :reset}}} = Honey.upgrade(pid, on_change: :reset)
      call()
      :ok = Events.active(ref, true)
      assert collect(ref, 2) == [3, 4]

      Honey.stop(pid)
      assert collect(ref, 1) == [:closed]
      assert {:error, %Error{reason: :closed}} = Events.active(ref, true)
    end
  end

  test "a ring that only the old version had ends for its subscribers" do
    pid = start(version(1), [])
    {:ok, ref} = Events.subscribe(pid, :events, active: true)
    call()

    compile("""
    defmodule UpgradeRing do
      use Honey, license: "GPL"

      @sec "tracepoint/syscalls/sys_enter_getpriority"
      def on_call(_ctx), do: 0
    end
    """)

    assert {:ok, %{maps: %{events: :removed, calls: :removed}}} = Honey.upgrade(pid)
    assert collect(ref, 2) == [1, :closed]
    assert {:error, %Error{reason: :unknown_ring}} = Events.subscribe(pid, :events)
  end

  test "what the old programs raised is told, and the new object counts from 0 on" do
    pid = start(version(1), [])
    call(9)
    assert [%{kind: :raise, count: 1}] = Honey.errors(pid)
    version(2)
    assert {:ok, %{errors: [%{kind: :raise, count: 1, line: 13}]}} = Honey.upgrade(pid)
    assert Honey.errors(pid) == []
    call(9)
    assert [%{count: 1}] = Honey.errors(pid)
  end

  # Each call is one record or one loss, of the version that saw it.
  test "under load every record comes once, or is counted", %{calls: calls} do
    version(1)
    pid = start(UpgradeRing, swap: :tail_call)
    me = self()

    reader =
      Task.async(fn ->
        {:ok, ref} = Events.subscribe(pid, :events, active: true)
        send(me, :subscribed)
        count(ref, 0, 0)
      end)

    assert_receive :subscribed
    port = Calls.start!(calls)

    for n <- 2..9 do
      version(n)
      assert {:ok, %{programs: %{on_call: :slot}}} = Honey.upgrade(pid)
    end

    total = Calls.stop(port)
    assert Honey.Map.get(pid, :calls, 0) == total
    Process.sleep(200)
    Honey.stop(pid)
    {events, lost} = Task.await(reader, 60_000)
    assert events > 0
    assert events + lost == total
  end

  for {what, map, other} <- [
        {"kept buffers", ":bpf_perf_event_array, max_entries: 4096",
         ":bpf_perf_event_array, max_entries: 4096"},
        {"other buffers", ":bpf_perf_event_array, max_entries: 4096",
         ":bpf_perf_event_array, max_entries: 8192"},
        {"a kept ring", ":bpf_ringbuf, max_entries: 4096", ":bpf_ringbuf, max_entries: 4096"},
        {"another ring", ":bpf_ringbuf, max_entries: 4096", ":bpf_ringbuf, max_entries: 8192"}
      ] do
    test "of test runs meanwhile every record comes once, or is counted: #{what}" do
      pid = start(runs(unquote(map)), attach: [on_run: false])
      me = self()

      reader =
        Task.async(fn ->
          {:ok, ref} = Events.subscribe(pid, :events, active: true)
          send(me, :subscribed)
          count(ref, 0, 0)
        end)

      assert_receive :subscribed
      runner = Task.async(fn -> run_until_told(pid, 0) end)

      for _ <- 1..6, map <- [unquote(other), unquote(map)] do
        runs(map)
        assert {:ok, _} = Honey.upgrade(pid, on_change: :reset)
      end

      send(runner.pid, :enough)
      total = Task.await(runner, 60_000)
      assert Honey.Var.get(pid, :runs) == total
      Honey.stop(pid)
      {events, lost} = Task.await(reader, 60_000)
      assert events > 0
      assert events + lost == total
    end
  end

  defp runs(map) do
    compile("""
    defmodule UpgradeRing do
      use Honey, license: "GPL", kernel: "5.10"
      deftype Run, version: :u64
      defmap :events, #{map}, types: [Run]
      defvar :runs, :u64, live: true

      @sec "raw_tracepoint/sys_enter"
      def on_run(_ctx) do
        Honey.Var.update(:runs, &(&1 + 1))
        _ = Honey.Events.emit(:events, %Run{version: 1})
        0
      end
    end
    """)
  end

  defp run_until_told(pid, count) do
    receive do
      :enough -> count
    after
      0 ->
        {:ok, _} = Honey.test_run(pid, :on_run)
        run_until_told(pid, count + 1)
    end
  end

  defp count(ref, events, lost) do
    receive do
      {:honey_events, ^ref, list} -> count(ref, events + length(list), lost)
      {:honey_lost, ^ref, count} -> count(ref, events, lost + count)
      {:honey_closed, ^ref} -> {events, lost}
    end
  end
end
