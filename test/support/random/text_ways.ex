defmodule Honey.Test.Random.TextWays do
  @moduledoc "Strings: guides/packets.md."

  import Honey.Test.Random.{Chance, Expression, Node}

  alias Honey.Test.Random.{Scope, Type}

  @doc false
  def ways(:text), do: [:leaf, :rest]
  def ways(:s64), do: [:size]
  def ways(_), do: []

  @doc false
  def statements, do: []

  @doc false
  def make(:leaf, :text, scope, _fuel), do: Type.leaf(:text, scope)

  def make(:size, :s64, scope, fuel),
    do: {:byte_size, [t: :s64], [expression(:text, scope, fuel)]}

  # What is behind a prefix, or else another text.
  def make(:rest, :text, scope, fuel) do
    name = Scope.fresh()
    {prefix, rest} = pick([{"e", "kworker"}, {"eth", "1"}, {"kworke", ""}, {"1234", "a"}])

    clauses = [
      clause([{:<>, [], [prefix, var(name, :text)]}], [], var(name, :text)),
      clause([var(:_, :text)], [], rest)
    ]

    {:case, [t: :text], [expression(:text, scope, fuel), [do: clauses]]}
  end
end
