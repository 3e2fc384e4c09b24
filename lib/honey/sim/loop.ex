defmodule Honey.Sim.Loop do
  @moduledoc false
  # The turns of a loop. What runs the loop's body is given: it is the same for each turn.

  import Honey.Sim.Machine

  alias Honey.Sim.{Machine, Map}

  @type turns ::
          Machine.value()
          | {:entries, Machine.map_name() | {atom, Machine.value()}, number :: non_neg_integer}
  @type body :: (Machine.t() -> Machine.ended())

  @doc "Runs the turns, until one of them does not go on to the next; the register has a turn's number."
  @spec run(turns, Machine.register() | nil, body, Machine.t()) :: Machine.ended()
  def run(turns, to, body, machine)

  # One of the maps of a map of maps; in none there is nothing.
  def run({:entries, {outer, found}, number}, to, body, machine) do
    case value(machine, found) do
      nil -> {:next, machine}
      {:element, ^outer, at, _} -> run({:entries, {:inner, outer, at}, number}, to, body, machine)
    end
  end

  # The entries that were there when the loop began, as far as they still are when their turns come.
  def run({:entries, name, number}, nil, body, machine) do
    case fetch_map(machine, name) do
      %{type: :bpf_user_ringbuf} -> drain({name, number, body}, machine)
      map -> run_entries(Map.keys(map), {name, number, body}, machine)
    end
  end

  def run(turns, to, body, machine), do: run_turns(body, to, 0, value(machine, turns), machine)

  # Until there is no turn left, or a statement of one does not go on to the next.
  defp run_turns(_body, _to, turns, turns, machine), do: {:next, machine}

  defp run_turns(body, to, turn, turns, machine) do
    {:next, machine} = next(machine, to, turn)

    case body.(machine) do
      {:next, machine} -> run_turns(body, to, turn + 1, turns, machine)
      other -> other
    end
  end

  defp run_entries([], _loop, machine), do: {:next, machine}

  defp run_entries([key | keys], {name, number, body} = loop, machine) do
    if Map.there?(fetch_map(machine, name), key) do
      entries = Elixir.Map.put(machine.entries, number, {name, key})

      case body.(%{machine | entries: entries}) do
        {:next, machine} -> run_entries(keys, loop, machine)
        other -> other
      end
    else
      run_entries(keys, loop, machine)
    end
  end

  # What drains a ring already keeps all others from it.
  defp drain({name, _, _} = loop, machine) do
    if name in machine.drained do
      {:next, machine}
    else
      ended = run_records(loop, %{machine | drained: [name | machine.drained]})
      at = tuple_size(ended) - 1
      put_elem(ended, at, %{elem(ended, at) | drained: machine.drained})
    end
  end

  # A record is taken before its turn: what leaves the loop leaves those behind it.
  defp run_records({name, number, body} = loop, machine) do
    case fetch_map(machine, name) do
      %{line: []} ->
        {:next, machine}

      %{line: [record | rest]} = map ->
        machine = put_map(machine, %{map | line: rest})
        entries = Elixir.Map.put(machine.entries, number, {:record, record})

        case body.(%{machine | entries: entries}) do
          {:next, machine} -> run_records(loop, machine)
          other -> other
        end
    end
  end
end
