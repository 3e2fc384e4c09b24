defmodule Honey.Events.Hub do
  @moduledoc false
  # Which process reads which ring, and which subscriptions it has.
  #
  # The table has rows `{{object, ring name}, server}` and, of the servers, `{ref, server, subscriber}`
  # for each subscription. When a server fails, its subscribers are told here.

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
  end

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
  def leave(ref), do: :ets.delete(__MODULE__, ref)

  @impl true
  def init([]) do
    :ets.new(__MODULE__, [:named_table, :public, :set, read_concurrency: true])
    {:ok, %{}}
  end

  @impl true
  def handle_call({:server, object, ring}, _from, servers) do
    key = {object, ring.name}

    with [] <- :ets.lookup(__MODULE__, key),
         {:ok, server} <- Server.start(object, ring) do
      :ets.insert(__MODULE__, {key, server})
      {:reply, {:ok, server}, Map.put(servers, Process.monitor(server), key)}
    else
      [{_, server}] -> {:reply, {:ok, server}, servers}
      {:error, error} -> {:reply, {:error, error}, servers}
    end
  end

  @impl true
  def handle_info({:DOWN, monitor, :process, server, _reason}, servers) do
    {key, servers} = Map.pop(servers, monitor)
    :ets.delete(__MODULE__, key)

    for [ref, subscriber] <- :ets.match(__MODULE__, {:"$1", server, :"$2"}) do
      :ets.delete(__MODULE__, ref)
      send(subscriber, {:honey_closed, ref})
    end

    {:noreply, servers}
  end
end
