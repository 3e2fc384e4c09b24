defmodule Honey.Sim.Machine do
  @moduledoc false
  # What statements run on: the function's registers and slots, and all around them that a run changes.

  alias Honey.Sim.{Integer, Map, World}

  defstruct functions: %{},
            code: nil,
            maps: %{},
            rings: %{},
            vars: %{},
            world: %World{},
            context: %{},
            helpers: %{},
            printk: [],
            events: [],
            atoms: %{ids: %{}, names: %{}},
            registers: %{},
            slots: %{},
            # Programs that have followed one another.
            tail_calls: 0,
            # Of the loops over maps that run, by their numbers: where their turns are.
            entries: %{},
            # The user ring buffers that a loop is draining.
            drained: [],
            # The map's name and the key, while the function of a timer runs.
            timer: nil

  @type t :: %__MODULE__{}

  @typedoc "In a payload: a register, a constant, or so many zeros."
  @type value :: {number :: non_neg_integer} | integer | binary | {:zeros, non_neg_integer}
  @type map_name :: atom | {:inner, outer :: atom, key :: term}
  @type register :: {number :: non_neg_integer, type :: atom}
  @type statement :: {kind :: atom, line :: pos_integer, to :: register | nil, payload :: term}
  @type ended ::
          {:next, t}
          | {:leave, label :: non_neg_integer, t}
          | {:return, [term], t}
          | {:raise, site :: non_neg_integer, t}
          | {:tail_call, program :: atom, t}

  @doc "Goes on, with the value in the register, cut to its type where that is an integer."
  @spec next(t, register | nil, term) :: {:next, t}
  def next(machine, nil, _value), do: {:next, machine}

  def next(machine, {number, type}, value) do
    value =
      if is_integer(value) and type in [:s64, :u64], do: Integer.wrap(value, type), else: value

    {:next, put_register(machine, {number}, value)}
  end

  @doc "What a value of a payload is: what its register holds, or the constant."
  @spec value(t, value) :: term
  def value(_machine, {:zeros, size}), do: <<0::size(size)-unit(8)>>
  def value(_machine, constant) when is_integer(constant) or is_binary(constant), do: constant
  def value(machine, {number}), do: Elixir.Map.fetch!(machine.registers, number)

  @doc "What values of a payload are."
  @spec values(t, [value]) :: [term]
  def values(machine, list), do: Enum.map(list, &value(machine, &1))

  @doc "Sets a register to what fits its type."
  @spec put_register(t, {non_neg_integer}, term) :: t
  def put_register(machine, {number}, value),
    do: %{machine | registers: Elixir.Map.put(machine.registers, number, value)}

  @doc "A map. One that is another's value has the name `{:inner, outer, key}` while it is in use."
  @spec fetch_map(t, map_name) :: Map.t()
  def fetch_map(machine, {:inner, outer, key} = name),
    do: %{Elixir.Map.fetch!(fetch_map(machine, outer).entries, key) | name: name}

  def fetch_map(machine, name), do: Elixir.Map.fetch!(machine.maps, name)

  @doc "Puts a map back where it was."
  @spec put_map(t, Map.t()) :: t
  def put_map(machine, %{name: {:inner, outer, key}} = map) do
    around = fetch_map(machine, outer)
    put_map(machine, %{around | entries: Elixir.Map.put(around.entries, key, map)})
  end

  def put_map(machine, map), do: %{machine | maps: Elixir.Map.put(machine.maps, map.name, map)}

  @doc "What the user's function for a helper gives, where there is one."
  @spec overridden(t, atom, [term]) :: {:ok, term} | :error
  def overridden(machine, name, arguments) do
    case machine.helpers do
      %{^name => function} -> {:ok, apply(function, arguments)}
      %{} -> :error
    end
  end
end
