defmodule CommandLogTest do
  use ExUnit.Case, async: true

  import ExUnit.CaptureIO

  alias CommandLog.{CLI, Ending, Exec, Exit, Life, Summary}
  alias Honey.{Events, Sim}

  doctest CommandLog
  doctest CommandLog.Signal
  doctest CommandLog.Summary

  describe "in the simulation" do
    @shell [pid: 10, comm: "sh"]
    @child [pid: 11, comm: "ls"]

    # A simulation in which programs have run one after the other, and the events of all.
    defp runs(runs, options \\ []) do
      sim = Sim.new(CommandLog, [memory: %{0x1000 => "/bin/ls"}] ++ options)

      {sim, events} =
        for {program, ctx, task} <- runs, reduce: {sim, []} do
          {sim, events} ->
            run = Sim.run(sim, program, [ctx: ctx] ++ task)
            {run.sim, events ++ run.events}
        end

      left = for name <- [:lives, :files, :endings], do: {name, Sim.map(sim, name)}
      {events, Map.new(left)}
    end

    @nothing %{lives: %{}, files: %{}, endings: %{}}

    @fork {:on_fork, %{child_pid: 11}, @shell}
    @execve {:on_enter_execve, %{filename: 0x1000}, @child}
    @exec {:on_exec, %{pid: 11, old_pid: 11}, @child ++ [time: 1_000]}
    @exit_group {:on_exit_group, %{error_code: 2}, @child}
    @exit {:on_exit, %{}, @child ++ [time: 6_000]}
    @command [@fork, @execve, @exec, {:on_exit_execve, %{}, @child}]

    @started %Exec{pid: 11, parent: 10, comm: "ls", file: "/bin/ls"}
    @ended %Exit{pid: 11, parent: 10, comm: "ls", ns: 5_000}

    defp ended(how, code), do: [@started, %{@ended | ending: %Ending{how: how, code: code}}]

    defp deliver(signal, handler, task \\ @child),
      do: {:on_signal_deliver, %{sig: signal, sa_handler: handler}, task}

    defp generate(signal, result \\ 0),
      do: {:on_signal_generate, %{sig: signal, result: result, pid: 11}, @shell}

    test "a command that exits" do
      assert runs(@command ++ [@exit_group, @exit]) == {ended(:status, 2), @nothing}
      execveat = {:on_enter_execveat, %{filename: 0x1000}, @child}
      runs = [@fork, execveat, @exec, {:on_exit_execveat, %{}, @child}, @exit_group, @exit]
      assert runs(runs) == {ended(:status, 2), @nothing}
    end

    test "the status is a byte, of the first thread" do
      exit = &{:on_exit_thread, %{error_code: 0x1_02FF}, &1}
      assert runs(@command ++ [exit.(@child), @exit]) == {ended(:status, 255), @nothing}
      thread = [pid: 12, tgid: 11, comm: "ls"]
      assert runs(@command ++ [exit.(thread), @exit]) == {ended(:unknown, 0), @nothing}
    end

    test "a command that a signal ends" do
      kill = [generate(15), deliver(9, 0), @exit]
      assert runs(@command ++ kill) == {ended(:signal, 15), @nothing}
      assert runs(@command ++ [deliver(9, 0), @exit]) == {ended(:signal, 9), @nothing}

      assert runs(@command ++ [deliver(11, 0), deliver(9, 0), @exit]) ==
               {ended(:signal, 11), @nothing}
    end

    test "signals that do not end it" do
      harmless = [deliver(15, 0x4000), deliver(17, 0), generate(19), generate(1, 1)]
      assert runs(@command ++ harmless ++ [@exit_group, @exit]) == {ended(:status, 2), @nothing}
      assert runs(@command ++ harmless ++ [deliver(9, 0), @exit]) == {ended(:signal, 9), @nothing}
    end

    test "a thread that ends the others is no signal" do
      thread = [pid: 12, tgid: 11, comm: "ls"]
      exit = {:on_exit_group, %{error_code: 3}, thread}
      assert runs(@command ++ [exit, deliver(9, 0), @exit]) == {ended(:status, 3), @nothing}
    end

    test "a process that executes another file" do
      assert {[@started, @started, %Exit{ns: 5_000}], @nothing} =
               runs(@command ++ [@execve, @exec, @exit_group, @exit])
    end

    test "a thread that executes a file takes the place of the first" do
      thread = [pid: 12, tgid: 11, comm: "ls"]

      becomes = [
        {:on_fork, %{child_pid: 12}, @child},
        {:on_enter_execve, %{filename: 0x1000}, thread},
        deliver(9, 0),
        {:on_exit, %{}, @child},
        {:on_exec, %{pid: 11, old_pid: 12}, @child ++ [time: 1_000]}
      ]

      replaced = @command ++ becomes
      assert runs(replaced ++ [@exit_group, @exit]) == {[@started | ended(:status, 2)], @nothing}

      # What ended the threads has not ended the process.
      killed = [generate(15), deliver(9, 0), @exit]
      assert runs(replaced ++ killed) == {[@started | ended(:signal, 15)], @nothing}
    end

    test "threads end without a word" do
      thread = [pid: 12, tgid: 11, comm: "ls"]
      runs = [{:on_fork, %{child_pid: 12}, @child}, {:on_exit, %{}, thread}]
      assert {[@started], %{lives: %{11 => %Life{}} = lives}} = runs(@command ++ runs)
      assert map_size(lives) == 1
    end

    test "an exec that fails, and a fork without one" do
      assert runs([@fork, @execve, {:on_exit_execve, %{}, @child}, @exit_group, @exit]) ==
               {[], @nothing}
    end

    test "what was there before" do
      assert runs([@exit_group, @exit]) ==
               {[%Exit{pid: 11, comm: "ls", ending: %Ending{how: :status, code: 2}}], @nothing}

      assert {[%Exec{pid: 11, parent: 0}, %Exit{parent: 0, ns: 5_000}], @nothing} =
               runs([@execve, @exec, @exit])
    end

    test "a file name that cannot be read" do
      nowhere = {:on_enter_execve, %{filename: 0x2000}, @child}
      assert {[%Exec{file: ""} = exec], _} = runs([@fork, nowhere, @exec])
      assert CommandLog.line(exec) =~ "(ls)"
    end

    test "only what a process starts" do
      runs = @command ++ [@exit_group, generate(15), deliver(9, 0), @exit]
      assert runs(runs, vars: [ancestor: 10]) == {ended(:status, 2), @nothing}
      assert runs(runs, vars: [ancestor: 11]) == {[], @nothing}

      below = [
        {:on_fork, %{child_pid: 13}, @child},
        {:on_exec, %{pid: 13, old_pid: 13}, [pid: 13, comm: "x"]}
      ]

      assert {[@started, %Exec{pid: 13, parent: 11}], _} =
               runs(@command ++ below, vars: [ancestor: 10])
    end
  end

  describe "in words" do
    test "a line has at most 80 columns" do
      long = %Exec{pid: 4_194_304, parent: 4_194_303, file: String.duplicate("/long", 25)}
      assert String.length(CommandLog.line(long)) == 80
      ending = %Ending{how: :signal, code: 16}

      long = %Exit{
        pid: 4_194_304,
        comm: "a-name-so-long.",
        ns: 99_999_999_999_999,
        ending: ending
      }

      assert String.length(CommandLog.line(long)) <= 80
      assert CommandLog.line(%{long | ns: 0}) =~ ~r"SIGSTKFLT +started before$"
    end

    test "the summary has those that took most first" do
      events =
        for {comm, ms} <- [{"ls", 1}, {"make", 900}, {"ls", 3}, {"true", 1}, {"sh", 2}],
            do: %Exit{comm: comm, ns: ms * 1_000_000}

      others = [%Exec{comm: "ls"}, %Exit{comm: "before"}]

      assert (others ++ events) |> Enum.reduce(%{}, &Summary.add(&2, &1)) |> Summary.table(2) ==
               """
               COMMAND            COUNT       TOTAL        MEAN         MAX
               make                   1    900.0 ms    900.0 ms    900.0 ms
               ls                     2      4.0 ms      2.0 ms      3.0 ms
               (2 more)               2      3.0 ms      1.5 ms      2.0 ms
               """
    end

    test "the command says how it is used when an argument is wrong" do
      for arguments <- [
            ["--count", "0"],
            ["--under", "me"],
            ["--seconds", "-1"],
            ["--all"],
            ["x"]
          ] do
        usage =
          capture_io(:stderr, fn -> assert catch_exit(CLI.main(arguments)) == {:shutdown, 1} end)

        assert usage =~ "Usage: mix run"
      end

      assert capture_io(fn -> CLI.main(["--help"]) end) =~ "--under"
    end
  end

  describe "in the kernel" do
    @describetag :kernel

    defp shell(script) do
      options = [:exit_status, :stderr_to_stdout, :binary, args: ["-c", script]]
      shell = Port.open({:spawn_executable, "/bin/sh"}, options)
      {:os_pid, pid} = Port.info(shell, :os_pid)
      {shell, pid}
    end

    # What came until the programs were stopped.
    defp all(ref) do
      receive do
        {:honey_events, ^ref, events} -> events ++ all(ref)
        {:honey_closed, ^ref} -> []
      end
    end

    test "what a shell starts, and how it ends" do
      {shell, pid} =
        shell(~S"""
        read go
        ulimit -c 0
        /bin/sh -c 'exit 3'
        /bin/sh -c 'kill -TERM $$'
        /bin/sh -c 'kill -KILL $$'
        /bin/sh -c 'kill -SEGV $$'
        /bin/sh -c 'trap : USR1; kill -USR1 $$; exit 0'
        /bin/sh -c 'exec /bin/sleep 0.01'
        /nowhere/command
        exit 0
        """)

      {:ok, log} = Honey.start_link(CommandLog, vars: [ancestor: pid])
      {:ok, ref} = Events.subscribe(log, :events, active: true)
      Port.command(shell, "go\n")
      assert_receive {^shell, {:exit_status, 0}}, 30_000
      Honey.stop(log)
      events = all(ref)

      told =
        Enum.map(events, fn
          %Exec{} = exec -> exec.file
          %Exit{ending: ending} = exit -> {exit.comm, ending.how, ending.code}
        end)

      assert told == [
               "/bin/sh",
               {"sh", :status, 3},
               "/bin/sh",
               {"sh", :signal, 15},
               "/bin/sh",
               {"sh", :signal, 9},
               "/bin/sh",
               {"sh", :signal, 11},
               "/bin/sh",
               {"sh", :status, 0},
               "/bin/sh",
               "/bin/sleep",
               {"sleep", :status, 0}
             ]

      assert Enum.all?(events, &(&1.parent == pid))
      assert %Exit{ns: slept} = List.last(events)
      assert slept > 10_000_000
    end

    test "the command shows lines, and a summary" do
      # Enough turns for the command to see some, and an end if the test has none.
      {shell, pid} = shell("n=0; while [ $n -lt 1000 ] && sleep 0.02; do n=$((n + 1)); done")

      arguments = ["--under", "#{pid}", "--count", "40", "--seconds", "60"]
      text = capture_io(fn -> CLI.main(arguments) end)
      {"", 0} = System.cmd("kill", ["#{pid}"])
      assert_receive {^shell, {:exit_status, _}}, 30_000

      assert [_head | lines] = String.split(text, "\n")
      assert {lines, ["", "COMMAND" <> _, "sleep" <> row | _]} = Enum.split(lines, 40)
      {execs, exits} = Enum.split_with(lines, &String.starts_with?(&1, "exec"))
      assert Enum.all?(execs, &(&1 =~ ~r"^exec +\d+ +#{pid}  .*sleep$"))
      assert Enum.all?(exits, &(&1 =~ ~r"^exit +\d+ +#{pid}  sleep +status 0 +[\d.]+ ms$"))
      assert [count, _, "ms" | _] = String.split(row)
      assert count == to_string(length(exits))
    end
  end
end
