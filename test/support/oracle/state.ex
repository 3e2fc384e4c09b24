defmodule Honey.Test.Oracle.State do
  @moduledoc """
  What a run of `Honey.Test.Oracle` changes: the maps, the variables, and whether an integer has left its type. It
  is kept in the process.
  """

  alias Honey.Test.IntegerOracle
  alias Honey.Test.Random.{Globals, KernelMap}

  @typedoc "By the path of a library's name, which is empty for the programs' module, name and arity."
  @type functions :: %{{[atom], atom, arity} => [clause]}
  @type clause :: {[Macro.t()], line :: pos_integer, [Macro.t()], Macro.t()}

  @doc "Begins a run."
  def start(functions, module, overflow, {maps, vars}) do
    Process.put(__MODULE__, %{
      functions: functions,
      module: module,
      overflow: overflow,
      maps: maps,
      vars: vars,
      exact?: true
    })
  end

  defp state, do: Process.get(__MODULE__)

  @doc "The module that has the struct types."
  def module, do: state().module

  @spec function({[atom], atom}, arity) :: [clause]
  def function({path, name}, arity), do: Map.fetch!(state().functions, {path, name, arity})

  @doc "What the maps hold now."
  def maps, do: state().maps

  @doc "What the variables are now."
  def vars, do: state().vars

  @doc "What a variable is now."
  def var(name), do: Map.fetch!(state().vars, name)

  @doc "Sets a variable."
  def put_var(name, value) do
    state = state()
    vars = Map.put(state.vars, name, Globals.cut(name, value))
    Process.put(__MODULE__, %{state | vars: vars})
    :ok
  end

  @doc "The keys that a map has now."
  def keys(name), do: KernelMap.keys(state().maps, name, state().module)

  @doc "Has every integer kept to its type?"
  def exact?, do: state().exact?

  @doc "An integer has left its type."
  def left, do: Process.put(__MODULE__, %{state() | exact?: false})

  @doc "The value cut to the type."
  def reduce(value, type) do
    reduced = IntegerOracle.reduce(value, type)
    if reduced != value, do: left()
    reduced
  end

  @doc "The result of an operation: as `reduce/2`, or raising, as the module says."
  @spec result(integer, :s64 | :u64) :: {:ok, integer} | {:raises, :overflow}
  def result(exact, type) do
    reduced = reduce(exact, type)

    if reduced != exact and state().overflow == :raise,
      do: {:raises, :overflow},
      else: {:ok, reduced}
  end

  @doc "Calls a helper of the kernel."
  def helper(name, arguments) do
    state = state()
    {answer, maps} = KernelMap.call(state.maps, name, arguments, state.module)
    Process.put(__MODULE__, %{state | maps: maps})
    answer
  end
end
