defmodule CountSyscallsTest do
  use ExUnit.Case, async: true

  alias Honey.Sim

  doctest CountSyscalls.Names

  test "every call is counted under its number" do
    sim =
      for id <- [0, 1, 0, 257, 0], reduce: Sim.new(CountSyscalls) do
        sim -> Sim.run(sim, :on_sys_enter, ctx: %{id: id}).sim
      end

    assert Sim.map(sim, :calls) == %{0 => 3, 1 => 1, 257 => 1}
  end
end
