defmodule Honey.RandomConstructionsTest do
  @moduledoc """
  Random binaries that are put together are in the kernel, and in `Honey.Sim`, what they are on the BEAM: see
  `Honey.Test.ConstructionGenerator`. `HONEY_CONSTRUCTIONS_SEED` gives others.
  """

  use ExUnit.Case, async: false

  alias Honey.Test.{ConstructionGenerator, Kernel}

  @moduletag Kernel.tags()

  @functions 40

  test "random constructions" do
    seed = String.to_integer(System.get_env("HONEY_CONSTRUCTIONS_SEED", "1"))
    IO.puts("random constructions: HONEY_CONSTRUCTIONS_SEED=#{seed}")
    assert {_, 0} = ConstructionGenerator.run(@functions, seed)
  end
end
