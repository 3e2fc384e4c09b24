defmodule Honey.Events do
  @moduledoc """
  Events: structs that programs send to Elixir, through a ring buffer of the kernel.

      defmodule Execs do
        use Honey, license: "GPL"
        import Honey.BpfHelpers

        deftype Exec, pid: :u32, comm: {:string, 16}

        defmap :events, :bpf_ringbuf, max_entries: 256 * 1024, types: [Exec]

        @sec "tracepoint/sched/sched_process_exec"
        def on_exec(ctx) do
          Honey.Events.emit(:events, %Exec{pid: ctx.pid, comm: bpf_get_current_comm()})
          0
        end
      end

      {:ok, execs} = Honey.start_link(Execs)
      {:ok, ref} = Honey.Events.subscribe(execs, :events, active: true)

      receive do
        {:honey_events, ^ref, events} -> IO.inspect(events)
        #=> [%Execs.Exec{pid: 4711, comm: "ls"}]
      end

  A ring is a `defmap` of type `:bpf_ringbuf`. `max_entries:` is its size in bytes, a power of two
  and a multiple of the page size; `types:` are the structs of `deftype` that it can have. Linux has rings
  from 5.8 on, so the default of `kernel:`, 5.10, has them.

  On older kernels a `:bpf_perf_event_array` does the same with a buffer for each CPU, of which `max_entries:` is
  the size (64 KiB when left out). Its records are in order by CPU only; guides/events.md has all that differs.

  What the kernel does is described in its Documentation/bpf/ringbuf.rst.

  ## Messages

  A subscriber gets

    * `{:honey_events, ref, events}` - a list of structs in the order in which the programs emitted them,
      of all CPUs; never empty
    * `{:honey_lost, ref, count}` - so many records found the ring full since the last such message. The
      program that found it full counts them, by an atomic addition: nothing is lost untold
    * `{:honey_dropped, ref, count}` - so many records came and were given to other subscribers while this one was
      passive, and were more than its buffer holds. It is sent when its place comes: behind the records that were
      buffered before
    * `{:honey_passive, ref}` - the last message of `active: n` was this subscriber's last
    * `{:honey_closed, ref}` - the object is closed; nothing comes any more. What was in the ring at that
      time was sent before, to the active

  ## Flow control

  As a socket of `:gen_tcp`, a subscription is active or passive. `:once` gives one message of events,
  a number `n` as many, and then it is passive until `active/2` is called again. While all subscribers of a
  ring are passive nothing is read, and records wait in the ring in the kernel. While some are active, the others'
  records wait in buffers of theirs (`buffer:` records each); what is more is dropped and told.

  With `active: true` there is no such signal. Nothing is sent to a process that has not read its
  last messages (`mailbox:` of them, of whatever kind); it counts as passive until it has.
  """

  alias Honey.{Argument, Error, LoaderNif, Object, Suggestion}
  alias Honey.Events.{Hub, Server}

  @options [:active, :buffer, :mailbox, :every]
  @stream_options [:on_lost, :buffer, :every]

  @typedoc "How many messages of events come before a subscriber is passive: see the module's documentation."
  @type active :: boolean | :once | 1..32_767

  @doc """
  Puts a record into a ring: in programs only, and in functions that these call.

  The ring is named by an atom, the record is a struct of one of its types. A struct that is written in the
  call itself is built in the ring, another one is copied there. Where the ring has no room, the
  result is `{:error, :enospc}`, and the record is counted as lost (`lost/2`).

  Readers are woken as the kernel thinks best, which is once they have read all that was there.
  `:no_wakeup` leaves them asleep: they see the record with the next that wakes them, or when they look by themselves
  (`every:` of `subscribe/3`), which makes batches. `:force_wakeup` wakes them in any case.

  Helpers: `bpf_ringbuf_reserve`, `bpf_ringbuf_submit`; Linux 5.8. Of a perf event array
  `bpf_perf_event_output`, which is for programs under the GPL; each record wakes its reader, and the error can
  be another one.

      case Honey.Events.emit(:events, %Exec{pid: ctx.pid, comm: bpf_get_current_comm()}, :no_wakeup) do
        :ok -> 0
        {:error, :enospc} -> 1
      end
  """
  @spec emit(atom, struct, :auto | :no_wakeup | :force_wakeup) :: :ok | {:error, atom}
  def emit(ring, record, wakeup \\ :auto),
    do: Honey.BpfHelpers.Dispatch.call(:emit, [ring, record, wakeup])

  @doc """
  Makes the calling process a subscriber of an object's ring.

  `source` is an object, or the process that owns one. The first subscriber of a ring gets what is there
  already, others what comes from now on: each gets every record.

  Options:

    * `active:` - `:once` (the default), `true`, `false`, or a number of messages; see the module's
      documentation
    * `buffer:` - how many records wait while the subscriber is passive and others are not (default 4096)
    * `mailbox:` - with `active: true`, the most messages that the process may have when it is sent
      another one (default 64)
    * `every:` - looks at the ring every so many milliseconds, from 1 on, instead of being woken by what comes. So records
      arrive in batches, and programs need not wake anybody (`:no_wakeup` of `emit/3`). When several subscribers
      want records it is the shortest time; one without this option is told at once, and the others with it

  Errors have the step `:map` and the reason `:unknown_ring` or `:not_a_ring`, or those of finding the object: `:closed`,
  `:not_an_owner`, or `:starting`, while the owner loads it. An unknown option, or one with a value that it cannot have, raises `ArgumentError`.

      {:ok, ref} = Honey.Events.subscribe(execs, :events, active: :once, every: 100)
  """
  @spec subscribe(Object.source(), atom, keyword) :: {:ok, reference} | {:error, Error.t()}
  def subscribe(source, ring, options \\ []) do
    options
    |> Argument.options!(@options, "Honey.Events.subscribe/3")
    |> Enum.each(&check_option!/1)

    options =
      Map.merge(
        %{active: :once, buffer: 4096, mailbox: 64, every: nil, pid: self()},
        Map.new(options)
      )

    Object.read(source, fn object ->
      with {:ok, ring} <- fetch(object, ring),
           {:ok, server} <- Hub.server(object, ring),
           do: Server.subscribe(server, options)
    end)
  end

  @doc """
  Makes a subscription active, or passive: as `:inet.setopts/2` does for sockets.

  A number is added to what is left of the last one; it may be negative. When nothing is left, the subscriber gets
  `{:honey_passive, ref}`. Where the subscription has ended, the error's reason is `:closed`.

      receive do
        {:honey_events, ^ref, events} ->
          Enum.each(events, &IO.inspect/1)
          :ok = Honey.Events.active(ref, :once)
      end
  """
  @spec active(reference, active | integer) :: :ok | {:error, Error.t()}
  def active(ref, active) do
    check_active!(active, -32_768)
    with {:ok, server} <- Hub.subscription(ref), do: Server.active(server, ref, active)
  end

  @doc """
  Ends a subscription. Messages of it that the calling process has got are taken out of its mailbox.

      :ok = Honey.Events.unsubscribe(ref)
  """
  @spec unsubscribe(reference) :: :ok
  def unsubscribe(ref) do
    with {:ok, server} <- Hub.subscription(ref), do: Server.unsubscribe(server, ref)
    flush(ref)
  end

  defp flush(ref) do
    receive do
      {kind, ^ref, _} when kind in [:honey_events, :honey_lost, :honey_dropped] -> flush(ref)
      {kind, ^ref} when kind in [:honey_passive, :honey_closed] -> flush(ref)
    after
      0 -> :ok
    end
  end

  @doc """
  The events of a ring as a stream, which ends when the object is closed.

  The process that goes through it is a subscriber meanwhile, and only gets a batch when the one before is used
  up. `on_lost:` is a function that is called with the number of records that were lost, or dropped
  for this subscriber (default: nobody is told); `buffer:` and `every:` are as in `subscribe/3`.

      execs
      |> Honey.Events.stream(:events, on_lost: &Logger.warning("\#{&1} records were lost"))
      |> Enum.take(10)
  """
  @spec stream(Object.source(), atom, keyword) :: Enumerable.t()
  def stream(source, ring, options \\ []) do
    Argument.options!(options, @stream_options, "Honey.Events.stream/3")
    {on_lost, options} = Keyword.pop(options, :on_lost, fn _ -> :ok end)

    unless is_function(on_lost, 1) do
      raise ArgumentError, "`on_lost:` wants a function of one argument, got: #{inspect(on_lost)}"
    end

    Stream.resource(
      fn ->
        case subscribe(source, ring, [active: false] ++ options) do
          {:ok, ref} -> ref
          {:error, error} -> raise error
        end
      end,
      &next_batch(&1, on_lost),
      &unsubscribe/1
    )
  end

  defp next_batch(ref, on_lost) do
    case active(ref, :once) do
      :ok -> await_batch(ref, on_lost)
      {:error, _} -> {:halt, ref}
    end
  end

  defp await_batch(ref, on_lost) do
    receive do
      {:honey_events, ^ref, events} ->
        {events, ref}

      {kind, ^ref, count} when kind in [:honey_lost, :honey_dropped] ->
        on_lost.(count)
        await_batch(ref, on_lost)

      {:honey_closed, ^ref} ->
        {:halt, ref}
    end
  end

  @doc """
  How many records of each type found a ring full since the object was loaded: `%{Exec => 0, Exit => 12}`.

  The programs count, in code that the compiler adds to each `emit/3`. The counters are memory of the object: they begin with
  0 when it is loaded, and when it is upgraded.

      Honey.Events.lost(execs, :events)   #=> %{Execs.Exec => 0}
  """
  @spec lost(Object.source(), atom) :: %{module => non_neg_integer} | {:error, Error.t()}
  def lost(source, name) do
    Object.read(source, fn object ->
      with {:ok, ring} <- fetch(object, name) do
        case LoaderNif.object_lost(object.ref) do
          {:ok, counts} -> ring.types |> Enum.zip(Enum.drop(counts, ring.first_lost)) |> Map.new()
          {:error, reason} -> {:error, Error.from_loader(:map, reason, map: name)}
        end
      end
    end)
  end

  defp fetch(object, name) do
    case object.rings do
      %{^name => ring} ->
        {:ok, ring}

      rings ->
        {reason, cause} = missing(object, name, rings)
        map = if is_atom(name), do: name
        {:error, Error.new(step: :map, reason: reason, map: map, cause: cause)}
    end
  end

  defp missing(object, name, rings) do
    known = rings |> Map.keys() |> Enum.sort() |> Enum.map_join(", ", &"`#{&1}`")
    known = if known == "", do: "no ring", else: known

    if is_map_key(object.maps, name),
      do: {:not_a_ring, "`#{name}` is a map, and no ring of events; the object has #{known}"},
      else:
        {:unknown_ring,
         "the object has no ring #{inspect(name)}; it has #{known}#{meant(name, rings)}"}
  end

  defp meant(name, rings) do
    with true <- is_atom(name),
         near when near != nil <- Suggestion.nearest(name, Map.keys(rings)),
         do: "; did you mean `#{near}`?",
         else: (_ -> "")
  end

  defp check_option!({:active, active}), do: check_active!(active, 1)

  defp check_option!({key, value}) when key in [:buffer, :mailbox] do
    unless is_integer(value) and value >= 0 do
      raise ArgumentError, "`#{key}:` wants an integer from 0 on, got: #{inspect(value)}"
    end
  end

  defp check_option!({:every, every}) do
    unless is_integer(every) and every in 1..60_000 do
      raise ArgumentError,
            "`every:` wants a number of milliseconds from 1 to 60000, got: #{inspect(every)}"
    end
  end

  defp check_active!(active, _least) when active in [true, false, :once], do: :ok

  defp check_active!(active, least)
       when is_integer(active) and active >= least and active <= 32_767,
       do: :ok

  defp check_active!(active, least) do
    raise ArgumentError,
          "`active:` wants true, false, :once or a number from #{least} to 32767, got: " <>
            inspect(active)
  end
end
