defmodule Honey.Live.ExamplesTest do
  @moduledoc """
  The examples in the kernel, with a process whose system calls are known: bench/c/load.c.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.Test.{Elf, Kernel, Netns}

  @moduletag Kernel.tags()

  @root Path.expand("../..", __DIR__)

  setup_all do
    load = Path.join(System.tmp_dir!(), "honey-load-#{System.pid()}")
    {"", 0} = System.cmd("cc", ["-O1", "-o", load, Path.join(@root, "bench/c/load.c")])
    port = Port.open({:spawn_executable, load}, [:binary, args: ["calls"]])
    {:os_pid, pid} = Port.info(port, :os_pid)

    on_exit(fn ->
      System.cmd("kill", [to_string(pid)], stderr_to_stdout: true)
      File.rm(load)
    end)

    Kernel.mount_tracefs()
    %{pid: pid}
  end

  defp files(name), do: Path.wildcard(Path.join(@root, "examples/#{name}/lib/**/*.ex"))

  # The module of an example, which is gone after the test.
  defp compile(name) do
    files = files(name)

    capture_io(:stderr, fn ->
      send(self(), {:compiled, Elixir.Kernel.ParallelCompiler.compile(files)})
    end)

    assert_received {:compiled, {:ok, modules, _}}
    on_exit(fn -> Enum.each(modules, &Elf.purge/1) end)
    name |> Macro.camelize() |> List.wrap() |> Module.concat()
  end

  defp start(name, options \\ []) do
    module = compile(name)
    {:ok, object} = Honey.start_link(module, options)
    on_exit(fn -> Honey.stop(object) end)
    {module, object}
  end

  # What the function gives once it is something: the process makes its calls all the time.
  defp soon(function, tries \\ 1_500) do
    case function.() do
      nothing when nothing in [nil, [], false] and tries > 0 ->
        Process.sleep(20)
        soon(function, tries - 1)

      something ->
        something
    end
  end

  # What the function gives while the process stands between two calls, with what it has in the maps whole: elements
  # of a running one are read in the midst of their changes.
  defp paused(pid, function) do
    {"", 0} = System.cmd("kill", ["-STOP", to_string(pid)])
    soon(fn -> File.read!("/proc/#{pid}/status") =~ ~r/^State:\tT/m end)
    function.()
  after
    System.cmd("kill", ["-CONT", to_string(pid)])
  end

  test "count_syscalls" do
    {module, counter} = start("count_syscalls")
    counts = soon(fn -> Enum.filter(module.counts(counter), fn {_, n} -> n > 100 end) end)
    assert length(counts) > 0
    assert counts == Enum.sort_by(counts, &(-elem(&1, 1)))
  end

  test "force_kill", %{pid: pid} do
    {module, watch} = start("force_kill")
    killer = soon(fn -> Enum.find(module.killers(watch), &(&1.pid == pid)) end)
    assert %{target: 0x7FFFFFFF, count: count, name: "honey-load" <> _} = killer
    assert count > 0
  end

  test "memory_monitor", %{pid: pid} do
    {module, monitor} = start("memory_monitor")
    soon(fn -> (usage = module.usage(monitor, pid)) && usage.heap_moves > 10 end)
    usage = paused(pid, fn -> module.usage(monitor, pid) end)
    assert usage.mapped == usage.maps * 4096
    assert usage.unmapped == usage.unmaps * 4096
    assert usage.unmaps > 0
    assert usage.heap_end > 0
  end

  test "disk_monitor", %{pid: pid} do
    {module, monitor} = start("disk_monitor")
    soon(fn -> (usage = module.usage(monitor, pid)) && usage.syncs > 10 end)
    usage = paused(pid, fn -> module.usage(monitor, pid) end)
    assert usage.written_bytes == usage.writes * 64

    # Of three reads, the last finds the end of the file; and the process looks for its input's end.
    assert usage.read_bytes in (64 * div(usage.reads, 3))..(64 * usage.reads)
    assert usage.nanoseconds > 0
    # Of everybody, and so not of this moment: at least as many as there were then.
    calls = for {_, count} <- module.latencies(monitor), do: count
    assert Enum.sum(calls) >= usage.reads + usage.writes + usage.syncs
  end

  test "run_queue_latency", %{pid: pid} do
    comm = String.trim(File.read!("/proc/#{pid}/comm"))
    {module, latency} = start("run_queue_latency", vars: [comm: comm])
    waits = soon(fn -> module.waits(latency) end)
    assert waits != []
    assert Honey.errors(latency) == []
  end

  test "syscall_latency", %{pid: pid} do
    compile("count_syscalls")
    {module, latency} = start("syscall_latency", vars: [pid: pid])
    names = Module.concat(CountSyscalls, Names).read()

    soon(fn ->
      calls = module.calls(latency)
      Enum.sum(Enum.map(calls, & &1.count)) > 100 and Enum.any?(calls, &(names[&1.id] == "fsync"))
    end)

    calls = paused(pid, fn -> module.calls(latency) end)
    assert_in_delta Enum.sum(Enum.map(calls, & &1.share)), 1.0, 1.0e-6
    assert Enum.all?(calls, &(&1.mean > 0 and &1.mean <= &1.longest))

    # It writes to a file and syncs it, over and over.
    assert "fsync" in Enum.map(calls, &names[&1.id])
  end

  test "io_latency" do
    {module, io} = start("io_latency")
    latencies = Module.concat(module, Latencies)
    {:ok, files} = Honey.start_link(Module.concat(module, Files))
    operations = fn -> for {{0, operation}, _} <- latencies.read(files), do: operation end
    soon(fn -> operations.() == [:read, :sync, :write] end)
    assert operations.() == [:read, :sync, :write]
    assert Honey.errors(files) == [] and Honey.errors(io) == []
    Honey.stop(files)
  end

  test "network_monitor", %{pid: pid} do
    {module, monitor} = start("network_monitor")
    {:ok, ref} = Honey.Events.subscribe(monitor, :events, active: true)

    own = fn -> for {%{pid: ^pid}, traffic} <- module.traffic(monitor), do: traffic end
    soon(fn -> length(own.()) == 2 end)
    traffic = paused(pid, own)
    assert Enum.all?(traffic, &(&1.sent == &1.sends * 64 and &1.received == &1.receives * 64))
    assert Enum.any?(traffic, &(&1.sends > 0)) and Enum.any?(traffic, &(&1.receives > 0))

    event = struct(Module.concat(module, Connect), pid: pid, address: 0x7F000001, port: 9)
    connect = own_event(ref, event)
    assert %{result: 0, name: "honey-load" <> _} = connect
  end

  defp own_event(ref, event) do
    assert_receive {:honey_events, ^ref, events}
    known = [:__struct__, :pid, :address, :port]

    Enum.find(events, &(Map.take(&1, known) == Map.take(event, known))) || own_event(ref, event)
  end

  test "open_snoop" do
    own = String.to_integer(System.pid())
    {module, snoop} = start("open_snoop", vars: [pid: own, failed: true])
    {:ok, ref} = Honey.Events.subscribe(snoop, :opens, active: true)

    path = "/honey-nowhere-#{System.unique_integer([:positive])}"
    assert {:error, :enoent} = File.read(path)
    assert [%{pid: ^own, result: -2} = event] = events(ref, &(&1.path == path), 1)
    assert module.line(event) =~ ~r"ENOENT +[0-9.]+  #{path}$"
  end

  test "command_log" do
    {module, log} = start("command_log")
    {:ok, ref} = Honey.Events.subscribe(log, :events, active: true)

    {ids, 5} = System.cmd("/bin/sh", ["-c", "echo $$ $PPID; exit 5"])
    [pid, parent] = ids |> String.split() |> Enum.map(&String.to_integer/1)
    assert [exec, exit] = events(ref, &(&1.pid == pid), 2)
    assert module.line(exec) =~ ~r"^exec +#{pid} +#{parent}  /bin/sh$"
    assert module.line(exit) =~ ~r"^exit +#{pid} +#{parent}  sh +status 5 +[0-9.]+ ms$"
  end

  test "signal_log" do
    {module, log} = start("signal_log", vars: [children: false])
    {:ok, ref} = Honey.Events.subscribe(log, :signals, active: true)

    script = "trap '' USR2; echo $$; kill -USR2 $$"
    {pid, 0} = System.cmd("/bin/sh", ["-c", script])
    pid = pid |> String.trim() |> String.to_integer()
    assert [sent] = events(ref, &(&1.to == pid), 1)
    assert module.line(sent) =~ ~r"^ +#{pid}  sh +SIGUSR2 +#{pid}  sh +kill +ignored$"

    own = %{signal: "SIGUSR2", result: "ignored", from: "sh", to: "sh"}
    assert Enum.any?(module.counts(log), &(Map.delete(&1, :count) == own))
  end

  # The first events of a kind, among those of others.
  defp events(_ref, _kind?, 0), do: []

  defp events(ref, kind?, count) do
    assert_receive {:honey_events, ^ref, events}
    found = events |> Enum.filter(kind?) |> Enum.take(count)
    found ++ events(ref, kind?, count - length(found))
  end

  test "factorial" do
    module = compile("factorial")
    object = Honey.load!(module)
    assert module.of(object, 0) == {:ok, 1}
    assert module.of(object, 20) == {:ok, 2_432_902_008_176_640_000}
    assert module.of(object, 21) == {:error, :too_large}
    Honey.unload(object)
  end

  test "xdp_gate" do
    assert {:ok, %{sent: 16, arrived: 12, connected: [_, _, _], counts: counts}} =
             Netns.run!("""
             {:ok, _, _} = Kernel.ParallelCompiler.compile(#{inspect(files("xdp_gate"))})
             XdpGate.Demo.run([block: {{10, 66, 0, 0}, 16}, allow: {{10, 66, 7, 0}, 24}], 4)
             """)

    assert [{8, 0}, {0, 4}, {4, 0}] ==
             for(%{protocol: :udp} = row <- counts, do: {row.passed, row.dropped})
  end

  test "watch_service" do
    module = compile("watch_service")
    for child <- Module.concat(module, Application).children(), do: start_supervised!(child)
    demo = Module.concat(module, Demo)

    demo.with_command(fn command ->
      demo.start(command, 7)
      assert soon(fn -> demo.counted(command) == 7 end)
    end)

    assert {:ok, %{seen: seen}} = module.account()
    assert seen >= 7
  end

  test "hot_swap_demo" do
    module = compile("hot_swap_demo")
    assert {:ok, steps, threads} = Module.concat(module, Demo).run(:tail_call, 20)
    assert [{:ok, nil}, {:ok, _}, {:ok, _} | refused] = Enum.map(steps, & &1.answer)
    assert [{:error, _}, {:error, _}, {:error, _}] = refused
    for step <- steps, do: assert(step.counted == step.calls)
    assert Enum.all?(threads, fn {_, count} -> count > 0 end) and threads != []
  end

  test "testing_demo" do
    assert {[:ok, :ok, {:error, :timeout}], sent} =
             Netns.run!("""
             {:ok, _, _} = Kernel.ParallelCompiler.compile(#{inspect(files("testing_demo"))})
             attach = [on_packet: [interface: "lo"]]
             {:ok, pid} = Honey.start_link(TestingDemo, attach: attach, vars: [quota: 200])
             {:ok, receiver} = :gen_udp.open(9999, [:binary, active: false, ip: {127, 0, 0, 1}])
             {:ok, sender} = :gen_udp.open(0, ip: {127, 0, 0, 2})

             arrived =
               for _ <- 1..3 do
                 :ok = :gen_udp.send(sender, {127, 0, 0, 1}, 9999, <<0::size(58)-unit(8)>>)
                 with {:ok, _} <- :gen_udp.recv(receiver, 0, 1_000), do: :ok
               end

             {arrived, TestingDemo.sent(pid)}
             """)

    assert sent == [{{127, 0, 0, 2}, 300}]
  end
end
