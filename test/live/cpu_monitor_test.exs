defmodule Honey.Live.CpuMonitorTest do
  @moduledoc """
  The CPU monitor of examples/, held against /proc.

  The kernel's totals are exact, but it divides them into user and kernel time by what it finds at
  each tick of its timer. Over 1,400 ticks that has a standard error of 1.3 % of the total; hence a
  part may be 10 % of itself off, or 5 % of the total where that is more.

  Interrupts wait while the kernel enters and leaves a system call, so that a tick that is due then
  is found in user mode. Of calls as short as that, /proc knows the total, but not the parts.

  Where the machine is a virtual one, its host may take CPUs away: the kernel counts that time for
  nobody, the monitor for who had the CPU. It may be so much off more.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{Kernel, Workload}

  @moduletag Kernel.tags()

  @example Path.expand("../../examples/cpu_monitor/lib/cpu_monitor.ex", __DIR__)
  @milliseconds 5_500
  # What a process runs in that time at least, unless others have the CPUs; then it takes longer.
  @enough 3_000

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

  # All as the milliseconds that went by: in /proc, in the monitor, and without the CPUs.
  defp observe(monitor, pid), do: observe(monitor, pid, read_all(monitor, pid), 10)

  defp observe(monitor, pid, {proc, times, stolen} = before, tries) do
    Process.sleep(@milliseconds)
    {later_proc, later_times, later_stolen} = read_all(monitor, pid)
    proc = difference(later_proc, proc)

    if proc.user + proc.kernel < @enough and tries > 0,
      do: observe(monitor, pid, before, tries - 1),
      else: {proc, difference(later_times, times), later_stolen - stolen}
  end

  # All at one moment: again, when the process ran meanwhile for longer than that.
  defp read_all(monitor, pid) do
    before = monitor_times(monitor, pid)
    proc = Workload.times(pid)
    later = monitor_times(monitor, pid)
    passed = difference(later, before)

    if passed.user + passed.kernel < 2,
      do: {proc, later, Workload.stolen()},
      else: read_all(monitor, pid)
  end

  defp difference(later, before),
    do: %{user: later.user - before.user, kernel: later.kernel - before.kernel}

  defp assert_total({proc, monitor, stolen} = all) do
    total = proc.user + proc.kernel
    counted = monitor.user + monitor.kernel
    assert_in_delta counted, total, 0.02 * total + stolen, "total of #{inspect(all)}"
    total
  end

  defp assert_accurate({proc, monitor, stolen} = all) do
    total = assert_total(all)

    for part <- [:user, :kernel] do
      expected = Map.fetch!(proc, part)
      tolerance = max(0.1 * expected, 0.05 * total) + stolen

      assert_in_delta Map.fetch!(monitor, part),
                      expected,
                      tolerance,
                      "#{part} of #{inspect(all)}"
    end

    all
  end

  for kind <- [:cpu, :syscalls, :both, :blocking, :threads] do
    test "agrees with /proc about a process of the kind #{kind}", context do
      workload = start_workload(context, unquote(kind))
      Process.sleep(300)
      monitor = start_monitor()
      {proc, _, _} = monitor |> observe(workload.pid) |> assert_accurate()
      # Of a process that hardly ran, everything would be within the tolerance.
      assert proc.user + proc.kernel > 0.2 * @milliseconds
      assert Honey.errors(monitor) == []
    end
  end

  test "agrees with /proc about the total of a process of short system calls", context do
    workload = start_workload(context, :short_syscalls)
    Process.sleep(300)
    monitor = start_monitor()
    {proc, counted, _} = all = observe(monitor, workload.pid)
    assert assert_total(all) > 0.2 * @milliseconds
    # More than half is the kernel's, by either.
    assert proc.kernel > proc.user
    assert counted.kernel > counted.user
  end

  test "knows a process that starts after it", context do
    stolen = Workload.stolen()
    monitor = start_monitor()
    workload = start_workload(context, :both)
    ran? = fn -> workload.pid |> Workload.times() |> Map.values() |> Enum.sum() > @enough end
    assert Kernel.eventually(ran?)
    {proc, times, later} = read_all(monitor, workload.pid)
    assert_accurate({proc, times, later - stolen})
  end

  test "adds up the threads of a process under the process's id", context do
    monitor = start_monitor()
    workload = start_workload(context, :threads)
    threads = fn -> Workload.threads(workload.pid) -- [workload.pid] end
    assert Kernel.eventually(fn -> length(threads.()) == 3 end)
    assert Kernel.eventually(fn -> monitor_times(monitor, workload.pid).user > 100 end)

    for map <- [:user_time, :kernel_time], thread <- threads.() do
      assert Honey.Map.get(monitor, map, thread) == nil
    end
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
    known? = fn -> Honey.Map.get(monitor, :in_syscall, workload.pid) != nil end
    assert Kernel.eventually(known?)
    Workload.stop(workload)

    gone? = fn -> Honey.Map.get(monitor, :in_syscall, workload.pid) == nil end
    assert Kernel.eventually(gone?)
    assert %{user: user} = Map.fetch!(apply(CpuMonitor, :sample, [monitor]), workload.pid)
    assert user > 0

    :ok = apply(CpuMonitor, :forget, [monitor, [workload.pid]])
    refute Map.has_key?(apply(CpuMonitor, :sample, [monitor]), workload.pid)
  end
end
