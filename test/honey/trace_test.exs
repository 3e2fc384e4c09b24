defmodule Honey.TraceTest do
  use ExUnit.Case, async: false

  alias Honey.{Error, Trace}
  alias Honey.Test.{Kernel, User}

  @moduletag Kernel.tags()

  defmodule Prints do
    use Honey, license: "GPL", kernel: "5.16"

    defvar :n, :u64, 0, live: true

    @sec "syscall"
    def run(_ctx) do
      Honey.Var.update(:n, &(&1 + 1))
      Honey.BpfHelpers.bpf_printk("honey-trace-test line #{n()}: a-b [000] 1.5: x")
      0
    end
  end

  setup do
    Kernel.mount_tracefs()
    {:ok, object} = Honey.load(Prints)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp print(object), do: assert({:ok, _} = Honey.test_run(object, :run))

  defp ours(stream), do: Stream.filter(stream, &(&1.text =~ "honey-trace-test"))

  test "streams the lines that programs write", %{object: object} do
    # What nobody has read yet comes first.
    [timeout: 50] |> Honey.trace() |> Stream.run()
    before = System.monotonic_time(:microsecond)
    for _ <- 1..3, do: print(object)

    assert [first, _, third] = [timeout: 30_000] |> Honey.trace() |> ours() |> Enum.take(3)
    assert %Trace{lost: 0} = first
    assert first.text =~ ~r/^honey-trace-test line \d+: a-b \[000\] 1.5: x$/
    assert first.cpu in 0..(System.schedulers() - 1)
    assert File.exists?("/proc/#{System.pid()}/task/#{first.pid}")
    assert String.trim(File.read!("/proc/#{System.pid()}/task/#{first.pid}/comm")) == first.task
    assert third.time >= first.time
    assert third.time - first.time <= System.monotonic_time(:microsecond) - before
  end

  test "waits for lines that come later, and leaves no message behind", %{object: object} do
    task =
      Task.async(fn ->
        {[] |> Honey.trace() |> ours() |> Enum.take(1), Process.info(self(), :messages)}
      end)

    Process.sleep(100)
    print(object)
    assert {[%Trace{}], {:messages, []}} = Task.await(task, 60_000)
  end

  test "leaves none behind in a process that traps exits", %{object: object} do
    task =
      Task.async(fn ->
        Process.flag(:trap_exit, true)
        send(self(), {:EXIT, self(), :of_another})
        lines = [timeout: 10_000] |> Honey.trace() |> ours() |> Enum.take(1)
        rest = [timeout: 50] |> Honey.trace() |> Enum.to_list()
        Process.sleep(50)
        {lines, is_list(rest), Process.info(self(), :messages)}
      end)

    for _ <- 1..3, do: print(object)
    pid = task.pid

    assert {[%Trace{}], true, {:messages, [{:EXIT, ^pid, :of_another}]}} =
             Task.await(task, 20_000)
  end

  test "a reader that was killed is no error of who stops to read", %{object: object} do
    for _ <- 1..3, do: print(object)
    lines = [timeout: 10_000] |> Honey.trace() |> ours()

    assert :enough =
             Enum.reduce_while(lines, nil, fn _line, nil ->
               {:links, links} = Process.info(self(), :links)
               for port <- links, is_port(port), do: kill(port)
               {:halt, :enough}
             end)

    assert {:messages, []} = Process.info(self(), :messages)
  end

  test "a reader that was killed is an error of who waits for lines", %{object: object} do
    for timeout <- [:infinity, 10_000] do
      print(object)

      error =
        assert_raise Error, fn ->
          [timeout: timeout]
          |> Honey.trace()
          |> ours()
          |> Enum.each(fn _line ->
            {:links, links} = Process.info(self(), :links)
            for port <- links, is_port(port), do: kill(port)
          end)
        end

      assert {error.step, error.reason} == {:trace, :reader_ended}

      assert Exception.message(error) ==
               "reading the lines of programs failed: the process that reads the lines, `cat` of trace_pipe, was ended by " <>
                 "signal 9 [reader_ended]\n  hint: begin again, by another `Honey.trace/1`: lines that it had not given yet may be lost"

      assert {:messages, []} = Process.info(self(), :messages)
      assert {:links, links} = Process.info(self(), :links)
      assert Enum.filter(links, &is_port/1) == []
    end

    print(object)
    assert [%Trace{}] = [timeout: 10_000] |> Honey.trace() |> ours() |> Enum.take(1)
  end

  # With what waits to end it, which has the reader's output open.
  defp kill(port) do
    {:os_pid, reader} = Port.info(port, :os_pid)
    children = File.read!("/proc/#{reader}/task/#{reader}/children") |> String.split()
    System.cmd("kill", ["-KILL", "#{reader}" | children])
    assert Kernel.eventually(fn -> Port.info(port) == nil end)
  end

  test "ends after a time without lines, and its reader with it" do
    before = readers()
    # Those of others, or of a test before that are about to end, are none of this one's.
    started = fn -> readers() -- before end
    assert [timeout: 100] |> Honey.trace() |> ours() |> Enum.to_list() == []
    assert Kernel.eventually(fn -> started.() == [] end)

    # So it does when its process is killed.
    pid = spawn(fn -> Stream.run(Honey.trace()) end)
    assert Kernel.eventually(fn -> started.() != [] end)
    Process.exit(pid, :kill)
    assert Kernel.eventually(fn -> started.() == [] end)
  end

  defp readers, do: Enum.filter(Path.wildcard("/proc/[0-9]*/cmdline"), &reader?/1)

  defp reader?(path) do
    with {:ok, line} <- File.read(path), do: line =~ "trace_pipe", else: (_ -> false)
  end

  test "reads lines of any task, and counts those that were lost" do
    lines = """
              <...>-4711    [003] d..21  1234.000005: bpf_trace_printk: one
    a b-c]-1 x-12 [000] .N.1. 7.654321: bpf_trace_printk: two: 3
                 sh-99      (     99) [001] ...11 10.000001: bpf_trace_printk: with its group
    CPU:1 [LOST 12 EVENTS]
    CPU:0 [LOST 3 EVENTS]
                 sh-99      [001] d..2. 10.000002: sched_switch: prev_comm=sh
                 sh-99      [001] d..2. 10.000003: 0x00000001: an old kernel's
    """

    assert [one, two, three, four] =
             lines |> String.split("\n") |> Trace.parse() |> Enum.to_list()

    assert %Trace{task: "<...>", pid: 4711, cpu: 3, time: 1_234_000_005, text: "one", lost: 0} =
             one

    assert %Trace{task: "a b-c]-1 x", pid: 12, time: 7_654_321, text: "two: 3"} = two
    assert %Trace{task: "sh", cpu: 1, text: "with its group", lost: 0} = three
    assert %Trace{text: "an old kernel's", lost: 15} = four
  end

  test "tells a user who may not read tracefs how to" do
    code = """
    error = try do Enum.to_list(Honey.trace(timeout: 0)) rescue error -> error end
    {error.step, error.reason, Exception.message(error)}
    """

    assert {:trace, :eacces, message} = User.run!(["bpf", "perfmon"], code)

    assert message ==
             "reading the lines of programs failed: tracefs is mounted, but this user may not read it, where the " <>
               "lines are [tracefs_unreadable]\n  hint: run as root, give the process CAP_DAC_READ_SEARCH, or let a group of its user " <>
               "read: mount -o remount,gid=GROUP,mode=750 /sys/kernel/tracing"
  end

  test "says what is wrong with its options" do
    assert_raise ArgumentError, ~r/`timeout:` wants milliseconds/, fn ->
      Honey.trace(timeout: -1)
    end

    assert_raise ArgumentError, ~r/unknown option :time of Honey.trace/, fn ->
      Honey.trace(time: 1)
    end

    assert %Error{step: :trace} = catch_error(raise Error.new(step: :trace, cause: "so"))
  end
end
