defmodule Honey.Sim.Statement.Access do
  @moduledoc false
  # Statements on what maps hold, also in place, and on the timers there.

  import Honey.Sim.Machine

  alias Honey.Sim.{Answer, Integer, Line, Machine, Map, Part, Timer, World}

  @kinds [:lookup, :load, :update, :delete, :take, :store, :change, :exchange, :element, :timer]

  @lookup :bpf_map_lookup_elem
  @peek :bpf_map_peek_elem
  @enoent -2

  @flags %{0 => :bpf_any, 1 => :bpf_noexist, 2 => :bpf_exist}

  @doc "The kinds of statements that `step/2` knows."
  @spec kinds() :: [atom]
  def kinds, do: @kinds

  @doc "What comes of the statement; see `Honey.Sim.Statement`."
  @spec step(Machine.statement(), Machine.t()) :: Machine.ended()
  def step(statement, machine)

  # One of the maps of a map of maps; in none there is nothing, and nothing gets there.
  def step({kind, line, to, {{outer, found}, helper, key, value, flag, cpu}}, machine) do
    case {value(machine, found), kind} do
      {nil, :lookup} ->
        next(machine, to, nil)

      {nil, _} ->
        next(machine, to, @enoent)

      {{:element, ^outer, at, _}, _} ->
        step({kind, line, to, {{:inner, outer, at}, helper, key, value, flag, cpu}}, machine)
    end
  end

  # A map is asked for a key's value, which may be another CPU's.
  def step({:lookup, _, to, {name, helper, key, _, _, cpu}}, machine) do
    key = slot(machine, key)
    cpu = if cpu, do: Integer.wrap(value(machine, cpu), :u32), else: machine.world.cpu
    map = fetch_map(machine, name)

    terms =
      [named(machine, name), Map.key_term(map, key)] ++ if(helper == @lookup, do: [], else: [cpu])

    case overridden(machine, helper, terms) do
      {:ok, nil} ->
        next(machine, to, nil)

      {:ok, value} ->
        next(machine, to, {:copy, Answer.value!(map, helper, value)})

      :error ->
        {found, map} = Map.lookup(map, key, cpu)
        next(put_map(machine, map), to, if(found, do: {:element, name, found, cpu}))
    end
  end

  # Data is also read from where nothing was found: it is zeros then.
  def step({:load, _, to, {pointer, size}}, machine) do
    value =
      case value(machine, pointer) do
        nil -> <<0::size(size)-unit(8)>>
        {:element, name, key, cpu} -> Map.load(fetch_map(machine, name), key, cpu)
        {:copy, value} -> value
      end

    next(machine, to, loaded(to, value))
  end

  # Without a key a push, or the question whether a value is in the map.
  def step({:update, _, to, {name, helper, key, value, flag, _}}, machine) do
    {key, value} = {slot(machine, key), slot(machine, value)}
    map = fetch_map(machine, name)
    value_term = Map.value_term(map, value)
    flags = if helper == @peek, do: [], else: [@flags[flag]]
    keys = if key, do: [Map.key_term(map, key)], else: []

    case overridden(machine, helper, [named(machine, name) | keys] ++ [value_term | flags]) do
      {:ok, result} ->
        next(machine, to, Answer.status!(machine.atoms, helper, result))

      :error ->
        {status, map} = hand(helper, map, key, value, flag, machine.world.cpu)
        map = if status == 0, do: Timer.forget(map, key), else: map
        next(put_map(machine, map), to, status)
    end
  end

  def step({:delete, _, to, {name, helper, key, _, _, _}}, machine) do
    key = slot(machine, key)
    map = fetch_map(machine, name)

    case overridden(machine, helper, [named(machine, name), Map.key_term(map, key)]) do
      {:ok, result} ->
        next(machine, to, Answer.status!(machine.atoms, helper, result))

      :error ->
        {status, map} = Map.delete(map, key)
        next(put_map(machine, Timer.forget(map, key)), to, status)
    end
  end

  # A queue's next value; the status is another register.
  def step({:take, line, to, {{outer, found}, helper, status}}, machine) do
    case value(machine, found) do
      nil ->
        zero = Map.zero(Elixir.Map.fetch!(machine.maps, outer).inner)
        machine |> put_register(status, @enoent) |> next(to, loaded(to, zero))

      {:element, ^outer, at, _} ->
        step({:take, line, to, {{:inner, outer, at}, helper, status}}, machine)
    end
  end

  def step({:take, _, to, {name, helper, status}}, machine) do
    map = fetch_map(machine, name)

    {result, value, map} =
      case overridden(machine, helper, [named(machine, name)]) do
        {:ok, nil} -> {@enoent, Map.zero(map), map}
        {:ok, value} -> {0, Answer.value!(map, helper, value), map}
        :error -> Line.take(map, helper)
      end

    machine |> put_register(status, result) |> put_map(map) |> next(to, loaded(to, value))
  end

  def step({:store, _, nil, {pointer, value}}, machine) do
    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        {:next, put_map(machine, Map.put(map, key, value(machine, value), cpu))}

      {:copy, _} ->
        {:next, machine}
    end
  end

  # What is in the map is changed where it is: all of it, which is an integer, or a struct's field.
  def step({:change, _, nil, {pointer, change, place, amount}}, machine) do
    amount = value(machine, amount)

    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        changed = Part.change(Map.load(map, key, cpu), change, place, amount)
        {:next, put_map(machine, Map.store(map, key, changed, cpu))}

      {:copy, _} ->
        {:next, machine}
    end
  end

  # Nothing else runs meanwhile: what is there is what was expected, if it was loaded before.
  def step({:exchange, _, to, {pointer, expected, amount}}, machine) do
    expected = value(machine, expected)

    case value(machine, pointer) do
      {:element, name, key, cpu} ->
        map = fetch_map(machine, name)
        there = Map.load(map, key, cpu)

        map =
          if there == expected, do: Map.store(map, key, value(machine, amount), cpu), else: map

        machine |> put_map(map) |> next(to, there)

      {:copy, there} ->
        next(machine, to, there)
    end
  end

  # What the turn of a loop is about.
  def step({:element, _, to, {number, part}}, machine) do
    value =
      case Elixir.Map.fetch!(machine.entries, number) do
        {:record, record} -> record
        {_name, key} when part == :key -> key
        {name, key} -> Map.load(fetch_map(machine, name), key, machine.world.cpu)
      end

    next(machine, to, loaded(to, value))
  end

  # Without a symbol it is cancelled.
  def step({:timer, _, to, {pointer, symbol, nanoseconds}}, machine) do
    case value(machine, pointer) do
      {:element, name, key, _cpu} ->
        map = Elixir.Map.fetch!(machine.maps, name)
        {status, map} = set_timer(machine, map, key, symbol, nanoseconds)
        next(put_map(machine, map), to, status)

      {:copy, _} ->
        next(machine, to, 0)
    end
  end

  # What a map holds, as a register of this type has it.
  defp loaded({_, :text}, value), do: Part.value(:text, value)
  defp loaded(_to, value), do: value

  defp hand(:bpf_map_push_elem, map, nil, value, flag, _cpu), do: Line.push(map, value, flag)
  defp hand(@peek, map, nil, value, _flag, _cpu), do: {Line.member(map, value), map}
  defp hand(_helper, map, key, value, flag, cpu), do: Map.update(map, key, value, flag, cpu)

  # What a map is given: a number of its slot, or bytes; nil where it is given none.
  defp slot(_machine, nil), do: nil
  defp slot(machine, {value, size}), do: Part.padded(value(machine, value), size)
  # The current task, by the kernel's number of it.
  defp slot(machine, :task), do: machine.world.pid
  # Its control group, the last of those from the root on, by its id.
  defp slot(machine, :cgroup), do: List.last(machine.world.cgroups)
  defp slot(machine, number), do: Elixir.Map.fetch!(machine.slots, number)

  defp set_timer(machine, map, key, nil, _), do: Timer.cancel(map, key, machine.timer)

  defp set_timer(machine, map, key, symbol, nanoseconds) do
    due = World.now(machine.world) + Integer.wrap(value(machine, nanoseconds), :u64)
    Timer.start(map, key, %{due: due, symbol: symbol, code: machine.code})
  end

  # As a program names it.
  defp named(machine, {:inner, outer, key}),
    do: {outer, Map.key_term(fetch_map(machine, outer), key)}

  defp named(_machine, name), do: name
end
