defmodule HotSwapDemoTest do
  use ExUnit.Case, async: true

  alias Honey.Sim
  alias HotSwapDemo.{CLI, Demo, One, Two}
  alias HotSwapDemo.Refused.{Changed, Unloadable}

  doctest HotSwapDemo.CLI

  describe "in the simulation" do
    test "both versions count the calls of one process" do
      for version <- [One, Two] do
        sim = Sim.new(version, vars: [process: 7], maps: %{calls: %{0 => 40}})
        %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, pid: 9, tgid: 7)
        %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, pid: 7, tgid: 8)
        assert Sim.map(sim, :calls) == %{0 => 41}
      end
    end

    test "version two has the threads, too" do
      sim = Sim.new(Two, vars: [process: 7], tgid: 7)
      %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, comm: "one")
      %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, comm: "two")
      %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, comm: "one")
      %{sim: sim} = Sim.run(sim, :on_call, ctx: %{}, comm: "another", tgid: 8)
      assert Sim.map(sim, :threads) == %{"one" => 2, "two" => 1}
    end

    test "a function that no kernel has can still be simulated" do
      count = fn urgency ->
        helpers = %{hot_swap_demo_urgency: fn -> urgency end}
        Sim.run(Unloadable, :on_call, ctx: %{}, helpers: helpers).maps.calls
      end

      assert count.(2) == %{0 => 0}
      assert count.(3) == %{0 => 1}
    end
  end

  test "version one's map is version two's, and not that of another version" do
    definition = fn version ->
      calls = Enum.find(version.__honey__(:maps), &(&1.name == :calls))
      Map.take(calls, [:type, :key, :value, :max_entries])
    end

    assert definition.(One) == definition.(Two)
    assert definition.(One) != definition.(Changed)
  end

  test "a version with half a call does not compile" do
    error =
      assert_raise Honey.CompileError, fn ->
        Code.compile_string(HotSwapDemo.Refused.broken(), "lib/broken.ex")
      end

    # There is a column where the compiler has been asked for them, as by newer versions of Elixir.
    assert Exception.message(error) =~ ~r/^lib\/broken.ex:7(:42)?: found a float/
  end

  test "arguments that are wrong" do
    for arguments <- [["--swap", "none"], ["--load"], ["--load", "x"], ["--unknown"], ["word"]],
        do: assert(CLI.parse(arguments) == :error)

    assert CLI.parse([]) == {:ok, [:overlap, :tail_call], 200}
    assert CLI.parse(["--help"]) == :help
  end

  describe "in the kernel" do
    @describetag KernelTests.tags()

    defp start(options) do
      {:ok, pid} = HotSwapDemo.start_link(One, options)
      on_exit(fn -> Honey.stop(pid) end)
      pid
    end

    test "by a tail call, each call is counted once, whatever is upgraded meanwhile" do
      assert {:ok, steps, threads} = Demo.run(:tail_call, 20)

      assert [
               %{answer: {:ok, nil}},
               %{answer: {:ok, upgrade}} = two,
               %{answer: {:ok, _}} = turns,
               %{answer: {:error, %Honey.CompileError{}}},
               %{answer: {:error, %Honey.Error{reason: :changed, map: :calls}}},
               %{answer: {:error, %Honey.Error{step: :load} = error}} = last
             ] = steps

      assert %{programs: %{on_call: :slot}, maps: %{calls: :kept, threads: :added}} = upgrade
      assert Exception.message(error) =~ "no kfunc `hot_swap_demo_urgency`"

      for step <- steps, do: assert(step.counted == step.calls)

      # The last version two came while the calls of the turns were made, and has all after these.
      by_thread = Enum.sum(for {_, count} <- threads, do: count)
      assert by_thread <= last.counted - two.counted
      assert by_thread >= last.counted - turns.counted
    end

    test "with an overlap, none is missed" do
      assert {:ok, [one, two, turns | refused], _threads} = Demo.run(:overlap, 20)
      assert {:ok, %{programs: %{on_call: :overlap}}} = two.answer
      assert one.counted == one.calls
      assert two.counted >= two.calls
      assert turns.counted - turns.calls >= two.counted - two.calls

      # What is refused attaches nothing, so nothing is seen twice.
      for step <- refused,
          do: assert(step.counted - step.calls == turns.counted - turns.calls)
    end

    test "without load the sums go on exactly, there and back" do
      pid = start([])

      for {version, sum} <- [{Two, 10}, {One, 20}, {Two, 30}] do
        call(10)
        assert HotSwapDemo.calls(pid) == sum
        assert {:ok, %{maps: %{calls: :kept}}} = Honey.upgrade(pid, module: version)
        assert HotSwapDemo.calls(pid) == sum
      end

      call(5)
      assert HotSwapDemo.calls(pid) == 35
      assert Enum.sum(for {_, count} <- HotSwapDemo.threads(pid), do: count) == 5
    end
  end

  defp call(count) do
    {:ok, file} = :file.open("/dev/null", [:raw, :write])
    for _ <- 1..count, do: {:error, :einval} = :file.datasync(file)
    :file.close(file)
  end
end
