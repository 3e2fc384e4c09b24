defmodule Honey.Owner do
  @moduledoc false
  # The process of `Honey.start_link/2`: it loads an object, attaches its programs, and is what they
  # live as long as. Only attach, detach and upgrade come to it; readers use the table of owners. It
  # never calls the object's module: who asks for an upgrade has read what that says.
  #
  # A start that fails answers `{:error, error}` without an exit signal, so that the caller, who
  # need not trap exits, can look at the error. (`{:error, _}` from `init/1` would do the same from
  # OTP 26 on.)

  @behaviour GenServer

  require Logger

  alias Honey.{Attachment, Blueprint, Error, LoaderNif, Object, Owners, Upgrade}
  alias Honey.Object.Loading

  @retry_ms 50

  @spec start_link(Blueprint.t(), GenServer.name() | nil) ::
          {:ok, pid()} | {:error, Honey.Error.t() | {:already_started, pid()}}
  def start_link(blueprint, name) do
    :proc_lib.start_link(__MODULE__, :start, [self(), blueprint, server_name(name)])
  end

  defp server_name(nil), do: nil
  defp server_name(name) when is_atom(name), do: {:local, name}
  defp server_name(name), do: name

  @doc false
  def start(parent, blueprint, name) do
    Process.flag(:trap_exit, true)

    with :ok <- register(name),
         {:ok, object} <- load(blueprint, name) do
      {:ok, table} = Owners.register(object)
      :proc_lib.init_ack(parent, {:ok, self()})
      enter(%{object: object, table: Process.monitor(table), attached?: true}, name)
    else
      {:error, reason} ->
        Process.unlink(parent)
        :proc_lib.init_ack(parent, {:error, reason})
    end
  end

  defp enter(state, nil), do: :gen_server.enter_loop(__MODULE__, [], state)
  defp enter(state, name), do: :gen_server.enter_loop(__MODULE__, [], state, name)

  # Nothing is left, neither in the kernel nor of the name, when the caller learns of a failure.
  defp load(blueprint, name) do
    start = fn -> with {:ok, object} <- Loading.run(blueprint), do: attach_or_unload(object) end

    with {:error, error} <- Loading.again_if_raced(start) do
      unregister(name)
      {:error, error}
    end
  end

  defp attach_or_unload(object) do
    case Attachment.all(object, :maps) do
      {:ok, _links} ->
        {:ok, object}

      {:error, error} ->
        LoaderNif.object_close(object.ref)
        {:error, error}
    end
  end

  defp register(nil), do: :ok

  defp register({:local, name}) do
    Process.register(self(), name)
    :ok
  rescue
    ArgumentError -> taken(name)
  end

  defp register({:global, name}), do: answer(:global.register_name(name, self()), {:global, name})

  # The module is anybody's.
  defp register({:via, module, name}) do
    answer(module.register_name(name, self()), {:via, module, name})
  rescue
    error ->
      name = inspect({:via, module, name})
      cause = "the name #{name} cannot be registered: #{Exception.message(error)}"
      {:error, Error.new(step: :owner, reason: :name, cause: cause)}
  end

  defp answer(:yes, _name), do: :ok
  defp answer(:no, name), do: taken(name)

  defp taken(name), do: {:error, {:already_started, GenServer.whereis(name)}}

  defp unregister(nil), do: :ok
  defp unregister({:local, name}), do: Process.unregister(name)
  defp unregister({:global, name}), do: :global.unregister_name(name)
  defp unregister({:via, module, name}), do: module.unregister_name(name)

  @doc "Asks the owner, by its pid or name, for what only it can do."
  @spec ask(Object.source(), term()) :: term() | {:error, Error.t()}
  def ask(source, request) do
    with {:ok, pid} <- Object.owner(source),
         {:ok, _object} <- Owners.object(pid),
         :ok <- another(pid) do
      GenServer.call(pid, request, :infinity)
    end
  catch
    :exit, _ -> {:error, Error.closed(:owner, cause: "the owner has stopped")}
  end

  @doc "Whether the caller is not the owner: what of the user's runs in one is what fills maps in an upgrade."
  @spec another(pid()) :: :ok | {:error, Error.t()}
  def another(pid) when pid != self(), do: :ok

  def another(_pid) do
    cause = "this is asked in the owner itself, by the `on_change:` function of its upgrade"
    hint = "ask when `Honey.upgrade/2` has answered; a function that fails refuses the upgrade"
    {:error, Error.new(step: :owner, reason: :busy, cause: cause, hint: hint)}
  end

  @impl true
  def init(_), do: :ignore

  @impl true
  def handle_call(:attach, _from, state),
    do: {:reply, Attachment.all(state.object, :links), %{state | attached?: true}}

  def handle_call({:attach, program, options}, _from, state),
    do: {:reply, Attachment.one(state.object, program, options), state}

  def handle_call(:detach, _from, state),
    do: {:reply, LoaderNif.object_detach(state.object.ref), %{state | attached?: false}}

  # Who asks waits for an upgrade that is under way.
  def handle_call(:await, _from, state), do: {:reply, :ok, state}

  # Readers find the new object before the old one is closed.
  def handle_call({:upgrade, blueprint, how}, _from, state) do
    how = Map.merge(how, %{attach?: state.attached?, publish: &Owners.register/1})

    case Upgrade.run(state.object, blueprint, how) do
      {:ok, upgrade} -> {:reply, {:ok, upgrade}, %{state | object: upgrade.object}}
      {:error, error} -> {:reply, {:error, error}, state}
    end
  end

  def handle_call(message, _from, state) do
    refuse("call", message)
    {:noreply, state}
  end

  @impl true
  def handle_cast(message, state) do
    refuse("cast", message)
    {:noreply, state}
  end

  # The table's process was restarted, and its table is empty.
  @impl true
  def handle_info({:DOWN, ref, :process, _pid, _reason}, %{table: ref} = state) do
    {:noreply, enter_table(state)}
  end

  def handle_info(:enter_table, state), do: {:noreply, enter_table(state)}
  def handle_info(_message, state), do: {:noreply, state}

  @impl true
  def terminate(_reason, state), do: LoaderNif.object_close(state.object.ref)

  # An owner has a public name, and a stray message must not end its programs.
  defp refuse(kind, message) do
    Logger.warning(
      "an owner of Honey takes no #{kind} of others, and ignored #{inspect(message)}"
    )
  end

  defp enter_table(state) do
    {:ok, table} = Owners.register(state.object)
    %{state | table: Process.monitor(table)}
  catch
    :exit, _ ->
      Process.send_after(self(), :enter_table, @retry_ms)
      state
  end
end
