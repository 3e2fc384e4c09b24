defmodule Honey.Events.Server do
  @moduledoc false
  # The one reader of a ring: it takes records out while a subscriber wants some, and gives each of
  # them to all. It lives as long as the object is open, because only it knows how many of the lost
  # records were told.
  #
  # While nobody wants anything, nothing is read: what comes waits in the kernel. When the object
  # closes, what is left is taken out and the ring released (`reader: nil`); subscriptions for which
  # something waits end when they have got it.
  #
  # When another object takes the place of the ring's, the reader goes on with that one's: the same ring, or
  # another one, for which the old one is read to its end first.

  use GenServer, restart: :temporary

  alias Honey.{Codec, Error, LoaderNif, Telemetry}
  alias Honey.Events.{Hub, Subscription}

  # When a mailbox is looked at again, and a record that a program has not finished.
  @again_ms 5

  @spec start(reference(), Honey.Events.Ring.t()) :: {:ok, pid()} | {:error, Error.t()}
  def start(object, ring) do
    case DynamicSupervisor.start_child(Honey.Events.Supervisor, {__MODULE__, {object, ring}}) do
      {:ok, server} -> {:ok, server}
      {:error, {:shutdown, error}} -> {:error, error}
    end
  end

  @doc false
  @spec start_link(term()) :: GenServer.on_start()
  def start_link(argument), do: GenServer.start_link(__MODULE__, argument)

  @spec subscribe(pid(), map()) :: {:ok, reference()} | {:error, Error.t()}
  def subscribe(server, options), do: call(server, {:subscribe, options})

  @spec active(pid(), reference(), term()) :: :ok | {:error, Error.t()}
  def active(server, ref, active), do: call(server, {:active, ref, active})

  @doc "The object's programs are replaced by another one's, with its ring."
  @spec move(pid(), reference(), Honey.Events.Ring.t(), same? :: boolean()) ::
          :ok | {:error, Error.t()}
  def move(server, object, ring, same?), do: call(server, {:move, object, ring, same?})

  @spec unsubscribe(pid(), reference()) :: :ok | {:error, Error.t()}
  def unsubscribe(server, ref), do: call(server, {:unsubscribe, ref})

  defp call(server, request) do
    GenServer.call(server, request, :infinity)
  catch
    :exit, _ -> {:error, Error.closed(:map)}
  end

  @impl true
  def init({object, ring}) do
    Process.flag(:trap_exit, true)

    case open(object, ring) do
      {:ok, reader} ->
        state = %{
          reader: reader,
          watch: nil,
          again: nil,
          lost: 0,
          subscriptions: %{},
          about: about(ring)
        }

        {:ok, state, {:continue, :pump}}

      {:error, error} ->
        {:stop, {:shutdown, error}}
    end
  end

  # What is told of a loss: whose it is, and which ring.
  defp about(ring),
    do: %{object: ring.object, module: ring.module, ring: ring.name, id: ring.id}

  defp open(object, ring) do
    codecs = Enum.map(ring.types, &Codec.compile({:struct, &1}, ring.structs))

    with {:error, reason} <-
           LoaderNif.ring_open(object, ring.elf_name, ring.first_lost, codecs),
         do: {:error, Error.from_loader(:map, reason, map: ring.name)}
  end

  @impl true
  def handle_call({:subscribe, _options}, _from, %{reader: nil} = state),
    do: {:reply, {:error, Error.closed(:map)}, state}

  def handle_call({:subscribe, options}, _from, state) do
    ref = Process.monitor(options.pid)
    Hub.enter(ref, options.pid)
    state = put_in(state.subscriptions[ref], Subscription.new(ref, options))
    {:reply, {:ok, ref}, state, {:continue, :pump}}
  end

  def handle_call({:active, ref, active}, _from, state) do
    case state.subscriptions do
      %{^ref => subscription} ->
        state = put_in(state.subscriptions[ref], Subscription.activate(subscription, active))
        {:reply, :ok, state, {:continue, :pump}}

      %{} ->
        {:reply, {:error, Hub.ended()}, state}
    end
  end

  def handle_call({:move, _object, _ring, _same?}, _from, %{reader: nil} = state),
    do: {:reply, :ok, state}

  # The counters of lost records are the object's: the new ones begin with 0.
  def handle_call({:move, object, ring, same?}, _from, state) do
    state = if same?, do: elem(drain(state, 0), 2), else: drain_all(state)
    LoaderNif.ring_close(state.reader)

    case open(object, ring) do
      {:ok, reader} ->
        {:reply, :ok, %{state | reader: reader, watch: nil, lost: 0, about: about(ring)},
         {:continue, :pump}}

      {:error, error} ->
        {:stop, :normal, {:error, error}, %{state | reader: nil}}
    end
  end

  def handle_call({:unsubscribe, ref}, _from, state),
    do: {:reply, :ok, forget(state, ref), {:continue, :pump}}

  @impl true
  def handle_continue(:pump, state), do: pump(state, :asked)

  @impl true
  def handle_info({:select, _, ref, _}, %{watch: ref} = state),
    do: pump(%{state | watch: nil}, :woken)

  def handle_info(:again, state), do: pump(%{state | again: nil}, :asked)

  def handle_info({:DOWN, ref, :process, _pid, _reason}, state),
    do: pump(forget(state, ref), :asked)

  def handle_info(_message, state), do: {:noreply, state}

  @impl true
  def terminate(_reason, state) do
    if state.reader, do: LoaderNif.ring_close(state.reader)
    Enum.each(state.subscriptions, &close/1)
  end

  defp close({ref, subscription}) do
    Hub.leave(ref)
    send(subscription.pid, {:honey_closed, ref})
  end

  defp forget(state, ref) do
    Process.demonitor(ref, [:flush])
    Hub.leave(ref)
    %{state | subscriptions: Map.delete(state.subscriptions, ref)}
  end

  # What waits goes first; then, while somebody wants more, what is in the ring.
  defp pump(state, why) do
    state = update(state, &Subscription.flush/1)

    cond do
      state.reader == nil -> end_idle(state)
      wanted?(state) -> read(state, why)
      true -> rest(state, why)
    end
  end

  defp wanted?(state), do: Enum.any?(state.subscriptions, &Subscription.wants?(elem(&1, 1)))

  defp read(state, why) do
    {count, closing?, state} = drain(state, Subscription.batch())

    cond do
      count > 0 -> {:noreply, again(state, 0)}
      closing? -> close_ring(state)
      # Of the record that woke us, its program is not done.
      why == :woken -> {:noreply, again(state, @again_ms)}
      true -> {:noreply, await(state, every(state))}
    end
  end

  # How often the ring is looked at where those who want records need not be told at once; else nil.
  defp every(state) do
    every = for {_, s} <- state.subscriptions, Subscription.wants?(s), do: s.every
    if every != [] and Enum.all?(every), do: Enum.min(every), else: nil
  end

  defp await(state, nil), do: watch(state, true)
  defp await(state, every), do: state |> watch(false) |> again(every)

  # Nobody wants records: only the closing is waited for, and mailboxes of those that are active.
  defp rest(state, why) do
    {0, closing?, state} = if why == :woken, do: drain(state, 0), else: {0, false, state}

    cond do
      closing? -> close_ring(state)
      blocked?(state) -> {:noreply, state |> watch(false) |> again(@again_ms)}
      true -> {:noreply, watch(state, false)}
    end
  end

  defp blocked?(state), do: Enum.any?(state.subscriptions, fn {_, s} -> s.active == true end)

  defp drain(state, most) do
    {:ok, events, count, lost, closing?} = LoaderNif.ring_drain(state.reader, most)
    state = if count > 0, do: update(state, &Subscription.give(&1, events, count)), else: state
    {count, closing?, tell_lost(state, lost)}
  end

  defp tell_lost(%{lost: lost} = state, lost), do: state

  defp tell_lost(state, lost) do
    count = lost - state.lost
    Telemetry.execute([:events, :lost], %{count: count}, state.about)
    update(%{state | lost: lost}, &Subscription.lose(&1, count))
  end

  # The programs are gone: what is there now is all.
  defp close_ring(state) do
    state = drain_all(state)
    LoaderNif.ring_close(state.reader)
    pump(%{state | reader: nil}, :asked)
  end

  defp drain_all(state) do
    case drain(state, Subscription.batch()) do
      {0, _closing?, state} -> state
      {_count, _closing?, state} -> drain_all(state)
    end
  end

  defp end_idle(state) do
    {idle, left} = Enum.split_with(state.subscriptions, &Subscription.idle?(elem(&1, 1)))
    Enum.each(idle, &close/1)
    state = %{state | subscriptions: Map.new(left)}

    cond do
      left == [] -> {:stop, :normal, state}
      blocked?(state) -> {:noreply, again(state, @again_ms)}
      true -> {:noreply, state}
    end
  end

  defp update(state, function) do
    %{state | subscriptions: Map.new(state.subscriptions, fn {ref, s} -> {ref, function.(s)} end)}
  end

  # At once, or after so many milliseconds; a message too many only looks once more.
  defp again(%{again: :now} = state, _ms), do: state

  defp again(state, 0) do
    send(self(), :again)
    %{state | again: :now}
  end

  defp again(%{again: nil} = state, ms),
    do: %{state | again: {Process.send_after(self(), :again, ms), ms}}

  defp again(%{again: {timer, later}} = state, ms) when ms < later do
    Process.cancel_timer(timer)
    again(%{state | again: nil}, ms)
  end

  defp again(state, _ms), do: state

  defp watch(state, records?) do
    {:ok, ref} = LoaderNif.ring_watch(state.reader, make_ref(), records?)
    %{state | watch: ref}
  end
end
