defmodule Honey.TailCallsTest do
  @moduledoc """
  Programs that go on with others: in the kernel and in `Honey.Sim`, with the slots as Elixir fills them.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.Kernel

  @moduletag Kernel.tags()

  @packet <<0::size(64)-unit(8)>>

  defmodule Stages do
    @moduledoc false
    use Honey, license: "GPL", kernel: "5.10", on_error: 77
    alias Honey.KernelMap
    import Honey.BpfHelpers

    defmap :stages, :bpf_prog_array, max_entries: 8, entries: %{0 => :parse, 1 => :again}
    defmap :seen, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

    defmap :index, :bpf_array,
      max_entries: 1,
      key_type: :u32,
      value_type: :s64,
      entries: %{0 => 0}

    @sec "xdp"
    def entry(_ctx) do
      KernelMap.count(:seen, 0)
      :error = go(KernelMap.get(:index, 0))
      5
    end

    defp go(n) when n < 0, do: Honey.tail_call(:stages, -n)
    defp go(n), do: Honey.tail_call(:stages, n)

    @sec "xdp"
    def parse(_ctx) do
      KernelMap.count(:seen, 1)
      6
    end

    # It is followed by itself until the kernel has had enough.
    @sec "xdp"
    def again(ctx) do
      KernelMap.count(:seen, 2)
      bpf_tail_call(ctx, :stages, 1)
      KernelMap.count(:seen, 3)
      7
    end

    # The first of those that are there.
    @sec "xdp"
    def first(_ctx) do
      Enum.each(4..7, fn i ->
        KernelMap.count(:seen, i)
        Honey.tail_call(:stages, i)
      end)

      8
    end

    @sec "xdp"
    def raises(_ctx) do
      KernelMap.count(:seen, 4)
      div(1, KernelMap.get(:index, 0) - 3)
    end
  end

  describe "a tail call" do
    test "goes on with the program that is there, in the kernel as in Honey.Sim" do
      object = Honey.load!(Stages)

      for {program, slots, index} <- [
            {:entry, %{0 => :parse, 1 => :again}, 0},
            {:entry, %{0 => :parse, 1 => :again}, 1},
            {:entry, %{}, 0},
            {:entry, %{0 => :parse}, 7},
            {:entry, %{0 => :parse}, 8},
            {:entry, %{0 => :parse}, 100_000},
            {:entry, %{0 => :parse, 7 => :again}, -7},
            # Only the index' lowest 32 bits count.
            {:entry, %{3 => :parse}, 0x1_0000_0003},
            {:entry, %{2 => :entry}, 2},
            {:entry, %{3 => :raises}, 3},
            {:first, %{}, 0},
            {:first, %{6 => :parse, 7 => :again}, 0},
            {:first, %{4 => :first}, 0},
            {:again, %{1 => :parse}, 0},
            {:again, %{1 => :again}, 0},
            {:parse, %{1 => :again}, 0}
          ] do
        kernel = in_kernel(object, program, slots, index)
        sim = Honey.Sim.run(Stages, program, maps: %{stages: slots, index: %{0 => index}})

        assert {program, slots, index, {sim.return, sim.maps.seen}} ==
                 {program, slots, index, kernel}

        assert sim.maps.stages == slots
      end
    end

    test "comes back after 33 programs have followed one another" do
      object = Honey.load!(Stages)
      assert {7, %{0 => 1, 2 => 33, 3 => 1}} = in_kernel(object, :entry, %{1 => :again}, 1)
    end

    test "has the raise of the program that was gone on with, and its return value" do
      object = Honey.load!(Stages)
      assert {77, %{4 => 1}} = in_kernel(object, :entry, %{3 => :raises}, 3)
      assert [%{kind: :arithmetic, function: {:raises, 1}, count: 1}] = Honey.errors(object)

      result = Honey.Sim.run(Stages, :entry, maps: %{stages: %{3 => :raises}, index: %{0 => 3}})
      assert %{return: 77, raised: %{kind: :arithmetic, function: {:raises, 1}}} = result
    end

    test "ends the function that Honey.Sim runs, too" do
      assert %{return: 6, value: nil} = Honey.Sim.run(Stages, :go, args: [0])
      assert %{return: nil, value: :error} = Honey.Sim.run(Stages, :go, args: [5])
    end

    defp in_kernel(object, program, slots, index) do
      for i <- 0..7 do
        :ok = Honey.Map.delete(object, :stages, i)
        :ok = Honey.Map.put(object, :seen, i, 0)
      end

      for {i, name} <- slots, do: :ok = Honey.Map.put(object, :stages, i, name)
      :ok = Honey.Map.put(object, :index, 0, index)
      assert Map.new(Honey.Map.to_list(object, :stages)) == slots
      {:ok, %{return: return}} = Honey.test_run(object, program, data: @packet)
      {return, Map.new(Honey.Map.to_list(object, :seen))}
    end
  end

  describe "the programs of a map" do
    test "are put there when the object is loaded, by their names" do
      object = Honey.load!(Stages)
      assert Honey.Map.to_list(object, :stages) == [{0, :parse}, {1, :again}]
      assert Honey.Map.get(object, :stages, 0) == :parse
      assert Honey.Map.get(object, :stages, 2) == nil
      assert Honey.Map.keys(object, :stages) == [0, 1]
      assert Honey.Map.count(object, :stages) == 2
      assert Enum.member?(Honey.map(object, :stages), {1, :again})
      assert Honey.Sim.map(Honey.Sim.new(Stages), :stages) == %{0 => :parse, 1 => :again}
    end

    test "change while the first program runs" do
      object = Honey.load!(Stages)
      :ok = Honey.Map.put(object, :index, 0, 5)

      swapper = Task.async(fn -> swap(object, Stream.cycle([:parse, :again, nil])) end)

      returned =
        for _ <- 1..2_000, into: MapSet.new() do
          {:ok, %{return: return}} = Honey.test_run(object, :entry, data: @packet)
          return
        end

      Task.shutdown(swapper, :brutal_kill)
      assert returned == MapSet.new([5, 6, 7])
      assert Honey.errors(object) == []
    end

    defp swap(object, names) do
      Enum.each(names, fn
        nil -> :ok = Honey.Map.delete(object, :stages, 5)
        name -> :ok = Honey.Map.put(object, :stages, 5, name)
      end)
    end

    test "are programs of the object" do
      object = Honey.load!(Stages)

      assert {:error, %{reason: :unknown_program} = error} =
               Honey.Map.put(object, :stages, 0, :pars)

      assert Exception.message(error) =~ "the object has no program :pars"
      assert Exception.message(error) =~ "did you mean :parse?"
      assert {:error, %{reason: :unknown_program}} = Honey.Map.put(object, :stages, 0, 7)
      assert {:error, %{reason: :e2big}} = Honey.Map.put(object, :stages, 8, :parse)
      assert {:error, %{reason: :range}} = Honey.Map.put(object, :stages, -1, :parse)
      assert Honey.Map.get(object, :stages, 0) == :parse

      Honey.unload(object)
      assert {:error, %{reason: :closed}} = Honey.Map.put(object, :stages, 0, :parse)
    end

    test "are found in an ELF by the names that they have there" do
      object = Honey.load_binary!(Stages.__honey__(:elf))
      assert Honey.Map.to_list(object, :stages) == []
      assert Honey.Map.put(object, :stages, 0, :parse) == :ok
      assert Honey.Map.to_list(object, :stages) == [{0, :parse}]
      assert {:ok, %{return: 6}} = Honey.test_run(object, :entry, data: @packet)
    end

    test "are names that Honey.Sim knows" do
      assert_raise ArgumentError, ~r/value :pars of index 1 of map :stages is no program/, fn ->
        Honey.Sim.run(Stages, :entry, maps: %{stages: %{1 => :pars}})
      end

      assert_raise ArgumentError, ~r/index 8 of map :stages is beyond the last, 7/, fn ->
        Honey.Sim.run(Stages, :entry, maps: %{stages: %{8 => :parse}})
      end

      assert_raise ArgumentError, ~r/helpers: cannot have :bpf_tail_call/, fn ->
        Honey.Sim.new(Stages, helpers: %{bpf_tail_call: fn _, _, _ -> :error end})
      end
    end

    test "cannot be run on the BEAM" do
      assert_raise RuntimeError, ~r"tail_call/2", fn -> Honey.tail_call(:stages, 0) end
    end
  end

  defmodule Traced do
    @moduledoc false
    use Honey, license: "GPL"
    alias Honey.KernelMap

    defmap :switches, :bpf_prog_array, max_entries: 2, entries: %{0 => :note}
    defmap :others, :bpf_prog_array, max_entries: 2
    defmap :calls, :bpf_prog_array, max_entries: 2, entries: %{0 => :called}
    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

    @sec "tracepoint/raw_syscalls/sys_enter"
    def on_enter(ctx) do
      if ctx.id >= 0, do: Honey.tail_call(:switches, 0)
    end

    @sec "tp/raw_syscalls/sys_enter"
    def note(ctx) do
      if ctx.id >= 0, do: KernelMap.count(:seen, 0)
    end

    @sec "tracepoint/raw_syscalls/sys_exit"
    def on_exit(_ctx), do: 0

    @sec "raw_tracepoint/sys_enter"
    def on_call(_ctx) do
      Honey.tail_call(:calls, 0)
      Honey.tail_call(:others, 0)
    end

    @sec "raw_tracepoint/sys_enter"
    def called(_ctx), do: KernelMap.count(:seen, 1)
  end

  describe "programs that others go on with" do
    setup do: Kernel.mount_tracefs()

    test "are not attached themselves, unless they are named" do
      {:ok, owner} = Honey.start_link(Traced, attach: [on_call: false, on_exit: false])
      assert Kernel.eventually(fn -> Honey.Map.get(owner, :seen, 0) > 0 end)
      assert Honey.Map.get(owner, :seen, 1) == 0
      :ok = Honey.Map.delete(owner, :switches, 0)
      seen = Honey.Map.get(owner, :seen, 0)
      Process.sleep(20)
      # A call that was under way may have counted meanwhile.
      assert Honey.Map.get(owner, :seen, 0) - seen <= 2
      Honey.stop(owner)

      options = [attach: [on_call: false, on_exit: false, on_enter: false, called: []]]
      {:ok, owner} = Honey.start_link(Traced, options)
      assert Kernel.eventually(fn -> Honey.Map.get(owner, :seen, 1) > 0 end)
      assert Honey.Map.get(owner, :seen, 0) == 0
      Honey.stop(owner)
    end

    test "have the type of the others, and of tracepoints the same one" do
      object = Honey.load!(Traced)
      assert {:ok, %{return: 0}} = Honey.test_run(object, :on_call)
      assert Honey.Map.get(object, :seen, 1) == 1

      for {map, program} <- [switches: :called, switches: :on_exit, others: :on_enter] do
        assert {:error, %{reason: :program_type} = error} = Honey.Map.put(object, map, 0, program)
        assert Exception.message(error) =~ "#{inspect(program)} is of "
        assert Exception.message(error) =~ "programs that follow one another have the same type"
      end

      # The kernel itself, where nobody says whom they follow.
      raw = Honey.load_binary!(Traced.__honey__(:elf))
      assert {:error, %{reason: :einval} = error} = Honey.Map.put(raw, :switches, 0, :called)
      assert Exception.message(error) =~ "of another type"
    end
  end

  defmodule Pages do
    @moduledoc false
    use Honey, license: "GPL", on_error: 77
    alias Honey.KernelMap

    deftype Page, number: :u64, words: {:array, :u64, 64}

    defmap :stages, :bpf_prog_array, max_entries: 4
    defmap :none, :bpf_prog_array, max_entries: 1
    defmap :pages, :bpf_array, max_entries: 4, key_type: :u32, value_type: Page
    defmap :seen, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

    @sec "xdp"
    def entry(_ctx) do
      page = %{KernelMap.get(:pages, 0) | number: 7}
      follow(1)
      KernelMap.put(:pages, 3, page)
      2
    end

    @sec "xdp"
    def large(_ctx) do
      page = %{KernelMap.get(:pages, 1) | number: 8}
      KernelMap.put(:pages, 2, page)
      follow(2)
      1
    end

    @sec "xdp"
    def small(_ctx) do
      follow(3)
      3
    end

    defp follow(n) do
      KernelMap.count(:seen, n)
      Honey.tail_call(:stages, n)
    end

    # Nothing follows: in each turn the page is given back and taken again.
    @sec "raw_tracepoint/hrtimer_expire_entry"
    def waits(_ctx) do
      page = KernelMap.get(:pages, 1)
      number = KernelMap.get(:seen, 7)
      start = %{page | number: number}

      wrong =
        Enum.reduce(1..100, 0, fn i, wrong ->
          Honey.tail_call(:none, 0)

          if Enum.at(start.words, rem(i, 64)) == 5 and start.number == number,
            do: wrong,
            else: wrong + 1
        end)

      if wrong > 0, do: KernelMap.count(:seen, 6)
      # The next run has another number in its page.
      KernelMap.count(:seen, 7)
      0
    end
  end

  describe "scratch memory" do
    test "is given back before the call, and is there after one that comes back" do
      for {slots, return, counts} <- [
            {%{}, 2, [1, 0, 0]},
            {%{1 => :large}, 1, [1, 1, 0]},
            {%{1 => :small}, 3, [1, 0, 1]},
            {%{1 => :large, 2 => :small}, 3, [1, 1, 1]}
          ] do
        object = Honey.load!(Pages)
        page = %Pages.Page{number: 1, words: Enum.to_list(1..64)}
        for i <- 0..1, do: :ok = Honey.Map.put(object, :pages, i, page)
        for {i, name} <- slots, do: :ok = Honey.Map.put(object, :stages, i, name)

        {:ok, %{return: ^return}} = Honey.test_run(object, :entry, data: @packet, repeat: 1000)
        assert Honey.errors(object) == []
        assert counts == for(i <- 1..3, do: div(Honey.Map.get(object, :seen, i), 1000))
        if slots == %{}, do: assert(Honey.Map.get(object, :pages, 3) == %{page | number: 7})
        if slots[1] == :large, do: assert(Honey.Map.get(object, :pages, 2) == %{page | number: 8})

        sim = Honey.Sim.run(Pages, :entry, maps: %{stages: slots, pages: %{0 => page, 1 => page}})
        assert sim.return == return
        assert sim.maps.pages == Map.new(Honey.Map.to_list(object, :pages))
      end
    end

    # The same program runs in timers while it waits: what has come into its memory meanwhile it does
    # not take for its own.
    test "is not mixed up with that of a run that came in between" do
      {:ok, object} = Honey.load(Pages)
      :ok = Honey.Map.put(object, :pages, 1, %Pages.Page{words: List.duplicate(5, 64)})
      {:ok, _link} = Honey.attach(object, :waits, [])

      assert Kernel.eventually(
               fn ->
                 for _ <- 1..2_000, do: {:ok, _} = Honey.test_run(object, :waits)
                 Honey.errors(object) != []
               end,
               60_000
             )

      assert Honey.Map.get(object, :seen, 6) == 0
      assert [%{kind: :busy, function: {:waits, 1}, message: message}] = Honey.errors(object)
      assert message =~ "during a tail call"
      Honey.unload(object)
    end
  end

  describe "a large program" do
    test "is cut into pieces, but not where it goes on with another" do
      counts = for i <- 1..250, do: "    KernelMap.update(:seen, rem(n, #{i}), 1, &(&1 + #{i}))\n"
      {before, later} = Enum.split(counts, 125)

      source = """
      defmodule Honey.LargeTailCall do
        use Honey, license: "GPL"
        alias Honey.KernelMap
        defmap :stages, :bpf_prog_array, max_entries: 4, entries: %{1 => :other}
        defmap :seen, :bpf_array, max_entries: 256, key_type: :u32, value_type: :u64

        @sec "xdp"
        def entry(ctx) do
          n = ctx.rx_queue_index
      #{before}
          if n < 1000 do
      #{before}
            if n == 0, do: Honey.tail_call(:stages, KernelMap.get(:seen, 255))
      #{later}
          end
          9
        end

        @sec "xdp"
        def other(_ctx), do: 4
      end
      """

      [{module, _}] = Code.compile_string(source)

      assert [_, _ | _] =
               Regex.scan(~r/^static .*honey_piece_\d+\(/m, module.__honey__(:c_source))

      object = Honey.load!(module)
      assert {:ok, %{return: 9}} = Honey.test_run(object, :entry, data: @packet)
      :ok = Honey.Map.put(object, :seen, 255, 1)
      assert {:ok, %{return: 4}} = Honey.test_run(object, :entry, data: @packet)
    after
      :code.purge(Honey.LargeTailCall)
      :code.delete(Honey.LargeTailCall)
    end
  end
end
