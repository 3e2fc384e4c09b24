defmodule WatchService do
  @moduledoc """
  Counts the programs that are started on this machine, by user and command, as a service that survives crashes.

  This module has the program in the kernel, and what others ask: `starts/0` and `account/0`. The processes are
  in `WatchService.Application`.
  """

  use Honey, license: "Dual BSD/GPL"

  import Honey.BpfHelpers

  alias WatchService.Table

  deftype Start, uid: :u32, comm: {:string, 16}

  defmap :events, :bpf_ringbuf, max_entries: 256 * 1024, types: [Start]

  # How many there were since the object was loaded, whoever has read of them.
  defvar :seen, :u64, live: true

  ## In the kernel

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(_ctx) do
    Honey.Var.update(:seen, &(&1 + 1))
    uid = bpf_get_current_uid_gid() &&& 0xFFFFFFFF
    Honey.Events.emit(:events, %Start{uid: uid, comm: bpf_get_current_comm()})
    0
  end

  ## In Elixir

  @doc "The name of the process that owns the programs."
  @spec programs() :: atom
  def programs, do: WatchService.Programs

  @doc """
  How many programs were started, by user and command: the most frequent first.

  It is read from a table in this VM, so it is there whatever happens to the programs.
  """
  @spec starts() :: [{{uid :: non_neg_integer, command :: String.t()}, pos_integer}]
  def starts, do: Enum.sort_by(Table.counts(), fn {key, count} -> {-count, key} end)

  @doc """
  What became of what the programs have seen.

    * `seen` - how many starts the present programs have seen
    * `counted` - how many of these are in the table
    * `lost` - how many found the ring full
    * `missing` - the rest: they are under way, or were when a consumer died

  While the programs are restarted, nobody can say: the error's reason is `:closed` as long as there is no
  process of the name, and `:starting` as long as it loads.
  """
  @spec account() :: {:ok, map} | {:error, Honey.Error.t()}
  def account do
    # The pid says whose events were counted, so all is asked of one owner.
    owner = GenServer.whereis(programs())
    counted = Table.received(owner)

    with seen when is_integer(seen) <- Honey.Var.get(owner || programs(), :seen),
         %{Start => lost} <- Honey.Events.lost(owner, :events) do
      {:ok, %{seen: seen, counted: counted, lost: lost, missing: seen - lost - counted}}
    end
  end

  @doc "May the answer be another one soon, because the programs are being restarted?"
  @spec restarting?(Honey.Error.t()) :: boolean
  def restarting?(%Honey.Error{reason: reason}), do: reason in [:closed, :starting]
end
