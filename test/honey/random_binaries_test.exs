defmodule Honey.RandomBinariesTest do
  @moduledoc """
  Random binary patterns take in the kernel, and in `Honey.Sim`, what they take on the BEAM, of packets that fit them, of
  all that these begin with, and of some that differ in a byte; and the verifier refuses none.

      HONEY_BINARIES=5000 mix test test/honey/random_binaries_test.exs
      HONEY_BINARIES_SEED=123 mix test test/honey/random_binaries_test.exs
  """

  use ExUnit.Case, async: false

  alias Honey.Test.Kernel
  alias Honey.Test.Soak.Binaries

  @moduletag Kernel.tags()
  @moduletag timeout: :infinity

  defp number(variable, default) do
    case System.get_env(variable) do
      nil -> default
      text -> String.to_integer(text)
    end
  end

  test "random binary patterns" do
    seed = number("HONEY_BINARIES_SEED", 1)
    {found, figures} = Binaries.run(number("HONEY_BINARIES", 100), seed)
    IO.puts("\nrandom binaries: HONEY_BINARIES_SEED=#{seed} #{inspect(figures)}")
    if found != [], do: flunk(Enum.join(found, "\n"))
    assert figures.functions > 50
    assert figures.matched > figures.runs / 10
  end
end
