defmodule Honey.Test.Random.Expression do
  @moduledoc """
  Random expressions of a wanted type, and bodies: statements with a last expression.

  The ways to make them are in modules, each of a part of the language. A way has a name, a row of
  its module's `ways/1`, which lists the ways to make a type, and a clause of

      make(way, type, scope, fuel)

  which gives the syntax, made of smaller expressions with less fuel, or `:none` where the scope does not
  have what it takes. A way to make a statement is a name in `statements/0` with a clause of

      state(statement, scope, fuel)

  which gives the syntax, and the scope for what follows.
  """

  import Honey.Test.Random.Chance
  import Honey.Test.Random.Node

  alias Honey.Test.Random.{Scope, Type}

  alias Honey.Test.Random.{
    BytesWays,
    ControlWays,
    DataFunctionWays,
    DataWays,
    FunctionWays,
    GlobalWays,
    IntegerWays,
    JoinWays,
    KernelMapWays,
    LineWays,
    LoopWays,
    RecordWays,
    SequenceWays,
    StandardWays,
    StreamWays,
    TestWays,
    TextWays,
    UpdateWays
  }

  @ways [
    BytesWays,
    ControlWays,
    DataFunctionWays,
    DataWays,
    FunctionWays,
    GlobalWays,
    IntegerWays,
    JoinWays,
    KernelMapWays,
    LineWays,
    LoopWays,
    RecordWays,
    SequenceWays,
    StandardWays,
    StreamWays,
    TestWays,
    TextWays,
    UpdateWays
  ]

  @doc "An expression of the type."
  @spec expression(Type.t(), Scope.t(), integer) :: Macro.t()
  def expression(type, scope, fuel) do
    variables = Scope.variables(scope, type)

    cond do
      variables != [] and (fuel <= 0 or chance(4)) -> var(pick(variables), type)
      fuel <= 0 -> Type.leaf(type, scope)
      true -> by_a_way(type, scope, fuel - 1)
    end
  end

  defp by_a_way(type, scope, fuel) do
    {module, way} =
      pick(for module <- modules(scope), way <- module.ways(type), do: {module, way})

    case module.make(way, type, scope, fuel) do
      :none -> expression(type, scope, fuel)
      made -> made
    end
  end

  # A library has no maps, and no variables.
  @outside [GlobalWays, JoinWays, KernelMapWays, LineWays, StreamWays, UpdateWays]
  defp modules(%{maps: []}), do: @ways -- @outside

  defp modules(%{maps: maps}) do
    missing = if :flags in maps, do: [], else: [JoinWays]
    if :queue in maps, do: @ways -- missing, else: @ways -- [LineWays | missing]
  end

  @doc "Statements, and an expression of the type: a block, or the expression alone."
  @spec body(Type.t(), Scope.t(), integer) :: Macro.t()
  def body(type, scope, fuel) do
    {statements, scope} =
      Enum.flat_map_reduce(1..Enum.random(1..3), scope, fn _, scope ->
        if fuel > 1 and chance(2), do: statement(scope, div(fuel, 3)), else: {[], scope}
      end)

    block(statements ++ [expression(type, scope, fuel)], type)
  end

  defp statement(scope, fuel) do
    {module, name} =
      pick(for module <- modules(scope), name <- module.statements(), do: {module, name})

    {made, scope} = module.state(name, scope, fuel)
    {[made], scope}
  end

  @doc "What `if` and the like take: anything that is true or false or nil, or neither."
  @spec condition(Scope.t(), integer) :: Macro.t()
  def condition(scope, fuel),
    do: expression(pick([:boolean, :boolean, :boolean, {:maybe, :s64}, :mixed]), scope, fuel)
end
