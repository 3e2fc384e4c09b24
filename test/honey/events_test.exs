defmodule Honey.EventsTest do
  @moduledoc """
  Events from programs in the kernel to subscribers: every record arrives or is counted, in order,
  as often as a subscriber asks for; and nothing is left when somebody ends.
  """

  use ExUnit.Case, async: false

  alias Honey.{Error, Events}
  alias Honey.Test.Kernel, as: TestKernel

  @moduletag TestKernel.tags()

  defmodule Rings do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    import Honey.BpfHelpers

    deftype Place, cpu: :u16, time: :u64

    deftype Exec,
      pid: :u32,
      comm: {:string, 16},
      kind: {:enum, [:forked, :replaced]},
      at: Place,
      tiny: {:enum, [a: -1, b: 1], :s8}

    deftype Exit, code: :s32, codes: {:array, :u16, 3}, mac: {:binary, 6}, core: :bool, big: :u64
    deftype Large, number: :u64, data: {:array, :u64, 100}, name: {:string, 300}

    deftype Deep,
      points: {:array, Place, 2},
      rows: {:array, {:array, :s16, 2}, 2},
      least: :s64,
      text: {:string, 4},
      flags: {:array, :bool, 3},
      enums: {:array, {:enum, [up: 1, down: 2]}, 3}

    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Exec, Exit]
    defmap :others, :bpf_ringbuf, max_entries: 65_536, types: [Exit, Large, Deep]
    defmap :number, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

    @sec "syscall"
    def types(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)

      Events.emit(:events, %Exec{
        pid: number,
        comm: "beam",
        kind: if(number > 3, do: :replaced, else: :forked),
        at: %Place{cpu: 3, time: number + 1},
        tiny: :a
      })

      exit = %Exit{
        code: -1,
        codes: [1, number, 3],
        mac: <<1, 2, 3, 4, 5, 6>>,
        core: true,
        big: 0xFFFFFFFFFFFFFFFF
      }

      Events.emit(:others, exit)
      Events.emit(:events, %Exit{exit | code: -2})
      Events.emit(:events, exit, :no_wakeup)
      Events.emit(:events, %Exec{}, :force_wakeup)
      0
    end

    @sec "syscall"
    def large(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      large = %Large{number: number, name: "large"}
      Events.emit(:others, large)
      Events.emit(:others, %Large{large | number: number + 1})
      Events.emit(:others, %Large{name: "in place", number: number})
      0
    end

    @sec "syscall"
    def deep(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      place = %Place{cpu: number, time: 1}

      deep = %Deep{
        points: [place, %Place{time: 0xFFFFFFFFFFFFFFFF}],
        rows: [[number, -1], [-32_768, 32_767]],
        least: -0x8000000000000000,
        text: "full",
        flags: [true, false, number == 7],
        enums: [:up, :down, :up]
      }

      Events.emit(:others, deep)
      Events.emit(:others, %Deep{text: "ab"})
      Events.emit(:others, %{deep | rows: [[1, 2], [3, number]]})
      0
    end

    # 100 records, each of 48 bytes with its headers: 85 fit.
    @sec "syscall"
    def fill(_ctx) do
      first = bpf_map_lookup_elem(:number, 0)
      bpf_map_update_elem(:number, 0, first + 100, :bpf_any)

      for n <- 1..100, reduce: 0 do
        lost -> lost + emit(first + n)
      end
    end

    defp emit(n) do
      case Events.emit(:events, %Exit{code: n}) do
        :ok -> 0
        {:error, :enospc} -> 1
      end
    end

    @sec "syscall"
    def raising(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      Events.emit(:events, %Exit{code: 1})
      Events.emit(:events, %Exit{code: 2, big: div(100, number)})
      Events.emit(:events, %Exit{code: 3})
      0
    end

    @sec "syscall"
    def quiet(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      bpf_map_update_elem(:number, 0, number + 1, :bpf_any)
      Events.emit(:events, %Exit{code: number}, :no_wakeup)
      0
    end

    @sec "syscall"
    def one(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      bpf_map_update_elem(:number, 0, number + 1, :bpf_any)
      Events.emit(:events, %Exit{code: number})
      0
    end
  end

  alias Rings.{Deep, Exec, Exit, Large, Place}

  setup do
    {:ok, object} = Honey.load(Rings)
    on_exit(fn -> Honey.unload(object) end)
    %{object: object}
  end

  defp run(object, program, times \\ 1) do
    for _ <- 1..times do
      {:ok, %{return: return}} = Honey.test_run(object, program)
      return
    end
  end

  defp number(object, number), do: :ok = Honey.Map.put(object, :number, 0, number)

  # As many as are to come, however long they take, and what comes after them for a while.
  defp received(ref, count, wait \\ 100) do
    receive do
      {:honey_events, ^ref, events} -> events ++ received(ref, count - length(events), wait)
    after
      if(count > 0, do: 20_000, else: wait) -> []
    end
  end

  defp codes(events), do: Enum.map(events, & &1.code)

  describe "records" do
    test "of all types, in the kernel as in the simulation", %{object: object} do
      number(object, 4)
      {:ok, events} = Events.subscribe(object, :events, active: true)
      {:ok, others} = Events.subscribe(object, :others, active: true)
      run(object, :types)

      exit = %Exit{
        code: -1,
        codes: [1, 4, 3],
        mac: <<1, 2, 3, 4, 5, 6>>,
        core: true,
        big: 0xFFFFFFFFFFFFFFFF
      }

      place = %Place{cpu: 3, time: 5}

      expected = [
        %Exec{pid: 4, comm: "beam", kind: :replaced, at: place, tiny: :a},
        %{exit | code: -2},
        exit,
        %Exec{}
      ]

      assert received(events, 4) == expected
      assert received(others, 1) == [exit]

      simulated = Honey.Sim.run(Rings, :types, maps: %{number: %{0 => 4}})
      assert simulated.events == [hd(expected), exit | tl(expected)]
    end

    test "that are larger than the stack", %{object: object} do
      number(object, 5)
      {:ok, ref} = Events.subscribe(object, :others, active: true)
      run(object, :large)
      zeros = List.duplicate(0, 100)

      expected = [
        %Large{number: 5, name: "large", data: zeros},
        %Large{number: 6, name: "large", data: zeros},
        %Large{number: 5, name: "in place", data: zeros}
      ]

      assert received(ref, 3) == expected
      assert Honey.Sim.run(Rings, :large, maps: %{number: %{0 => 5}}).events == expected
    end

    test "with structs and arrays in arrays", %{object: object} do
      number(object, 7)
      {:ok, ref} = Events.subscribe(object, :others, active: true)
      run(object, :deep)

      deep = %Deep{
        points: [%Place{cpu: 7, time: 1}, %Place{time: 0xFFFFFFFFFFFFFFFF}],
        rows: [[7, -1], [-32_768, 32_767]],
        least: -0x8000000000000000,
        text: "full",
        flags: [true, false, true],
        enums: [:up, :down, :up]
      }

      expected = [deep, %Deep{text: "ab"}, %{deep | rows: [[1, 2], [3, 7]]}]
      assert received(ref, 3) == expected
      assert Honey.Sim.run(Rings, :deep, maps: %{number: %{0 => 7}}).events == expected
    end

    test "that raise while they are built are not there, and the ring goes on", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      assert run(object, :raising) == [77]
      assert codes(received(ref, 1)) == [1]

      number(object, 10)
      assert run(object, :raising) == [0]
      assert [%Exit{code: 1}, %Exit{code: 2, big: 10}, %Exit{code: 3}] = received(ref, 3)
    end
  end

  describe "loss" do
    test "is exact, in the kernel as in the simulation", %{object: object} do
      assert [lost, 100] = run(object, :fill, 2)
      assert Events.lost(object, :events) == %{Exec => 0, Exit => lost + 100}

      {:ok, ref} = Events.subscribe(object, :events, active: true)
      assert codes(received(ref, 100 - lost)) == Enum.to_list(1..(100 - lost))
      count = lost + 100
      assert_receive {:honey_lost, ^ref, ^count}

      run(object, :one)
      assert [%Exit{code: 200}] = received(ref, 1)
      refute_received {:honey_lost, ^ref, _}

      sim = Honey.Sim.new(Rings)
      first = Honey.Sim.run(sim, :fill)
      second = Honey.Sim.run(first.sim, :fill)
      assert {first.return, second.return} == {lost, 100}
      assert first.lost == %{events: lost, others: 0}
    end

    test "and records are all that were emitted, while programs and reader run", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      task = Task.async(fn -> run(object, :fill, 2000) |> Enum.sum() end)
      {events, lost} = count_to(ref, 0, 0, 200_000)
      in_kernel = Task.await(task, 60_000)

      assert events + lost == 200_000
      assert lost == in_kernel
      assert Events.lost(object, :events) == %{Exec => 0, Exit => lost}
    end
  end

  describe "flow control" do
    test "once", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events)
      run(object, :one)
      assert_receive {:honey_events, ^ref, [%Exit{code: 0}]}
      run(object, :one, 3)
      refute_receive _, 50
      :ok = Events.active(ref, :once)
      assert_receive {:honey_events, ^ref, events}
      assert codes(events) == [1, 2, 3]
      run(object, :one)
      refute_receive _, 50
    end

    test "a number of messages, which is added to", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: 2)

      for n <- 0..1 do
        run(object, :one)
        assert_receive {:honey_events, ^ref, [%Exit{code: ^n}]}
      end

      assert_receive {:honey_passive, ^ref}
      run(object, :one)
      refute_receive _, 50

      :ok = Events.active(ref, 2)
      :ok = Events.active(ref, 1)
      assert_receive {:honey_events, ^ref, [%Exit{code: 2}]}
      :ok = Events.active(ref, -2)
      assert_receive {:honey_passive, ^ref}
      :ok = Events.active(ref, false)
      run(object, :one)
      refute_receive _, 50
      :ok = Events.active(ref, true)
      assert_receive {:honey_events, ^ref, [%Exit{code: 3}]}
    end

    test "a process that does not read is not sent more", %{object: object} do
      test = self()

      slow =
        spawn_link(fn ->
          {:ok, ref} = Events.subscribe(object, :events, active: true, mailbox: 10)
          send(test, :subscribed)
          receive do: (:go -> :ok)
          send(test, {:counted, count_to(ref, 0, 0, 20_000)})
        end)

      assert_receive :subscribed

      for _ <- 1..200 do
        run(object, :fill)
        {_, length} = Process.info(slow, :message_queue_len)
        # A pump may send what it has taken out and what was lost.
        assert length <= 13
      end

      send(slow, :go)
      assert_receive {:counted, {events, lost}}, 60_000
      assert events + lost == 20_000
    end

    test "every so often, whether or not programs wake anybody", %{object: object} do
      {:ok, woken} = Events.subscribe(object, :events, active: true)
      # Its server has looked, and waits, when it answers that.
      {:ok, server} = Honey.Events.Hub.subscription(woken)
      _ = :sys.get_state(server)
      run(object, :quiet, 3)
      refute_receive _, 50

      # Who is woken sees what somebody else looks for.
      {:ok, ref} = Events.subscribe(object, :events, active: true, every: 5)
      assert_receive {:honey_events, ^woken, events}
      assert codes(events) == [0, 1, 2]
      :ok = Events.unsubscribe(woken)
      assert codes(received(ref, 3, 20)) == [0, 1, 2]

      for n <- 3..6 do
        run(object, :quiet)
        assert_receive {:honey_events, ^ref, [%Exit{code: ^n}]}
      end

      {:ok, slow} = Events.subscribe(object, :events, active: true, every: 300)
      :ok = Events.unsubscribe(ref)
      run(object, :quiet, 2)
      run(object, :one, 3)
      assert codes(received(slow, 5)) == [7, 8, 9, 10, 11]

      {:ok, fast} = Events.subscribe(object, :events, every: 5)
      run(object, :quiet)
      assert_receive {:honey_events, ^fast, [%Exit{code: 12}]}
      Honey.unload(object)
      assert_receive {:honey_closed, ^slow}
    end

    test "of several, each gets every record, and loses only its own", %{object: object} do
      {:ok, all} = Events.subscribe(object, :events, active: true)
      {:ok, once} = Events.subscribe(object, :events, active: :once, buffer: 4)
      {:ok, none} = Events.subscribe(object, :events, active: false, buffer: 0)

      for _ <- 1..10 do
        run(object, :one)
        assert_receive {:honey_events, ^all, [_]}
      end

      assert_receive {:honey_events, ^once, [%Exit{code: 0}]}
      refute_receive _, 20

      :ok = Events.active(once, true)
      assert codes(received(once, 4, 50)) == [1, 2, 3, 4]
      assert_receive {:honey_dropped, ^once, 5}

      run(object, :one)
      assert_receive {:honey_events, ^once, [%Exit{code: 10}]}
      :ok = Events.active(none, :once)
      assert_receive {:honey_dropped, ^none, 11}
      run(object, :one)
      assert_receive {:honey_events, ^none, [%Exit{code: 11}]}
      assert_receive {:honey_events, ^all, [%Exit{code: 10}]}
    end
  end

  test "what waits for a slow one, as another reads each record alone, is one message", context do
    object = context.object
    {:ok, fast} = Events.subscribe(object, :events, active: true)
    {:ok, slow} = Events.subscribe(object, :events, active: false, buffer: 1500)

    for _ <- 1..1600 do
      run(object, :one)
      assert_receive {:honey_events, ^fast, [_]}
    end

    :ok = Events.active(slow, 1)
    assert_receive {:honey_events, ^slow, first}
    assert_receive {:honey_passive, ^slow}
    assert codes(first) == Enum.to_list(0..1023)
    :ok = Events.active(slow, :once)
    assert_receive {:honey_events, ^slow, second}
    assert codes(second) == Enum.to_list(1024..1499)
    :ok = Events.active(slow, :once)
    assert_receive {:honey_dropped, ^slow, 100}
  end

  # Under as much load as there can be: what was lost is counted, and what waits has its limits.
  test "a subscriber that sleeps loses only what is counted, and needs no memory", %{
    object: object
  } do
    test = self()
    emitter = spawn_link(fn -> emit_until_told(object, test, 0) end)
    {:ok, passive} = Events.subscribe(object, :events, active: false, buffer: 1000)

    sleeper =
      Task.async(fn ->
        {:ok, ref} = Events.subscribe(object, :events, active: true)
        send(test, {:server, elem(Honey.Events.Hub.subscription(ref), 1)})
        Process.sleep(2_000)
        send(test, :awake)
        {events, lost} = count_to(ref, 0, 0, :unknown)
        {events, lost, Process.info(self(), :message_queue_len)}
      end)

    assert_receive {:server, server}
    assert peak([server, sleeper.pid], 0) < 64 * 1024 * 1024
    send(emitter, :stop)
    assert_receive {:emitted, emitted, lost_in_kernel}, 60_000
    send(sleeper.pid, {:total, emitted})
    {events, lost, {:message_queue_len, 0}} = Task.await(sleeper, 60_000)
    assert emitted > 100_000
    assert events + lost == emitted
    assert lost == lost_in_kernel

    :ok = Events.active(passive, true)
    {kept, missed} = count_all(passive, 0, 0, emitted)
    assert kept in 1..1000
    assert kept + missed == emitted
  end

  # As many as there were, and what comes after these; on a busy machine they take their time.
  defp count_to(ref, events, lost, total) do
    receive do
      {:honey_events, ^ref, list} -> count_to(ref, events + length(list), lost, total)
      {:honey_lost, ^ref, count} -> count_to(ref, events, lost + count, total)
      {:total, total} -> count_to(ref, events, lost, total)
    after
      if(events + lost == total, do: 300, else: 15_000) -> {events, lost}
    end
  end

  defp emit_until_told(object, test, runs) do
    receive do
      :stop when runs > 1_000 ->
        send(test, {:emitted, runs * 100, Events.lost(object, :events)[Exit]})
    after
      0 ->
        run(object, :fill)
        emit_until_told(object, test, runs + 1)
    end
  end

  # The most memory that the processes had together, until the sleeper wakes up.
  defp peak(pids, most) do
    receive do
      :awake -> most
    after
      10 ->
        memory = for pid <- pids, {:memory, bytes} <- [Process.info(pid, :memory)], do: bytes
        peak(pids, max(most, Enum.sum(memory)))
    end
  end

  defp count_all(ref, events, missed, total) do
    receive do
      {:honey_events, ^ref, list} ->
        count_all(ref, events + length(list), missed, total)

      {kind, ^ref, n} when kind in [:honey_lost, :honey_dropped] ->
        count_all(ref, events, missed + n, total)
    after
      if(events + missed == total, do: 300, else: 15_000) -> {events, missed}
    end
  end

  describe "streams" do
    test "give events one after the other, and end with the object", %{object: object} do
      run(object, :one, 5)
      assert object |> Events.stream(:events) |> Enum.take(3) |> codes() == [0, 1, 2]
      # The others were in the batch that the stream had, and went with it.
      test = self()

      task =
        Task.async(fn ->
          object
          |> Events.stream(:events, on_lost: &send(test, {:lost, &1}))
          |> Stream.each(&send(test, {:event, &1.code}))
          |> Enum.count()
        end)

      run(object, :one, 2)
      assert_receive {:event, 5}
      assert_receive {:event, 6}
      run(object, :fill, 2)
      Honey.unload(object)
      streamed = Task.await(task, 60_000)

      lost =
        Stream.repeatedly(fn -> receive(do: ({:lost, n} -> n), after: (0 -> nil)) end)
        |> Enum.take_while(& &1)
        |> Enum.sum()

      assert streamed + lost == 202
    end

    test "raise where there is no such ring", %{object: object} do
      assert_raise Error,
                   ~r/no ring :event; it has `events`, `others`; did you mean `events`/,
                   fn ->
                     object |> Events.stream(:event) |> Enum.take(1)
                   end
    end
  end

  describe "ends" do
    test "the object's, by its words", %{object: object} do
      {:ok, active} = Events.subscribe(object, :events, active: true)
      {:ok, passive} = Events.subscribe(object, :events, active: false)
      id = object.rings.events.id
      run(object, :one, 2)
      Honey.unload(object)

      assert codes(received(active, 2)) == [0, 1]
      assert_receive {:honey_closed, ^active}
      refute_received {:honey_closed, ^passive}
      assert TestKernel.eventually(fn -> not TestKernel.map?(id) end)

      :ok = Events.active(passive, true)
      assert codes(received(passive, 2)) == [0, 1]
      assert_receive {:honey_closed, ^passive}
      assert {:error, %Error{reason: :closed}} = Events.active(passive, true)
      assert {:error, %Error{reason: :closed}} = Events.subscribe(object, :events)
    end

    test "the owner's death" do
      {:ok, owner} = Honey.start_link(Rings)
      Process.unlink(owner)
      {:ok, ref} = Events.subscribe(owner, :events)
      {:ok, object} = Honey.Object.resolve(owner)
      Process.exit(owner, :kill)
      assert_receive {:honey_closed, ^ref}

      assert TestKernel.eventually(fn ->
               not TestKernel.map?(object.rings.events.id) and
                 not TestKernel.map?(object.maps.number.id)
             end)
    end

    test "the subscription's", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      run(object, :one)
      # What it was sent goes with it.
      queue = fn -> Process.info(self(), :message_queue_len) end
      assert TestKernel.eventually(fn -> queue.() == {:message_queue_len, 1} end)
      :ok = Events.unsubscribe(ref)
      run(object, :one)
      refute_receive _, 50
      assert {:error, %Error{reason: :closed}} = Events.active(ref, :once)
      :ok = Events.unsubscribe(ref)

      {:ok, ref} = Events.subscribe(object, :events, active: true)
      assert_receive {:honey_events, ^ref, [%Exit{code: 1}]}
    end

    test "of the process that reads the ring", %{object: object} do
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      {:ok, server} = Honey.Events.Hub.subscription(ref)
      Process.exit(server, :kill)
      assert_receive {:honey_closed, ^ref}
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      run(object, :one)
      assert_receive {:honey_events, ^ref, [%Exit{code: 0}]}
    end

    test "of the process that knows the subscriptions", %{object: object} do
      refs = for ring <- [:events, :events, :others], do: subscribe!(object, ring)
      hub = Process.whereis(Honey.Events.Hub)

      log =
        ExUnit.CaptureLog.capture_log(fn ->
          Process.exit(hub, :kill)
          for ref <- refs, do: assert_receive({:honey_closed, ^ref})

          assert TestKernel.eventually(fn ->
                   Process.whereis(Honey.Events.Hub) not in [nil, hub]
                 end)

          assert TestKernel.eventually(fn -> Process.whereis(Honey.Events.Supervisor) != nil end)
        end)

      refute log =~ "terminating"
      {:ok, ref} = Events.subscribe(object, :events, active: true)
      run(object, :one)
      assert_receive {:honey_events, ^ref, [%Exit{code: 0}]}
    end

    test "of what reads rings, until it is started anew", %{object: object} do
      :ok = Supervisor.terminate_child(Honey.Supervisor, Events)

      try do
        assert {:error, %Error{reason: :closed} = error} = Events.subscribe(object, :events)
        assert error.cause == "what reads rings of events is being restarted"
        assert {:error, %Error{reason: :closed}} = Events.active(make_ref(), :once)
        assert_raise Error, fn -> object |> Events.stream(:events) |> Enum.take(1) end
      after
        {:ok, _} = Supervisor.restart_child(Honey.Supervisor, Events)
      end

      assert {:ok, _} = Events.subscribe(object, :events)
    end

    defp subscribe!(object, ring) do
      {:ok, ref} = Events.subscribe(object, ring, active: true)
      ref
    end

    test "at random, of owners and subscribers, leave nothing" do
      :rand.seed(:exsss, {1, 2, 3})
      files = ring_files()
      ids = Enum.flat_map(1..30, fn _ -> end_at_random() end)
      assert TestKernel.eventually(fn -> Enum.all?(ids, &(not TestKernel.map?(&1))) end)
      assert TestKernel.eventually(fn -> ring_files() <= files end)
      assert TestKernel.eventually(fn -> :ets.tab2list(Honey.Events.Hub) == [] end)
    end
  end

  defp end_at_random do
    {:ok, owner} = Honey.start_link(Rings)
    Process.unlink(owner)
    {:ok, object} = Honey.Object.resolve(owner)

    subscribers =
      for _ <- 1..3 do
        spawn(fn ->
          active = Enum.random([true, :once, 3, false])

          with {:ok, ref} <-
                 Events.subscribe(owner, Enum.random([:events, :others]), active: active),
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

  # The descriptors of maps, and of those that are watched, and how often rings are in memory.
  defp ring_files do
    files =
      for name <- File.ls!("/proc/self/fd"),
          {:ok, "anon_inode:" <> _} <- [File.read_link("/proc/self/fd/#{name}")],
          do: name

    mapped = "/proc/self/maps" |> File.read!() |> String.split("anon_inode:bpf-map")
    length(files) + length(mapped)
  end

  describe "what is refused" do
    test "a map that is no ring, and a ring that is no map", %{object: object} do
      assert {:error, %Error{reason: :not_a_ring}} = Events.subscribe(object, :number)
      assert {:error, %Error{reason: :unknown_ring}} = Events.subscribe(object, :nothing)
      assert {:error, %Error{hint: hint}} = Honey.map(object, :events)
      assert hint =~ "Honey.Events.subscribe(object, :events)"
    end

    test "options", %{object: object} do
      for {options, message} <- [
            {[active: 0], "true, false, :once or a number from 1 to 32767, got: 0"},
            {[active: :twice], "got: :twice"},
            {[buffer: -1], "`buffer:` wants an integer from 0 on, got: -1"},
            {[every: 0], "`every:` wants a number of milliseconds from 1 to 60000, got: 0"},
            {[actve: true], "the options are :active, :buffer, :mailbox, :every"},
            {:once, "a keyword list, got: :once"}
          ] do
        error = assert_raise ArgumentError, fn -> Events.subscribe(object, :events, options) end
        assert Exception.message(error) =~ message
      end
    end

    test "emit outside of programs" do
      assert_raise RuntimeError, ~r/can be called in BPF programs only/, fn ->
        Events.emit(:events, %Exit{})
      end
    end
  end
end
