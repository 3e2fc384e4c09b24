defmodule Honey.Test.Random.Node do
  @moduledoc """
  The nodes of random programs: Elixir's syntax, whose metadata has the type as `t:`.

  Literals, lists and pairs have no metadata, and so no type of their own. Whether an integer is a
  s64 or a u64 follows from its operands by the table of guides/integers.md, which
  `Honey.Test.IntegerOracle` has.
  """

  alias Honey.Test.IntegerOracle

  @doc "The node with its type."
  @spec typed(Macro.t(), term) :: Macro.t()
  def typed({form, _, arguments}, type), do: {form, [t: type], arguments}
  def typed(other, _type), do: other

  @doc "A variable."
  @spec var(atom, term) :: Macro.t()
  def var(name, type), do: {name, [t: type], nil}

  @doc "An operation on integers, whose type is as the guide says."
  @spec operation(atom, [Macro.t()]) :: Macro.t()
  def operation(operator, operands) do
    {operator, [t: IntegerOracle.result_kind(operator, Enum.map(operands, &kind/1))], operands}
  end

  @doc "The kind of an integer: that of a node, or of a literal."
  @spec kind(Macro.t()) :: :s64 | :u64 | :literal
  def kind(number) when is_integer(number), do: IntegerOracle.constant_kind(number)
  def kind({_, meta, _}), do: Keyword.fetch!(meta, :t)

  @doc "One expression, or several in a block."
  @spec block([Macro.t()], term) :: Macro.t()
  def block([single], _type), do: single
  def block(several, type), do: {:__block__, [t: type], several}

  @doc "A clause of `case`, `fn` and the like, of patterns, guards and a body."
  @spec clause([Macro.t()], [Macro.t()], Macro.t()) :: Macro.t()
  def clause(patterns, guards, body), do: {:->, [], [guarded(patterns, guards), body]}

  @doc "What stands on the left of `->`. Several guards are alternatives."
  @spec guarded([Macro.t()], [Macro.t()]) :: [Macro.t()]
  def guarded(patterns, []), do: patterns
  def guarded(patterns, guards), do: [{:when, [], patterns ++ [alternatives(guards)]}]

  @doc "Guards as Elixir has them behind one `when`."
  @spec alternatives([Macro.t()]) :: Macro.t()
  def alternatives([guard]), do: guard
  def alternatives([guard | rest]), do: {:when, [], [guard, alternatives(rest)]}

  @doc "A call of a function of another module."
  @spec remote([atom], atom, [Macro.t()], term) :: Macro.t()
  def remote(module, function, arguments, type),
    do: {{:., [], [{:__aliases__, [], module}, function]}, [t: type], arguments}

  @doc "A call of one of the kernel's helpers."
  @spec helper(atom, [Macro.t()], term) :: Macro.t()
  def helper(name, arguments, type), do: remote([:Honey, :BpfHelpers], name, arguments, type)

  @doc "A call of one of `Honey.KernelMap`."
  @spec kernel_map(atom, [Macro.t()], term) :: Macro.t()
  def kernel_map(name, arguments, type), do: remote([:Honey, :KernelMap], name, arguments, type)

  @doc "A call of a function that a variable holds."
  @spec apply_value(Macro.t(), [Macro.t()], term) :: Macro.t()
  def apply_value(function, arguments, type), do: {{:., [], [function]}, [t: type], arguments}

  @doc """
  The nodes with lines: each has one of its own, those of its parts are greater.

  So the line of what raises tells which node it was. Gives also the first line that is free.
  """
  @spec number(Macro.t(), pos_integer) :: {Macro.t(), pos_integer}
  def number(quoted, line) do
    Macro.prewalk(quoted, line, fn
      {form, meta, arguments}, line ->
        {{form, Keyword.put(meta, :line, line), arguments}, line + 1}

      other, line ->
        {other, line}
    end)
  end
end
