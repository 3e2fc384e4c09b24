defmodule Honey.Test.Random.Source do
  @moduledoc """
  What loops go over, never much of it: ranges, lists, arrays, what functions of `Enum` make of them, and maps of
  the kernel that are arrays.
  """

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Pattern, RecordWays, Scope, StreamWays, Type}

  @three [:range, :range, :list, :list, :array, :mapped]

  @doc "Integers: a range, a list, or an array."
  @spec integers(Scope.t()) :: Macro.t()
  def integers(scope) do
    case {pick([:range, :range, :range, :range, :variable, :variable, :list, :array, :three]),
          Scope.variables(scope, :range)} do
      {:variable, [_ | _] = names} -> var(pick(names), :range)
      {:list, _} -> [expression(:s64, scope, 1), 5, -1]
      {:array, _} -> array(scope)
      {:three, _} -> three(scope, 2)
      _ -> range(scope)
    end
  end

  @doc "Just three integers, which the compiler knows."
  @spec three(Scope.t(), integer) :: Macro.t()
  def three(scope, fuel) do
    case pick(@three) do
      :range -> pick([range(0, 2), range(3, 1), range(5, -2, -3), range(-1, 1, 1)])
      :list -> expression(Type.three(), scope, fuel)
      :array -> array(scope)
      :mapped -> remote([:Enum], :reverse, [three(scope, 0)], Type.three())
    end
  end

  @doc "Four integers, as a list."
  @spec four(Scope.t(), integer) :: Macro.t()
  def four(scope, fuel) do
    half = div(fuel, 2)
    parts = Enum.shuffle([expression(Type.three(), scope, half), [expression(:s64, scope, half)]])

    if chance(2),
      do: remote([:Enum], :concat, parts, :list),
      else: {:++, [t: :list], parts}
  end

  @doc "What a generator has: a pattern, its source, and the scope behind it."
  @spec generator(Scope.t()) :: {Macro.t(), Macro.t(), Scope.t()}
  def generator(scope) do
    name = pick(Scope.names())

    case pick([:one, :one, :one, :one, :pair]) do
      :one -> {var(name, :s64), integers(scope), Scope.put(scope, name, :s64)}
      :pair -> pairs(scope)
    end
  end

  defp pairs(scope) do
    {second, source} =
      pairs(pick([:index, :index_from, :zip, :zip, :tuples, :entries, :entries]), scope)

    {[left, right], inner} = Pattern.patterns([:s64, second], scope)
    {{left, right}, source, inner}
  end

  defp pairs(:index, scope),
    do: {:s64, remote([:Enum], :with_index, [three(scope, 1)], :pairs)}

  defp pairs(:index_from, scope),
    do: {:s64, remote([:Enum], :with_index, [three(scope, 1), pick([1, -2, 10])], :pairs)}

  defp pairs(:zip, scope) do
    others = for _ <- 1..pick([2, 3, 4]), do: expression(:color, scope, 1)
    {:color, remote([:Enum], :zip, [three(scope, 1), others], :pairs)}
  end

  defp pairs(:entries, %{streams?: true, maps: [_ | _]} = scope) do
    case StreamWays.entries(scope) do
      :none -> pairs(:index, scope)
      entries -> entries
    end
  end

  defp pairs(:entries, scope), do: pairs(:tuples, scope)

  defp pairs(:tuples, scope) do
    {:mixed,
     for(_ <- 1..pick([1, 3]), do: {expression(:s64, scope, 1), expression(:mixed, scope, 1)})}
  end

  defp array(scope), do: RecordWays.make(:field, {:array, :s64}, scope, 1)

  @doc "A range of any form."
  @spec range(Scope.t()) :: Macro.t()
  def range(scope) do
    small = operation(:&&&, [expression(:s64, scope, 1), pick([1, 3, 5])])

    case pick([:up, :down, :steps, :to, :from, :down_to, :one_to, :step, :new]) do
      :up -> range(0, 3)
      :down -> range(2, -2)
      :steps -> range(-1, 6, 3)
      :to -> range(0, small)
      :from -> range(small, 2)
      :down_to -> range(small, 0, -1)
      :one_to -> range(1, small, 1)
      :step -> range(-2, 5, operation(:+, [small, 1]))
      :new -> remote([:Range], :new, [small, 4, pick([1, 2, -1])], :range)
    end
  end

  defp range(first, last), do: {:.., [t: :range], [first, last]}
  defp range(first, last, step), do: {:"..//", [t: :range], [first, last, step]}
end
