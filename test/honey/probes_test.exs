defmodule Honey.ProbesTest do
  use ExUnit.Case, async: false

  alias Honey.Probes

  doctest Honey.Probes

  @tracefs Enum.find(
             ["/sys/kernel/tracing/events", "/sys/kernel/debug/tracing/events"],
             &match?({:ok, [_ | _]}, File.ls(&1))
           )

  describe "names/1" do
    test "finds an event by its whole name alone" do
      assert Probes.names("sched_switch") == ["sched/sched_switch"]
      assert Probes.names("sched/sched_switch") == ["sched/sched_switch"]
    end

    test "finds parts of names, and names with stars" do
      parts = Probes.names("sched_process")
      assert "sched/sched_process_exec" in parts
      assert Enum.all?(parts, &(&1 =~ "sched_process"))

      opens = Probes.names("syscalls/sys_enter_open*")
      assert "syscalls/sys_enter_openat" in opens
      refute "syscalls/sys_exit_openat" in opens
      assert Probes.names("sys_enter_op?nat") == []
    end

    test "takes names with a colon, as tracefs has them" do
      assert Probes.names("sched:sched_switch") == ["sched/sched_switch"]
      assert Probes.names("sched:*") == Probes.names("sched/*")
      assert Probes.suggest("sched:sched_swich") == "sched/sched_switch"
      refute Enum.any?(Honey.Nif.tracepoints(), &(&1 =~ ":"))
    end

    test "lists each tracepoint once" do
      names = Honey.Nif.tracepoints()
      assert length(names) > 2_000
      assert names == Enum.uniq(names)
      assert names == Enum.sort(names)
    end
  end

  describe "fetch/2" do
    test "is nil for what is no tracepoint, whatever its name" do
      for name <- [
            "sched/sched_swotch",
            "",
            "/",
            String.duplicate("a", 10_000),
            "a\0b",
            "# kernels"
          ],
          do: assert(Probes.fetch(name) == nil)
    end

    # The compiler is the one that must agree.
    for name <- [
          "sched/sched_switch",
          "sched/sched_process_exec",
          "syscalls/sys_enter_openat",
          "irq/irq_handler_entry",
          "sched/sched_process_fork",
          "signal/signal_generate",
          "sock/inet_sock_set_state",
          "raw_syscalls/sys_enter",
          "ext4/ext4_mb_release_group_pa",
          "dma/dma_map_sg",
          "devlink/devlink_hwmsg"
        ] do
      test "says of #{name} what programs can read" do
        probe = Probes.fetch(unquote(name))
        readable = for %{readable: true, kernels: :all} = field <- probe.fields, do: field
        assert readable != []
        assert refused(probe.section, Enum.map(readable, &read/1)) == []

        for field <- probe.fields, field not in readable do
          assert [code] = refused(probe.section, ["ctx.#{field.name}"])
          assert code in [:unsupported, :kernel_too_old, :field_gone], field.name
        end
      end
    end

    test "counts the kernels from the module's oldest on" do
      since = fn kernel ->
        %{fields: fields} = Probes.fetch("sched/sched_process_fork", kernel)
        for %{name: "parent_comm", kernels: kernels} <- fields, do: kernels
      end

      assert since.({5, 10}) == [{:since, "6.18"}]
      assert since.({6, 18}) == [:all]
    end

    if @tracefs do
      test "knows whether the running kernel has it" do
        for name <- Probes.names("sched/*") ++ Probes.names("kvm/*"),
            do: assert(Probes.fetch(name).here == File.dir?(Path.join(@tracefs, name)), name)
      end
    end
  end

  # As the task shows it.
  defp read(%{string: nil, data: nil, name: name}), do: "ctx.#{name}"
  defp read(%{string: nil, data: call}), do: call
  defp read(%{string: call}), do: call

  # The codes of what the compiler says against a program that reads fields so.
  defp refused(section, reads) do
    source = """
    defmodule Honey.ProbesTest.Reads#{System.unique_integer([:positive])} do
      use Honey, license: "GPL"

      import Honey.BpfHelpers

      @sec "#{section}"
      def program(ctx) do
        #{Enum.map_join(reads, "\n", &"_ = #{&1}")}
        0
      end
    end
    """

    ExUnit.CaptureIO.capture_io(:stderr, fn ->
      send(self(), {:codes, codes(source)})
    end)

    receive do: ({:codes, codes} -> codes)
  end

  defp codes(source) do
    for {module, _} <- Code.compile_string(source) do
      :code.purge(module)
      :code.delete(module)
    end

    []
  rescue
    error in Honey.CompileError -> Enum.map(error.diagnostics, & &1.code)
  end

  describe "mix honey.probes" do
    setup do
      shell = Mix.shell()
      Mix.shell(Mix.Shell.Process)
      on_exit(fn -> Mix.shell(shell) end)
    end

    test "shows one tracepoint with its fields" do
      text = run(["sched_switch"])
      assert text =~ ~r/^tracepoint\/sched\/sched_switch$/m
      assert text =~ ~r/^  ctx.prev_pid    :s32$/m
      assert text =~ ~r/^  ctx.prev_comm   string of at most 16 bytes$/m
    end

    test "shows several by their names, which @sec takes" do
      lines = ["sched/*"] |> run() |> String.split("\n")
      assert "tracepoint/sched/sched_switch" in lines
      assert Enum.all?(lines, &(&1 =~ ~r{^tracepoint/sched/\w+$}))
    end

    test "shows how the string at an address of chars is read, and where" do
      assert run(["sys_enter_chdir"]) =~
               """
                 ctx.filename      address of char, in user memory
                                   as a string: bpf_probe_read_user_str(ctx.filename, 64)

                 Where a call begins, the string may not be in memory yet: keep its address,
                 and read it in syscalls/sys_exit_chdir\
               """

      # Its memory is another one at the exit.
      execve = run(["sys_enter_execve"])
      assert execve =~ "as a string: bpf_probe_read_user_str(ctx.filename, 64)"
      refute execve =~ "sys_exit"

      kernel = run(["rcu_utilization"])
      assert kernel =~ "as a string: bpf_probe_read_kernel_str(ctx.s, 64)"
      refute kernel =~ "sys_exit"

      # A buffer, whose length is another argument.
      refute run(["sys_enter_write"]) =~ "as a string"
    end

    test "of several, says what shows their fields" do
      assert [first | _] = ["nanosleep"] |> run() |> String.split("\n")

      assert_received {:mix_shell, :info,
                       ["\nA whole name shows the fields: mix honey.probes " <> name]}

      assert "tracepoint/" <> name == first
      run(["sys_enter_nanosleep"])
      refute_received {:mix_shell, :info, _}
    end

    test "stays within 80 columns" do
      for name <- Enum.take_every(Honey.Nif.tracepoints(), 23),
          line <- name |> Probes.fetch() |> Probes.to_text() |> String.split("\n"),
          do: assert(String.length(line) <= 80)
    end

    test "prints JSON" do
      assert run(["sched_switch", "--json"]) =~
               ~S({"data":null,"kernels":"all","name":"prev_pid","readable":true,"string":null,"type":":s32"})

      assert run(["sched/sched_process_*", "--json"]) =~ ~S("sched/sched_process_exec")
    end

    test "says what is wrong with what it was given" do
      assert_raise Mix.Error, ~r/did you mean sched\/sched_switch\?/, fn ->
        run(["sched_swich"])
      end

      assert_raise Mix.Error, ~r/no tracepoint that Honey knows/, fn -> run(["%&/"]) end
      assert_raise Mix.Error, ~r/--all is not an option/, fn -> run(["sched", "--all"]) end
      assert_raise Mix.Error, ~r/which tracepoints\?/, fn -> run([]) end

      assert_raise Mix.Error, ~r/--kernel "six" is no version/, fn ->
        run(["sched", "--kernel", "six"])
      end
    end

    defp run(arguments) do
      Mix.Tasks.Honey.Probes.run(arguments)
      assert_received {:mix_shell, :info, [text]}
      text
    end
  end
end
