defmodule WatchService.Table do
  @moduledoc """
  The findings: an ETS table, and the process that owns it.

  A table ends with its owner. So the owner does nothing: it has no state and no messages that it
  acts on, and nothing in it can go wrong. Whoever writes or reads does so in its own process.
  """

  use GenServer

  @spec start_link(term) :: GenServer.on_start()
  def start_link(_), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)

  @impl true
  def init(_) do
    :ets.new(__MODULE__, [:named_table, :public, read_concurrency: true])
    {:ok, nil}
  end

  @doc """
  Adds events that came from the programs of an owner.

  The events are counted all or not at all, also when the process that counts them is killed: an insertion of a
  list is one step for ETS. There is one writer, so nothing changes between reading and inserting.
  """
  @spec add(pid, [struct]) :: true
  def add(owner, events) do
    new = Enum.frequencies_by(events, &{:start, {&1.uid, &1.comm}})
    new = Map.put(new, {:received, owner}, length(events))
    :ets.insert(__MODULE__, for({key, count} <- new, do: {key, count(key) + count}))
  end

  @doc "How many starts were counted, by user and command."
  @spec counts() :: [{{non_neg_integer, String.t()}, pos_integer}]
  def counts do
    for [key, count] <- :ets.match(__MODULE__, {{:start, :"$1"}, :"$2"}), do: {key, count}
  end

  @doc "How many events from an owner's programs were counted."
  @spec received(pid | nil) :: non_neg_integer
  def received(owner), do: count({:received, owner})

  defp count(key) do
    case :ets.lookup(__MODULE__, key) do
      [{_, count}] -> count
      [] -> 0
    end
  end
end
