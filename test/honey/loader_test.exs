defmodule Honey.LoaderTest do
  # The descriptors of this process are counted, which others would disturb.
  use ExUnit.Case, async: false

  alias Honey.{Error, Link, Object}
  alias Honey.Object.Loading
  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  setup_all do
    Kernel.mount_tracefs()
    {:ok, run: Elf.build!("run"), kill: Elf.build!("kill")}
  end

  defp ids(object) do
    {Enum.map(object.programs, & &1.id), Enum.map(Map.values(object.maps), & &1.id)}
  end

  defp gone?({programs, maps}) do
    Kernel.eventually(fn ->
      not Enum.any?(programs, &Kernel.program?/1) and not Enum.any?(maps, &Kernel.map?/1)
    end)
  end

  # A process that loads, reports, and then lives until it is told otherwise.
  defp owner(elf) do
    test = self()

    {pid, monitor} =
      spawn_monitor(fn ->
        object = Honey.load_binary!(elf)
        {:ok, links} = Honey.attach(object)
        send(test, {:loaded, object, links})
        receive do: (:end -> :ok)
      end)

    assert_receive {:loaded, object, links}
    {pid, monitor, object, links}
  end

  defp count(object), do: Honey.Map.get(object, :seen, Elf.signalled(0)) || 0

  # How many descriptors are open once closing, which ends on a thread of its own, is done for objects before.
  defp open_at_rest(before \\ nil) do
    case length(File.ls!("/proc/self/fd")) do
      ^before ->
        before

      open ->
        Process.sleep(100)
        open_at_rest(open)
    end
  end

  defp no_more?(open), do: Kernel.eventually(fn -> length(File.ls!("/proc/self/fd")) <= open end)

  describe "load" do
    test "says what is in the object, as the kernel has it", %{kill: elf} do
      assert {:ok, %Object{} = object} = Honey.load_binary(elf, name: "kill")

      assert [
               %{
                 name: :on_kill,
                 section: "tracepoint/syscalls/sys_enter_kill",
                 type: "tracepoint"
               },
               _
             ] = object.programs

      assert %Honey.Map{type: :bpf_hash, key: :u32, value: :u64, max_entries: 16} =
               Honey.map(object, :seen)

      {programs, maps} = ids(object)
      assert Enum.all?(programs, &Kernel.program?/1)
      assert Enum.all?(maps, &Kernel.map?/1)
      assert Honey.unload(object) == :ok
      assert gone?({programs, maps})
    end

    test "takes names, types and sites of a module, and never asks it again", %{kill: elf} do
      module =
        Elf.module(Honey.LoaderTest.Module, elf,
          programs: [
            %{name: :kill?, arity: 1, section: "tracepoint/x", elf_name: "on_kill", line: 3},
            %{name: :exec!, arity: 1, section: "tracepoint/y", elf_name: "on_exec", line: 9}
          ],
          maps: [
            %{name: :visited, elf_name: "seen", type: :bpf_hash, key: :s32, value: :u64},
            %{name: :wanted, elf_name: "wanted", type: :bpf_array, key: :u32, value: :u64}
          ]
        )

      object = Honey.load!(module, attach: [exec!: false])
      Elf.purge(module)

      assert %{name: :kill?, line: 3, type: "tracepoint"} = hd(object.programs)
      assert Honey.Map.put(object, :visited, -1, 7) == :ok
      assert Honey.Map.to_list(object, :visited) == [{-1, 7}]
      assert {:ok, [%Link{program: :kill?}]} = Honey.attach(object)
      assert {:ok, %Link{program: :exec!}} = Honey.attach(object, :exec!, [])
      Honey.unload(object)
    end

    test "refuses what a module's definition has wrong", %{kill: elf} do
      maps = [%{name: :visited, elf_name: "seen", type: :bpf_hash, key: :u64, value: :u64}]
      module = Elf.module(Honey.LoaderTest.Wrong, elf, maps: maps)

      assert {:error, %Error{step: :load, reason: :size, map: :visited} = error} =
               Honey.load(module)

      assert Exception.message(error) =~ "its keys have 4 bytes and its values 8"
    end

    test "types maps of other objects from their BTF, or from the caller", %{kill: elf} do
      object = Honey.load_binary!(elf, maps: [seen: [key: :binary, value: :s64]])
      assert Honey.Map.put(object, :seen, <<1::32-native>>, -5) == :ok
      assert Honey.Map.to_list(object, :seen) == [{<<1::32-native>>, -5}]
      Honey.unload(object)
    end

    test "reads files", %{run: elf} do
      path = Path.join(System.tmp_dir!(), "honey-#{System.pid()}.bpf.o")
      File.write!(path, elf)
      on_exit(fn -> File.rm(path) end)

      assert {:ok, object} = Honey.load_file(path)
      assert object.name == "honey-#{System.pid()}"
      Honey.unload(object)

      assert {:error, %Error{step: :open, errno: :enoent}} = Honey.load_file(path <> ".not")
      assert_raise Error, ~r/cannot read/, fn -> Honey.load_file!(path <> ".not") end
    end

    test "answers an error for what is no object" do
      assert {:error, %Error{step: :open, reason: :libbpf_format} = error} =
               Honey.load_binary("ELF")

      assert Exception.message(error) =~ "no BPF object"
      assert {:error, %Error{step: :open}} = Honey.load_binary("")
      assert {:error, %Error{reason: :not_honey} = error} = Honey.load(Enum)
      assert Exception.message(error) =~ "Enum is not a module that says `use Honey`"
      assert_raise Error, fn -> Honey.load!(Enum) end
      assert {:error, %Error{reason: :not_honey} = error} = Honey.load(NoSuchModule)
      assert Exception.message(error) =~ "there is no module NoSuchModule"
      # A library has no program.
      assert {:error, %Error{reason: :not_honey}} = Honey.load(Honey.Endian)
    end

    # libbpf 1.1 follows a pointer to nothing, and the BEAM was killed.
    test "refuses a map of type struct_ops that is none" do
      assert {:error, %Error{step: :open, errno: :eopnotsupp} = error} =
               Honey.load_binary(Elf.build!("struct_ops"))

      assert Exception.message(error) =~
               "one of its maps is of type struct_ops, and is not defined in"
    end

    # libbpf 1.1 follows the number, and the BEAM was killed.
    test "refuses types that refer to none", %{kill: elf} do
      header = <<0xEB9F::little-16, 1, 0, 24::little-32>>
      variable = <<0x0E000000::little-32>>
      [code, types] = :binary.split(elf, header)
      [before, <<_type::32, rest::binary>>] = :binary.split(types, variable)
      wrong = code <> header <> before <> variable <> <<0x2015::little-32>> <> rest

      assert {:error, %Error{step: :open, reason: :btf} = error} = Honey.load_binary(wrong)

      assert Exception.message(error) =~
               ~r/the ELF's .BTF has type \d+ that refers to type 8213 of/
    end

    test "refuses names that are no text, and leaves nothing", %{kill: elf} do
      open = open_at_rest()

      for {kind, name} <- [map: "seen", program: "on_kill", section: "tracepoint/sched"] do
        <<_, rest::binary>> = name
        wrong = :binary.replace(elf, name, <<255, rest::binary>>, [:global])
        assert wrong != elf

        assert {:error, %Error{step: :open, reason: :name} = error} = Honey.load_binary(wrong)
        assert Exception.message(error) =~ "the name of a #{kind} in the ELF, <<255, "
        assert Exception.message(error) =~ "is not UTF-8"
        assert String.valid?(Exception.message(error))
      end

      assert no_more?(open)
    end

    test "closes what it was about to make when something raises", %{kill: elf} do
      open = open_at_rest()

      blueprint = %{
        elf: elf,
        name: "kill",
        module: nil,
        programs: nil,
        maps: nil,
        vars: [],
        types: [],
        given: [],
        files: []
      }

      test = self()

      assert_raise RuntimeError, "midway", fn ->
        Loading.run(blueprint, fn ref ->
          :ok = Honey.LoaderNif.object_load(ref)
          send(test, {:ref, ref})
          raise "midway"
        end)
      end

      assert_received {:ref, ref}
      assert {:error, :closed} = Honey.LoaderNif.object_alive(ref)
      assert no_more?(open)
    end

    test "keeps the verifier's log, whole, and says where" do
      assert {:error, error} = Honey.load_binary(Elf.build!("refused"))

      assert %Error{step: :load, program: :unchecked, errno: :eacces, reason: :eacces} = error
      assert error.log =~ "invalid mem access 'map_value_or_null'"
      assert Exception.message(error) =~ "a lookup's result is used where it may be nil"

      # Kernels before 6.9 do not say where.
      if error.source, do: assert(%{file: "refused.bpf.c", line: 25} = error.source)
    end

    test "makes room for a log of megabytes" do
      assert {:error, error} = Honey.load_binary(Elf.build!("refused", STEPS: 40_000))
      assert byte_size(error.log) > 2_000_000
      assert error.log =~ ~r/\A[^\n]*\n0: /
      assert error.log =~ "invalid mem access 'map_value_or_null'"
      assert length(String.split(Exception.message(error), "\n")) < 40
    end

    test "names the wrong option and lists the right ones", %{kill: elf} do
      assert_raise ArgumentError, ~r/unknown option :attch .* the options are :attach/, fn ->
        Honey.load(Enum, attch: [])
      end

      assert_raise ArgumentError, ~r/`name:` wants a name as text, of at most 255 bytes/, fn ->
        Honey.load_binary(elf, name: String.duplicate("x", 256))
      end

      assert_raise ArgumentError, ~r/unknown option :size of `maps: \[seen/, fn ->
        Honey.load_binary(elf, maps: [seen: [size: 1]])
      end

      assert_raise ArgumentError, ~r/unknown type :u33 .*:u32, :u64/, fn ->
        Honey.load_binary(elf, maps: [seen: [key: :u33]])
      end

      assert_raise ArgumentError, ~r/wants false, .* or a list of options, got: 1/, fn ->
        Honey.load_binary(elf, attach: [on_kill: 1])
      end

      assert {:error, %Error{reason: :unknown_program} = error} =
               Honey.load_binary(elf, attach: [on_kil: false])

      assert Exception.message(error) =~ "it has `on_exec`, `on_kill`"
    end
  end

  describe "attach and detach" do
    test "count exactly what happened between them", %{kill: elf} do
      object = Honey.load_binary!(elf, attach: [on_exec: false])
      :ok = Honey.Map.put(object, :wanted, 0, Elf.signalled(0))

      Elf.signal(0)
      assert count(object) == 0

      assert {:ok, [%Link{program: :on_kill} = link]} = Honey.attach(object)
      for _ <- 1..5, do: Elf.signal(0)
      assert count(object) == 5
      assert [{0, counts}] = Honey.Map.to_list(object, :entered)
      assert Enum.sum(counts) == 5

      assert Honey.detach(link) == :ok
      Elf.signal(0)
      assert count(object) == 5

      assert {:ok, [%Link{}]} = Honey.attach(object)
      Elf.signal(0)
      assert count(object) == 6
      assert Honey.detach(object) == :ok
      Elf.signal(0)
      assert count(object) == 6
      Honey.unload(object)
    end

    test "attach leaves alone what is attached", %{kill: elf} do
      object = Honey.load_binary!(elf)
      assert {:ok, %Link{}} = Honey.attach(object, :on_exec, [])
      assert {:ok, [%Link{program: :on_kill}]} = Honey.attach(object)
      assert {:ok, []} = Honey.attach(object)
      Honey.unload(object)
    end

    test "a refused program undoes those before it" do
      elf = Elf.build!("section", SECTION: ~s("tracepoint/sched/sched_swich"))
      object = Honey.load_binary!(elf)

      assert {:error, %Error{step: :attach, program: :second, errno: :enoent} = error} =
               Honey.attach(object)

      assert Exception.message(error) =~ "this kernel has no tracepoint `sched/sched_swich`"
      assert Exception.message(error) =~ "hint: did you mean `sched/sched_switch`?"
      assert {:ok, %Link{program: :first}} = Honey.attach(object, :first, [])
      Honey.unload(object)
    end

    test "say what is missing" do
      for {section, text} <- [
            {"tracepoint/shed/x", "no category of tracepoints `shed`"},
            {"raw_tracepoint/shed", "no raw tracepoint `shed`"},
            {"xdp", "an XDP program is attached to a network interface, and none was named"}
          ] do
        object = Honey.load_binary!(Elf.build!("section", SECTION: ~s("#{section}")))
        assert {:error, %Error{step: :attach} = error} = Honey.attach(object, :second, [])
        assert Exception.message(error) =~ text
        Honey.unload(object)
      end
    end

    test "refuse unknown programs and options", %{kill: elf} do
      object = Honey.load_binary!(elf)

      assert {:error, %Error{reason: :unknown_program, program: :kill} = error} =
               Honey.attach(object, :kill, [])

      assert Exception.message(error) =~ "the object has no program :kill; it has `"

      assert_raise ArgumentError,
                   ~r/unknown option :interfce of Honey.attach.*did you mean :interface/,
                   fn ->
                     Honey.attach(object, :on_kill, interfce: "lo")
                   end

      assert {:error, %Error{reason: :options}} = Honey.attach(object, :on_kill, interface: "lo")

      Honey.unload(object)
    end
  end

  describe "closing" do
    test "is idempotent, from any number of processes", %{kill: elf} do
      object = Honey.load_binary!(elf)
      {:ok, [link | _]} = Honey.attach(object)
      all = ids(object)

      closers =
        for n <- 1..30 do
          Task.async(fn ->
            case rem(n, 3) do
              0 -> Honey.detach(link)
              1 -> Honey.detach(object)
              2 -> Honey.unload(object)
            end
          end)
        end

      assert Enum.all?(Task.await_many(closers, 60_000), &(&1 == :ok))
      assert gone?(all)
    end

    test "makes everything else answer :closed", %{kill: elf} do
      object = Honey.load_binary!(elf)
      map = Honey.map(object, :seen)
      :ok = Honey.unload(object)

      for answer <- [
            Honey.attach(object),
            Honey.attach(object, :on_kill, []),
            Honey.errors(object),
            Honey.test_run(object, :on_kill),
            Honey.Map.get(object, :seen, 1),
            Honey.Map.fetch(map, 1),
            Honey.Map.put(map, 1, 1),
            Honey.Map.delete(map, 1),
            Honey.Map.to_list(map),
            Honey.Map.keys(map),
            Honey.Map.count(map),
            Honey.Map.update(map, 1, 1, & &1)
          ] do
        assert {:error, %Error{reason: :closed}} = answer
      end

      assert_raise Error, ~r/closed/, fn -> Enum.to_list(map) end
      assert Honey.detach(object) == :ok
      assert Honey.unload(object) == :ok
      assert Honey.stop(object) == :ok
    end

    test "waits for readers, and readers survive it", %{kill: elf} do
      object = Honey.load_binary!(elf)

      readers =
        for _ <- 1..8 do
          Task.async(fn ->
            fn -> Honey.Map.put(object, :seen, 1, 1) end
            |> Stream.repeatedly()
            |> Enum.find(&(&1 != :ok))
          end)
        end

      Process.sleep(50)
      assert Honey.unload(object) == :ok

      for answer <- Task.await_many(readers, 60_000),
          do: assert({:error, %Error{reason: :closed}} = answer)
    end

    test "follows the owner's death, however it dies", %{kill: elf} do
      for ending <- [:end, :kill] do
        {pid, monitor, object, [link | _]} = owner(elf)
        assert Enum.all?(elem(ids(object), 0), &Kernel.program?/1)

        if ending == :end, do: send(pid, :end), else: Process.exit(pid, :kill)
        assert_receive {:DOWN, ^monitor, _, _, _}

        assert gone?(ids(object))
        assert {:error, %Error{reason: :closed}} = Honey.Map.get(object, :seen, 1)
        assert Honey.detach(link) == :ok
      end
    end

    test "does not follow from garbage collection", %{kill: elf} do
      {programs, maps} = Honey.load_binary!(elf) |> ids()
      :erlang.garbage_collect()
      Process.sleep(100)
      assert Enum.all?(programs, &Kernel.program?/1)
      assert Enum.all?(maps, &Kernel.map?/1)
    end

    test "leaves no descriptors and no programs after many rounds", %{kill: elf} do
      round = fn ->
        object = Honey.load_binary!(elf)
        {:ok, _} = Honey.attach(object)
        Honey.unload(object)
        ids(object)
      end

      round.()
      before = open_at_rest()
      last = Enum.reduce(1..20, nil, fn _, _ -> round.() end)
      # Twenty objects would hold more than a hundred; closing ends on a thread of its own.
      assert no_more?(before + 5)
      assert gone?(last)
    end

    test "follows the death of the VM", %{kill: elf} do
      path = Path.join(System.tmp_dir!(), "honey-kill-#{System.pid()}.o")
      File.write!(path, elf)
      on_exit(fn -> File.rm(path) end)

      script = """
      object = Honey.load_file!(#{inspect(path)})
      {:ok, [_, _]} = Honey.attach(object)
      IO.puts(Enum.map_join([System.pid() | Enum.map(object.programs, & &1.id)], " ", &to_string/1))
      IO.puts(Enum.map_join(object.maps, " ", fn {_, map} -> to_string(map.id) end))
      Process.sleep(:infinity)
      """

      ebin = Application.app_dir(:honey, "ebin")
      arguments = ["-pa", ebin, "-e", script]

      port =
        Port.open({:spawn_executable, System.find_executable("elixir")}, [
          :binary,
          :exit_status,
          line: 1000,
          args: arguments
        ])

      numbers = fn line -> line |> String.split() |> Enum.map(&String.to_integer/1) end
      assert_receive {^port, {:data, {:eol, first}}}, 60_000
      assert_receive {^port, {:data, {:eol, second}}}
      [pid | programs] = numbers.(first)
      maps = numbers.(second)

      assert Enum.all?(programs, &Kernel.program?/1)
      assert Enum.all?(maps, &Kernel.map?/1)
      assert {_, 0} = System.cmd("sh", ["-c", "kill -9 #{pid}"])
      assert_receive {^port, {:exit_status, _}}
      assert gone?({programs, maps})
    end
  end

  describe "test_run" do
    test "gives and takes a syscall program's context", %{run: elf} do
      object = Honey.load_binary!(elf)
      question = <<40::64-native, 2::64-native, 0::64>>

      assert {:ok, %{return: -3, ctx_out: <<_::128, 42::64-native>>, repeat: 1}} =
               Honey.test_run(object, :add, ctx: question)

      Honey.unload(object)
    end

    test "gives and takes a packet, and says how long it took", %{run: elf} do
      object = Honey.load_binary!(elf)
      packet = :binary.copy(<<7>>, 64)

      assert {:ok, %{return: 2, data_out: <<8, 7, _::binary-62>>, repeat: 1}} =
               Honey.test_run(object, :first_byte, data: packet)

      assert {:ok, %{return: 2, repeat: 10_000, duration_ns: ns}} =
               Honey.test_run(object, :first_byte, data: packet, repeat: 10_000)

      assert ns in 1..100_000
      Honey.unload(object)
    end

    test "refuses what the kernel would", %{run: elf, kill: kill} do
      object = Honey.load_binary!(elf)
      assert {:error, %Error{errno: :einval} = error} = Honey.test_run(object, :first_byte)
      assert Exception.message(error) =~ "at least 14 bytes of `:data`"

      # Linux 5.18 and later make packets of several pages, and run out of them; the others take one.
      assert {:error, %Error{errno: errno} = error} =
               Honey.test_run(object, :first_byte, data: <<0::8_000_000>>)

      assert errno in [:einval, :enomem]
      assert errno == :einval or Exception.message(error) =~ "give it less `:data`"

      assert {:error, %Error{errno: :einval} = error} =
               Honey.test_run(object, :add, ctx: <<0::524_288>>)

      assert Exception.message(error) =~ "65,535 bytes at most"
      assert {:error, %Error{errno: :einval}} = Honey.test_run(object, :add, repeat: 2)
      assert {:error, %Error{reason: :unknown_program}} = Honey.test_run(object, :sub)

      assert_raise ArgumentError, ~r/unknown option :dta/, fn ->
        Honey.test_run(object, :add, dta: "")
      end

      assert_raise ArgumentError, ~r/`data:` wants a binary/, fn ->
        Honey.test_run(object, :add, data: 1)
      end

      assert_raise ArgumentError, ~r/`repeat:`/, fn -> Honey.test_run(object, :add, repeat: 0) end
      Honey.unload(object)

      object = Honey.load_binary!(kill)

      assert {:error, %Error{step: :test_run, program: :on_kill}} =
               Honey.test_run(object, :on_kill)

      Honey.unload(object)
    end
  end

  describe "errors" do
    test "tells the sites that raised, and how often", %{run: elf} do
      site = fn n ->
        %{kind: :arithmetic, function: {:f, 1}, file: "lib/f.ex", line: n, message: "m"}
      end

      programs =
        for name <- [:raise_second, :raise_third],
            do: %{name: name, arity: 1, section: "syscall", elf_name: to_string(name), line: 1}

      module =
        Elf.module(Honey.LoaderTest.Raising, elf, sites: Enum.map(1..3, site), programs: programs)

      object = Honey.load!(module)

      assert Honey.errors(object) == []
      for _ <- 1..3, do: {:ok, _} = Honey.test_run(object, :raise_second)
      {:ok, _} = Honey.test_run(object, :raise_third, ctx: <<5::64-native>>)

      assert Honey.errors(object) == [Map.put(site.(2), :count, 3), Map.put(site.(3), :count, 5)]
      Honey.unload(object)
    end

    test "is empty where nothing can raise", %{kill: elf} do
      object = Honey.load_binary!(elf)
      assert Honey.errors(object) == []
      Honey.unload(object)
    end
  end
end
