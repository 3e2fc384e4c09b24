defmodule Honey.Test.IntegerOracle do
  @moduledoc """
  What an expression on integers gives in a program, computed on the BEAM.

  Every operation is done exactly, on integers of any size, and its result is then reduced to the
  kind of the result, as guides/integers.md has it. Nothing here comes from the compiler: that the
  two agree is what the tests are about.

  An expression is quoted Elixir: literals, variables, the operators of the guide, `and`, `or`,
  `not`, `if` with both branches, and blocks whose matches bind variables for the rest of the block.
  """

  import Bitwise

  @type kind :: :u64 | :s64 | :literal
  @type variables :: %{atom => {kind, integer}}
  @type result :: {:ok, integer | boolean} | {:raises, :arithmetic | :overflow}

  @comparisons [:==, :===, :!=, :!==, :<, :<=, :>, :>=]
  @unary [:-, :+, :bnot]
  @binary [:+, :-, :*, :div, :rem, :&&&, :|||, :bxor, :<<<, :>>>]

  # No integer here has more bits, so shifting by more changes nothing.
  @most_shift 128

  @doc "The expression's value, or what it raises."
  @spec run(Macro.t(), variables, :wrap | :raise) :: result
  def run(quoted, variables, overflow) do
    {:ok, value(quoted, variables, overflow)}
  catch
    {:raises, kind} -> {:raises, kind}
  end

  @doc "The kind of an expression; `:boolean` for what is no integer."
  @spec kind(Macro.t(), %{atom => kind}) :: kind | :boolean
  def kind(quoted, kinds), do: quoted |> kind_and_scope(kinds) |> elem(0)

  @doc "The kind of an operator's result."
  @spec result_kind(atom, [kind]) :: kind | :boolean
  def result_kind(operator, [_, _]) when operator in @comparisons, do: :boolean
  def result_kind(:-, _), do: :s64
  def result_kind(:bnot, _), do: :s64
  def result_kind(:+, [operand]), do: settled(operand)

  def result_kind(operator, [left, right]) when operator in [:div, :rem] do
    settled(if left == :literal, do: right, else: left)
  end

  def result_kind(operator, [left, _]) when operator in [:<<<, :>>>], do: settled(left)
  def result_kind(_, kinds), do: if(:u64 in kinds, do: :u64, else: :s64)

  @doc "A value with only the bits that its kind, or a type of maps, has."
  @spec reduce(integer, kind | atom) :: integer
  def reduce(value, :literal), do: reduce(value, :s64)

  def reduce(value, type) do
    {signed, bits} = width(type)
    low = value &&& (1 <<< bits) - 1
    if signed and low >>> (bits - 1) == 1, do: low - (1 <<< bits), else: low
  end

  @doc "The least and the greatest value of a type."
  @spec bounds(atom) :: {integer, integer}
  def bounds(type) do
    case width(type) do
      {true, bits} -> {-(1 <<< (bits - 1)), (1 <<< (bits - 1)) - 1}
      {false, bits} -> {0, (1 <<< bits) - 1}
    end
  end

  @doc "Is the value one of this type?"
  @spec fits?(integer, kind | atom) :: boolean
  def fits?(value, type), do: reduce(value, type) == value

  @doc "The kind of a constant in the source."
  @spec constant_kind(integer) :: kind
  def constant_kind(value) when value < 0, do: :s64
  def constant_kind(value) when value >= 1 <<< 63, do: :u64
  def constant_kind(_), do: :literal

  defp width(type) do
    case Atom.to_string(type) do
      "u" <> bits -> {false, String.to_integer(bits)}
      "s" <> bits -> {true, String.to_integer(bits)}
    end
  end

  defp settled(:literal), do: :s64
  defp settled(kind), do: kind

  ## Kinds

  defp kind_and_scope({:__block__, _, steps}, kinds) do
    Enum.reduce(steps, {nil, kinds}, fn step, {_, kinds} -> kind_and_scope(step, kinds) end)
  end

  defp kind_and_scope({:=, _, [{name, _, context}, value]}, kinds) when is_atom(context) do
    kind = kind(value, kinds)
    {kind, Map.put(kinds, name, kind)}
  end

  defp kind_and_scope(quoted, kinds) do
    case constant(quoted) do
      nil -> {kind_of(quoted, kinds), kinds}
      value -> {constant_kind(value), kinds}
    end
  end

  # Signs before a literal are part of it.
  defp constant(value) when is_integer(value), do: value
  defp constant({:__block__, _, [quoted]}), do: constant(quoted)

  defp constant({sign, _, [operand]}) when sign in [:-, :+] do
    with value when is_integer(value) <- constant(operand),
         do: apply(Kernel, sign, [value])
  end

  defp constant(_), do: nil

  defp kind_of({name, _, context}, kinds) when is_atom(context), do: Map.fetch!(kinds, name)

  defp kind_of({:if, _, [_, [do: one, else: other]]}, kinds),
    do: join(kind(one, kinds), kind(other, kinds))

  defp kind_of({operator, _, _}, _) when operator in [:and, :or, :not], do: :boolean

  defp kind_of({operator, _, operands}, kinds),
    do: result_kind(operator, Enum.map(operands, &kind(&1, kinds)))

  defp join(kind, kind), do: kind
  defp join(:literal, kind), do: kind
  defp join(kind, :literal), do: kind
  defp join(_, _), do: :s64

  ## Values; the variables keep their kinds

  defp evaluate({:__block__, _, steps}, scope, overflow) do
    Enum.reduce(steps, {nil, scope}, fn step, {_, scope} -> evaluate(step, scope, overflow) end)
  end

  defp evaluate({:=, _, [{name, _, context}, quoted]}, scope, overflow) when is_atom(context) do
    value = value(quoted, scope, overflow)
    {value, Map.put(scope, name, {kind(quoted, kinds(scope)), value})}
  end

  defp evaluate(quoted, scope, overflow),
    do: {constant(quoted) || value_of(quoted, scope, overflow), scope}

  defp value(quoted, scope, overflow), do: quoted |> evaluate(scope, overflow) |> elem(0)

  defp value_of({name, _, context}, scope, _) when is_atom(context),
    do: scope |> Map.fetch!(name) |> elem(1)

  defp value_of({:if, _, [condition, branches]} = whole, scope, overflow) do
    holds = value(condition, scope, overflow)
    value = value(branches[if(holds, do: :do, else: :else)], scope, overflow)

    case kind(whole, kinds(scope)) do
      :boolean -> value
      kind -> reduce(value, kind)
    end
  end

  defp value_of({:not, _, [operand]}, scope, overflow), do: not value(operand, scope, overflow)

  defp value_of({:and, _, [left, right]}, scope, overflow),
    do: value(left, scope, overflow) and value(right, scope, overflow)

  defp value_of({:or, _, [left, right]}, scope, overflow),
    do: value(left, scope, overflow) or value(right, scope, overflow)

  defp value_of({operator, _, operands} = whole, scope, overflow) do
    values = Enum.map(operands, &value(&1, scope, overflow))

    case kind(whole, kinds(scope)) do
      :boolean -> compare(operator, values)
      kind -> operator |> exact(values) |> in_kind(kind, overflow)
    end
  end

  defp in_kind(exact, kind, overflow) do
    reduced = reduce(exact, kind)
    if overflow == :raise and reduced != exact, do: throw({:raises, :overflow})
    reduced
  end

  defp kinds(scope), do: Map.new(scope, fn {name, {kind, _}} -> {name, kind} end)

  defp exact(operator, [_, 0]) when operator in [:div, :rem], do: throw({:raises, :arithmetic})
  defp exact(:<<<, [value, count]), do: shift(value, count)
  defp exact(:>>>, [value, count]), do: shift(value, -count)
  defp exact(operator, [value]) when operator in [:-, :+], do: apply(Kernel, operator, [value])
  defp exact(:bnot, [value]), do: -value - 1

  defp exact(operator, values) when operator in [:+, :-, :*, :div, :rem],
    do: apply(Kernel, operator, values)

  defp exact(operator, values), do: apply(Bitwise, operator, values)

  defp shift(value, count) when count >= 0, do: value <<< min(count, @most_shift)
  defp shift(value, count), do: value >>> min(-count, @most_shift)

  defp compare(operator, values), do: apply(Kernel, operator, values)

  @doc "Every operator that the oracle knows, with its arity."
  @spec operators() :: [{atom, 1 | 2}]
  def operators do
    Enum.map(@unary, &{&1, 1}) ++ Enum.map(@binary ++ @comparisons, &{&1, 2})
  end
end
