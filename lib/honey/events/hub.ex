defmodule Honey.Events.Hub do
  @moduledoc false
  # Which process reads which ring, and which subscriptions it has.
  #
  # The table has rows `{{object, ring name}, server}` and, of the servers, `{ref, server, subscriber}`
  # for each subscription. When a server fails, its subscribers are told here.
  #
  # When an object is replaced by another one, the servers of its rings go over to that one's. Until the old
  # object is closed, whoever asks for a ring of it gets the server of the new one: there is one reader
  # of a ring.

  use GenServer

  alias Honey.{Error, Object}
  alias Honey.Events.{Ring, Server}

  @spec start_link(keyword()) :: GenServer.on_start()
  def start_link(_options), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)

  @doc "The process that reads the ring, which is started for the first that asks."
  @spec server(Object.t(), Ring.t()) :: {:ok, pid()} | {:error, Error.t()}
  def server(object, ring) do
    Honey.Owners.ensure_started()

    case :ets.lookup(__MODULE__, {object.ref, ring.name}) do
      [{_, server}] -> {:ok, server}
      [] -> GenServer.call(__MODULE__, {:server, object.ref, ring}, :infinity)
    end
  rescue
    # The table goes with its process, which its supervisor starts anew.
    ArgumentError -> {:error, restarts()}
  catch
    :exit, _ -> {:error, restarts()}
  end

  defp restarts, do: Error.closed(:map, cause: "what reads rings of events is being restarted")

  @doc "The rings go over to the new object's; of each is told whether it is the same ring."
  @spec move(Object.t(), Object.t(), [{atom(), boolean()}]) :: :ok
  def move(_old, _new, []), do: :ok

  def move(old, new, rings) do
    Honey.Owners.ensure_started()
    rings = for {name, same?} <- rings, do: {name, new.rings[name], same?}
    GenServer.call(__MODULE__, {:move, old.ref, new.ref, rings}, :infinity)
  end

  @doc "The object is closed."
  @spec forget(Object.t()) :: :ok
  def forget(%{rings: rings}) when rings == %{}, do: :ok

  def forget(object),
    do: GenServer.cast(__MODULE__, {:forget, object.ref, Map.keys(object.rings)})

  @spec subscription(reference()) :: {:ok, pid()} | {:error, Error.t()}
  def subscription(ref) do
    case :ets.lookup(__MODULE__, ref) do
      [{_, server, _}] -> {:ok, server}
      [] -> {:error, ended()}
    end
  rescue
    ArgumentError -> {:error, ended()}
  end

  @doc "The error of a subscription that is no more."
  @spec ended() :: Error.t()
  def ended, do: Error.closed(:map, cause: "the subscription has ended")

  @doc "Called by servers, of their own subscriptions."
  @spec enter(reference(), pid()) :: true
  def enter(ref, subscriber), do: :ets.insert(__MODULE__, {ref, self(), subscriber})

  @spec leave(reference()) :: true
  def leave(ref) do
    :ets.delete(__MODULE__, ref)
  rescue
    # The table went with its process: there is nothing to leave.
    ArgumentError -> true
  end

  @impl true
  def init([]) do
    :ets.new(__MODULE__, [:named_table, :public, :set, read_concurrency: true])
    {:ok, %{moved: %{}}}
  end

  @impl true
  def handle_call({:server, object, ring}, _from, state) do
    {object, ring} = Map.get(state.moved, {object, ring.name}, {object, ring})
    key = {object, ring.name}

    with [] <- :ets.lookup(__MODULE__, key),
         {:ok, server} <- Server.start(object, ring) do
      :ets.insert(__MODULE__, {key, server})
      Process.monitor(server)
      {:reply, {:ok, server}, state}
    else
      [{_, server}] -> {:reply, {:ok, server}, state}
      {:error, error} -> {:reply, {:error, error}, state}
    end
  end

  def handle_call({:move, old, new, rings}, _from, state) do
    moved = for {name, ring, _} <- rings, into: %{}, do: {{old, name}, {new, ring}}

    for {name, ring, same?} <- rings, [{_, server}] <- [:ets.lookup(__MODULE__, {old, name})] do
      :ets.insert(__MODULE__, {{new, name}, server})
      Server.move(server, new, ring, same?)
    end

    {:reply, :ok, %{state | moved: Map.merge(state.moved, moved)}}
  end

  # A server that reads a ring of the closed object itself has its row until it ends.
  @impl true
  def handle_cast({:forget, old, names}, state) do
    {moved, left} = Map.split(state.moved, Enum.map(names, &{old, &1}))
    Enum.each(Map.keys(moved), &:ets.delete(__MODULE__, &1))
    {:noreply, %{state | moved: left}}
  end

  @impl true
  def handle_info({:DOWN, _monitor, :process, server, _reason}, state) do
    :ets.match_delete(__MODULE__, {:_, server})

    for [ref, subscriber] <- :ets.match(__MODULE__, {:"$1", server, :"$2"}) do
      :ets.delete(__MODULE__, ref)
      send(subscriber, {:honey_closed, ref})
    end

    {:noreply, state}
  end
end
