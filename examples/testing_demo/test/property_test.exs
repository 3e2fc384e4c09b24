defmodule TestingDemo.PropertyTest do
  @moduledoc """
  Packets at random, in three ways: as the model in plain Elixir says, in the simulation, in the kernel.

  `mix test --seed N` makes the same packets again, and a failure shows those that it takes.
  """

  use ExUnit.Case, async: true

  import TestingDemo.Packets

  alias Honey.Sim
  alias TestingDemo.KernelTests

  @quota 1_000
  @verdicts %{1 => :drop, 2 => :pass}

  setup do
    :rand.seed(:exsss, ExUnit.configuration()[:seed])
    :ok
  end

  test "the simulation does what the model says" do
    check(fn packets ->
      {verdicts, sim} =
        Enum.map_reduce(packets, Sim.new(TestingDemo, vars: [quota: @quota]), fn packet, sim ->
          result = Sim.run(sim, :on_packet, ctx: %{packet: packet})
          {@verdicts[result.return], result.sim}
        end)

      {verdicts, Sim.map(sim, :sent)}
    end)
  end

  @tag KernelTests.tags()
  test "so does the kernel" do
    object = Honey.load!(TestingDemo, vars: [quota: @quota])

    check(fn packets ->
      :ok = Honey.Map.clear(object, :sent)

      verdicts =
        for packet <- packets do
          {:ok, %{return: return}} = Honey.test_run(object, :on_packet, data: packet)
          @verdicts[return]
        end

      {verdicts, Map.new(TestingDemo.sent(object))}
    end)

    assert Honey.errors(object) == []
  end

  # Random tests pass easily where nothing interesting comes up: this one says what there has to be.
  test "the packets are of all kinds" do
    {verdicts, sent} = model(random(2_000), 50_000)
    assert Enum.count(verdicts, &(&1 == :drop)) in 200..1_800
    assert map_size(sent) >= 3
    refused = Enum.count(random(2_000), &(TestingDemo.source(&1) == nil))
    assert refused in 200..1_800
  end

  defp check(run) do
    for _ <- 1..100 do
      packets = random(20)

      if differs?(run, packets) do
        packets = shrink(run, packets)
        bytes = Enum.map_join(packets, "\n  ", &inspect(&1, limit: :infinity))

        flunk("""
        of these packets
          #{bytes}
        the model says #{inspect(model(packets, @quota))}
        but it is      #{inspect(run.(packets))}
        """)
      end
    end
  end

  defp differs?(run, packets), do: run.(packets) != model(packets, @quota)

  # Leaves out what the difference does not need: who is to find the mistake reads one packet, not twenty.
  defp shrink(run, packets) do
    fewer = for n <- 1..length(packets)//1, do: List.delete_at(packets, n - 1)

    case Enum.find(fewer, &differs?(run, &1)) do
      nil -> packets
      packets -> shrink(run, packets)
    end
  end
end
