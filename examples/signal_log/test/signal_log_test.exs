defmodule SignalLogTest do
  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias Honey.{Events, Sim}
  alias SignalLog.{CLI, Sent}

  doctest SignalLog
  doctest SignalLog.Names

  describe "in the simulation" do
    @ctx %{sig: 15, code: 0, result: 0, pid: 18, comm: "sleep"}
    @sender [pid: 17, comm: "sh"]

    defp send_signal(sim, ctx \\ %{}),
      do: Sim.run(sim, :on_signal, [ctx: Map.merge(@ctx, ctx)] ++ @sender)

    test "a signal is told and counted" do
      run = send_signal(Sim.new(SignalLog), %{result: 1, code: -6})

      assert run.events == [
               %Sent{
                 signal: 15,
                 code: -6,
                 result: 1,
                 from: 17,
                 to: 18,
                 from_name: "sh",
                 to_name: "sleep"
               }
             ]

      assert run.maps.counts == %{{15, 1, "sh", "sleep"} => 1}
    end

    test "those that are alike are counted together" do
      sim =
        for ctx <- [%{}, %{pid: 19}, %{sig: 9}, %{result: 2}, %{comm: "cat"}],
            reduce: Sim.new(SignalLog) do
          sim -> send_signal(sim, ctx).sim
        end

      assert Sim.map(sim, :counts) == %{
               {15, 0, "sh", "sleep"} => 2,
               {9, 0, "sh", "sleep"} => 1,
               {15, 2, "sh", "sleep"} => 1,
               {15, 0, "sh", "cat"} => 1
             }
    end

    test "the sender is the process, not the thread" do
      assert [%Sent{from: 17}] =
               Sim.run(SignalLog, :on_signal, ctx: @ctx, pid: 20, tgid: 17, comm: "sh").events
    end

    test "each setting leaves out the others" do
      for {vars, told} <- [
            {[signal: 15, from: 17, to: 18], 1},
            {[signal: 9], 0},
            {[from: 18], 0},
            {[to: 17], 0},
            {[children: false], 1}
          ] do
        run = send_signal(Sim.new(SignalLog, vars: vars))
        assert {length(run.events), map_size(run.maps.counts)} == {told, told}
      end

      child = %{sig: 17, code: 1}
      assert [%Sent{signal: 17}] = send_signal(Sim.new(SignalLog), child).events
      assert send_signal(Sim.new(SignalLog, vars: [children: false]), child).events == []
    end
  end

  describe "in words" do
    test "a line has at most 80 columns, under their heads" do
      long = %Sent{
        signal: 26,
        code: 5,
        result: 0,
        from: 4_194_304,
        to: 4_194_303,
        from_name: "a-name-so-long.",
        to_name: "another-so-long"
      }

      line = SignalLog.line(long)
      assert String.length(line) <= 80
      assert line =~ "SIGVTALRM"

      for {title, text} <- [{"SIGNAL", "SIGVT"}, {"HOW", "kernel"}, {"RESULT", "delivered"}],
          do:
            assert(
              :binary.match(SignalLog.head(), title) |> elem(0) ==
                :binary.match(line, text) |> elem(0)
            )
    end

    test "names that would change the terminal are written out" do
      assert SignalLog.line(%Sent{from_name: "a\e[2J", to_name: <<0xFF>>}) =~ ~S("a\e[2J")
    end

    test "how a signal came to be" do
      for {signal, code, how} <- [
            {10, -1, "queue"},
            {14, -2, "timer"},
            {10, -6, "tgkill"},
            {29, -4, "code -4"},
            {2, 128, "kernel"},
            {17, 2, "killed"},
            {17, 6, "resumed"},
            {7, 2, "fault"},
            {29, 1, "kernel"}
          ],
          do: assert(SignalLog.Names.how(signal, code) == how)
    end

    test "the command says how it is used when an argument is wrong" do
      for arguments <- [["--count", "0"], ["--to", "me"], ["--signal", "TREM"], ["--all"], ["x"]] do
        usage =
          capture_io(:stderr, fn -> assert catch_exit(CLI.main(arguments)) == {:shutdown, 1} end)

        assert usage =~ "Usage: mix run"
      end

      assert capture_io(fn -> CLI.main(["--help"]) end) =~ "--no-children"
    end
  end

  describe "in the kernel" do
    @describetag :kernel

    # A shell that ignores SIGHUP, has a handler for SIGUSR1, and waits.
    setup do
      script = ~S(trap '' HUP; trap : USR1; echo ready; read line)
      options = [:exit_status, :binary, args: ["-c", script]]
      shell = Port.open({:spawn_executable, "/bin/sh"}, options)
      {:os_pid, pid} = Port.info(shell, :os_pid)
      assert_receive {^shell, {:data, "ready\n"}}, 30_000
      %{shell: shell, pid: pid}
    end

    # By the shell's own kill, whose process id it tells.
    defp kill(signal, pid) do
      {sender, 0} = System.cmd("/bin/sh", ["-c", "echo $$; kill -#{signal} #{pid}"])
      sender |> String.trim() |> String.to_integer()
    end

    defp await_stopped(pid) do
      unless File.read!("/proc/#{pid}/stat") =~ ~r/\) T / do
        Process.sleep(1)
        await_stopped(pid)
      end
    end

    # What came until the programs were stopped.
    defp all(ref) do
      receive do
        {:honey_events, ^ref, events} -> events ++ all(ref)
        {:honey_closed, ^ref} -> []
      end
    end

    test "what becomes of signals", %{shell: shell, pid: pid} do
      {:ok, log} = Honey.start_link(SignalLog, vars: [to: pid])
      {:ok, ref} = Events.subscribe(log, :signals, active: true)

      first = for signal <- ["HUP", "STOP"], do: kill(signal, pid)
      await_stopped(pid)
      # While it is stopped it handles none, so that the second SIGUSR1 finds the first.
      senders = first ++ for signal <- ["USR1", "USR1", "KILL"], do: kill(signal, pid)
      assert_receive {^shell, {:exit_status, _}}, 30_000

      assert SignalLog.counts(log) ==
               for(
                 {signal, result} <- [
                   {"SIGHUP", "ignored"},
                   {"SIGKILL", "delivered"},
                   {"SIGSTOP", "delivered"},
                   {"SIGUSR1", "delivered"},
                   {"SIGUSR1", "pending"}
                 ],
                 do: %{signal: signal, result: result, from: "sh", to: "sh", count: 1}
               )

      Honey.stop(log)
      events = all(ref)

      assert Enum.map(events, &{&1.signal, &1.result}) == [
               {1, 1},
               {19, 0},
               {10, 0},
               {10, 2},
               {9, 0}
             ]

      assert Enum.map(events, & &1.from) == senders

      assert Enum.all?(
               events,
               &match?(%Sent{to: ^pid, code: 0, from_name: "sh", to_name: "sh"}, &1)
             )
    end

    test "the command shows lines, and a table", %{shell: shell, pid: pid} do
      arguments = ["--to", "#{pid}", "--signal", "hup", "--count", "2", "--seconds", "60"]
      command = Task.async(fn -> capture_io(fn -> CLI.main(arguments) end) end)

      # It may take a while until it looks.
      text = until_done(command, fn -> kill("HUP", pid) end)
      kill("TERM", pid)
      assert_receive {^shell, {:exit_status, _}}, 30_000

      assert [_head, one, two, "", "  COUNT" <> _, row, "" | _] = String.split(text, "\n")
      line = ~r"^ +\d+  sh +SIGHUP +#{pid}  sh +kill +ignored$"
      assert one =~ line and two =~ line
      assert row =~ ~r"^ +\d+  SIGHUP +sh +sh +ignored$"
    end

    defp until_done(task, function) do
      function.()

      case Task.yield(task, 50) do
        nil -> until_done(task, function)
        {:ok, text} -> text
      end
    end
  end
end
