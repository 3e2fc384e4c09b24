defmodule Honey.Application do
  @moduledoc false
  # Holds the table of owners; the owners themselves live in their users' supervision trees.

  use Application

  @impl true
  def start(_type, _arguments) do
    Supervisor.start_link([Honey.Owners], strategy: :one_for_one, name: Honey.Supervisor)
  end
end
