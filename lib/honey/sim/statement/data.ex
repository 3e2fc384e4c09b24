defmodule Honey.Sim.Statement.Data do
  @moduledoc false
  # Statements on variables, records and arrays: their bytes; and on events, which are records.

  import Honey.Sim.Machine

  alias Honey.Sim.{Machine, Part, Ring}

  @kinds [:var_load, :var_store, :var_add, :build, :emit, :part, :same]

  @enospc -28

  @doc "The kinds of statements that `step/2` knows."
  @spec kinds() :: [atom]
  def kinds, do: @kinds

  @doc "What comes of the statement; see `Honey.Sim.Statement`."
  @spec step(Machine.statement(), Machine.t()) :: Machine.ended()
  def step(statement, machine)

  def step({:var_load, _, to, {name, {0, type, _size}}}, machine),
    do: next(machine, to, Part.value(type, var_bytes(machine, name)))

  def step({:var_store, _, nil, {name, {0, type, size}, value}}, machine),
    do: {:next, put_var(machine, name, Part.bytes(type, size, value(machine, value)))}

  def step({:var_add, _, nil, {name, {0, type, size}, amount, subtract?}}, machine) do
    amount = value(machine, amount)
    amount = if subtract?, do: -amount, else: amount
    sum = Part.value(type, var_bytes(machine, name)) + amount
    {:next, put_var(machine, name, Part.bytes(type, size, sum))}
  end

  def step({:build, _, to, built}, machine), do: next(machine, to, build(machine, built))

  # A record for a ring, which may be full.
  def step({:emit, _, to, {name, type, built}}, machine) do
    ring = Elixir.Map.fetch!(machine.rings, name)

    case Ring.emit(ring, type, build(machine, built), machine.world.cpu) do
      {:ok, event, ring} ->
        machine = %{machine | events: [event | machine.events]}
        next(put_ring(machine, ring), to, 0)

      {:lost, ring} ->
        next(put_ring(machine, ring), to, @enospc)
    end
  end

  def step({:part, _, to, {whole, {offset, type, size}}}, machine) do
    next(machine, to, Part.value(type, binary_part(value(machine, whole), offset, size)))
  end

  # The element of an array at a register's index.
  def step({:part, _, to, {whole, {0, type, size}, index}}, machine) do
    bytes = binary_part(value(machine, whole), value(machine, index) * size, size)
    next(machine, to, Part.value(type, bytes))
  end

  def step({:same, _, to, {left, right}}, machine),
    do: next(machine, to, if(value(machine, left) == value(machine, right), do: 1, else: 0))

  # `base`, or zeros, with these parts.
  defp build(machine, {base, size, parts}) do
    base = if base, do: value(machine, base), else: <<0::size(size)-unit(8)>>

    Enum.reduce(parts, base, fn {{offset, type, size}, part}, bytes ->
      <<before::binary-size(offset), _::binary-size(size), rest::binary>> = bytes
      before <> Part.bytes(type, size, value(machine, part)) <> rest
    end)
  end

  defp put_ring(machine, ring),
    do: %{machine | rings: Elixir.Map.put(machine.rings, ring.name, ring)}

  defp var_bytes(machine, name), do: Elixir.Map.fetch!(machine.vars, name).bytes

  defp put_var(machine, name, bytes),
    do: put_in(machine.vars[name], %{machine.vars[name] | bytes: bytes})
end
