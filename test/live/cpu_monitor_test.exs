defmodule Honey.Live.CpuMonitorTest do
  @moduledoc """
  The CPU monitor of examples/, held against /proc.

  The kernel's totals are exact, but it divides them into user and kernel time by what it finds at
  each tick of its timer. Over 1,400 ticks that has a standard error of 1.3 % of the total; hence a
  part may be 10 % of itself off, or 5 % of the total where that is more.

  Interrupts wait while the kernel enters and leaves a system call, so that a tick that is due then
  is found in user mode. Of calls as short as that, /proc knows the total, but not the parts.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, Workload}

  @moduletag Kernel.tags()

  @example Path.expand("../../examples/cpu_monitor/lib/cpu_monitor.ex", __DIR__)
  @milliseconds 5_500

  setup_all do
    [{CpuMonitor, _}] = Code.compile_file(@example)
    directory = Path.join(System.tmp_dir!(), "honey-cpu-monitor-#{System.pid()}")
    File.mkdir_p!(directory)

    on_exit(fn ->
      File.rm_rf!(directory)
      :code.purge(CpuMonitor)
      :code.delete(CpuMonitor)
    end)

    %{program: Workload.build!(directory)}
  end

  # The module is compiled while the test runs, so it is not known when this file is.
  defp monitor_times(monitor, pid) do
    times = apply(CpuMonitor, :times, [monitor, pid])
    %{user: times.user / 1_000_000, kernel: times.kernel / 1_000_000}
  end

  defp start_workload(context, kind) do
    workload = Workload.start!(context.program, kind)
    on_exit(fn -> Workload.stop(workload) end)
    workload
  end

  defp start_monitor do
    {:ok, monitor} = Honey.start_link(CpuMonitor)
    on_exit(fn -> Honey.stop(monitor) end)
    monitor
  end

  # Both as the milliseconds that went by, in /proc and in the monitor.
  defp observe(monitor, pid) do
    before = read_both(monitor, pid)
    Process.sleep(@milliseconds)
    later = read_both(monitor, pid)
    {difference(elem(later, 0), elem(before, 0)), difference(elem(later, 1), elem(before, 1))}
  end

  # Both at one moment: again, when the process ran meanwhile for longer than that.
  defp read_both(monitor, pid) do
    before = monitor_times(monitor, pid)
    proc = Workload.times(pid)
    later = monitor_times(monitor, pid)
    passed = difference(later, before)

    if passed.user + passed.kernel < 2,
      do: {proc, later},
      else: read_both(monitor, pid)
  end

  defp difference(later, before),
    do: %{user: later.user - before.user, kernel: later.kernel - before.kernel}

  defp assert_total({proc, monitor} = both) do
    total = proc.user + proc.kernel
    counted = monitor.user + monitor.kernel
    assert_in_delta counted, total, 0.02 * total, "total of #{inspect(both)}"
    total
  end

  defp assert_accurate({proc, monitor} = both) do
    total = assert_total(both)

    for part <- [:user, :kernel] do
      expected = Map.fetch!(proc, part)
      tolerance = max(0.1 * expected, 0.05 * total)

      assert_in_delta Map.fetch!(monitor, part),
                      expected,
                      tolerance,
                      "#{part} of #{inspect(both)}"
    end

    both
  end

  for kind <- [:cpu, :syscalls, :both, :blocking, :threads] do
    test "agrees with /proc about a process of the kind #{kind}", context do
      workload = start_workload(context, unquote(kind))
      Process.sleep(300)
      monitor = start_monitor()
      {proc, _} = monitor |> observe(workload.pid) |> assert_accurate()
      # Of a process that hardly ran, everything would be within the tolerance.
      assert proc.user + proc.kernel > 0.2 * @milliseconds
      assert Honey.errors(monitor) == []
    end
  end

  test "agrees with /proc about the total of a process of short system calls", context do
    workload = start_workload(context, :short_syscalls)
    Process.sleep(300)
    monitor = start_monitor()
    {proc, counted} = both = observe(monitor, workload.pid)
    assert assert_total(both) > 0.2 * @milliseconds
    # More than half is the kernel's, by either.
    assert proc.kernel > proc.user
    assert counted.kernel > counted.user
  end

  test "knows a process that starts after it", context do
    monitor = start_monitor()
    workload = start_workload(context, :both)
    Process.sleep(@milliseconds)
    assert_accurate(read_both(monitor, workload.pid))
  end

  test "adds up the threads of a process under the process's id", context do
    monitor = start_monitor()
    workload = start_workload(context, :threads)
    Process.sleep(500)
    threads = Workload.threads(workload.pid) -- [workload.pid]
    assert length(threads) == 3

    for map <- [:user_time, :kernel_time], thread <- threads do
      assert Honey.Map.get(monitor, map, thread) == nil
    end

    assert monitor_times(monitor, workload.pid).user > 100
  end

  test "keeps no time for waiting", context do
    workload = start_workload(context, :idle)
    monitor = start_monitor()
    Process.sleep(1_000)
    times = monitor_times(monitor, workload.pid)
    assert times.user + times.kernel < 20
  end

  test "keeps the times of an ended process until they are forgotten, and nothing else",
       context do
    monitor = start_monitor()
    workload = Workload.start!(context.program, :blocking)
    Process.sleep(500)
    assert Honey.Map.get(monitor, :in_syscall, workload.pid) != nil
    Workload.stop(workload)

    gone? = fn -> Honey.Map.get(monitor, :in_syscall, workload.pid) == nil end
    assert Kernel.eventually(gone?)
    assert %{user: user} = Map.fetch!(apply(CpuMonitor, :sample, [monitor]), workload.pid)
    assert user > 0

    :ok = apply(CpuMonitor, :forget, [monitor, [workload.pid]])
    refute Map.has_key?(apply(CpuMonitor, :sample, [monitor]), workload.pid)
  end
end
