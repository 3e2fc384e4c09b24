defmodule Honey.Owners do
  @moduledoc false
  # The table of owner processes and their objects. Readers look here and then work on the object's
  # resources themselves, so no reader waits for an owner.
  #
  # Rows are `{pid, object}` and, so that access to one map or variable copies only that,
  # `{{pid, name}, map}` and `{{pid, {:var, name}}, {ref, var}}`.

  use GenServer

  alias Honey.{Error, Object}

  @spec start_link(keyword()) :: GenServer.on_start()
  def start_link(_options), do: GenServer.start_link(__MODULE__, [], name: __MODULE__)

  @doc """
  Enters the calling process as an owner, or its object in place of the one before; its row goes when it
  dies. Gives the table's process.
  """
  @spec register(Object.t()) :: {:ok, pid()}
  def register(object) do
    {:ok, GenServer.call(__MODULE__, {:register, self(), object}, :infinity)}
  end

  @doc "Starts the application of which the table is, for scripts that did not."
  @spec ensure_started() :: :ok
  def ensure_started do
    unless Process.whereis(__MODULE__), do: {:ok, _} = Application.ensure_all_started(:honey)
    :ok
  end

  @spec object(pid()) :: {:ok, Object.t()} | {:error, Error.t()}
  def object(pid) do
    case lookup(pid) do
      {:ok, object} -> {:ok, object}
      :error -> {:error, missing(pid)}
    end
  end

  @doc "All owners of this node."
  @spec all() :: [{pid(), Object.t()}]
  def all do
    :ets.select(__MODULE__, [{{:"$1", :"$2"}, [is_pid: :"$1"], [{{:"$1", :"$2"}}]}])
  rescue
    ArgumentError -> []
  end

  @spec map(pid(), atom()) :: {:ok, Honey.Map.t()} | :error
  def map(pid, name), do: lookup({pid, name})

  @spec var(pid(), atom()) :: {:ok, {reference(), Honey.Var.t()}} | :error
  def var(pid, name), do: lookup({pid, {:var, name}})

  defp lookup(key) do
    case :ets.lookup(__MODULE__, key) do
      [{_, found}] -> {:ok, found}
      [] -> :error
    end
  rescue
    ArgumentError -> :error
  end

  defp missing(pid) do
    cond do
      owner?(pid) and not running?() ->
        cause =
          "the application :honey, which knows what the process #{inspect(pid)} owns, does not run"

        hint =
          "start it, `Application.ensure_all_started(:honey)`: it is told then by who owns objects"

        Error.new(step: :owner, reason: :not_running, cause: cause, hint: hint)

      owner?(pid) ->
        cause = "the process #{inspect(pid)} is still loading its object"
        Error.new(step: :owner, reason: :starting, cause: cause)

      node(pid) == node() and not Process.alive?(pid) ->
        Error.closed(:owner, cause: "the process #{inspect(pid)} is not alive")

      true ->
        cause = "the process #{inspect(pid)} owns no object of this node's"
        Error.new(step: :owner, reason: :not_an_owner, cause: cause)
    end
  end

  # Its name is registered before its object is in the table.
  defp owner?(pid) do
    node(pid) == node() and match?({Honey.Owner, _, _}, :proc_lib.translate_initial_call(pid))
  end

  # While a table that ended is replaced, it does.
  defp running?, do: Process.whereis(Honey.Supervisor) != nil

  @impl true
  def init([]) do
    :ets.new(__MODULE__, [:named_table, :protected, :set, read_concurrency: true])
    {:ok, %{}}
  end

  @impl true
  def handle_call({:register, pid, object}, _from, monitors) do
    before = keys(pid)
    parts = parts(pid, object)
    :ets.insert(__MODULE__, [{pid, object} | parts])
    Enum.each(before -- Enum.map(parts, &elem(&1, 0)), &:ets.delete(__MODULE__, &1))
    {:reply, self(), Map.put_new_lazy(monitors, pid, fn -> Process.monitor(pid) end)}
  end

  defp parts(pid, object) do
    maps = for {name, map} <- object.maps, do: {{pid, name}, map}
    maps ++ for {name, var} <- object.vars, do: {{pid, {:var, name}}, {object.ref, var}}
  end

  defp keys(pid), do: for([name] <- :ets.match(__MODULE__, {{pid, :"$1"}, :_}), do: {pid, name})

  @impl true
  def handle_info({:DOWN, _ref, :process, pid, _reason}, monitors) do
    :ets.delete(__MODULE__, pid)
    :ets.match_delete(__MODULE__, {{pid, :_}, :_})
    {:noreply, Map.delete(monitors, pid)}
  end
end
