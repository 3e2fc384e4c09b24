defmodule TestingDemo.KernelTest do
  # In the kernel, without an event: the test has the program run.
  use ExUnit.Case, async: true

  import TestingDemo.Packets

  @moduletag TestingDemo.KernelTests.tags()

  @pass 2
  @drop 1
  @source {10, 0, 0, 7}

  # Loaded is verified: the kernel has looked at each path through the program.
  setup do
    {:ok, object: Honey.load!(TestingDemo, vars: [quota: 250])}
  end

  defp run(object, packet) do
    {:ok, %{return: return}} = Honey.test_run(object, :on_packet, data: packet)
    return
  end

  test "a source comes to the end of its quota", %{object: object} do
    packet = ipv4(@source, 100)
    assert for(_ <- 1..4, do: run(object, packet)) == [@pass, @pass, @drop, @drop]
    assert TestingDemo.sent(object) == [{@source, 400}]
    assert run(object, ipv4({10, 0, 0, 8}, 100)) == @pass
  end

  # What Elixir does with the maps of a program is no matter for a simulation.
  test "what was sent is forgiven", %{object: object} do
    packet = ipv4(@source, 200)
    assert for(_ <- 1..2, do: run(object, packet)) == [@pass, @drop]
    assert TestingDemo.forgive(object, @source) == :ok
    assert TestingDemo.sent(object) == []
    assert run(object, packet) == @pass
  end

  test "where the map is full, a new source passes", %{object: object} do
    full = for n <- 1..1_024, do: {{172, 16, div(n, 256), rem(n, 256)}, 999}
    :ok = Honey.Map.put_many(object, :sent, full)

    assert run(object, ipv4(@source, 500)) == @pass
    assert Enum.sort(TestingDemo.sent(object)) == full
  end

  test "two CPUs lose no byte", %{object: object} do
    packet = ipv4(@source, 100)

    1..4
    |> Enum.map(fn _ ->
      Task.async(fn -> Honey.test_run(object, :on_packet, data: packet, repeat: 5_000) end)
    end)
    |> Task.await_many(:infinity)

    assert TestingDemo.sent(object) == [{@source, 4 * 5_000 * 100}]
  end
end
