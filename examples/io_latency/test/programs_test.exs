defmodule IoLatency.ProgramsTest do
  @moduledoc "The programs: simulated; and in the kernel, with a process whose requests are known."

  use ExUnit.Case, async: true

  alias Honey.Sim
  alias IoLatency.{Files, Latencies, Request}

  doctest IoLatency

  @disk 0xFE00000
  @none 0xFFFFFFFFFFFFFFFF

  defp issue(sim, device, sector, letters, us) do
    run(sim, :on_issue, ctx: %{dev: device, sector: sector, rwbs: letters}, time: us * 1_000)
  end

  defp complete(sim, device, sector, us) do
    run(sim, :on_complete, ctx: %{dev: device, sector: sector}, time: us * 1_000)
  end

  defp call(sim, name, from, to, task \\ [pid: 7]) do
    sim
    |> run(:"on_enter_#{name}", [ctx: %{}, time: from * 1_000] ++ task)
    |> run(:"on_exit_#{name}", [ctx: %{}, time: to * 1_000] ++ task)
  end

  defp run(sim, program, options) do
    result = Sim.run(sim, program, options)
    assert %{return: 0, raised: nil} = result
    result.sim
  end

  # On the one CPU that there is.
  defp latencies(sim),
    do: Map.new(Sim.map(sim, :latencies), fn {key, [count]} -> {key, count} end)

  describe "block devices" do
    setup do
      %{sim: Sim.new(IoLatency)}
    end

    test "a request takes until it is completed", %{sim: sim} do
      sim = issue(sim, @disk, 2_048, "RS", 100)

      assert %{{@disk, 2_048} => %Request{issued: 100_000, operation: :read}} =
               Sim.map(sim, :requests)

      sim = complete(sim, @disk, 2_048, 105)
      assert Sim.map(sim, :requests) == %{}
      assert latencies(sim) == %{{@disk, :read, 3} => 1}
    end

    test "requests of several devices are under way at once", %{sim: sim} do
      sim = sim |> issue(@disk, 8, "W", 0) |> issue(1, 8, "W", 10) |> issue(@disk, 16, "W", 20)
      sim = sim |> complete(1, 8, 11) |> complete(@disk, 16, 24) |> complete(@disk, 8, 32)

      assert latencies(sim) == %{
               {1, :write, 1} => 1,
               {@disk, :write, 3} => 1,
               {@disk, :write, 6} => 1
             }
    end

    test "of a request that is completed in parts, the first part counts", %{sim: sim} do
      sim = sim |> issue(@disk, 8, "R", 0) |> complete(@disk, 8, 4) |> complete(@disk, 16, 900)
      assert latencies(sim) == %{{@disk, :read, 3} => 1}
    end

    test "one that nobody saw begin is none", %{sim: sim} do
      assert sim |> complete(@disk, 8, 4) |> latencies() == %{}
    end

    test "a flush has no sector, and two ways to say so", %{sim: sim} do
      sim = sim |> issue(@disk, 0, "FF", 0) |> complete(@disk, @none, 2)
      assert latencies(sim) == %{{@disk, :flush, 2} => 1}
    end

    test "the operation is among the letters", %{sim: sim} do
      for {letters, operation} <- [
            {"R", :read},
            {"RAM", :read},
            {"W", :write},
            {"WFSM", :write},
            {"FWFS", :write},
            {"FF", :flush},
            {"F", :flush},
            {"D", :discard},
            {"DE", :discard},
            {"N", :other},
            {"", :other}
          ] do
        sim = sim |> issue(@disk, 8, letters, 0) |> complete(@disk, 8, 1)
        assert {letters, latencies(sim)} == {letters, %{{@disk, operation, 1} => 1}}
      end
    end

    @tag :kernel
    @tag :disk
    @tag :tmp_dir
    test "in the kernel: a file that is written and read past the page cache", %{tmp_dir: folder} do
      {:ok, io} = Honey.start_link(IoLatency)
      file = Path.join(folder, "file")
      dd(["if=/dev/zero", "of=#{file}", "oflag=direct", "conv=fsync"])
      assert count(io, :write) >= 100
      dd(["if=#{file}", "of=/dev/null", "iflag=direct"])
      assert count(io, :read) >= 100
      assert Honey.errors(io) == []

      # Each of them is a device of this machine.
      for {{device, _}, _} <- Latencies.read(io),
          do: assert(File.exists?("/sys/class/block/#{IoLatency.name(device)}"))

      Honey.stop(io)
    end
  end

  describe "files" do
    setup do
      %{sim: Sim.new(Files)}
    end

    test "calls are read, write or sync", %{sim: sim} do
      sim = sim |> call(:read, 1, 2) |> call(:preadv2, 1, 4) |> call(:pwrite64, 1, 5)
      sim = sim |> call(:fsync, 1, 900) |> call(:fdatasync, 1, 901)

      assert latencies(sim) == %{
               {0, :read, 1} => 1,
               {0, :read, 2} => 1,
               {0, :write, 3} => 1,
               {0, :sync, 10} => 2
             }
    end

    test "calls of two threads do not disturb each other", %{sim: sim} do
      sim = run(sim, :on_enter_read, ctx: %{}, pid: 7, time: 1_000)
      sim = call(sim, :write, 2, 3, pid: 8)
      sim = run(sim, :on_exit_read, ctx: %{}, pid: 7, time: 6_000)
      assert latencies(sim) == %{{0, :write, 1} => 1, {0, :read, 3} => 1}
    end

    test "one that nobody saw begin is none", %{sim: sim} do
      sim = run(sim, :on_exit_read, ctx: %{}, pid: 7, time: 6_000)
      assert latencies(sim) == %{}
    end

    @tag :kernel
    @tag :tmp_dir
    test "in the kernel: a file that is copied", %{tmp_dir: folder} do
      {:ok, io} = Honey.start_link(Files)
      dd(["if=/dev/zero", "of=#{Path.join(folder, "file")}", "conv=fsync"])
      assert count(io, :read) >= 100
      assert count(io, :write) >= 100
      assert count(io, :sync) >= 1
      assert Honey.errors(io) == []
      Honey.stop(io)
    end
  end

  # 100 times 4096 bytes.
  defp dd(arguments) do
    options = [stderr_to_stdout: true]

    assert {_, 0} =
             System.cmd("dd", ["bs=4096", "count=100", "status=none"] ++ arguments, options)
  end

  defp count(io, operation) do
    Enum.sum(
      for {{_, ^operation}, histogram} <- Latencies.read(io), {_, count} <- histogram, do: count
    )
  end
end
