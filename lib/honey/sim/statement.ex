defmodule Honey.Sim.Statement do
  @moduledoc false

  # Runs the compiler's intermediate representation on the BEAM.
  #
  # `Honey.Nif.represent/1` gives the representation; `Honey.Sim` is what tests use. A function's body is a
  # list of statements `{kind, line, to, payload}`, of which `to` is the register that it sets, `{number, type}`,
  # or nil. A value in a payload is an integer or `{number}`, a register. The clauses of `step/2` say what each
  # kind's payload is, and what it does: here stand those of control, in the modules of `@families` those of what
  # each of them is about. They run on a `Honey.Sim.Machine`.
  #
  # ## A new kind of statement
  #
  # `c_src/compiler/export/export_ir.c` gives it a name and a payload (the C compiler says where); a family's
  # `kinds/0` names it, and its `step/2` gets a clause that answers one of
  #
  #   * `{:next, machine}` - go on behind it
  #   * `{:leave, label, machine}` - go on behind the block with the label
  #   * `{:return, values, machine}` - the function has ended, with these in its result's registers
  #   * `{:raise, site, machine}` - the run has ended; callers do not go on
  #   * `{:tail_call, program, machine}` - the same: another program, of this name, goes on
  #
  # A new operation (`ir_op.def`) is a clause of `Honey.Sim.Operation`, a new part of types one of
  # `Honey.Sim.Type`, a new helper without arguments one of `Honey.Sim.World`. Integers in registers are exact
  # and fit their type: whatever sets a register (`Honey.Sim.Machine.next/3`) reduces to the type of `to` first.

  import Honey.Sim.Machine

  alias Honey.Sim.{Context, Integer, Loop, Machine, Operation}
  alias Honey.Sim.Statement.{Access, Binary, Data, Helper}

  @control [:assign, :set, :if, :block, :leave, :loop, :slot, :tail_call, :field, :text_field] ++
             [:call, :pin, :raise, :return]

  @families [Access, Data, Binary, Helper]

  # MAX_TAIL_CALL_CNT
  @most_tail_calls 33

  @doc "The kinds of statements that there are."
  @spec kinds() :: [atom]
  def kinds, do: @control ++ Enum.flat_map(@families, & &1.kinds())

  @doc """
  Calls the function of the symbol, with what its parameters' registers hold.

  The caller's registers are what they were; all else is as the function leaves it.
  """
  @spec call(Machine.t(), String.t(), [term]) ::
          {:return, [term], Machine.t()}
          | {:raise, non_neg_integer, Machine.t()}
          | {:tail_call, atom, Machine.t()}
  def call(machine, symbol, arguments) do
    %{parameters: parameters, body: body} = Elixir.Map.fetch!(machine.functions, symbol)
    registers = parameters |> Enum.zip(arguments) |> Elixir.Map.new()

    {how, what, ended} =
      case run(body, %{machine | registers: registers, slots: %{}}) do
        {:next, ended} -> {:return, [], ended}
        other -> other
      end

    {how, what, %{ended | registers: machine.registers, slots: machine.slots}}
  end

  @doc "Calls the function of a timer, with the entry of its map."
  @spec call_timer(Machine.t(), String.t(), {atom, term}) ::
          {:return, [term], Machine.t()} | {:raise, non_neg_integer, Machine.t()}
  def call_timer(machine, symbol, entry) do
    %{entry: number} = Elixir.Map.fetch!(machine.functions, symbol)
    entries = Elixir.Map.put(machine.entries, number, entry)
    call(%{machine | entries: entries, timer: entry}, symbol, [])
  end

  @doc "Runs statements, until one of them does not go on to the next."
  @spec run([Machine.statement()], Machine.t()) :: Machine.ended()
  def run([], machine), do: {:next, machine}

  def run([statement | rest], machine) do
    case step(statement, machine) do
      {:next, machine} -> run(rest, machine)
      other -> other
    end
  end

  @spec step(Machine.statement(), Machine.t()) :: Machine.ended()
  defp step({:assign, _, {_, type} = to, {op, operands}}, machine) do
    next(machine, to, Operation.apply(op, type, values(machine, operands)))
  end

  defp step({:set, _, to, value}, machine), do: next(machine, to, value(machine, value))

  defp step({:if, _, nil, {condition, then, otherwise}}, machine) do
    run(if(Operation.true?(value(machine, condition)), do: then, else: otherwise), machine)
  end

  defp step({:block, _, nil, {label, body}}, machine) do
    case run(body, machine) do
      {:leave, ^label, machine} -> {:next, machine}
      other -> other
    end
  end

  defp step({:leave, _, nil, label}, machine), do: {:leave, label, machine}

  defp step({:loop, _, to, {turns, body}}, machine),
    do: Loop.run(turns, to, &run(body, &1), machine)

  # A value in memory, cut to the type that it has there.
  defp step({:slot, _, nil, {number, type, value}}, machine) do
    stored = machine |> value(value) |> Integer.wrap(type)
    {:next, %{machine | slots: Elixir.Map.put(machine.slots, number, stored)}}
  end

  defp step({:tail_call, _, nil, {name, index}}, machine) do
    map = fetch_map(machine, name)
    index = Integer.wrap(value(machine, index), :u32)

    case map.entries do
      %{^index => program} when machine.tail_calls < @most_tail_calls ->
        {:tail_call, program, %{machine | tail_calls: machine.tail_calls + 1}}

      %{} ->
        {:next, machine}
    end
  end

  defp step({kind, line, to, name}, machine) when kind in [:field, :text_field] do
    next(machine, to, Context.fetch!(machine.context, name, line))
  end

  defp step({:call, _, nil, {symbol, arguments, results}}, machine) do
    case call(machine, symbol, values(machine, arguments)) do
      {:return, returned, machine} ->
        set = fn {register, value}, machine -> put_register(machine, register, value) end
        {:next, results |> Enum.zip(returned) |> Enum.reduce(machine, set)}

      raised ->
        raised
    end
  end

  defp step({:pin, _, nil, nil}, machine), do: {:next, machine}
  defp step({:raise, _, nil, site}, machine), do: {:raise, site, machine}
  defp step({:return, _, nil, values}, machine), do: {:return, values(machine, values), machine}

  for family <- @families, kind <- family.kinds() do
    defp step({unquote(kind), _, _, _} = statement, machine),
      do: unquote(family).step(statement, machine)
  end
end
