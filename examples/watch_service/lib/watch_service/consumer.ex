defmodule WatchService.Consumer do
  @moduledoc """
  Takes the programs' events and counts them in the table.

  It asks for a few messages at a time (`active: n`), so its mailbox stays short however much comes; the rest
  waits in the ring. When the programs' owner ends, it counts what that one's ring still had, and looks for
  the next.
  """

  use GenServer

  require Logger

  alias WatchService.Table

  # What a crash can lose at most are the messages that were asked for.
  @messages 8

  # A restart of the programs takes some tens of milliseconds.
  @again_ms 20

  @spec start_link(term) :: GenServer.on_start()
  def start_link(_), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)

  @impl true
  def init(_), do: {:ok, %{owner: nil, ref: nil}, {:continue, :subscribe}}

  @impl true
  def handle_continue(:subscribe, state) do
    owner = GenServer.whereis(WatchService.programs())

    case Honey.Events.subscribe(owner || WatchService.programs(), :events, active: @messages) do
      {:ok, ref} ->
        {:noreply, %{state | owner: owner, ref: ref}}

      {:error, error} ->
        if WatchService.restarting?(error) do
          Process.send_after(self(), :subscribe, @again_ms)
          {:noreply, state}
        else
          {:stop, error, state}
        end
    end
  end

  @impl true
  def handle_info({:honey_events, ref, events}, %{ref: ref} = state) do
    Table.add(state.owner, events)
    {:noreply, state}
  end

  def handle_info({:honey_passive, ref}, %{ref: ref} = state) do
    # An error says that the ring is closed, and so does the message that comes then.
    _ = Honey.Events.active(ref, @messages)
    {:noreply, state}
  end

  def handle_info({:honey_closed, ref}, %{ref: ref} = state),
    do: {:noreply, %{state | owner: nil, ref: nil}, {:continue, :subscribe}}

  # The kernel counts these as well; `WatchService.account/0` has the sum.
  def handle_info({:honey_lost, ref, count}, %{ref: ref} = state) do
    Logger.warning("#{count} events found the ring full")
    {:noreply, state}
  end

  def handle_info(:subscribe, state), do: {:noreply, state, {:continue, :subscribe}}
end
