defmodule Honey.OwnerTest do
  # One of the tests kills the table of all owners, which others would miss.
  use ExUnit.Case, async: false

  alias Honey.Error
  alias Honey.Test.{Elf, Kernel}

  @moduletag Kernel.tags()

  @kill Honey.OwnerTest.Kill
  @refused Honey.OwnerTest.Refused
  @unattachable Honey.OwnerTest.Unattachable

  setup_all do
    Kernel.mount_tracefs()

    program = fn name, section ->
      %{name: name, arity: 1, section: section, elf_name: to_string(name), line: 1}
    end

    map = fn name, type ->
      %{name: name, elf_name: to_string(name), type: type, key: :u32, value: :u64}
    end

    Elf.module(@kill, Elf.build!("kill"),
      programs: [
        program.(:on_kill, "tracepoint/syscalls/sys_enter_kill"),
        program.(:on_exec, "tracepoint/sched/sched_process_exec")
      ],
      maps: [map.(:wanted, :bpf_array), map.(:seen, :bpf_hash), map.(:entered, :bpf_percpu_array)]
    )

    Elf.module(@refused, Elf.build!("refused"),
      programs: [program.(:unchecked, "tracepoint/sched/sched_process_exec")]
    )

    section = "tracepoint/sched/nothing_of_that_name"

    Elf.module(@unattachable, Elf.build!("section", SECTION: inspect(section)),
      programs: [
        program.(:first, "tracepoint/sched/sched_process_exec"),
        program.(:second, section)
      ]
    )

    :ok
  end

  defp object(pid) do
    {:ok, object} = Honey.Owners.object(pid)
    object
  end

  defp gone?(object) do
    Kernel.eventually(fn -> not Enum.any?(object.programs, &Kernel.program?(&1.id)) end)
  end

  test "loads, attaches, and answers for its object by pid" do
    assert {:ok, owner} = Honey.start_link(@kill)
    me = Elf.signalled(1)
    assert Honey.Map.put(owner, :wanted, 0, me) == :ok
    Elf.signal(1)
    assert Honey.Map.get(owner, :seen, me) == 1
    assert %Honey.Map{name: :seen} = map = Honey.map(owner, :seen)
    assert Enum.to_list(map) == [{me, 1}]
    assert Honey.errors(owner) == []

    assert Honey.detach(owner) == :ok
    Elf.signal(1)
    assert Honey.Map.get(owner, :seen, me) == 1
    assert {:ok, [_, _]} = Honey.attach(owner)
    assert {:error, %Error{reason: :eexist} = error} = Honey.attach(owner, :on_exec, [])
    assert Exception.message(error) =~ "the program is attached there already"
    assert {:error, %Error{reason: :unknown_map}} = Honey.Map.get(owner, :sen, 1)

    object = object(owner)
    assert Honey.stop(owner) == :ok
    refute Process.alive?(owner)
    assert gone?(object)
    assert Honey.stop(owner) == :ok
    assert Honey.detach(owner) == :ok
    assert Honey.unload(owner) == :ok
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(owner, :seen, me)
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(map, me)
    assert {:error, %Error{reason: :closed}} = Honey.attach(owner)
    assert {:error, %Error{reason: :closed}} = Honey.errors(owner)
  end

  test "answers by name, local, global and via" do
    {:ok, _} = Registry.start_link(keys: :unique, name: Honey.OwnerTest.Registry)

    for name <- [
          :honey_owner_test,
          {:global, make_ref()},
          {:via, Registry, {Honey.OwnerTest.Registry, 1}}
        ] do
      assert {:ok, owner} = Honey.start_link(@kill, name: name, attach: [on_kill: false])
      assert Honey.Map.put(name, :seen, 1, 2) == :ok
      assert Honey.Map.get(name, :seen, 1) == 2
      assert Honey.start_link(@kill, name: name) == {:error, {:already_started, owner}}
      assert Honey.stop(name) == :ok
      assert Honey.stop(name) == :ok
      assert {:error, %Error{reason: :closed}} = Honey.Map.get(name, :seen, 1)
    end
  end

  test "a registry that is none is told so" do
    for {name, text} <- [
          {{:via, NoSuchModule, 1}, "NoSuchModule.register_name/2 is undefined"},
          {{:via, Registry, {NoSuchRegistry, 1}}, "unknown registry: NoSuchRegistry"}
        ] do
      assert {:error, %Error{step: :owner, reason: :name} = error} =
               Honey.start_link(@kill, name: name)

      assert Exception.message(error) =~ "the name #{inspect(name)} cannot be registered: "
      assert Exception.message(error) =~ text
    end

    for name <- [
          {:via, NoSuchModule, 1},
          {:via, Registry, 1},
          {:via, 1, 1}
        ] do
      assert {:error, %Error{reason: :not_an_owner} = error} = Honey.Map.get(name, :seen, 1)
      assert {:error, ^error} = Honey.stop(name)
      assert Exception.message(error) =~ "no object: #{inspect(name)} is neither an object nor"
    end

    # Nor is a port, or what a registry does in place of an answer.
    defmodule Throws do
      def whereis_name(_name), do: throw(:nothing)
    end

    port = Port.open({:spawn, "cat"}, [])
    Process.register(port, :honey_owner_port)

    for name <- [:honey_owner_port, {:via, Throws, 1}] do
      assert {:error, %Error{reason: :not_an_owner}} = Honey.Map.get(name, :seen, 1)
      assert {:error, %Error{reason: :not_an_owner}} = Honey.stats(name)
    end

    Port.close(port)

    # One that does not run may do so again.
    name = {:via, Registry, {NoSuchRegistry, 1}}
    assert {:error, %Error{reason: :closed} = error} = Honey.Map.get(name, :seen, 1)
    assert Exception.message(error) =~ "unknown registry: NoSuchRegistry"
    assert Honey.stop(name) == :ok
  end

  test "its object is given by its name" do
    {:ok, pid} = Honey.start_link(@kill, name: :honey_owner_object)
    assert {:ok, %Honey.Object{module: @kill} = object} = Honey.object(:honey_owner_object)
    assert Honey.object(pid) == {:ok, object}
    assert Honey.object(object) == {:ok, object}
    Honey.stop(pid)
    assert {:error, %Error{step: :owner, reason: :closed}} = Honey.object(:honey_owner_object)
    assert {:error, %Error{reason: :not_an_owner}} = Honey.object(self())
  end

  test "killed, it leaves nothing" do
    Process.flag(:trap_exit, true)
    {:ok, owner} = Honey.start_link(@kill)
    object = object(owner)
    Process.exit(owner, :kill)
    assert_receive {:EXIT, ^owner, :killed}
    assert gone?(object)
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(owner, :seen, 1)
    assert Kernel.eventually(fn -> :ets.lookup(Honey.Owners, owner) == [] end)
    assert Kernel.eventually(fn -> :ets.lookup(Honey.Owners, {owner, :seen}) == [] end)
  end

  test "stray messages do not end it" do
    {:ok, owner} = Honey.start_link(@kill, attach: [on_kill: false])

    log =
      ExUnit.CaptureLog.capture_log(fn ->
        GenServer.cast(owner, :stray)
        send(owner, :stray)
        assert catch_exit(GenServer.call(owner, {:no, :such, :call}, 100))
        assert Honey.Map.get(owner, :wanted, 0) == 0
      end)

    assert log =~ "takes no cast of others, and ignored :stray"
    assert log =~ "takes no call of others, and ignored {:no, :such, :call}"
    Honey.stop(owner)
  end

  test "a map that is not there is told with the nearest name, and a stream raises it" do
    {:ok, owner} = Honey.start_link(@kill, attach: [on_kill: false])

    assert {:error, %Error{reason: :unknown_map, map: :wantet} = error} =
             Honey.Map.get(owner, :wantet, 0)

    assert error.hint == "did you mean `wanted`?"
    assert_raise Error, ~r/has no map :wantet/, fn -> Honey.Map.stream(owner, :wantet) end
    Honey.stop(owner)
    assert_raise Error, fn -> owner |> Honey.Map.stream(:wanted) |> Enum.to_list() end
  end

  test "dies with its parent" do
    test = self()

    {parent, _} =
      spawn_monitor(fn ->
        {:ok, owner} = Honey.start_link(@kill)
        send(test, {:started, owner, object(owner)})
        receive do: (:end -> exit(:shutdown))
      end)

    assert_receive {:started, owner, object}
    monitor = Process.monitor(owner)
    send(parent, :end)
    assert_receive {:DOWN, ^monitor, _, _, :shutdown}
    assert gone?(object)
  end

  test "a start that fails answers, and sends no exit signal" do
    assert {:error, %Error{step: :load, program: :unchecked}} = Honey.start_link(@refused)
    assert {:error, %Error{reason: :not_honey}} = Honey.start_link(Enum)

    assert {:error, %Error{step: :attach, program: :second}} =
             Honey.start_link(@unattachable, name: :honey_owner_failed)

    assert Process.whereis(:honey_owner_failed) == nil
    Process.flag(:trap_exit, true)
    assert {:error, %Error{}} = Honey.start_link(@refused)
    refute_received {:EXIT, _, _}
  end

  test "options are checked before anything starts" do
    assert_raise ArgumentError, ~r/unknown option :nme .* :name, .*did you mean :name/, fn ->
      Honey.start_link(@kill, nme: 1)
    end

    assert_raise ArgumentError, ~r/`name:` wants an atom/, fn ->
      Honey.start_link(@kill, name: "x")
    end

    assert_raise ArgumentError,
                 ~r/unknown program :on_kil in `attach:`: the programs are :on_kill, :on_exec; did you mean :on_kill\?/,
                 fn ->
                   Honey.start_link(@kill, attach: [on_kil: false])
                 end

    assert_raise ArgumentError,
                 ~r/`attach:` wants a keyword list like \[on_kill: false\], got: false; programs that/,
                 fn -> Honey.start_link(@kill, attach: false) end
  end

  test "options of attach that are wrong are the caller's, and do not end it" do
    {:ok, owner} = Honey.start_link(@kill, attach: [on_kill: false])

    assert_raise ArgumentError, ~r/unknown option :interfce of Honey.attach\/3/, fn ->
      Honey.attach(owner, :on_kill, interfce: "eth0")
    end

    assert_raise ArgumentError, ~r/`interface:` wants the name/, fn ->
      Honey.attach(owner, :on_kill, interface: 1)
    end

    assert {:ok, _} = Honey.attach(owner, :on_kill, [])
    Honey.stop(owner)
  end

  test "a supervisor starts, restarts and stops it" do
    children = [
      {Honey, {@kill, name: :honey_owner_one}},
      {Honey, {@kill, name: :honey_owner_two, attach: [on_exec: false]}},
      {Honey, @kill}
    ]

    assert [%{id: {Honey, :honey_owner_one}}, _, %{id: {Honey, @kill}}] =
             Enum.map(children, &Supervisor.child_spec(&1, []))

    for wrong <- [{Counter, [1 | 2]}, {Counter, [:name]}, {Counter, %{}}, {"Counter", []}, 5] do
      assert_raise ArgumentError, ~r/^a child of Honey's is a module, or {module, options}/, fn ->
        Honey.child_spec(wrong)
      end
    end

    {:ok, supervisor} = Supervisor.start_link(children, strategy: :one_for_one)
    first = Process.whereis(:honey_owner_one)
    objects = for {_, pid, _, _} <- Supervisor.which_children(supervisor), do: object(pid)

    Process.exit(first, :kill)

    assert Kernel.eventually(fn ->
             pid = Process.whereis(:honey_owner_one)
             pid not in [nil, first] and Honey.Map.put(:honey_owner_one, :seen, 1, 1) == :ok
           end)

    restarted = object(Process.whereis(:honey_owner_one))
    Supervisor.stop(supervisor)
    assert Enum.all?([restarted | objects], &gone?/1)
  end

  # What the guides show, under names of this test's.
  defp shown(guide, pattern) do
    blocks = Regex.scan(~r/^```elixir\n(.*?)^```$/ms, File.read!("guides/#{guide}.md"))
    [code] = for [_, code] <- blocks, code =~ pattern, do: code
    String.replace(code, "Execs", "Honey.OwnerTest.Execs")
  end

  test "a reader goes on with the owner that comes after one that was killed, as the guide has it" do
    code = shown("supervision", ~r/^defmodule Execs do/) <> shown("supervision", ~r/Execs.Reader/)
    modules = for {module, _} <- Code.compile_string(code), do: module
    on_exit(fn -> Enum.each(modules, &Elf.purge/1) end)
    [execs, reader] = Enum.sort(modules)
    name = :honey_owner_reader

    children = [{Honey, {execs, name: name}}, {reader, name}]
    start = {Supervisor, :start_link, [children, [strategy: :one_for_one, max_restarts: 100]]}
    supervisor = start_supervised!(%{id: :readers, start: start, type: :supervisor})
    pid = Process.whereis(reader)

    for n <- 1..10 do
      owner = Process.whereis(name)
      if owner, do: Process.exit(owner, :kill)
      Process.sleep(n * 5)
    end

    assert Kernel.eventually(fn -> Honey.Map.put(name, :execs, 7, 70) == :ok end)
    assert Kernel.eventually(fn -> match?({:current, %{7 => 70}}, reader.latest()) end)
    assert Process.whereis(reader) == pid

    # Without an owner it waits, with what it has read.
    :ok = Supervisor.terminate_child(supervisor, {Honey, name})
    assert Kernel.eventually(fn -> match?({:waiting, %{7 => 70}}, reader.latest()) end)
  end

  test "a subscriber goes on with the next owner, as the guide has it" do
    code = """
    defmodule Honey.OwnerTest.Subscriber do
      use GenServer
      def init({owner, test}), do: {:ok, subscribe(%{owner: owner, ref: nil, test: test})}

      def handle_info({:honey_events, ref, events}, %{ref: ref} = state) do
        send(state.test, {:seen, events})
        {:noreply, state}
      end

      #{shown("events", ~r/defp subscribe/)}
    end
    """

    ring = """
    defmodule Honey.OwnerTest.Ring do
      use Honey, license: "GPL", kernel: "5.14"
      deftype Call, number: :u32
      defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Call]

      @sec "syscall"
      def emit(_ctx) do
        Honey.Events.emit(:events, %Call{number: 7})
        0
      end
    end
    """

    [subscriber] = for {module, _} <- Code.compile_string(code), do: module
    modules = for {module, _} <- Code.compile_string(ring), do: module
    on_exit(fn -> Enum.each([subscriber | modules], &Elf.purge/1) end)
    ring = Enum.find(modules, &function_exported?(&1, :__honey__, 1))
    name = :honey_owner_ring
    {:ok, pid} = GenServer.start_link(subscriber, {name, self()})

    for _ <- 1..3 do
      {:ok, owner} = Honey.start_link(ring, name: name)

      assert Kernel.eventually(fn ->
               {:ok, _} = Honey.test_run(name, :emit)
               receive do: ({:seen, [%{number: 7} | _]} -> true), after: (0 -> false)
             end)

      Honey.stop(owner)
    end

    assert Process.alive?(pid)
  end

  test "a process that owns no object is told so, and left alone" do
    agent = start_supervised!({Agent, fn -> 1 end})
    assert {:error, %Error{reason: :not_an_owner}} = Honey.stop(agent)
    assert {:error, %Error{reason: :not_an_owner}} = Honey.detach(agent)
    assert {:error, %Error{reason: :not_an_owner}} = Honey.Map.get(agent, :seen, 1)
    assert Agent.get(agent, & &1) == 1
  end

  describe "give_away" do
    # A process that waits, and does what it is told.
    defp helper do
      spawn(fn ->
        receive do
          {:do, from, function} -> send(from, {:done, function.()})
        end

        receive do: (:end -> :ok)
      end)
    end

    defp in_process(pid, function) do
      send(pid, {:do, self(), function})
      assert_receive {:done, result}
      result
    end

    test "an object lives as long as whom it was given to" do
      test = self()

      {loader, monitor} =
        spawn_monitor(fn ->
          object = Honey.load!(@kill)
          send(test, {:loaded, object})
          receive do: ({:give, to} -> send(test, {:given, Honey.give_away(object, to)}))
        end)

      assert_receive {:loaded, object}
      owner = helper()
      send(loader, {:give, owner})
      assert_receive {:given, :ok}
      assert_receive {:DOWN, ^monitor, _, _, :normal}

      Process.sleep(100)
      assert Honey.Map.put(object, :seen, 1, 2) == :ok
      assert Enum.all?(object.programs, &Kernel.program?(&1.id))

      Process.exit(owner, :kill)
      assert gone?(object)
      assert {:error, %Error{reason: :closed}} = Honey.give_away(object, self())
    end

    test "it may go from hand to hand, also back" do
      object = Honey.load!(@kill)
      owner = helper()
      me = self()
      assert Honey.give_away(object, owner) == :ok
      assert in_process(owner, fn -> Honey.give_away(object, me) end) == :ok
      assert Honey.give_away(object, self()) == :ok

      monitor = Process.monitor(owner)
      send(owner, :end)
      assert_receive {:DOWN, ^monitor, _, _, _}
      Process.sleep(100)
      assert Honey.Map.put(object, :seen, 1, 2) == :ok
      assert Honey.unload(object) == :ok
      assert gone?(object)
    end

    test "is refused to others, for the dead, and for what a process owns for good" do
      object = Honey.load!(@kill)
      other = helper()

      assert {:error, %Error{reason: :not_owner} = error} =
               in_process(other, fn -> Honey.give_away(object, other) end)

      assert Exception.message(error) =~
               "giving the object away failed: the calling process does not own the object"

      assert {:error, %Error{reason: :noproc}} =
               Honey.give_away(object, spawn(fn -> :ok end) |> dead())

      Process.exit(other, :kill)
      Process.sleep(50)
      assert Honey.Map.put(object, :seen, 1, 2) == :ok
      Honey.unload(object)

      {:ok, owner} = Honey.start_link(@kill, attach: [on_exec: false])
      assert {:error, %Error{reason: :not_owner}} = Honey.give_away(owner, self())
      Honey.stop(owner)
      assert {:error, %Error{reason: :closed}} = Honey.give_away(owner, self())
    end

    defp dead(pid) do
      monitor = Process.monitor(pid)
      assert_receive {:DOWN, ^monitor, _, _, _}
      pid
    end
  end

  test "an owner enters a restarted table again" do
    {:ok, owner} = Honey.start_link(@kill, attach: [on_exec: false])
    Process.exit(Process.whereis(Honey.Owners), :kill)
    assert Kernel.eventually(fn -> Honey.Map.put(owner, :seen, 1, 1) == :ok end)
    Honey.stop(owner)
  end
end
