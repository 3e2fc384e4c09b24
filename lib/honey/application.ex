defmodule Honey.Application do
  @moduledoc false
  # Holds the table of owners, whose processes live in their users' supervision trees, and the
  # processes that read rings of events.

  use Application

  @impl true
  def start(_type, _arguments) do
    events = {DynamicSupervisor, strategy: :one_for_one, name: Honey.Events.Supervisor}

    # The hub's table has the subscriptions of the servers, which end when it does.
    rest = %{
      id: Honey.Events,
      type: :supervisor,
      start: {Supervisor, :start_link, [[Honey.Events.Hub, events], [strategy: :rest_for_one]]}
    }

    Supervisor.start_link([Honey.Owners, rest], strategy: :one_for_one, name: Honey.Supervisor)
  end
end
