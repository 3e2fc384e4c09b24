defmodule FactorialTest do
  use ExUnit.Case, async: true

  alias Honey.Sim

  defp calculate(n) do
    result = Sim.run(Factorial, :calculate, maps: %{numbers: %{0 => n}})
    {result.return, result.maps.results[0]}
  end

  test "in the simulator as in mathematics" do
    for n <- 0..20, do: assert(calculate(n) == {0, Enum.product(1..n//1)})
    assert {1, _} = calculate(21)
  end

  test "the function alone, on the BEAM" do
    assert Factorial.factorial(20, 1) == 2_432_902_008_176_640_000
  end
end
