defmodule Honey.UpgradeTest do
  @moduledoc """
  `Honey.upgrade/2`: what goes on, what begins anew, what is refused, and that nothing is left behind.
  """

  use ExUnit.Case, async: false

  import ExUnit.CaptureIO

  alias Honey.{Error, Upgrade, Var}
  alias Honey.Test.{Calls, Kernel}

  @moduletag Kernel.tags()

  defmodule First do
    use Honey, license: "GPL", kernel: "5.14"

    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :names, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defmap :gone, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defvar :who, :s64, 0
    defvar :limit, :u64, 5
    defvar :hits, :u64, live: true
    defvar :mode, :u64, 7, live: true

    @sec "tracepoint/syscalls/sys_enter_getpriority"
    def on_call(ctx) do
      if ctx.who == who() do
        Honey.KernelMap.count(:seen, 0)
        Honey.Var.update(:hits, &(&1 + 1))
        if mode() == 9, do: Honey.KernelMap.count(:gone, limit())
      end

      0
    end

    @sec "tracepoint/syscalls/sys_exit_getpriority"
    def on_return(_ctx), do: 0
  end

  defmodule Second do
    use Honey, license: "GPL", kernel: "5.14"

    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
    defmap :names, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u32
    defmap :fresh, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
    defvar :who, :s64, 0
    defvar :limit, :u64, 6
    defvar :hits, :u64, live: true
    defvar :mode, :u32, 8, live: true
    defvar :more, :u64, 3, live: true

    @sec "tracepoint/syscalls/sys_enter_getpriority"
    def on_call(ctx) do
      if ctx.who == who() do
        Honey.KernelMap.count(:seen, 1)
        Honey.Var.update(:hits, &(&1 + 1))
        if mode() == 9, do: Honey.KernelMap.count(:fresh, limit())
      end

      0
    end

    @sec "raw_tracepoint/sys_enter"
    def on_enter(_ctx), do: 0
  end

  setup_all do
    Kernel.mount_tracefs()
    directory = Path.join(System.tmp_dir!(), "honey-upgrade-#{System.pid()}")
    File.mkdir_p!(directory)
    on_exit(fn -> File.rm_rf!(directory) end)
    {:ok, calls: Calls.build!(directory)}
  end

  defp start(module, options \\ []) do
    options = Keyword.merge([vars: [who: Calls.number()], hot_swap: false], options)
    start_supervised!({Honey, {module, options}}, id: make_ref(), restart: :temporary)
  end

  defp object(pid) do
    {:ok, object} = Honey.Owners.object(pid)
    object
  end

  # Modules of versions of one thing; what is there of that name is replaced.
  defp compile(source) do
    capture_io(:stderr, fn ->
      send(self(), {:modules, Code.compile_string(source, "upgrade.ex")})
    end)

    assert_received {:modules, modules}
    on_exit(fn -> for {module, _} <- modules, do: Honey.Test.Elf.purge(module) end)
    for {module, _} <- modules, function_exported?(module, :__honey__, 1), do: module
  end

  defp kernel_ids(object) do
    maps = for {_, map} <- object.maps, do: map.id
    rings = for {_, ring} <- object.rings, do: ring.id
    {for(program <- object.programs, do: program.id), maps ++ rings}
  end

  defp gone?({programs, maps}) do
    Kernel.eventually(fn ->
      not Enum.any?(programs, &Kernel.program?/1) and not Enum.any?(maps, &Kernel.map?/1)
    end)
  end

  # What this VM has of BPF and perf events: each descriptor's number in the kernel. (Others' are in the
  # kernel, too.)
  defp everything do
    for descriptor <- File.ls!("/proc/self/fdinfo"),
        {:ok, info} <- [File.read("/proc/self/fdinfo/#{descriptor}")],
        {:ok, target} <- [File.read_link("/proc/self/fd/#{descriptor}")],
        target =~ ~r/bpf-|perf_event/ do
      {target,
       ~r/^(?:prog|map|link)_id:\s*(\d+)/m |> Regex.run(info) |> List.wrap() |> List.last()}
    end
    |> Enum.sort()
  end

  # Whether that is all that is there, but for what has gone since: of objects that ended before, the end may come
  # a little later.
  defp nothing_more?(before), do: everything() -- before == []

  # An owner, and what of all that is its own.
  defp start_known(module) do
    before = everything()
    pid = start(module)
    own = everything() -- before
    assert own != []
    {pid, own}
  end

  # After a refusal: nothing more, and its own all there still.
  defp untouched?(before, own), do: nothing_more?(before) and own -- everything() == []

  # The same by kinds, for what is replaced by another one of its kind.
  defp no_more?(before) do
    counts = &Enum.frequencies_by(&1, fn {what, _} -> what end)
    there = counts.(before)
    Enum.all?(counts.(everything()), fn {what, count} -> count <= Map.get(there, what, 0) end)
  end

  test "replaces what runs, and says what became of it" do
    pid = start(First)
    old = object(pid)
    seen = Honey.map(pid, :seen)
    names = Honey.map(pid, :names)
    assert Honey.Map.put(names, 1, 2) == :ok
    assert Honey.Map.put(seen, 3, 33) == :ok
    assert Var.put(pid, :hits, 40) == :ok
    assert {:ok, upgrade} = Honey.upgrade(pid, module: Second, on_change: :reset)
    assert %Upgrade{errors: []} = upgrade
    assert upgrade.maps == %{seen: :kept, names: :reset, gone: :removed, fresh: :added}
    assert upgrade.vars == %{hits: :kept, mode: :reset, more: :added}
    assert upgrade.programs == %{on_call: :overlap, on_return: :detached, on_enter: :attached}
    assert object(pid) == upgrade.object

    # What was kept is the same map, by whatever handle.
    assert Honey.Map.get(seen, 3) == 33
    assert Honey.Map.get(pid, :seen, 3) == 33
    assert upgrade.object.maps.seen.id == old.maps.seen.id
    assert Honey.Map.to_list(pid, :names) == []
    assert Var.get(pid, :hits) == 40
    assert Var.get(pid, :mode) == 8

    # Constants have the new defaults, but for what the user has said.
    assert Var.get(pid, :limit) == 6
    assert Var.get(pid, :who) == Calls.number()
    assert {:error, %Error{reason: :unknown_map}} = Honey.Map.get(pid, :gone, 1)

    # The old object is closed, with what was only its own.
    for closed <- [
          Honey.Map.get(names, 1),
          Honey.Map.get(old, :seen, 3) |> then(&if(&1 == 33, do: Honey.errors(old))),
          Honey.stats(old),
          Var.get(old, :hits),
          Honey.attach(old),
          Honey.upgrade(old)
        ],
        do: assert({:error, %Error{reason: :closed}} = closed)

    {programs, _} = kernel_ids(old)
    assert gone?({programs, [old.maps.names.id, old.maps.gone.id]})
    assert :ok = Honey.stop(pid)
    assert gone?(kernel_ids(upgrade.object))
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(seen, 3)
  end

  test "the programs of the new version run, with the old one's data", %{calls: calls} do
    pid = start(First)
    port = Calls.start!(calls)
    assert Kernel.eventually(fn -> Honey.Map.get(pid, :seen, 0) > 1000 end)
    assert {:ok, _} = Honey.upgrade(pid, module: Second, on_change: :reset)
    assert Kernel.eventually(fn -> Honey.Map.get(pid, :seen, 1) > 1000 end)
    # What was in the old one when that was detached has ended by now.
    before = Honey.Map.get(pid, :seen, 0)
    later = Honey.Map.get(pid, :seen, 1)
    assert Kernel.eventually(fn -> Honey.Map.get(pid, :seen, 1) > later + 1000 end)
    total = Calls.stop(port)
    assert Honey.Map.get(pid, :seen, 0) == before
    assert Honey.Map.get(pid, :seen, 1) < total
  end

  # Where all live variables are what they were, the programs share them: both add to one number, and
  # a call that both have seen was counted twice.
  test "live variables lose nothing", %{calls: calls} do
    pid = start(First)
    port = Calls.start!(calls)

    for _ <- 1..10 do
      assert %Honey.Upgrade{vars: %{hits: :kept, mode: :kept}} = Honey.upgrade!(pid)
    end

    total = Calls.stop(port)
    assert Var.get(pid, :hits) == Honey.Map.get(pid, :seen, 0)
    assert Var.get(pid, :hits) >= total
  end

  describe "a map whose definition has changed" do
    test "refuses the upgrade, and the old version runs on" do
      {pid, own} = start_known(First)
      old = object(pid)
      assert Honey.Map.put(pid, :names, 1, 2) == :ok
      before = everything()

      assert {:error, %Error{step: :upgrade, reason: :changed, map: :names} = error} =
               Honey.upgrade(pid, module: Second, on_change: [mode: :reset])

      assert Exception.message(error) ==
               "no upgrade: map `names`: `max_entries` was 8 and is 16, `value_type` was :u64 and is :u32 [changed]\n" <>
                 "  hint: the old version runs on. `Honey.upgrade(object, on_change: :reset)` begins with such " <>
                 "maps empty, `on_change: fn name, old, new -> ... end` fills them"

      assert {:error, %Error{reason: :changed}} =
               Honey.upgrade(pid, module: Second, on_change: [seen: :reset, mode: :reset])

      assert object(pid) == old
      assert Honey.Map.get(pid, :names, 1) == 2
      assert Kernel.eventually(fn -> untouched?(before, own) end)
    end

    test "is filled by a function" do
      pid = start(First)
      for n <- 1..3, do: assert(Honey.Map.put(pid, :names, n, n * 10) == :ok)

      migrate = fn :names, old, new ->
        for {key, value} <- old, do: :ok = Honey.Map.put(new, key, div(value, 10))
      end

      assert {:ok, upgrade} =
               Honey.upgrade(pid, module: Second, on_change: [names: migrate, mode: :reset])

      assert upgrade.maps.names == :migrated
      assert Enum.sort(Honey.Map.to_list(pid, :names)) == [{1, 1}, {2, 2}, {3, 3}]
    end

    test "is not filled by who stops, detaches or upgrades the owner meanwhile" do
      pid = start(First, name: :honey_upgrade_busy)

      for ask <- [
            &Honey.stop/1,
            &Honey.unload/1,
            &Honey.detach/1,
            &Honey.attach/1,
            &Honey.attach(&1, :on_call, []),
            &Honey.upgrade/1
          ],
          source <- [pid, :honey_upgrade_busy] do
        assert {:error, %Error{reason: :migration, map: :names} = error} =
                 Honey.upgrade(pid, module: Second, on_change: fn _, _, _ -> ask.(source) end)

        assert Exception.message(error) =~
                 "could not be migrated: the owner is busy: this is asked in the owner itself"
      end

      for answer <- [:error, {:error, :full}, nil, [:ok, :error]] do
        assert {:error, %Error{reason: :migration} = error} =
                 Honey.upgrade(pid, module: Second, on_change: fn _, _, _ -> answer end)

        assert Exception.message(error) =~
                 "answered #{inspect(answer |> List.wrap() |> List.last())}, expected :ok"
      end

      assert {:ok, %{programs: programs}} = Honey.upgrade(pid)
      assert programs == %{on_call: :overlap, on_return: :overlap}
    end

    test "stays when the function fails" do
      {pid, own} = start_known(First)
      before = everything()

      for {function, text} <- [
            {fn _, _, _ -> raise "no" end, "no"},
            {fn _, _, _ -> {:error, :full} end, "the function answered {:error, :full}"},
            {fn _, _, _ -> throw(:away) end, "throw :away"},
            {fn _, _, _ -> exit(:gone) end, "exit :gone"}
          ] do
        assert {:error, %Error{step: :upgrade, reason: :migration, map: :names} = error} =
                 Honey.upgrade(pid, module: Second, on_change: function)

        assert Exception.message(error) =~ "map `names` could not be migrated: #{text}"
      end

      assert Process.alive?(pid)
      assert Kernel.eventually(fn -> untouched?(before, own) end)
    end
  end

  describe "a live variable whose type has changed" do
    test "refuses the upgrade, as a map does, and keeps its value" do
      {pid, own} = start_known(First)
      old = object(pid)
      assert Var.put(pid, :mode, 70) == :ok
      before = everything()

      assert {:error, %Error{step: :upgrade, reason: :changed, map: nil, var: :mode} = error} =
               Honey.upgrade(pid, module: Second, on_change: [names: :reset])

      assert Exception.message(error) ==
               "no upgrade: variable `mode`: `type` was :u64 and is :u32 [changed]\n" <>
                 "  hint: the old version runs on. `Honey.upgrade(object, on_change: :reset)` gives such " <>
                 "variables their new defaults, `vars: [mode: ...]` another value, " <>
                 "`on_change: fn name, old, new -> {:ok, value} end` one that is made of the old one"

      # Of a map and a variable both are told.
      assert {:error, %Error{map: nil, var: nil} = error} = Honey.upgrade(pid, module: Second)

      assert error.cause ==
               "map `names`: `max_entries` was 8 and is 16, `value_type` was :u64 and is :u32; " <>
                 "variable `mode`: `type` was :u64 and is :u32"

      assert error.hint =~ "fills them, and variables with their new defaults"
      assert object(pid) == old
      assert Var.get(pid, :mode) == 70
      assert Kernel.eventually(fn -> untouched?(before, own) end)
    end

    test "is what a function makes of it, or is given, or begins anew" do
      pid = start(First)
      assert Var.put(pid, :mode, 70) == :ok
      test = self()

      migrate = fn :mode, old, new ->
        send(test, {:asked, old, new})
        {:ok, old + new}
      end

      assert {:ok, %{vars: vars}} =
               Honey.upgrade(pid, module: Second, on_change: [names: :reset, mode: migrate])

      assert vars == %{hits: :kept, mode: :migrated, more: :added}
      assert_received {:asked, 70, 8}
      assert Var.get(pid, :mode) == 78

      # Back again, with the value that is given; nobody is asked.
      assert {:ok, %{vars: %{mode: :given}}} =
               Honey.upgrade(pid, module: First, on_change: [names: :reset], vars: [mode: 1])

      assert Var.get(pid, :mode) == 1

      # What `vars:` has said stays said.
      assert Var.put(pid, :mode, 2) == :ok

      assert {:ok, %{vars: %{mode: :reset}}} =
               Honey.upgrade(pid, module: Second, on_change: :reset)

      assert Var.get(pid, :mode) == 1
    end

    test "stays when the function fails" do
      pid = start(First)
      assert Var.put(pid, :mode, 0x1_0000_0000) == :ok

      for {function, text} <- [
            {fn _, _, _ -> raise "no" end, "no"},
            {fn _, _, _ -> :ok end, "the function answered :ok, expected {:ok, value}"},
            {fn _, old, _ -> {:ok, old} end, "variable `mode`: 4294967296 does not fit"},
            {fn _, old, _ -> Honey.Map.to_list(old) end, "no function clause matching"}
          ] do
        assert {:error, %Error{step: :upgrade, reason: :migration, var: :mode} = error} =
                 Honey.upgrade(pid, module: Second, on_change: [names: :reset, mode: function])

        assert Exception.message(error) =~ "variable `mode` could not be migrated: #{text}"
        assert Var.get(pid, :mode) == 0x1_0000_0000
      end
    end

    test "is told by its fields where it is a struct" do
      source = fn fields ->
        """
        defmodule UpgradeVariable do
          use Honey, license: "GPL"
          deftype Limits, #{fields}
          defvar :limits, Limits, live: true

          @sec "tracepoint/syscalls/sys_enter_getpriority"
          def on_call(_ctx), do: limits().low
        end
        """
      end

      [module] = compile(source.("low: :u32, high: :u32"))
      pid = start(module, vars: [])
      compile(source.("low: :u32, top: :u32"))
      assert {:error, %Error{reason: :changed, var: :limits} = error} = Honey.upgrade(pid)

      assert error.cause =~
               "the fields of its `type`, {:struct, UpgradeVariable.Limits}, are other ones: " <>
                 "`high` is not there any more, `top` is new"
    end
  end

  test "a map of structs is the same while these are" do
    source = fn fields, flags ->
      """
      defmodule UpgradeStructs do
        use Honey, license: "GPL"
        deftype Pair, #{fields}
        defmap :pairs, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Pair, flags: #{flags}

        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def on_call(_ctx) do
          Honey.KernelMap.put(:pairs, 1, %Pair{})
          0
        end
      end
      """
    end

    [module] = compile(source.("left: :u32, right: :u32", "[]"))
    pid = start(module, vars: [])
    pair = struct!(Module.concat(module, Pair), left: 3, right: 4)
    assert Honey.Map.put(pid, :pairs, 7, pair) == :ok

    compile(source.("left: :u32, right: :u32", "[]") <> "\n# again")
    assert {:ok, %{maps: %{pairs: :kept}}} = Honey.upgrade(pid)
    assert Honey.Map.get(pid, :pairs, 7) == pair

    compile(source.("left: :u32, other: :u32", "[]"))
    assert {:error, error} = Honey.upgrade(pid)

    assert Exception.message(error) =~
             "the fields of its `value_type`, {:struct, UpgradeStructs.Pair}, are other ones: " <>
               "`right` is not there any more, `other` is new"

    compile(source.("left: :u64, right: :u32", "[]"))
    assert {:error, error} = Honey.upgrade(pid)
    assert Exception.message(error) =~ "are other ones: `left` was :u32 and is :u64"

    compile(source.("left: :u32, right: :u32", "[:no_prealloc]"))
    assert {:error, error} = Honey.upgrade(pid)
    assert Exception.message(error) =~ "map `pairs`: its flags are 0x0 before, and 0x1 now"
    assert Honey.Map.get(pid, :pairs, 7) == pair
  end

  # Whatever the machine does, the two versions have seen every call once.
  test "swap: :tail_call loses nothing and counts nothing twice", %{calls: calls} do
    for section <- ["tracepoint/syscalls/sys_enter_getpriority", "raw_tracepoint/sys_enter"] do
      condition =
        if section =~ "raw",
          do: "Honey.BpfHelpers.bpf_get_current_comm() == \"honey-calls\"",
          else: "ctx.who == #{Calls.number()}"

      version = fn name, slot ->
        """
        defmodule #{name} do
          use Honey, license: "GPL"
          defmap :seen, :bpf_array, max_entries: 3, key_type: :u32, value_type: :u64

          @sec "#{section}"
          def on_call(#{if section =~ "raw", do: "_ctx", else: "ctx"}) do
            if #{condition}, do: Honey.KernelMap.count(:seen, #{slot})
            0
          end
        end
        """
      end

      [one, two, observer] =
        Enum.flat_map([{"UpgradeOne", 0}, {"UpgradeTwo", 1}, {"UpgradeObserver", 2}], fn {name,
                                                                                          slot} ->
          compile(version.(name, slot))
        end)

      watching = start(observer, vars: [])
      pid = start(one, vars: [], swap: :tail_call)
      port = Calls.start!(calls)

      for n <- 1..40 do
        module = if rem(n, 2) == 1, do: two, else: one

        assert {:ok, %{programs: %{on_call: :slot}, maps: %{seen: :kept}}} =
                 Honey.upgrade(pid, module: module)

        Process.sleep(3)
      end

      total = Calls.stop(port)
      [one, two] = for slot <- 0..1, do: Honey.Map.get(pid, :seen, slot)
      assert one > 0 and two > 0
      if section =~ "raw", do: assert(one + two > total), else: assert(one + two == total)
      assert Kernel.eventually(fn -> total_seen(pid) == Honey.Map.get(watching, :seen, 2) end)
      Honey.stop(pid)
      Honey.stop(watching)
    end
  end

  defp total_seen(pid), do: Honey.Map.get(pid, :seen, 0) + Honey.Map.get(pid, :seen, 1)

  test "programs that go on with others do so behind a stub, too" do
    source = fn step ->
      """
      defmodule UpgradeChain do
        use Honey, license: "GPL"
        defmap :stages, :bpf_prog_array, max_entries: 3, entries: %{0 => :next}
        defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def first(ctx) do
          if ctx.who == #{Calls.number()} do
            Honey.KernelMap.count(:seen, 0)
            Honey.tail_call(:stages, 0)
          end

          0
        end

        # It goes on with itself until the kernel has had enough.
        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def next(_ctx) do
          Honey.KernelMap.update(:seen, 1, #{step}, &(&1 + #{step}))
          Honey.tail_call(:stages, 0)
          0
        end

        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def other(_ctx), do: 0
      end
      """
    end

    [module] = compile(source.(1))
    pid = start(module, vars: [], swap: :tail_call, attach: [other: false])
    call()
    assert Honey.Map.get(pid, :seen, 0) == 1
    # The kernel allows 33 tail calls, and the stub has made one of them.
    assert Honey.Map.get(pid, :seen, 1) == 32

    compile(source.(100))
    assert {:ok, upgrade} = Honey.upgrade(pid)
    assert upgrade.maps == %{stages: :programs, seen: :kept}
    assert upgrade.programs == %{first: :slot}
    assert Honey.Map.to_list(pid, :stages) |> Enum.filter(&elem(&1, 1)) == [{0, :next}]
    call()
    assert Honey.Map.get(pid, :seen, 0) == 2
    assert Honey.Map.get(pid, :seen, 1) == 32 + 3200

    # What Elixir has put there, and taken out, stays so.
    assert Honey.Map.put(pid, :stages, 2, :other) == :ok
    assert Honey.Map.delete(pid, :stages, 0) == :ok
    assert {:ok, _} = Honey.upgrade(pid)
    assert Honey.Map.to_list(pid, :stages) |> Enum.filter(&elem(&1, 1)) == [{2, :other}]
    call()
    assert Honey.Map.get(pid, :seen, 0) == 3
    assert Honey.Map.get(pid, :seen, 1) == 32 + 3200
  end

  # One call of getpriority; perl has no number for it, but a function.
  defp call do
    {_, 0} = System.cmd("perl", ["-e", "getpriority(0, #{Calls.number()}); exit 0"])
  end

  test "what is refused leaves the old version, and nothing else" do
    {pid, own} = start_known(First)
    old = object(pid)
    before = everything()

    refused = fn module, options, pattern ->
      assert {:error, %Error{} = error} = Honey.upgrade(pid, [module: module] ++ options)
      assert Exception.message(error) =~ pattern
      assert object(pid) == old
      assert Kernel.eventually(fn -> untouched?(before, own) end)
      error
    end

    # By the verifier.
    elf = Honey.Test.Elf.build!("refused")
    section = "tracepoint/sched/sched_process_exec"
    program = %{name: :unchecked, arity: 1, section: section, elf_name: "unchecked", line: 1}
    Honey.Test.Elf.module(Honey.UpgradeTest.Refused, elf, programs: [program])
    error = refused.(Honey.UpgradeTest.Refused, [], ~r/program `unchecked`/)
    assert error.step == :load and error.log =~ "invalid mem access"

    # When it is attached: what was replaced before is put back.
    [unattachable] =
      compile("""
      defmodule UpgradeUnattachable do
        use Honey, license: "GPL"
        defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
        defvar :who, :s64, 0

        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def on_call(ctx) do
          if ctx.who == who(), do: Honey.KernelMap.count(:seen, 1)
          0
        end

        @sec "xdp"
        def on_packet(_ctx), do: 2
      end
      """)

    error = refused.(unattachable, [], "none was named")
    assert error.step == :attach and error.program == :on_packet
    call()
    assert Honey.Map.get(pid, :seen, 0) == 1 and Honey.Map.get(pid, :seen, 1) == 0

    assert {:ok, %{programs: %{on_call: :overlap}}} =
             Honey.upgrade(pid, module: unattachable, attach: [on_packet: false])

    call()
    assert Honey.Map.get(pid, :seen, 0) == 1 and Honey.Map.get(pid, :seen, 1) == 1

    # What is no module of programs, or no version of one.
    assert {:error, %Error{reason: :not_honey}} = Honey.upgrade(pid, module: String)
    elf = Honey.load_binary!(Honey.Test.Elf.build!("maps"))
    assert {:error, %Error{reason: :not_honey} = error} = Honey.upgrade(elf)
    assert Exception.message(error) =~ "no upgrade: the object is of an ELF file"
    Honey.unload(elf)
    assert {:error, %Error{step: :owner}} = Honey.upgrade(self())

    assert_raise ArgumentError, ~r/unknown option :modul/, fn ->
      Honey.upgrade(pid, modul: First)
    end

    assert_raise ArgumentError, ~r/`on_change:` wants/, fn ->
      Honey.upgrade(pid, on_change: :drop)
    end

    for run <- [
          fn -> Honey.upgrade(start(First), on_change: [name: :reset]) end,
          fn -> Honey.start_link(First, on_change: [name: :reset]) end
        ],
        do:
          assert_raise(
            ArgumentError,
            ~r/unknown map or variable :name in `on_change:`: the maps are .*; the live variables are :hits, :mode.*; did you mean :names\?/,
            run
          )

    closed = Honey.load!(First)
    Honey.unload(closed)
    assert {:error, %Error{step: :upgrade, reason: :closed} = error} = Honey.upgrade(closed)
    assert Exception.message(error) == "no upgrade: the object is closed [closed]"

    assert_raise ArgumentError, ~r/unknown program :nn/, fn ->
      Honey.upgrade(pid, attach: [nn: false])
    end
  end

  test "what is pinned stays pinned, and is of the new version" do
    path = Path.join(Honey.Test.Bpffs.mount!(), "upgrade")

    version = fn slot, entries, more ->
      compile("""
      defmodule UpgradePinned do
        use Honey, license: "GPL"
        defmap :seen, :bpf_array, max_entries: #{entries}, key_type: :u32, value_type: :u64, pinning: :by_name

        @sec "tracepoint/syscalls/sys_enter_getpriority"
        def on_call(ctx) do
          if ctx.who == #{Calls.number()}, do: Honey.KernelMap.count(:seen, #{slot})
          0
        end

        #{more}
      end
      """)
      |> hd()
    end

    raw = "@sec \"raw_tracepoint/sys_enter\"\ndef on_enter(_ctx), do: 0"
    pid = start(version.(0, 2, ""), vars: [], pin: path, pin_links: true)
    call()
    version.(1, 2, raw)
    assert {:ok, upgrade} = Honey.upgrade(pid)
    assert upgrade.programs == %{on_call: :overlap, on_enter: :attached}
    assert upgrade.maps == %{seen: :kept}
    assert Enum.sort(File.ls!(path)) == ["link-on_call", "link-on_enter", "seen"]

    # The old owner is gone, and what is pinned is the new program.
    Honey.stop(pid)
    call()
    version.(1, 2, "")
    pid = start(UpgradePinned, vars: [], pin: path, pin_links: true)
    assert Honey.Map.to_list(pid, :seen) == [{0, 1}, {1, 1}]

    version.(1, 4, "")
    assert {:error, %Error{step: :upgrade, reason: :changed} = changed} = Honey.upgrade(pid)

    assert {:error, %Error{step: :pin, reason: :differs} = differs} =
             Honey.upgrade(pid, on_change: :reset)

    call()
    assert Honey.Map.to_list(pid, :seen) == [{0, 1}, {1, 2}]

    # Both say what to do, in order, and that is what helps.
    assert changed.hint ==
             "the old version runs on. What is pinned keeps its name: first `Honey.unpin(object)`, after which " <>
               "the old map lives as long as its object, then `Honey.upgrade(object, on_change: :reset)` begins " <>
               "with such maps empty, `on_change: fn name, old, new -> ... end` fills them; the new one is " <>
               "pinned in its place"

    assert differs.hint == changed.hint
    assert Honey.unpin(pid) == :ok
    # A program that an older version had, and no later one.
    assert File.ls!(path) == ["link-on_enter"]
    fill = fn :seen, old, new -> Honey.Map.put_many(new, Honey.Map.to_list(old)) end
    assert {:ok, %{maps: %{seen: :migrated}}} = Honey.upgrade(pid, on_change: fill)
    assert Enum.sort(File.ls!(path)) == ["link-on_call", "link-on_enter", "seen"]
    assert Honey.Map.to_list(pid, :seen) == [{0, 1}, {1, 2}, {2, 0}, {3, 0}]
    Honey.stop(pid)
    call()
    pid = start(UpgradePinned, vars: [], pin: path, pin_links: true)
    assert Honey.Map.get(pid, :seen, 1) == 3
    assert :ok = Honey.detach(pid)
    assert :ok = Honey.stop(pid)
    assert :ok = Honey.unpin(path)
  end

  # What stands for a program is attached in its place, and what that runs is the program's.
  test "the runs of programs behind a stub are counted, of each version by itself" do
    pid = start(First, swap: :tail_call, stats: true)
    for _ <- 1..3, do: call()
    assert %{on_call: %{runs: runs, ns: ns}} = Honey.stats(pid)
    assert runs >= 3 and ns > 0
    assert {:ok, %{programs: %{on_call: :slot}}} = Honey.upgrade(pid)
    assert %{on_call: %{runs: left}} = Honey.stats(pid)
    assert left < runs
    for _ <- 1..2, do: call()
    assert %{on_call: %{runs: more}} = Honey.stats(pid)
    assert more >= left + 2
  end

  test "options of start_link are checked" do
    for {options, pattern} <- [
          {[swap: :stub], ~r/`swap:` wants :overlap or :tail_call/},
          {[hot_swap: :yes], ~r/`hot_swap:` wants true or false/},
          {[on_change: 1], ~r/`on_change:` wants/},
          {[swap: :tail_call, pin_links: true], ~r/contradict each other/}
        ],
        do: assert_raise(ArgumentError, pattern, fn -> Honey.start_link(First, options) end)
  end

  test "an object that the caller owns" do
    object = Honey.load!(First, vars: [who: Calls.number()])
    {:ok, link} = Honey.attach(object, :on_call, [])
    assert {:ok, upgrade} = Honey.upgrade(object, module: Second, on_change: :reset)
    assert upgrade.programs == %{on_call: :overlap}
    new = upgrade.object
    call()
    assert Honey.Map.get(new, :seen, 1) == 1

    # Only the owner's word counts.
    assert {:error, %Error{step: :upgrade, reason: :not_owner} = error} =
             Task.await(Task.async(fn -> Honey.upgrade(new) end))

    assert Exception.message(error) =~ "only its owner can replace it"

    for {options, text} <- [
          {[attach: 5], "`attach:` wants a keyword list"},
          {[attach: [{:f, false} | :x]], "`attach:` wants a keyword list"},
          {[vars: 5], "`vars:` wants"}
        ],
        do: assert_raise(ArgumentError, ~r/#{text}/, fn -> Honey.upgrade(new, options) end)

    # The first version's link means the program that is there now.
    assert Honey.detach(link) == :ok
    call()
    assert Honey.Map.get(new, :seen, 1) == 1
    assert {:ok, %{programs: programs}} = Honey.upgrade(new)
    assert programs == %{}
    assert {:error, %Error{reason: :closed}} = Honey.errors(new)
  end

  test "what was detached stays detached" do
    pid = start(First, attach: [on_return: false])
    assert {:ok, %{programs: programs}} = Honey.upgrade(pid)
    assert programs == %{on_call: :overlap}
    assert Honey.detach(pid) == :ok
    assert {:ok, %{programs: programs}} = Honey.upgrade(pid, module: Second, on_change: :reset)
    assert programs == %{}
    assert {:ok, [_, _]} = Honey.attach(pid)
  end

  test "what is not to be attached any more is detached" do
    pid = start(First)
    assert {:ok, %{programs: programs}} = Honey.upgrade(pid, attach: [on_return: false])
    assert programs == %{on_call: :overlap, on_return: :detached}

    # It stays so, until somebody attaches it by hand; that stays, too.
    assert {:ok, %{programs: %{on_call: :overlap} = programs}} = Honey.upgrade(pid)
    assert map_size(programs) == 1
    assert {:ok, _} = Honey.attach(pid, :on_return, [])
    assert {:ok, %{programs: programs}} = Honey.upgrade(pid)
    assert programs == %{on_call: :overlap, on_return: :overlap}
  end

  test "variables that are given" do
    pid = start(First)
    assert {:ok, %{vars: vars}} = Honey.upgrade(pid, vars: [limit: 9, hits: 100])
    assert vars == %{hits: :given, mode: :kept}
    assert Var.get(pid, :limit) == 9
    assert Var.get(pid, :hits) == 100
    assert {:error, %Error{step: :var, var: :mode}} = Honey.upgrade(pid, vars: [mode: -1])

    assert {:ok, %{vars: vars}} =
             Honey.upgrade(pid, module: Second, on_change: :reset, vars: [mode: 1, hits: 5])

    assert vars == %{hits: :given, mode: :given, more: :added}
    assert {Var.get(pid, :limit), Var.get(pid, :hits), Var.get(pid, :mode)} == {9, 5, 1}
  end

  # Nothing is left of a hundred versions but the last.
  test "versions that were replaced leave nothing" do
    before = everything()
    pid = start(First, swap: :tail_call)
    assert length(everything() -- before) > 5
    seen = Honey.map(pid, :seen)
    assert Honey.Map.put(seen, 2, 7) == :ok
    assert {:ok, _} = Honey.upgrade(pid)
    descriptors = fn -> length(File.ls!("/proc/self/fd")) end
    {there, open} = {everything(), descriptors.()}

    replaced =
      for _ <- 1..50 do
        {programs, _} = kernel_ids(object(pid))
        assert {:ok, _} = Honey.upgrade(pid)
        programs
      end

    assert Kernel.eventually(fn -> no_more?(there) end)
    assert Kernel.eventually(fn -> descriptors.() <= open + 3 end)
    assert gone?({Enum.concat(replaced), []})
    assert Honey.Map.get(seen, 2) == 7
    Honey.stop(pid)
    assert Kernel.eventually(fn -> nothing_more?(before) end)
  end

  test "an owner that ends takes all of it, in the midst of an upgrade" do
    before = everything()
    Process.flag(:trap_exit, true)

    for n <- 0..20 do
      {:ok, pid} = Honey.start_link(First, vars: [who: 1], hot_swap: false, swap: :tail_call)
      upgrading = Task.async(fn -> Honey.upgrade(pid, module: Second, on_change: :reset) end)
      Process.sleep(n)
      Process.exit(pid, :kill)
      assert {kind, _} = Task.await(upgrading, 60_000)
      assert kind in [:ok, :error]
    end

    assert Kernel.eventually(fn -> nothing_more?(before) end)
  end

  test "who reads meanwhile is never sent away" do
    pid = start(First)
    map = Honey.map(pid, :seen)

    readers =
      for _ <- 1..2 do
        Task.async(fn ->
          Stream.repeatedly(fn ->
            [
              Honey.Map.get(map, 0),
              Honey.Map.get(pid, :seen, 0),
              Var.get(pid, :hits),
              Honey.errors(pid)
            ]
          end)
          |> Enum.reduce_while(0, fn answers, count ->
            case Enum.filter(answers, &match?({:error, _}, &1)) do
              [] ->
                receive do: (:enough -> {:halt, {:read, count}}), after: (0 -> {:cont, count + 1})

              errors ->
                {:halt, errors}
            end
          end)
        end)
      end

    for _ <- 1..8, do: assert({:ok, _} = Honey.upgrade(pid))
    for task <- readers, do: send(task.pid, :enough)
    for task <- readers, do: assert({:read, _} = Task.await(task, 60_000))
  end

  defp outer(entries \\ 8) do
    [module] =
      compile("""
      defmodule Outer do
        use Honey, license: "GPL", kernel: "5.14"
        defmap :outer, :bpf_hash_of_maps, max_entries: #{entries}, key_type: :u32,
          inner: {:bpf_hash, max_entries: 10, key_type: :u32, value_type: :u64}

        @sec "raw_tracepoint/sys_enter"
        def on_call(_ctx), do: 0
      end
      """)

    module
  end

  test "a map that came out of a map of maps goes on as that one does" do
    before = everything()
    pid = start(outer(), vars: [], attach: [on_call: false])
    assert Honey.Map.put(pid, :outer, 1, %{2 => 3}) == :ok
    assert Honey.Map.put(pid, :outer, 2, %{}) == :ok
    first = Honey.Map.get(pid, :outer, 1)
    replaced = Honey.Map.get(pid, :outer, 2)
    assert {:ok, _} = Honey.upgrade(pid)
    assert Honey.Map.get(first, 2) == 3
    second = Honey.Map.get(Honey.map(pid, :outer), 1)
    assert second.id == first.id

    # It stays what it is when another takes its place, as without an upgrade.
    assert Honey.Map.put(replaced, 7, 70) == :ok
    assert Honey.Map.put(pid, :outer, 2, %{}) == :ok
    there = everything()

    for n <- 1..20 do
      assert {:ok, _} = Honey.upgrade(pid)
      assert Honey.Map.put(first, 2, n) == :ok
      assert Honey.Map.get(second, 2) == n
      assert Honey.Map.to_list(replaced) == [{7, 70}]
    end

    assert Kernel.eventually(fn -> no_more?(there) end)

    # Not where the map of maps begins anew.
    assert {:ok, %{maps: %{outer: :reset}}} =
             Honey.upgrade(pid, module: outer(16), on_change: :reset)

    for map <- [first, second, replaced],
        do: assert({:error, %Error{reason: :closed}} = Honey.Map.get(map, 2))

    assert Honey.Map.put(pid, :outer, 3, %{4 => 5}) == :ok
    last = Honey.Map.get(pid, :outer, 3)
    assert {:ok, _} = Honey.upgrade(pid)
    assert Honey.Map.get(last, 4) == 5
    Honey.stop(pid)
    assert {:error, %Error{reason: :closed}} = Honey.Map.get(last, 4)
    assert Kernel.eventually(fn -> nothing_more?(before) end)
  end

  test "who reads a map of a map of maps meanwhile is never sent away" do
    pid = start(outer(), vars: [], attach: [on_call: false])
    assert Honey.Map.put(pid, :outer, 1, %{2 => 3}) == :ok

    readers =
      for kept? <- [true, true, false, false] do
        Task.async(fn ->
          map = Honey.Map.get(pid, :outer, 1)

          fn -> if kept?, do: Honey.Map.get(map, 2), else: Honey.Map.get(pid, {:outer, 1}, 2) end
          |> Stream.repeatedly()
          |> Enum.reduce_while(0, fn
            3, count ->
              receive do: (:enough -> {:halt, {:read, count}}), after: (0 -> {:cont, count + 1})

            answer, _count ->
              {:halt, answer}
          end)
        end)
      end

    for _ <- 1..30, do: assert({:ok, _} = Honey.upgrade(pid))
    for task <- readers, do: send(task.pid, :enough)
    for task <- readers, do: assert({:read, _} = Task.await(task, 60_000))
  end

  test "who puts maps into a map of maps meanwhile is never refused" do
    pid = start(outer(), vars: [], attach: [on_call: false])
    map = Honey.map(pid, :outer)

    writer =
      Task.async(fn ->
        fn -> [Honey.Map.put(pid, :outer, 1, %{2 => 3}), Honey.Map.put(map, 2, %{4 => 5})] end
        |> Stream.repeatedly()
        |> Enum.reduce_while(0, fn
          [:ok, :ok], count ->
            receive do: (:enough -> {:halt, {:put, count}}), after: (0 -> {:cont, count + 1})

          answers, _count ->
            {:halt, answers}
        end)
      end)

    for _ <- 1..30, do: assert({:ok, _} = Honey.upgrade(pid))
    send(writer.pid, :enough)
    assert {:put, _} = Task.await(writer, 60_000)
    assert Honey.Map.get(pid, {:outer, 2}, 4) == 5
  end
end
