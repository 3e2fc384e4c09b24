defmodule Honey.EventBuffersTest do
  @moduledoc """
  Events through the buffers of a perf event array: what holds of rings holds of them, in the kernel
  and in `Honey.Sim`.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, Events}
  alias Honey.Test.Kernel, as: TestKernel

  @moduletag TestKernel.tags()

  defmodule Buffers do
    use Honey, license: "GPL", kernel: "5.4", on_error: 77

    import Honey.BpfHelpers
    import Honey.XDP, only: [xdp_pass: 0]

    deftype Exec, pid: :u32, comm: {:string, 16}, kind: {:enum, [:forked, :replaced]}
    deftype Exit, code: :s32, codes: {:array, :u16, 3}, core: :bool, big: :u64
    deftype Large, number: :u64, data: {:array, :u64, 100}, name: {:string, 300}

    defmap :events, :bpf_perf_event_array, max_entries: 4096, types: [Exec, Exit]
    defmap :others, :bpf_perf_event_array, types: [Large, Exit]
    defmap :number, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

    @sec "raw_tracepoint/sched_switch"
    def types(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      kind = if(number > 3, do: :replaced, else: :forked)
      Events.emit(:events, %Exec{pid: number, comm: "beam", kind: kind})
      exit = %Exit{code: -1, codes: [1, number, 3], core: true}
      Events.emit(:others, exit)
      Events.emit(:events, %Exit{exit | code: -2})
      large = %Large{number: number, name: "large"}
      Events.emit(:others, large)
      Events.emit(:others, %Large{large | number: number + 1})
      Events.emit(:others, %Large{name: "in place", number: number})
      0
    end

    # 100 records, each of 48 bytes with what the kernel adds: 85 fit into the buffer of a CPU. The
    # CPU's number is told in thousands.
    @sec "raw_tracepoint/sched_switch"
    def fill(_ctx) do
      first = bpf_map_lookup_elem(:number, 0)
      bpf_map_update_elem(:number, 0, first + 100, :bpf_any)

      for n <- 1..100, reduce: 1000 * bpf_get_smp_processor_id() do
        lost -> lost + emit(first + n)
      end
    end

    # No argument has the context, which the kernel's helper takes.
    defp emit(n) do
      case Events.emit(:events, %Exit{code: n}) do
        :ok -> 0
        {:error, :enospc} -> 1
      end
    end

    @sec "raw_tracepoint/sched_switch"
    def raising(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      Events.emit(:events, %Exit{code: 1})
      Events.emit(:events, %Exit{code: div(100, number)})
      0
    end

    @sec "raw_tracepoint/sched_switch"
    def one(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      bpf_map_update_elem(:number, 0, number + 1, :bpf_any)
      Events.emit(:events, %Exit{code: number})
      0
    end

    @sec "xdp"
    def packet(ctx) do
      Events.emit(:events, %Exit{code: byte_size(ctx.packet)})
      xdp_pass()
    end
  end

  alias Buffers.{Exec, Exit, Large}

  setup do
    {:ok, object} = Honey.load(Buffers)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp run(object, program, times \\ 1) do
    for _ <- 1..times do
      {:ok, %{return: return}} = Honey.test_run(object, program)
      return
    end
  end

  # How many were lost in each run, by CPU.
  defp fills(object, times) do
    object |> run(:fill, times) |> Enum.group_by(&div(&1, 1000), &rem(&1, 1000))
  end

  defp number(object, number), do: :ok = Honey.Map.put(object, :number, 0, number)

  # As many as are to come, however long they take, and what comes after them for a while.
  defp received(ref, count) do
    receive do
      {:honey_events, ^ref, events} -> events ++ received(ref, count - length(events))
    after
      if(count > 0, do: 20_000, else: 100) -> []
    end
  end

  defp count_to(ref, events, lost, total) do
    receive do
      {:honey_events, ^ref, list} -> count_to(ref, events + length(list), lost, total)
      {:honey_lost, ^ref, count} -> count_to(ref, events, lost + count, total)
    after
      if(events + lost == total, do: 300, else: 15_000) -> {events, lost}
    end
  end

  test "records of all types, in the kernel as in the simulation", %{object: object} do
    number(object, 4)
    {:ok, events} = Events.subscribe(object, :events, active: true)
    {:ok, others} = Events.subscribe(object, :others, active: true)
    run(object, :types)

    exit = %Exit{code: -1, codes: [1, 4, 3], core: true}
    zeros = List.duplicate(0, 100)

    exec = %Exec{pid: 4, comm: "beam", kind: :replaced}
    assert received(events, 2) == [exec, %{exit | code: -2}]

    larges = [
      %Large{number: 4, name: "large", data: zeros},
      %Large{number: 5, name: "large", data: zeros},
      %Large{number: 4, name: "in place", data: zeros}
    ]

    assert received(others, 4) == [exit | larges]

    simulated = Honey.Sim.run(Buffers, :types, maps: %{number: %{0 => 4}})
    assert simulated.events == [exec, exit, %{exit | code: -2} | larges]
  end

  test "those that are there before anybody subscribes wait", %{object: object} do
    run(object, :one, 3)
    {:ok, ref} = Events.subscribe(object, :events, active: true)
    assert ref |> received(3) |> Enum.map(& &1.code) |> Enum.sort() == [0, 1, 2]
  end

  test "of packets", %{object: object} do
    {:ok, ref} = Events.subscribe(object, :events, active: true)
    {:ok, %{return: 2}} = Honey.test_run(object, :packet, data: <<0::size(64)-unit(8)>>)
    assert [%Exit{code: 64}] = received(ref, 1)
    assert [%Exit{code: 64}] = Honey.Sim.run(Buffers, :packet, ctx: %{packet: <<0::512>>}).events
  end

  test "what raises is not emitted", %{object: object} do
    {:ok, ref} = Events.subscribe(object, :events, active: true)
    run(object, :raising)
    assert [%Exit{code: 1}] = received(ref, 1)
    number(object, 10)
    run(object, :raising)
    assert [%Exit{code: 1}, %Exit{code: 10}] = received(ref, 2)
  end

  describe "loss" do
    # The first look at a full buffer leaves it full; of what was lost the kernel notes something there
    # once there is room again, where one record less fits.
    test "is exact, in the kernel as in the simulation", %{object: object} do
      first = fills(object, 10)
      for {_, lost} <- first, do: assert(lost == [15 | List.duplicate(100, length(lost) - 1)])
      all = first |> Map.values() |> List.flatten() |> Enum.sum()
      assert Events.lost(object, :events) == %{Exec => 0, Exit => all}

      {:ok, ref} = Events.subscribe(object, :events, active: true)
      assert length(received(ref, 1000 - all)) == 1000 - all
      assert_receive {:honey_lost, ^ref, ^all}
      :ok = Events.active(ref, false)

      second = fills(object, 10)
      for {cpu, [lost | _]} <- second, do: assert(lost == if(first[cpu], do: 16, else: 15))

      sim = Honey.Sim.new(Buffers, cpus: 2)
      one = Honey.Sim.run(sim, :fill)
      two = Honey.Sim.run(one.sim, :fill)
      assert {one.return, two.return} == {15, 100}
      assert two.lost == %{events: 100, others: 0}
      assert Honey.Sim.run(two.sim, :fill, cpu: 1).return == 1015
      {events, sim} = Honey.Sim.drain(two.sim, :events)
      assert Enum.map(events, & &1.code) == Enum.to_list(1..85)
      assert Honey.Sim.run(sim, :fill).return == 16
    end

    test "and records are all that were emitted, while programs and reader run",
         %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      tasks = for _ <- 1..2, do: Task.async(fn -> losses(object) end)
      {events, lost} = count_to(ref, 0, 0, 200_000)
      in_kernel = tasks |> Task.await_many(60_000) |> Enum.sum()

      assert events + lost == 200_000
      assert lost == in_kernel
      assert Events.lost(object, :events) == %{Exec => 0, Exit => lost}
    end
  end

  defp losses(object), do: object |> fills(1000) |> Map.values() |> List.flatten() |> Enum.sum()

  # Every record wakes a reader that waits: none is missed between its looks.
  test "one after the other", %{object: object} do
    {:ok, ref} = Events.subscribe(object, :events, active: true)

    for n <- 0..2000 do
      run(object, :one)
      assert_receive {:honey_events, ^ref, [%Exit{code: ^n}]}
    end
  end

  test "nothing is read while nobody is active", %{object: object} do
    {:ok, ref} = Events.subscribe(object, :events)
    run(object, :one)
    assert_receive {:honey_events, ^ref, [%Exit{code: 0}]}
    run(object, :one, 3)
    refute_receive _, 50
    :ok = Events.active(ref, true)
    assert ref |> received(3) |> Enum.map(& &1.code) |> Enum.sort() == [1, 2, 3]
    run(object, :one)
    assert_receive {:honey_events, ^ref, [%Exit{code: 4}]}
    assert object |> Events.stream(:events) |> Stream.take(0) |> Enum.to_list() == []
  end

  test "the object's end: what is left is given", %{object: object} do
    {:ok, active} = Events.subscribe(object, :events, active: true)
    {:ok, passive} = Events.subscribe(object, :events, active: false)
    ids = for {_, ring} <- object.rings, do: ring.id
    run(object, :one, 2)
    Honey.unload(object)

    assert active |> received(2) |> Enum.map(& &1.code) |> Enum.sort() == [0, 1]
    assert_receive {:honey_closed, ^active}
    assert TestKernel.eventually(fn -> Enum.all?(ids, &(not TestKernel.map?(&1))) end)

    :ok = Events.active(passive, true)
    assert length(received(passive, 2)) == 2
    assert_receive {:honey_closed, ^passive}
    assert {:error, %Error{reason: :closed}} = Events.subscribe(object, :events)
  end

  test "of the process that reads: another takes its place", %{object: object} do
    {:ok, ref} = Events.subscribe(object, :events, active: true)
    {:ok, server} = Honey.Events.Hub.subscription(ref)
    Process.exit(server, :kill)
    assert_receive {:honey_closed, ^ref}
    {:ok, ref} = Events.subscribe(object, :events, active: true)
    run(object, :one)
    assert_receive {:honey_events, ^ref, [%Exit{code: 0}]}
  end

  test "ends at random leave nothing" do
    files = buffer_files()
    ids = Enum.flat_map(1..20, fn _ -> end_at_random() end)
    assert TestKernel.eventually(fn -> Enum.all?(ids, &(not TestKernel.map?(&1))) end)
    assert TestKernel.eventually(fn -> buffer_files() <= files end)
  end

  defp end_at_random do
    {:ok, owner} = Honey.start_link(Buffers, attach: for(p <- programs(), do: {p, false}))
    Process.unlink(owner)
    {:ok, object} = Honey.Object.resolve(owner)

    subscribers =
      for ring <- [:events, :others, :events] do
        spawn(fn ->
          with {:ok, ref} <- Events.subscribe(owner, ring, active: true),
               do: receive(do: ({:honey_closed, ^ref} -> :ok))
        end)
      end

    emitter = spawn(fn -> for _ <- 1..200, do: Honey.test_run(object, :fill) end)
    Process.sleep(:rand.uniform(6) - 1)

    for pid <- Enum.shuffle([owner, emitter | subscribers]) do
      Process.sleep(:rand.uniform(3) - 1)
      Process.exit(pid, :kill)
    end

    for {_, ring} <- object.rings, do: ring.id
  end

  defp programs, do: [:types, :fill, :raising, :one, :packet]

  defp buffer_files do
    files =
      for name <- File.ls!("/proc/self/fd"),
          {:ok, "anon_inode:" <> _} <- [File.read_link("/proc/self/fd/#{name}")],
          do: name

    mapped = "/proc/self/maps" |> File.read!() |> String.split("anon_inode:[perf_event]")
    length(files) + length(mapped)
  end

  test "what is a ring is no map", %{object: object} do
    assert %{size: 4096} = object.rings.events
    assert %{size: 65_536} = object.rings.others
    assert {:error, %Error{hint: hint}} = Honey.map(object, :events)
    assert hint =~ "Honey.Events.subscribe(object, :events)"
  end
end
