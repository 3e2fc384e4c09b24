defmodule Honey.Test.Netns do
  @moduledoc """
  Elixir in a network namespace of its own: what programs do to packets there concerns nobody else.

  The namespace has a loopback interface, which is up; it is gone when the code has ended.
  """

  alias Honey.Test.Child

  @wrap ["unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"]

  @doc "The value of the code, as `Honey.Test.Child.run!/3`."
  @spec run!(String.t()) :: term
  def run!(code), do: Child.run!(@wrap, code)
end
