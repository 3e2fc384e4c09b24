defmodule Honey.Test.Random.Chance do
  @moduledoc """
  Choices. All of them come from `:rand`, so that a seed gives the same programs.
  """

  @doc "One of the list."
  @spec pick([item, ...]) :: item when item: term
  def pick(list), do: Enum.random(list)

  @doc "True, once in so many times."
  @spec chance(pos_integer) :: boolean
  def chance(n), do: :rand.uniform(n) == 1
end
