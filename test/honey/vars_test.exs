defmodule Honey.VarsTest do
  @moduledoc """
  Variables of `defvar`: what programs read and write, what the loader sets, what Elixir reads and
  writes while programs run.
  """

  use ExUnit.Case, async: false

  import Bitwise
  import ExUnit.CaptureIO

  alias Honey.{LoaderNif, Sim, Var}
  alias Honey.Test.Kernel

  # Every type, as a constant and live; each program copies one to the other.
  defmodule Types do
    use Honey, license: "GPL", kernel: "5.14"

    deftype Inner, low: :u8, high: :s64
    deftype Outer, inner: Inner, names: {:array, {:string, 5}, 2}, tone: {:enum, [dark: 3], :u8}

    defvar :u8, :u8, 0xFF
    defvar :u16, :u16, 0xFFFF
    defvar :u32, :u32, 0xFFFFFFFF
    defvar :u64, :u64, 0xFFFFFFFFFFFFFFFF
    defvar :s8, :s8, -0x80
    defvar :s16, :s16, -0x8000
    defvar :s32, :s32, -0x80000000
    defvar :s64, :s64, -0x8000000000000000
    defvar :flag, :bool, true
    defvar :mode, {:enum, [:slow, :fast]}, :fast
    defvar :tone, {:enum, [red: 3, green: 5], :u8}, nil
    defvar :text, {:string, 7}, "seven.."
    defvar :bytes, {:binary, 6}, <<0, 1, 0, 255, 7, 0>>
    defvar :list, {:array, :s16, 3}, [-1, 0, 1]

    defvar :data, Outer, %Outer{
      inner: %Inner{low: 200, high: -7},
      names: ["a", "bcdef"],
      tone: :dark
    }

    defvar :large, {:array, :u64, 100}, Enum.to_list(1..100)

    defvar :live_u8, :u8, live: true
    defvar :live_u16, :u16, live: true
    defvar :live_u32, :u32, live: true
    defvar :live_u64, :u64, live: true
    defvar :live_s8, :s8, live: true
    defvar :live_s16, :s16, live: true
    defvar :live_s32, :s32, live: true
    defvar :live_s64, :s64, live: true
    defvar :live_flag, :bool, live: true
    defvar :live_mode, {:enum, [:slow, :fast]}, live: true
    defvar :live_tone, {:enum, [red: 3, green: 5], :u8}, :red, live: true
    defvar :live_text, {:string, 7}, "before", live: true
    defvar :live_bytes, {:binary, 6}, live: true
    defvar :live_list, {:array, :s16, 3}, live: true
    defvar :live_data, Outer, live: true
    defvar :live_large, {:array, :u64, 100}, live: true

    @sec "syscall"
    def copy(_ctx) do
      Honey.Var.put(:live_u8, u8())
      Honey.Var.put(:live_u16, u16())
      Honey.Var.put(:live_u32, u32())
      Honey.Var.put(:live_u64, u64())
      Honey.Var.put(:live_s8, s8())
      Honey.Var.put(:live_s16, s16())
      Honey.Var.put(:live_s32, s32())
      Honey.Var.put(:live_s64, s64())
      Honey.Var.put(:live_flag, flag())
      Honey.Var.put(:live_mode, mode())
      Honey.Var.put(:live_tone, tone())
      Honey.Var.put(:live_text, text())
      Honey.Var.put(:live_bytes, bytes())
      Honey.Var.put(:live_list, list())
      Honey.Var.put(:live_data, data())
      Honey.Var.put(:live_large, large())
      # Their bits, as a store into memory keeps them.
      Honey.Var.update(:live_u32, &(&1 + 2))
      Honey.Var.update(:live_s32, &(&1 - 1))
      Honey.Var.update(:live_u64, &(s8() + &1))
      Honey.Var.update(:live_s64, fn n -> n - 5 end)
      sum()
    end

    # On the BEAM, too.
    def sum do
      numbers = u8() + u16() + s8() + s16() + Enum.at(list(), 0) + data().inner.low
      if(flag(), do: numbers, else: -numbers) + code(mode()) + code(tone()) + code(text())
    end

    defp code(:slow), do: 1
    defp code(:fast), do: 2
    defp code(nil), do: 4
    defp code(:red), do: 8
    defp code(:green), do: 16
    defp code(text), do: byte_size(text) * 100
  end

  @given [
    u8: 7,
    s16: -300,
    u64: 0x8000000000000001,
    flag: false,
    mode: :slow,
    tone: :green,
    text: "",
    bytes: "sixsix",
    list: [5, -5, 32767],
    live_u32: 9
  ]

  defmodule Switch do
    use Honey, license: "GPL", kernel: "5.14"
    import Honey.XDP

    defvar :debug, :bool, false
    defvar :limit, :u32, 2
    # Neighbours in memory.
    defvar :left, :u8, live: true
    defvar :between, :u8, 170, live: true
    defvar :right, :u8, live: true
    defvar :sum, :u64, live: true
    defvar :small_sum, :u32, live: true

    defmap :log, :bpf_hash, max_entries: 64, key_type: :u64, value_type: :u64

    @sec "xdp"
    def count(_ctx) do
      Honey.Var.update(:sum, &(&1 + 3))
      Honey.Var.update(:small_sum, &(&1 - 1))
      xdp_pass()
    end

    @sec "xdp"
    def write_left(_ctx) do
      Honey.Var.put(:left, left() + 1)
      xdp_pass()
    end

    @sec "xdp"
    def traced(_ctx) do
      if debug() do
        for n <- 1..8, do: Honey.BpfHelpers.bpf_map_update_elem(:log, n, sum(), :bpf_any)
      end

      limit()
    end
  end

  defp contents(object),
    do: Map.new(object.vars, fn {name, _} -> {name, Var.get(object, name)} end)

  defp loaded(module, options \\ []) do
    object = Honey.load!(module, options)
    on_exit(fn -> Honey.unload(object) end)
    object
  end

  defp xlated(object, program) do
    id = Enum.find(object.programs, &(&1.name == program)).id
    tool = System.find_executable("bpftool") || "/usr/sbin/bpftool"
    {text, 0} = System.cmd(tool, ["prog", "show", "id", to_string(id)])
    [_, size] = Regex.run(~r/xlated (\d+)B/, text)
    String.to_integer(size)
  end

  defp map_ids(object) do
    {:ok, rows} = LoaderNif.object_maps(object.ref)
    for row <- rows, do: elem(row, 7)
  end

  describe "what was compiled" do
    test "stands in __honey__(:vars), with defaults as terms" do
      vars = Map.new(Types.__honey__(:vars), &{&1.name, &1})

      assert %{type: :u8, default: 0xFF, live: false, elf_name: "u8", line: line} = vars.u8
      assert is_integer(line)
      assert vars.mode.default == :fast
      assert vars.tone.default == nil
      assert vars.live_text.default == "before"
      assert vars.live_text.live
      assert vars.large.default == Enum.to_list(1..100)
      assert %{inner: %{low: 200, high: -7}, names: ["a", "bcdef"]} = vars.data.default
      assert %{inner: %{low: 0, high: 0}, names: ["", ""]} = vars.live_data.default
      assert map_size(vars) == 32
    end

    test "is what mix honey.inspect shows" do
      inspection = Honey.Inspection.new(Types)
      text = Honey.Inspection.to_text(inspection)
      assert text =~ ~r/^variable +kind +type = default$/m
      assert text =~ ~r/^:u8 +constant +:u8 = 255$/m
      assert text =~ ~r/^:live_text +live +{:string, 7} = "before"$/m

      json = Honey.Inspection.to_json(inspection)
      assert json =~ ~s("default":"seven..","elf_name":"text","line":)
      assert json =~ ~s("default":[0,1,0,255,7,0],"elf_name":"bytes")
      assert json =~ ~s("inner":{"high":-7,"low":200})
    end

    test "outside of programs, a variable is its default" do
      assert Types.u64() == 0xFFFFFFFFFFFFFFFF
      assert Types.bytes() == <<0, 1, 0, 255, 7, 0>>
      assert Types.live_text() == "before"
      assert Types.sum() == Sim.run(Types, :sum, args: []).value
    end

    test "what changes variables is for programs only" do
      assert_raise RuntimeError, ~r/give the object first/, fn -> Var.put(:hits, 1) end
      assert_raise RuntimeError, ~r/for BPF programs only/, fn -> Var.update(:hits, &(&1 + 1)) end
    end

    test "a module whose errors come later still has the functions" do
      source = """
      defmodule Honey.VarsTest.Wrong do
        use Honey, license: "GPL"
        defvar :large, :u8, 300
        @sec "xdp"
        def run(_ctx), do: large()
      end
      """

      error = catch_error(capture_io(:stderr, fn -> Code.compile_string(source) end))
      assert %Honey.CompileError{diagnostics: [%{code: :bad_variable}]} = error
    end
  end

  describe "in Honey.Sim" do
    test "variables begin with their defaults, or as vars: says" do
      result = Sim.run(Types, :copy)
      assert result.vars.live_u8 == 0xFF
      assert result.vars.live_data == Types.data()
      assert result.vars.live_u32 == 1

      result = Sim.run(Types, :copy, vars: @given)
      assert result.vars.live_u8 == 7
      assert result.vars.live_text == ""
      assert result.vars.u8 == 7
    end

    test "they are kept from run to run" do
      sim = Sim.new(Switch, vars: [small_sum: 1])
      %{sim: sim} = Sim.run(sim, :count, ctx: %{packet: ""})
      %{sim: sim} = Sim.run(sim, :count, ctx: %{packet: ""})
      assert Sim.var(sim, :sum) == 6
      assert Sim.var(sim, :small_sum) == 0xFFFFFFFF
      %{sim: sim} = Sim.run(sim, :count, ctx: %{packet: ""}, vars: [sum: 100])
      assert Sim.var(sim, :sum) == 103
    end

    test "wrong names and values are told" do
      assert_raise ArgumentError,
                   ~r/has no variable :limits; it has .*:limit.*; did you mean :limit\?/,
                   fn ->
                     Sim.new(Switch, vars: [limits: 1])
                   end

      assert_raise ArgumentError,
                   ~r/vars: has :limit, of which -1 does not fit: expected :u32/,
                   fn -> Sim.new(Switch, vars: [limit: -1]) end

      assert_raise ArgumentError, ~r/has no variable :none/, fn ->
        Sim.var(Sim.new(Switch), :none)
      end
    end
  end

  describe "in the kernel" do
    @describetag Kernel.tags()

    test "programs read and write every type as in Honey.Sim and on the BEAM" do
      for given <- [[], @given] do
        object = loaded(Types, vars: given)
        assert contents(object) == Sim.new(Types, vars: given) |> Sim.run(:sum) |> Map.get(:vars)

        {:ok, %{return: return}} = Honey.test_run(object, :copy)
        result = Sim.run(Types, :copy, vars: given)
        assert contents(object) == result.vars
        assert return == result.return
        if given == [], do: assert(return == Types.sum())
      end
    end

    test "Elixir writes what programs read, of every type" do
      object = loaded(Types)

      values = [
        live_u8: 1,
        live_u16: 2,
        live_u32: 3,
        live_u64: 1 <<< 63,
        live_s8: -1,
        live_s16: -2,
        live_s32: -3,
        live_s64: -4,
        live_flag: true,
        live_mode: :fast,
        live_tone: nil,
        live_text: "ok",
        live_bytes: <<9, 8, 7, 6, 5, 4>>,
        live_list: [3, 2, 1],
        live_data: Types.data(),
        live_large: Enum.to_list(100..1//-1)
      ]

      for {name, value} <- values do
        before = Map.delete(contents(object), name)
        assert Var.put(object, name, value) == :ok
        assert Var.get(object, name) == value
        assert Map.delete(contents(object), name) == before
      end
    end

    test "a branch that a constant excludes is dropped by the verifier" do
      without = loaded(Switch)
      with_it = loaded(Switch, vars: [debug: true])
      assert xlated(without, :traced) < div(xlated(with_it, :traced), 2)

      {:ok, %{return: 2}} = Honey.test_run(without, :traced, data: <<0::112>>)
      assert Honey.Map.count(without, :log) == 0
      {:ok, %{return: 2}} = Honey.test_run(with_it, :traced, data: <<0::112>>)
      assert Honey.Map.count(with_it, :log) == 8
    end

    test "a constant is what it was loaded with" do
      object = loaded(Switch, vars: [limit: 1])
      {:ok, %{return: 1}} = Honey.test_run(object, :traced, data: <<0::112>>)
      assert Var.get(object, :limit) == 1
    end

    test "additions of several CPUs are not lost" do
      object = loaded(Switch)
      runs = 200_000

      1..4
      |> Enum.map(fn _ ->
        Task.async(fn ->
          Honey.test_run(object, :count, data: <<0::112>>, repeat: runs)
        end)
      end)
      |> Enum.each(&Task.await(&1, 60_000))

      assert Var.get(object, :sum) == 4 * runs * 3
      assert Var.get(object, :small_sum) == (1 <<< 32) - 4 * runs
    end

    test "writing a variable never undoes what is written to its neighbours" do
      object = loaded(Switch)
      {written, runs} = write_both(object, 0, 0)
      assert Var.get(object, :left) == rem(runs, 256)
      assert Var.get(object, :between) == 170
      assert Var.get(object, :right) == rem(written, 256)
    end

    # Until they have met often enough, which on a busy machine may take more than one time.
    defp write_both(_object, written, runs) when written > 1000, do: {written, runs}

    defp write_both(object, written, runs) do
      program =
        Task.async(fn ->
          Honey.test_run(object, :write_left, data: <<0::112>>, repeat: 3_000_001)
        end)

      write_both(object, write_right(object, program, written), runs + 3_000_001)
    end

    defp write_right(object, program, n) do
      value = rem(n + 1, 256)
      :ok = Var.put(object, :right, value)
      assert Var.get(object, :right) == value

      case Task.yield(program, 0) do
        {:ok, {:ok, _}} -> n + 1
        nil -> write_right(object, program, n + 1)
      end
    end

    test "nothing of a variable's memory stays behind" do
      object = Honey.load!(Switch)
      assert Var.get(object, :between) == 170
      ids = map_ids(object)
      assert length(ids) > 1 and Enum.all?(ids, &Kernel.map?/1)
      :ok = Honey.unload(object)
      assert Kernel.eventually(fn -> not Enum.any?(ids, &Kernel.map?/1) end)

      for name <- [:between, :limit],
          do: assert({:error, %{reason: :closed}} = Var.get(object, name))

      assert {:error, %{reason: :closed, var: :between}} = Var.put(object, :between, 1)
    end

    test "processes may close it while others read and write" do
      for _ <- 1..20 do
        object = Honey.load!(Switch)

        tasks = for n <- 1..3, do: Task.async(fn -> until_closed(object, n) end)

        Process.sleep(2)
        :ok = Honey.unload(object)
        assert Enum.map(tasks, &Task.await(&1, 60_000)) == [:closed, :closed, :closed]
      end
    end

    defp until_closed(object, n) do
      with :ok <- Var.put(object, :right, n),
           value when is_integer(value) <- Var.get(object, :right) do
        until_closed(object, n)
      else
        {:error, error} -> error.reason
      end
    end

    test "the owner's pid and name will do" do
      name = :"vars_#{System.unique_integer([:positive])}"

      options = [
        name: name,
        vars: [limit: 3],
        attach: [count: false, write_left: false, traced: false]
      ]

      {:ok, pid} = Honey.start_link(Switch, options)
      assert Var.put(pid, :right, 5) == :ok
      assert Var.get(name, :right) == 5
      assert Var.get(name, :limit) == 3
      assert {:error, %{reason: :unknown_var}} = Var.get(name, :nothing)
      :ok = Honey.stop(name)
      assert {:error, %{reason: :closed}} = Var.get(pid, :right)
    end
  end

  describe "of a library" do
    @describetag Kernel.tags()

    defmodule Limit do
      use Honey

      defvar :most, :u32, 100
      defvar :refused, :u64, live: true
      defvar :unused, :u64, live: true

      def allowed?(n) do
        if n > most(), do: Honey.Var.update(:refused, &(&1 + 1))
        n <= most()
      end
    end

    defmodule Links do
      use Honey, license: "GPL", kernel: "5.14"

      defvar :size, :u32, 150

      @sec "syscall"
      def run(_ctx), do: if(Limit.allowed?(size()), do: Limit.most(), else: 0)

      # No program comes to it.
      def twice(n), do: n * Limit.unused()
    end

    test "variables are the linking object's" do
      assert Limit.most() == 100
      assert [:most, :refused, :unused] = Enum.map(Limit.__honey__(:vars), & &1.name)
      object = loaded(Links)
      assert object.vars |> Map.keys() |> Enum.sort() == [:most, :refused, :size]

      assert {:ok, %{return: 0}} = Honey.test_run(object, :run)
      assert Var.get(object, :refused) == 1
      object = loaded(Links, vars: [most: 151])
      assert {:ok, %{return: 151}} = Honey.test_run(object, :run)

      assert %{return: 151, vars: %{refused: 0}} = Sim.run(Links, :run, vars: [most: 151])
      assert %{value: 0, vars: %{unused: 0}} = Sim.run(Links, :twice, args: [3])
    end
  end

  describe "what is refused" do
    @describetag Kernel.tags()

    test "unknown variables, with the one that was meant" do
      object = loaded(Switch)

      assert {:error, error} = Var.get(object, :limitt)
      assert %{step: :var, reason: :unknown_var, var: :limitt} = error
      assert error.cause =~ "the object has no variable :limitt; it has `between`, `debug`"
      assert error.hint == "did you mean `limit`?"
      assert {:error, %{reason: :unknown_var, hint: hint}} = Var.put(object, "limit", 1)
      assert hint == "did you mean :limit?"
      assert {:error, %{reason: :unknown_var, hint: nil}} = Var.put(object, {:limit}, 1)
      assert {:error, %{hint: "did you mean `debug`?"}} = Honey.load(Switch, vars: [debugg: 1])
    end

    test "functions with ! give what those without do, or raise" do
      object = loaded(Types)
      assert Var.put!(object, :live_u8, 7) == :ok
      assert Var.get!(object, :live_u8) == 7
      assert_raise Honey.Error, ~r/256 does not fit/, fn -> Var.put!(object, :live_u8, 256) end
      assert_raise Honey.Error, ~r/did you mean `live_u8`/, fn -> Var.get!(object, :live_u9) end
    end

    test "values that do not fit, naming the field" do
      object = loaded(Types)

      assert {:error, %{reason: :range} = error} = Var.put(object, :live_u8, 256)

      assert Exception.message(error) ==
               "variable `live_u8`: 256 does not fit: expected :u8 (0..255) [range]"

      data = put_in(Types.data().inner.low, -1)
      assert {:error, %{reason: :range} = error} = Var.put(object, :live_data, data)
      assert error.cause == "the field `inner.low` is -1, expected :u8 (0..255)"
      assert {:error, %{reason: :type}} = Var.put(object, :live_mode, :quick)
      assert {:error, %{reason: :size}} = Var.put(object, :live_bytes, "x")
      assert {:error, %{reason: :type, var: :u8}} = Honey.load(Types, vars: [u8: :many])
      assert {:error, %{reason: :size, var: :list}} = Honey.start_link(Types, vars: [list: []])
    end

    test "a constant after it was loaded" do
      object = loaded(Switch)
      assert {:error, %{reason: :constant, var: :limit} = error} = Var.put(object, :limit, 3)

      assert Exception.message(error) == """
             variable `limit`: it is a constant, which is fixed when the object is loaded [constant]
               hint: load it with `vars: [limit: ...]`, or let its `defvar` say `live: true`\
             """
    end

    test "vars: that is no keyword list" do
      assert_raise ArgumentError, ~r/`vars:` wants a list like \[threshold: 5\]/, fn ->
        Honey.load(Switch, vars: %{limit: 1})
      end
    end
  end

  describe "attached" do
    @describetag Kernel.tags()

    defmodule Live do
      use Honey, license: "GPL"

      defvar :enabled, :bool, true, live: true
      defvar :hits, :u64, live: true
      defvar :misses, :u64, live: true

      @sec "tracepoint/sched/sched_switch"
      def on_switch(_ctx) do
        if enabled(),
          do: Honey.Var.update(:hits, &(&1 + 1)),
          else: Honey.Var.update(:misses, &(&1 + 1))

        0
      end
    end

    setup do
      Kernel.mount_tracefs()
    end

    test "a program sees at once what Elixir sets while it runs" do
      {:ok, live} = Honey.start_link(Live)

      grows = fn name ->
        before = Var.get(live, name)
        Kernel.eventually(fn -> Var.get(live, name) > before end)
      end

      assert grows.(:hits)
      assert Var.get(live, :misses) == 0
      :ok = Var.put(live, :enabled, false)
      assert grows.(:misses)
      # Programs of other CPUs that had read it before have ended by now.
      Process.sleep(20)
      hits = Var.get(live, :hits)
      assert grows.(:misses)
      assert Var.get(live, :hits) == hits
      :ok = Var.put(live, :enabled, true)
      assert grows.(:hits)
      :ok = Honey.stop(live)
    end
  end
end
