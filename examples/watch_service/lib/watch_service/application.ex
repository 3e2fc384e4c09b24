defmodule WatchService.Application do
  @moduledoc """
  The processes, and what happens to the others when one of them ends.

      one_for_one
       |- WatchService.Table      owns the findings, does nothing
       |- Honey, WatchService     owns the programs, their ring and variables
       |- WatchService.Consumer   reads the ring, writes the findings

  | what ends | what is restarted | what is lost |
  | --- | --- | --- |
  | the consumer | the consumer | the messages that it had not counted; the ring keeps what comes meanwhile |
  | the programs' owner | the owner | what is started until the new programs are attached |
  | the table | the table, and the consumer, whose next insertion fails | the findings |

  `:rest_for_one` would end the consumer when the owner ends, with what it is being given of the old ring.
  `:one_for_all` would detach the programs whenever the consumer fails. The order is that of the need: who
  comes first is there when the next one asks.
  """

  use Application

  @impl true
  def start(_type, _arguments) do
    children = Application.get_env(:watch_service, :children, children())
    Supervisor.start_link(children, strategy: :one_for_one, name: WatchService.Supervisor)
  end

  @doc "What the supervisor starts, in this order."
  @spec children() :: [Supervisor.child_spec() | {module, term} | module]
  def children do
    [
      WatchService.Table,
      {Honey, {WatchService, name: WatchService.programs()}},
      WatchService.Consumer
    ]
  end
end
