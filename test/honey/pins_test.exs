defmodule Honey.PinsTest do
  @moduledoc """
  Maps and links that stay in the kernel when their object goes, and are taken over by the next: by
  objects of this VM, one after the other and at once, and whatever becomes of their owners.
  """

  use ExUnit.Case, async: true

  alias Honey.{Error, Link}
  alias Honey.Test.{Bpffs, Child, Elf, Kernel, Netns, User}

  @moduletag Bpffs.tags()

  defmodule Kills do
    use Honey, license: "GPL"

    defmap :kills, :bpf_hash,
      max_entries: 64,
      key_type: :u32,
      value_type: :u64,
      pinning: :by_name,
      entries: %{0 => 1}

    defmap :fresh, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

    # Of processes that cannot be: what only a test signals.
    @sec "tracepoint/syscalls/sys_enter_kill"
    def on_kill(ctx) do
      pid = ctx.pid &&& 0xFFFFFFFF

      if pid > 2_000_000_000 do
        Honey.KernelMap.count(:kills, pid)
        Honey.KernelMap.count(:fresh, pid)
      end
    end

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0
  end

  # The same map by its name, and another one.
  defmodule Others do
    use Honey, license: "GPL"

    defmap :kills, :bpf_hash,
      max_entries: 128,
      key_type: :u32,
      value_type: :u32,
      pinning: :by_name

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: Honey.KernelMap.count(:kills, 0)
  end

  defmodule Packets do
    use Honey, license: "GPL"

    defmap :count, :bpf_array,
      max_entries: 1,
      key_type: :u32,
      value_type: :u64,
      pinning: :by_name

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0

    @sec "xdp"
    def on_packet(_ctx) do
      Honey.KernelMap.count(:count, 0)
      2
    end
  end

  defmodule Orders do
    use Honey, license: "GPL", kernel: "6.1"

    defmap :orders, :bpf_user_ringbuf,
      max_entries: 4_194_304,
      value_type: :u64,
      pinning: :by_name

    defmap :counts, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u64

    @sec "raw_tracepoint/sys_enter"
    def take_all(_ctx) do
      for order <- Honey.KernelMap.drain(:orders), order < 2 do
        Honey.KernelMap.count(:counts, order)
      end

      0
    end
  end

  defmodule Unpinned do
    use Honey, license: "GPL"

    @sec "raw_tracepoint/sched_process_exec"
    def on_exec(_ctx), do: 0
  end

  setup_all do
    Kernel.mount_tracefs()
    %{root: Bpffs.mount!()}
  end

  setup %{root: root} do
    directory = Path.join(root, "test_#{System.unique_integer([:positive])}")
    on_exit(fn -> Honey.unpin(directory) end)
    %{directory: directory, options: [pin: directory]}
  end

  defp gone?(object) do
    Kernel.eventually(fn -> not Enum.any?(object.programs, &Kernel.program?(&1.id)) end)
  end

  defp object(pid) do
    {:ok, object} = Honey.Owners.object(pid)
    object
  end

  describe "maps" do
    test "are taken over with what they hold", %{directory: directory, options: options} do
      object = Honey.load!(Kills, options)
      assert File.ls!(directory) == ["kills"]
      assert Honey.Map.to_list(object, :kills) == [{0, 1}]
      :ok = Honey.Map.delete(object, :kills, 0)
      :ok = Honey.Map.put(object, :kills, 7, 70)
      :ok = Honey.Map.put(object, :fresh, 7, 70)
      first = object.maps.kills.id
      :ok = Honey.unload(object)
      assert gone?(object)
      assert Kernel.map?(first)

      # What it begins with is only put into a map that is new.
      object = Honey.load!(Kills, options)
      assert object.maps.kills.id == first
      assert Honey.Map.to_list(object, :kills) == [{7, 70}]
      assert Honey.Map.to_list(object, :fresh) == []

      # Another object at the same time has the same map; one that is not pinned, its own.
      other = Honey.load!(Kills, options)
      :ok = Honey.Map.put(other, :kills, 8, 80)
      assert Honey.Map.get(object, :kills, 8) == 80
      alone = Honey.load!(Kills, pin: false)
      assert Honey.Map.to_list(alone, :kills) == [{0, 1}]

      assert Honey.unpin(directory) == :ok
      refute File.exists?(directory)
      assert Honey.Map.get(object, :kills, 8) == 80
      Enum.each([object, other, alone], &Honey.unload/1)
      assert Kernel.eventually(fn -> not Kernel.map?(first) end)
    end

    test "have one writer at a time, where two objects push to a ring", %{directory: directory} do
      objects = for _ <- 0..1, do: Honey.load!(Orders, pin: directory)
      [first | _] = objects
      {rounds, most} = {8, 40_000}

      for _ <- 1..rounds do
        pushers =
          for {object, order} <- Enum.with_index(objects), _ <- 1..4 do
            map = Honey.map(object, :orders)
            Task.async(fn -> for _ <- 1..div(most, 4), do: :ok = Honey.Map.push(map, order) end)
          end

        Task.await_many(pushers, 120_000)
        assert {:ok, _} = Honey.test_run(first, :take_all)
      end

      assert Honey.Map.to_list(first, :counts) == [{0, rounds * most}, {1, rounds * most}]
      Enum.each(objects, &Honey.unload/1)
      assert Kernel.eventually(fn -> Honey.unpin(directory) == :ok end)
    end

    test "with another definition are refused, which says in what", %{directory: directory} do
      object = Honey.load!(Kills, pin: directory)
      Honey.unload(object)
      assert {:error, %Error{step: :pin} = error} = Honey.load(Others, pin: directory)
      assert %Error{reason: :differs, map: :kills} = error

      assert Exception.message(error) ==
               "pinning map `kills` failed: another map is pinned as #{directory}/kills: its " <>
                 "values have 8 bytes there, and 4 bytes here; its `max_entries` are 64 there, " <>
                 "and 128 here [differs]\n  hint: `Honey.unpin(\"#{directory}\")` takes it away, with " <>
                 "what it holds, and the next start makes a new one. To take over what it holds, while the old " <>
                 "version runs: first `Honey.unpin(owner)`, then `Honey.upgrade(owner, on_change: fn name, old, " <>
                 "new -> ... end)`. Or load with another directory as `pin:`"

      assert {:error, ^error} = Honey.start_link(Others, pin: directory)
      assert {:ok, other} = Honey.load(Others, pin: directory <> "_2")
      assert Honey.unpin(other) == :ok
      refute File.exists?(directory <> "_2")
      assert Honey.unpin(directory) == :ok
      assert {:ok, owner} = Honey.start_link(Others, pin: directory)
      Honey.stop(owner)
    end

    # Values of eight bytes, whatever is in them.
    defp with_values(fields) do
      name = "Honey.PinsTest.Values#{System.unique_integer([:positive])}"

      [{module, _} | _] =
        Code.compile_string("""
        defmodule #{name} do
          use Honey, license: "GPL"

          deftype Value, #{fields}
          defmap :values, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Value, pinning: :by_name

          @sec "raw_tracepoint/sched_process_exec"
          def on_exec(_ctx), do: if(Honey.KernelMap.get(:values, 1), do: 1, else: 0)
        end
        """)
        |> Enum.filter(fn {module, _} -> function_exported?(module, :__honey__, 1) end)

      module
    end

    test "of the same size, but with other fields, are refused", %{directory: directory} do
      first = Honey.load!(with_values("pid: :u32, uid: :u32"), pin: directory)

      for fields <- [
            "uid: :u32, pid: :u32",
            "pid: :u32, uid: :s32",
            "pid: :u64",
            "pid: {:array, :u32, 2}",
            "pid: :u32, uid: {:array, :u16, 2}"
          ] do
        assert {:error, %Error{step: :pin, reason: :differs} = error} =
                 Honey.load(with_values(fields), pin: directory)

        assert Exception.message(error) =~
                 "its values have other fields there, or fields of other types"
      end

      assert {:ok, same} = Honey.load(with_values("pid: :u32, uid: :u32"), pin: directory)
      assert same.maps.values.id == first.maps.values.id
      Honey.unload(first)
      Honey.unload(same)
    end

    test "of objects that are loaded at once are one", %{options: options} do
      objects =
        1..8
        |> Enum.map(fn _ -> Task.async(fn -> give(Honey.load!(Kills, options)) end) end)
        |> Enum.map(fn task ->
          object = Task.await(task, 60_000)
          send(task.pid, :given)
          object
        end)

      assert [_] = objects |> Enum.map(& &1.maps.kills.id) |> Enum.uniq()
      Enum.each(objects, &Honey.unload/1)
    end

    # To the test, which waits for it.
    defp give(object) do
      [test | _] = Process.get(:"$callers")
      :ok = Honey.give_away(object, test)
      object
    end

    test "are pinned by a user without root, where there is a directory of theirs", context do
      %{directory: directory} = context
      File.mkdir!(directory)
      File.chown!(directory, 65_534)

      code = """
      {:ok, object} = Honey.load_file(Path.join(folder, "kills.o"), pin: #{inspect(directory)}, maps: [kills: [key: :u32, value: :u64]])
      Honey.Map.put(object, :kills, 1, 2)
      """

      files = %{"kills.o" => Kills.__honey__(:elf)}
      assert User.run!(["bpf", "perfmon"], code, files) == :ok
      object = Honey.load!(Kills, pin: directory)
      assert Honey.Map.get(object, :kills, 1) == 2
      Honey.unload(object)

      # Which part of a path is in the way: one that is root's alone, one where nothing can be made, a pin.
      [closed, open] = for name <- ["closed", "open"], do: directory <> "_" <> name
      for path <- [closed, open], do: File.mkdir!(path)
      File.chmod!(closed, 0o700)
      File.chmod!(open, 0o755)
      object = Honey.load!(Kills, pin: open)
      Honey.unload(object)

      on_exit(fn ->
        File.rm(open <> "/kills")
        for path <- [closed, open], do: File.rmdir(path)
      end)

      code = """
      for directory <- #{inspect([closed <> "/a/b", open <> "/a/b", open])} do
        {:error, error} = Honey.load_file(Path.join(folder, "kills.o"), pin: directory)
        {error.errno, error.cause, error.hint}
      end
      """

      told = User.run!(["bpf", "perfmon"], code, files)
      assert [{:eacces, entering, enter}, {:eacces, making, make}, {:eacces, using, use}] = told

      assert entering =~
               "this user may not go into #{closed}, which is root's, with mode 0700, on the way to #{closed}/a/b"

      assert enter =~ "as root: chmod o+x #{closed}"

      assert making =~
               "this user may not make #{open}/a/b in #{open}, which is root's, with mode 0755"

      assert make =~ "as root: install -d -o USER -m 0700 #{open}/a/b"
      assert using =~ "#{open}/kills is another user's, which is root's, with mode 0600"
      assert use =~ "run as that user, or as root"
    end

    test "of an ELF are pinned where the caller says", %{directory: directory} do
      elf = Kills.__honey__(:elf)
      assert {:error, %Error{step: :pin, reason: :directory} = error} = Honey.load_binary(elf)
      assert Exception.message(error) =~ "hint: name a directory, `pin: \"/sys/fs/bpf/my_app\"`"

      alone = Honey.load_binary!(elf, pin: false)
      object = Honey.load_binary!(elf, pin: directory)
      :ok = Honey.Map.put(object, :kills, 1, 2)
      assert Honey.Map.get(alone, :kills, 1) == nil
      Honey.unload(alone)
      Honey.unload(object)

      object = Honey.load!(Kills, pin: directory)
      assert Honey.Map.get(object, :kills, 1) == 2
      Honey.unload(object)
    end
  end

  describe "links" do
    test "let programs run on, until the next object's take their place", context do
      %{directory: directory} = context
      options = [pin: directory, pin_links: true]
      me = Elf.signalled(7)

      {:ok, owner} = Honey.start_link(Kills, options)
      object = object(owner)
      assert Enum.sort(File.ls!(directory)) == ["kills", "link-on_exec", "link-on_kill"]
      Elf.signal(7)
      assert Honey.Map.get(owner, :kills, me) == 1

      assert Honey.stop(owner) == :ok
      Process.sleep(50)
      for _ <- 1..3, do: Elf.signal(7)
      assert Enum.all?(object.programs, &Kernel.program?(&1.id))

      # Each event is counted once, by whichever of the two is there.
      {:ok, owner} = Honey.start_link(Kills, options)
      assert gone?(object)
      Elf.signal(7)
      assert Honey.Map.get(owner, :kills, me) == 5
      assert Honey.Map.get(owner, :fresh, me) == 1

      object = object(owner)
      assert Honey.detach(owner) == :ok
      assert File.ls!(directory) == ["kills"]
      Elf.signal(7)
      assert Honey.Map.get(owner, :kills, me) == 5
      Honey.stop(owner)
      assert gone?(object)
    end

    test "with the longest names, in the longest directory, are pinned", %{directory: directory} do
      long = fn letter, count -> String.duplicate(letter, count) end

      {module, _} =
        """
        defmodule Honey.PinsTest.Long do
          use Honey, license: "GPL"

          defmap :#{long.("m", 240)}, :bpf_array,
            max_entries: 1,
            key_type: :u32,
            value_type: :u64,
            pinning: :by_name

          @sec "raw_tracepoint/sched_process_exec"
          def #{long.("p", 252)}(_ctx), do: Honey.KernelMap.count(:#{long.("m", 240)}, 0)
        end
        """
        |> Code.compile_string()
        |> hd()

      directory = directory <> "/" <> long.("d", 159 - byte_size(directory))
      on_exit(fn -> Honey.unpin(directory) end)

      {:ok, owner} = Honey.start_link(module, pin: directory, pin_links: true)
      assert ["link-ppp" <> _, "mmm" <> _] = Enum.sort(File.ls!(directory))
      Honey.stop(owner)
      object = Honey.load!(module, pin: directory, pin_links: true)
      assert {:ok, [%Link{adopted: true}]} = Honey.attach(object)
      Honey.unload(object)
    end

    test "say whether they were there before", %{directory: directory} do
      options = [pin: directory, pin_links: true]
      object = Honey.load!(Kills, options)
      assert {:ok, [%Link{adopted: false}, %Link{adopted: false}]} = Honey.attach(object)
      Honey.unload(object)

      object = Honey.load!(Kills, options)

      assert {:ok, %Link{adopted: true, program: :on_exec} = link} =
               Honey.attach(object, :on_exec, [])

      assert {:ok, [%Link{adopted: true, program: :on_kill}]} = Honey.attach(object)
      assert Honey.detach(link) == :ok
      assert Enum.sort(File.ls!(directory)) == ["kills", "link-on_kill"]

      # Without its pin, a link ends with its object.
      assert Honey.unpin(object) == :ok
      refute File.exists?(directory)
      assert Honey.unload(object) == :ok
      assert gone?(object)
    end

    # What it counts a signal under is its version.
    defp version(version) do
      Code.put_compiler_option(:ignore_module_conflict, true)

      Code.compile_string("""
      defmodule Honey.PinsTest.Versions do
        use Honey, license: "GPL"

        defmap :versions, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64, pinning: :by_name

        @sec "tracepoint/syscalls/sys_enter_kill"
        def on_kill(ctx) do
          if (ctx.pid &&& 0xFFFFFFFF) == #{Elf.signalled(6)},
            do: Honey.KernelMap.count(:versions, #{version})
        end
      end
      """)
    after
      Code.put_compiler_option(:ignore_module_conflict, false)
    end

    test "are the new version's after an upgrade, and go on", %{directory: directory} do
      [{module, _}] = version(1)
      options = [pin: directory, pin_links: true]
      {:ok, owner} = Honey.start_link(module, [hot_swap: false] ++ options)
      first = object(owner)
      Elf.signal(6)

      version(2)
      assert {:ok, upgrade} = Honey.upgrade(owner)
      assert upgrade.programs == %{on_kill: :overlap}
      assert gone?(first)
      Elf.signal(6)
      assert Enum.sort(File.ls!(directory)) == ["link-on_kill", "versions"]

      Honey.stop(owner)
      Elf.signal(6)
      object = Honey.load!(module, options)
      assert Enum.sort(Honey.Map.to_list(object, :versions)) == [{1, 1}, {2, 2}]
      assert {:ok, [%Link{adopted: true}]} = Honey.attach(object)
      Honey.unload(object)
    end

    test "stay when an object is detached whose place another one has taken", context do
      options = [pin: context.directory, pin_links: true]
      first = Honey.load!(Kills, options)
      {:ok, _} = Honey.attach(first)
      second = Honey.load!(Kills, options)
      assert {:ok, [%Link{adopted: true}, %Link{adopted: true}]} = Honey.attach(second)
      names = Enum.sort(File.ls!(context.directory))
      assert names == ["kills", "link-on_exec", "link-on_kill"]

      :ok = Honey.detach(first)
      Honey.unload(first)
      assert Enum.sort(File.ls!(context.directory)) == names
      Honey.unload(second)
      Elf.signal(6)

      third = Honey.load!(Kills, options)
      assert Honey.Map.get(third, :kills, Elf.signalled(6)) == 1
      assert {:ok, [%Link{adopted: true}, %Link{adopted: true}]} = Honey.attach(third)
      :ok = Honey.detach(third)
      assert File.ls!(context.directory) == ["kills"]
      Honey.unload(third)
    end

    @tag :capture_log
    test "outlive an owner that is killed, and are its successor's", %{directory: directory} do
      name = :honey_pins_test
      options = [pin: directory, pin_links: true, name: name]
      me = Elf.signalled(8)

      supervisor =
        start_supervised!({DynamicSupervisor, strategy: :one_for_one, max_restarts: 100})

      {:ok, first} = DynamicSupervisor.start_child(supervisor, {Honey, {Kills, options}})

      for round <- 1..5 do
        Elf.signal(8)
        pid = Process.whereis(name)
        Process.exit(pid, :kill)

        assert Kernel.eventually(fn ->
                 next = Process.whereis(name)
                 next not in [nil, pid] and Honey.Map.get(name, :kills, me) == round
               end)
      end

      refute Process.whereis(name) == first
      stop_supervised!(DynamicSupervisor)
      Elf.signal(8)
      object = Honey.load!(Kills, pin: directory)
      assert Honey.Map.get(object, :kills, me) == 6
      Honey.unload(object)
    end

    test "of XDP change hands in one step", %{root: root} do
      directory = Path.join(root, "xdp")
      pin = inspect(directory)

      assert Netns.run!("""
             defmodule Packets do
               use Honey, license: "GPL"

               defmap :count, :bpf_array,
                 max_entries: 1,
                 key_type: :u32,
                 value_type: :u64,
                 pinning: :by_name

               @sec "xdp"
               def on_packet(_ctx) do
                 Honey.KernelMap.count(:count, 0)
                 2
               end
             end

             {:ok, socket} = :gen_udp.open(0, [:binary, active: true])
             {:ok, port} = :inet.port(socket)
             options = [pin: #{pin}, pin_links: true, attach: [on_packet: [interface: "lo"]]]

             send_one = fn ->
               :ok = :gen_udp.send(socket, {127, 0, 0, 1}, port, "x")
               receive do: ({:udp, _, _, _, "x"} -> :ok)
             end

             {:ok, owner} = Honey.start_link(Packets, options)
             send_one.()
             first = Honey.Map.get(owner, :count, 0)
             Honey.stop(owner)
             send_one.()
             object = Honey.load!(Packets, options)
             {:ok, [link]} = Honey.attach(object)
             second = Honey.Map.get(object, :count, 0)
             send_one.()
             third = Honey.Map.get(object, :count, 0)
             names = Enum.sort(File.ls!(#{pin}))
             :ok = Honey.detach(object)
             send_one.()
             result = {first, second, third, Honey.Map.get(object, :count, 0), link.adopted, names}
             :ok = Honey.unpin(#{pin})
             result
             """) == {1, 2, 3, 3, true, ["count", "link-on_packet-lo"]}

      refute File.exists?(directory)
    end
  end

  test "a link that is replaced leaves those of other interfaces alone", %{root: root} do
    directory = Path.join(root, "named")
    pin = inspect(directory)

    assert Netns.run!("""
           defmodule Packets do
             use Honey, license: "GPL"

             @sec "xdp"
             def on_packet(_ctx), do: 2
           end

           ip = fn arguments -> {_, 0} = System.cmd("ip", String.split(arguments)) end
           attach = &Honey.attach(&1, :on_packet, interface: &2, mode: :generic)
           load = fn -> Honey.load!(Packets, pin: #{pin}, pin_links: true) end

           for name <- ["va", "va-next"], do: ip.("link add " <> name <> " type bridge")
           object = load.()
           {:ok, _} = attach.(object, "va")
           {:ok, _} = attach.(object, "va-next")
           Honey.unload(object)

           # The interface is another one of the name: its pinned link cannot be updated.
           ip.("link del va")
           ip.("link add va type bridge")
           object = load.()
           {:ok, link} = attach.(object, "va")
           names = Enum.sort(File.ls!(#{pin}))
           {shown, 0} = System.cmd("ip", ["link", "show", "va-next"])
           :ok = Honey.unpin(#{pin})
           Honey.unload(object)
           {link.adopted, names, shown =~ "xdp"}
           """) == {true, ["link-on_packet-va", "link-on_packet-va-next"], true}
  end

  describe "a start that fails" do
    test "pins nothing", %{directory: directory} do
      options = [pin: directory, pin_links: true]
      attach = [on_packet: [interface: "honeynone0"]]

      assert {:error, %Error{step: :attach, errno: :enodev}} =
               Honey.start_link(Packets, options ++ [attach: attach])

      refute File.exists?(directory)

      object = Honey.load!(Packets, options ++ [attach: attach])
      assert {:error, %Error{step: :attach, errno: :enodev}} = Honey.attach(object)
      assert File.ls!(directory) == ["count"]
      Honey.unload(object)
    end

    test "leaves what was pinned before, and running", %{directory: directory} do
      options = [pin: directory, pin_links: true]
      {:ok, owner} = Honey.start_link(Packets, options ++ [attach: [on_packet: false]])
      Honey.stop(owner)
      before = Enum.sort(File.ls!(directory))
      assert before == ["count", "link-on_exec"]
      program = pinned_program(Path.join(directory, "link-on_exec"))

      attach = [on_packet: [interface: "honeynone0"]]
      assert {:error, %Error{}} = Honey.start_link(Packets, options ++ [attach: attach])
      assert Enum.sort(File.ls!(directory)) == before
      assert pinned_program(Path.join(directory, "link-on_exec")) == program

      object = Honey.load!(Packets, options)
      assert {:ok, %Link{adopted: true}} = Honey.attach(object, :on_exec)
      assert pinned_program(Path.join(directory, "link-on_exec")) != program
      Honey.unload(object)
    end

    @tag :capture_log
    test "of which the process is killed pins nothing, or all", %{directory: directory} do
      name = :honey_pins_killed
      options = [pin: directory, pin_links: true, name: name]

      for n <- 1..30 do
        {starter, monitor} = spawn_monitor(fn -> Honey.start_link(Kills, options) end)
        Process.sleep(:rand.uniform(60))

        Process.exit(
          if(rem(n, 2) == 0, do: starter, else: Process.whereis(name) || starter),
          :kill
        )

        assert_receive {:DOWN, ^monitor, _, _, _}
        whole = [[], ["kills", "link-on_exec", "link-on_kill"]]
        assert Kernel.eventually(fn -> settled(name, directory) in whole end)

        assert Kernel.eventually(fn ->
                 Honey.unpin(directory)
                 not File.exists?(directory)
               end)
      end
    end

    defp pinned_program(path) do
      {text, 0} = System.cmd("bpftool", ["-j", "link", "show", "pinned", path])
      [_, id] = Regex.run(~r/"prog_id":(\d+)/, text)
      id
    end

    # An owner whose parent is dead ends its start first; a call of its that is killed goes on to its end, on a busy
    # machine for longer than this waits.
    defp settled(name, directory) do
      assert Kernel.eventually(fn -> Process.whereis(name) == nil end)
      Process.sleep(200)

      case File.ls(directory) do
        {:ok, names} -> Enum.sort(names)
        {:error, :enoent} -> []
      end
    end
  end

  describe "refused are" do
    test "paths that are none", %{root: root} do
      for {path, text} <- [
            {"", "is no absolute path"},
            {"/", "is no absolute path"},
            {"honey", "is no absolute path"},
            {root <> "/../honey", "has `.` or `..` in it"},
            {root <> "/a/./b", "has `.` or `..` in it"},
            {root <> "//b", "has an empty name in it"},
            {root <> "/a\0b", "has bytes that are no text"},
            {root <> "/" <> <<0xFF>>, "has bytes that are no text"},
            {root <> "/" <> String.duplicate("a", 200), "has more than 160 bytes"}
          ] do
        assert {:error, %Error{step: :pin, reason: :path} = error} = Honey.load(Kills, pin: path)
        assert Exception.message(error) =~ text
        assert Exception.message(error) =~ "hint: name a directory of a BPF file system"
        assert {:error, %Error{reason: :path}} = Honey.unpin(path)
      end
    end

    test "places that are in no BPF file system, and nothing is made there" do
      path = Path.join(System.tmp_dir!(), "honey-no-bpffs-#{System.pid()}/a")

      for answer <- [Honey.load(Kills, pin: path), Honey.unpin(path)] do
        assert {:error, %Error{step: :pin, reason: :exdev} = error} = answer

        assert Exception.message(error) =~
                 "#{path} is not in a BPF file system (EXDEV, Invalid cross-device link) [no_bpf_fs]\n" <>
                   "  hint: mount one, `mount -t bpf bpf /sys/fs/bpf`"
      end

      refute File.exists?(Path.dirname(path))
    end

    test "names that the kernel does not have, and what is no directory", context do
      %{directory: directory} = context
      assert {:error, %Error{errno: :eperm} = error} = Honey.load(Kills, pin: directory <> ".x/a")
      assert Exception.message(error) =~ "no names with dots"

      object = Honey.load!(Kills, pin: directory)
      assert {:error, %Error{errno: :enotdir}} = Honey.load(Kills, pin: directory <> "/kills")
      assert {:error, %Error{errno: :enotdir}} = Honey.load(Kills, pin: directory <> "/kills/a")
      Honey.unload(object)
    end

    test "directories under the name, and symbolic links to nothing", %{directory: directory} do
      path = Path.join(directory, "kills")
      File.mkdir_p!(path)

      assert {:error, %Error{errno: :eisdir, map: :kills} = error} =
               Honey.load(Kills, pin: directory)

      assert Exception.message(error) =~ "#{path} is a directory, and the name of a pin"
      File.rmdir!(path)

      File.ln_s!(Path.join(directory, "nothing"), path)
      assert {:error, %Error{errno: :enolink} = error} = Honey.load(Kills, pin: directory)
      assert Exception.message(error) =~ "#{path} is a symbolic link to nothing"
      assert Honey.unpin(directory) == :ok
    end

    test "pins of another kind under the name", %{directory: directory} do
      options = [pin: directory, pin_links: true]
      {:ok, owner} = Honey.start_link(Kills, options)
      File.rename!(Path.join(directory, "link-on_kill"), Path.join(directory, "kills"))
      assert {:error, %Error{step: :pin} = error} = Honey.load(Kills, options)
      assert %Error{reason: :eprototype, map: :kills} = error
      assert Exception.message(error) =~ "what is pinned as #{directory}/kills is of another kind"
      Honey.stop(owner)

      :ok = Honey.unpin(directory)
      object = Honey.load!(Kills, options)
      File.rename!(Path.join(directory, "kills"), Path.join(directory, "link-on_kill"))

      assert {:error, %Error{step: :attach, errno: :eprototype} = error} = Honey.attach(object)
      assert Exception.message(error) =~ "link-on_kill is of another kind"
      Honey.unload(object)
    end

    test "options that ask for nothing, or for what cannot be", %{options: options} do
      assert {:error, %Error{reason: :options} = error} = Honey.load(Unpinned, options)
      assert Exception.message(error) =~ "`pin:` says where, but there is nothing to pin"

      for wrong <- [1, :yes, 'path', nil |> List.wrap()] do
        assert_raise ArgumentError, ~r/`pin:` wants a directory/, fn ->
          Honey.load(Kills, pin: wrong)
        end
      end

      assert_raise ArgumentError, ~r/`pin_links:` wants true or false/, fn ->
        Honey.start_link(Kills, pin_links: 1)
      end

      assert_raise ArgumentError, ~r/contradict/, fn ->
        Honey.load(Kills, pin: false, pin_links: true)
      end
    end
  end

  describe "unpin" do
    test "of a path that is not there is an error, for it may be misspelt", context do
      %{directory: directory} = context
      assert {:error, %Error{step: :pin, reason: :enoent} = error} = Honey.unpin(directory)

      assert Exception.message(error) =~
               "access to pins failed: there is no #{directory} (ENOENT, no such file or directory) [no_pin]\n  hint: "

      object = Honey.load!(Kills, pin: directory)
      assert {:error, %Error{reason: :enoent} = error} = Honey.unpin(directory <> "1")
      assert error.hint == "did you mean #{directory}?"
      assert Honey.unpin(directory) == :ok
      assert {:error, %Error{reason: :enoent}} = Honey.unpin(directory)

      # Nobody wrote these paths.
      assert Honey.unpin(object) == :ok
      assert Honey.unload(object) == :ok

      wrap = ["unshare", "-m", "sh", "-c", ~S(mount -t bpf bpf /sys/fs/bpf && exec "$@"), "sh"]
      code = "for module <- [Honey, Enum], do: Honey.Pins.remove_of(module)"
      assert Child.run!(wrap, code) == [:ok, :ok]
    end

    test "may be done again, and knows what has pins", %{root: root, directory: directory} do
      assert {:error, %Error{reason: :path} = error} = Honey.unpin(root)
      assert Exception.message(error) =~ "is all of a BPF file system"

      link = Path.join(root, "link")
      File.ln_s!(root, link)
      object = Honey.load!(Kills, pin: root)
      assert {:error, %Error{reason: :path}} = Honey.unpin(link)
      assert File.exists?(Path.join(root, "kills"))
      File.rm!(link)
      assert Honey.unpin(object) == :ok
      Honey.unload(object)

      assert {:error, %Error{}} = Honey.unpin(:honey_no_such_process)
      assert {:error, %Error{reason: :not_an_owner}} = Honey.unpin(self())

      {:ok, owner} = Honey.start_link(Kills, pin: directory, pin_links: true)
      File.mkdir!(Path.join(directory, "other"))
      assert Honey.unpin(owner) == :ok
      assert Honey.unpin(owner) == :ok
      assert File.ls!(directory) == ["other"]
      object = object(owner)
      Honey.stop(owner)
      assert gone?(object)
      File.rmdir!(Path.join(directory, "other"))

      alone = Honey.load!(Kills, pin: false)
      assert Honey.unpin(alone) == :ok
      Honey.unload(alone)
    end

    test "of a module is that of its own directory" do
      assert Honey.Pins.default_directory(Kills) ==
               {:ok, "/sys/fs/bpf/honey/Honey-PinsTest-Kills"}

      assert {:error, %Error{reason: :directory}} = Honey.Pins.default_directory(:"../x")
    end
  end
end
