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

  test "the names are those of this machine, as its C compiler knows them" do
    {text, 0} = System.shell("echo '#include <asm/unistd.h>' | cc -E -dM -")

    known =
      for [_, name, number] <- Regex.scan(~r/^#define __NR_(\w+) (\d+)$/m, text),
          into: %{},
          do: {String.to_integer(number), name}

    assert map_size(known) > 200
    assert Map.take(CountSyscalls.Names.read(), Map.keys(known)) == known
  end
end
