defmodule Honey.Upgrade do
  @moduledoc """
  What `Honey.upgrade/2` did.

      {:ok, upgrade} = Honey.upgrade(monitor)
      upgrade.programs  #=> %{on_switch: :overlap, on_exit: :attached}
      upgrade.maps      #=> %{user_time: :kept, names: :added}

  Fields:

    * `:object` - the new object
    * `:programs` - what became of each program that was attached, or is: `:update` (the kernel put the new one into
      its link) and `:slot` (the stub of `swap: :tail_call` goes on with it), both in one step; `:overlap` (it was attached before the
      old one was detached); `:attached` and `:detached` (only the new version has it, or only the old one)
    * `:maps` - of each map and ring: `:kept`, with its contents; `:reset`, which begins empty; `:migrated`, by a function;
      `:programs`, a program array, which has the new programs where it had the old ones; `:added`; `:removed`
    * `:vars` - of each live variable: `:kept`, with its value; of those whose type is another one `:reset`, with the new
      default, or `:migrated`, by a function; `:given` by `vars:`; `:added`; `:removed`
    * `:errors` - what the old programs raised until they were replaced, as `Honey.errors/1` answers: the new object counts
      from 0 on
  """

  alias Honey.{Blueprint, Error, LoaderNif, Object, Pins, Tally, Telemetry}
  alias Honey.Events.Hub
  alias Honey.Object.Loading
  alias Honey.Upgrade.{Change, Links, Plan}

  @enforce_keys [:object]
  defstruct [:object, programs: %{}, maps: %{}, vars: %{}, errors: []]

  @typedoc "What was done; the fields are described above."
  @type t :: %__MODULE__{
          object: Object.t(),
          programs: %{atom() => :update | :slot | :overlap | :attached | :detached},
          maps: %{atom() => :kept | :reset | :migrated | :programs | :added | :removed},
          vars: %{atom() => :kept | :reset | :migrated | :given | :added | :removed},
          errors: [map()]
        }

  @typedoc """
  What is done about maps whose definition has changed, and live variables whose type has; by name, or about all of
  them. The function fills the new map; of a variable it is given the old value and the new default, and answers
  `{:ok, value}`.
  """
  @type on_change ::
          :error
          | :reset
          | (name :: atom(), old :: Honey.Map.t() | term(), new :: Honey.Map.t() | term() ->
               term())
          | [{atom(), on_change()}]

  @doc false
  # In the process that owns the object. `publish` is told the new object once its programs run and
  # before the old one is closed; until then any failure leaves the old one as it was.
  @spec run(Object.t(), Blueprint.t(), map()) :: {:ok, t()} | {:error, Error.t()}
  def run(old, blueprint, how) do
    metadata = %{object: blueprint.name, module: blueprint.module, owner: self()}
    Telemetry.span([:upgrade], metadata, fn -> run_untold(old, blueprint, how) end, &outcomes/1)
  end

  defp outcomes({:ok, upgrade}), do: Map.take(upgrade, [:programs, :maps, :vars])
  defp outcomes({:error, _}), do: %{programs: %{}, maps: %{}, vars: %{}}

  defp run_untold(old, blueprint, how) do
    with :ok <- Object.alive(old, :upgrade),
         {:ok, new, plan} <- load(old, blueprint, how) do
      case replace(old, new, plan, how) do
        {:ok, programs} ->
          commit(old, new, plan, programs, how.publish)

        {:error, error} ->
          LoaderNif.object_close(new.ref)
          {:error, error}
      end
    end
  end

  # A map whose name is taken by the one before is refused after it was asked what to do about its contents.
  defp load(old, blueprint, how) do
    with {:error, %Error{step: :pin, reason: :differs} = error} <-
           Loading.run(blueprint, &Plan.prepare(&1, old, blueprint, how)),
         do: {:error, Change.pinned(error)}
  end

  defp replace(old, new, plan, how) do
    with :ok <- Plan.fill(plan, old, new),
         do: Links.replace(old, new, how.attach?, fn -> Pins.commit(new.ref, new.pins, :maps) end)
  end

  # Nothing here can be refused any more, but for the memory of a ring's reader, which then ends. The old programs
  # have ended when their errors and their losses are read, and the last of their records.
  defp commit(old, new, plan, programs, publish) do
    LoaderNif.await_programs(old.ref)
    Enum.each(plan.perf, &LoaderNif.perf_move(old.ref, new.ref, &1))
    errors = old |> Tally.errors() |> List.wrap()
    Hub.move(old, new, plan.rings)
    publish.(new)
    LoaderNif.object_succeed(old.ref, new.ref, plan.kept)
    LoaderNif.object_close(old.ref)
    Hub.forget(old)

    {:ok,
     %__MODULE__{
       object: new,
       programs: programs,
       maps: plan.maps,
       vars: plan.vars,
       errors: for(%{count: _} = error <- errors, do: error)
     }}
  end
end
