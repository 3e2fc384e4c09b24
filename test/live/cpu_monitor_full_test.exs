defmodule Honey.Live.CpuMonitorFullTest do
  @moduledoc """
  The module of the requirements, as it was written: it compiles, loads, attaches and counts.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.{Kernel, Workload}

  @moduletag Kernel.tags()

  @fixture Path.expand("../fixtures/cpu_monitor_full.ex", __DIR__)
  # Where the requirements lie beside the repository, the module is taken from there as well.
  @original Path.expand("../../../shared/cpu_monitor_full.ex", __DIR__)

  setup do
    directory = Path.join(System.tmp_dir!(), "honey-full-#{System.pid()}")
    File.mkdir_p!(directory)

    on_exit(fn ->
      File.rm_rf!(directory)
      :code.purge(CpuMonitorFull)
      :code.delete(CpuMonitorFull)
    end)

    %{directory: directory}
  end

  # The module, and what the compilers say about it.
  defp compile(file) do
    warnings = capture_io(:stderr, fn -> send(self(), Code.compile_file(file)) end)
    assert_received [{CpuMonitorFull, _}]
    warnings
  end

  for {name, file} <- [fixture: @fixture, original: @original], File.exists?(file) do
    test "the #{name}, outside the project, counts the user time of a process", context do
      file = Path.join(context.directory, "cpu_monitor_full.ex")
      File.cp!(unquote(file), file)
      warnings = compile(file)
      assert warnings =~ "ktime"

      workload = Workload.start!(Workload.build!(context.directory), :cpu)
      on_exit(fn -> Workload.stop(workload) end)
      started = System.monotonic_time(:nanosecond)
      {:ok, monitor} = Honey.start_link(CpuMonitorFull)
      on_exit(fn -> Honey.stop(monitor) end)

      user_time = fn -> Honey.Map.get(monitor, :user_time, workload.pid) || 0 end
      assert Kernel.eventually(fn -> user_time.() > 500_000_000 end, 30_000)
      assert user_time.() <= System.monotonic_time(:nanosecond) - started
      assert Honey.Map.to_list(monitor, :kernel_time) == []
      assert Honey.errors(monitor) == []
    end
  end

  test "says that the later read of `ktime` does not see the inner one" do
    warnings = compile(@fixture)
    assert warnings =~ ~r/ktime.*line 51.*new variable/s
    assert warnings =~ "ktime = if"
  end

  test "has one program for each section", _context do
    compile(@fixture)

    assert Enum.map(apply(CpuMonitorFull, :__honey__, [:programs]), &{&1.name, &1.section}) == [
             on_sched_switch: "tracepoint/sched/sched_switch",
             on_sys_enter: "tracepoint/raw_syscalls/sys_enter",
             on_sys_exit: "tracepoint/raw_syscalls/sys_exit"
           ]
  end
end
