defmodule OpenSnoopTest do
  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.{Events, Sim}
  alias OpenSnoop.{CLI, Open}

  doctest OpenSnoop
  doctest OpenSnoop.Errno

  @enoent -2

  describe "in the simulation" do
    @task [pid: 18, tgid: 17, comm: "cat", memory: %{0x1000 => "/etc/hostname"}]

    defp call(sim, result, options \\ @task, name \\ "openat") do
      begun =
        Sim.run(sim, :"on_enter_#{name}", [ctx: %{filename: 0x1000}, time: 1_000] ++ options)

      Sim.run(begun.sim, :"on_exit_#{name}", [ctx: %{ret: result}, time: 9_000] ++ options)
    end

    test "a file is opened" do
      for name <- ["openat", "openat2"] do
        run = call(Sim.new(OpenSnoop), 3, @task, name)

        assert run.events ==
                 [%Open{pid: 17, comm: "cat", path: "/etc/hostname", result: 3, ns: 8_000}]

        assert run.maps.begun == %{}
      end
    end

    test "a file is not there" do
      assert [%Open{result: @enoent, path: "/etc/hostname"}] =
               call(Sim.new(OpenSnoop), @enoent).events
    end

    test "threads do not take each other's calls" do
      enter = fn sim, pid, address, time ->
        Sim.run(sim, :on_enter_openat, ctx: %{filename: address}, pid: pid, tgid: 17, time: time).sim
      end

      memory = %{0x1000 => "/first", 0x2000 => "/second"}

      sim =
        OpenSnoop |> Sim.new(memory: memory) |> enter.(18, 0x1000, 100) |> enter.(19, 0x2000, 200)

      later = Sim.run(sim, :on_exit_openat, ctx: %{ret: 4}, pid: 19, tgid: 17, time: 300)
      assert [%Open{pid: 17, path: "/second", result: 4, ns: 100}] = later.events
      assert later.maps.begun == %{18 => {0x1000, 100}}
    end

    test "a call that nobody saw begin" do
      assert Sim.run(OpenSnoop, :on_exit_openat, ctx: %{ret: 3}).events == []
    end

    test "a path that cannot be read" do
      assert [%Open{path: "", result: -14}] =
               call(Sim.new(OpenSnoop), -14, Keyword.delete(@task, :memory)).events
    end

    test "a long path is cut" do
      task = Keyword.put(@task, :memory, %{0x1000 => String.duplicate("/long", 100)})
      assert [%Open{path: path}] = call(Sim.new(OpenSnoop), 3, task).events
      assert path == String.duplicate("/long", 51)
    end

    test "of one process" do
      assert [%Open{}] = call(Sim.new(OpenSnoop, vars: [pid: 17]), 3).events
      other = call(Sim.new(OpenSnoop, vars: [pid: 18]), 3)
      assert {other.events, other.maps.begun} == {[], %{}}
    end

    test "only failures" do
      sim = Sim.new(OpenSnoop, vars: [failed: true])
      assert [%Open{result: @enoent}] = call(sim, @enoent).events
      opened = call(sim, 3)
      assert {opened.events, opened.maps.begun} == {[], %{}}
    end
  end

  describe "a line" do
    defp line(open),
      do: OpenSnoop.line(struct(%Open{pid: 17, comm: "ls", result: 3, ns: 1_000}, open))

    test "has at most 80 columns, and the end of the path" do
      line = line(path: String.duplicate("/directory", 9) <> "/file")
      assert String.length(line) == 80
      assert line =~ ~r"  \.\.\.[a-z/]+/directory/file$"
      assert String.length(line(path: String.duplicate("x", 37))) == 80
      refute line(path: String.duplicate("x", 37)) =~ "..."
    end

    test "has its columns under their heads" do
      head = OpenSnoop.head()
      line = line(path: "/etc", result: @enoent)

      for {title, text} <- [{"NAME", "ls"}, {"RESULT", "ENOENT"}, {"FILE", "/etc"}],
          do:
            assert(:binary.match(head, title) |> elem(0) == :binary.match(line, text) |> elem(0))
    end

    test "shows what is no text as a literal" do
      assert line(path: <<"/a", 0xFF>>) =~ ~S("/a\xFF")
      assert line(path: "/a\e[2J\n") =~ ~S("/a\e[2J\n")
      assert line(comm: "a\e") =~ ~S("a\e")
      assert line(path: "/ä") =~ ~r"  /ä$"
    end
  end

  describe "the command" do
    test "says how it is used when an argument is wrong" do
      for arguments <- [["--count", "0"], ["--pid", "me"], ["--seconds", "-1"], ["--all"], ["x"]] do
        usage =
          capture_io(:stderr, fn -> assert catch_exit(CLI.main(arguments)) == {:shutdown, 1} end)

        assert usage =~ "Usage: mix run"
      end

      assert capture_io(fn -> CLI.main(["--help"]) end) =~ "--failed"
    end
  end

  describe "in the kernel" do
    @describetag :kernel

    setup do
      there =
        Path.join(
          System.tmp_dir!(),
          "open_snoop-#{System.pid()}-#{System.unique_integer([:positive])}"
        )

      File.write!(there, "text\n")
      on_exit(fn -> File.rm!(there) end)
      %{there: there}
    end

    # A shell that runs a script when it is told to. What it opens to begin with is over then.
    defp shell(script, there) do
      options = [
        :exit_status,
        :stderr_to_stdout,
        :binary,
        args: ["-c", "echo ready; read go; " <> script, "sh", there]
      ]

      shell = Port.open({:spawn_executable, "/bin/sh"}, options)
      {:os_pid, pid} = Port.info(shell, :os_pid)
      assert_receive {^shell, {:data, "ready\n"}}, 30_000
      {shell, pid}
    end

    # It opens the first file, and not the second, which is not there.
    @script ~S(read line < "$1"; read line < "$1.not"; exit 0)

    defp watch(shell, vars) do
      {:ok, snoop} = Honey.start_link(OpenSnoop, vars: vars)
      {:ok, ref} = Events.subscribe(snoop, :opens, active: true)
      Port.command(shell, "go\n")
      assert_receive {^shell, {:exit_status, 0}}, 30_000
      Honey.stop(snoop)
      all(ref)
    end

    # What came until the programs were stopped.
    defp all(ref) do
      receive do
        {:honey_events, ^ref, events} -> events ++ all(ref)
        {:honey_closed, ^ref} -> []
      end
    end

    test "what a shell opens", %{there: there} do
      missing = there <> ".not"
      {shell, pid} = shell(@script, there)

      assert [
               %Open{path: ^there, result: descriptor, comm: "sh"} = opened,
               %Open{path: ^missing, result: @enoent, comm: "sh"} = failed
             ] = watch(shell, pid: pid)

      assert descriptor >= 0
      assert Enum.all?([opened, failed], &(&1.pid == pid and &1.ns > 0))
    end

    test "what it fails to open", %{there: there} do
      missing = there <> ".not"
      {shell, pid} = shell(@script, there)
      assert [%Open{path: ^missing, result: @enoent}] = watch(shell, pid: pid, failed: true)
    end

    test "the command shows lines", %{there: there} do
      # Enough turns for the command to see some, and an end if the test has none.
      turns =
        ~S|n=0; while [ $n -lt 1000 ] && sleep 0.02; do read line < "$1"; n=$((n + 1)); done|

      {shell, pid} = shell(turns, there)
      Port.command(shell, "go\n")

      arguments = ["--pid", "#{pid}", "--count", "2", "--seconds", "60"]
      text = capture_io(fn -> CLI.main(arguments) end)
      {"", 0} = System.cmd("kill", ["#{pid}"])
      assert_receive {^shell, {:exit_status, _}}, 30_000

      assert [_head, one, two, ""] = String.split(text, "\n")
      line = ~r"^ *#{pid}  sh +fd \d+ +[\d.]+  .*#{Path.basename(there)}$"
      assert one =~ line and two =~ line
    end
  end
end
