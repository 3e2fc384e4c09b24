defmodule Honey.HotSwap do
  @moduledoc false
  # After a run of `mix compile` in this VM: the objects of `start_link/2` with `hot_swap: true` whose modules
  # were compiled are replaced by what these are now.
  #
  # The run says which modules (`Honey.Session`), and only when all of it has succeeded. What is
  # compiled in another way, as by `c` and `r` of IEx, is left to `Honey.upgrade/1`.

  alias Honey.{Blueprint, Owners, Runtime, Upgrade}

  @doc "Whether owners are replaced where they do not say so: under Mix, never in a release."
  @spec default() :: boolean
  def default, do: Process.whereis(Mix.Supervisor) != nil

  @spec run([module]) :: :ok
  def run(modules) do
    for {pid, object} <- Owners.all(),
        object.origin.hot_swap and object.module in modules do
      pid |> swap(object) |> tell(pid, object)
    end

    :ok
  end

  # What is compiled to the same is left alone.
  defp swap(pid, old) do
    with {:ok, blueprint} <- Blueprint.next(old, old.module, []) do
      if blueprint.origin.digest == old.origin.digest,
        do: :same,
        else: Runtime.upgrade_by(pid, blueprint, %{on_change: old.origin.on_change, given: []})
    end
  end

  defp tell(:same, _pid, _object), do: :ok

  defp tell({:ok, upgrade}, pid, object) do
    IO.puts("Honey: #{owner(pid)} runs the new #{inspect(object.module)}#{summary(upgrade)}")
  end

  defp tell({:error, error}, pid, object) do
    IO.puts(
      :stderr,
      "Honey: #{owner(pid)} runs the old #{inspect(object.module)}: #{Exception.message(error)}"
    )
  end

  # With a name that was registered for this node; of others only the registry knows.
  defp owner(pid) do
    case Process.info(pid, :registered_name) do
      {:registered_name, name} when is_atom(name) -> inspect(name)
      _ -> inspect(pid)
    end
  end

  # What became of the data, and of the rest nothing.
  defp summary(%Upgrade{maps: maps, vars: vars}) do
    for fate <- [:kept, :migrated, :reset, :removed],
        names = for({name, ^fate} <- Enum.sort(maps) ++ Enum.sort(vars), do: "`#{name}`"),
        names != [],
        into: "",
        do: "; #{fate}: #{Enum.join(names, ", ")}"
  end
end
