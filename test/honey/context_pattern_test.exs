defmodule Honey.ContextPatternTest do
  @moduledoc """
  Patterns of maps take the context apart, in the kernel, in `Honey.Sim` and on the BEAM alike.
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Kernel

  defmodule Packets do
    use Honey, license: "GPL", on_error: 77

    @sec "xdp"
    def head(%{packet: <<1, second, _::binary>>, ingress_ifindex: index}), do: second + index
    def head(%{packet: <<2, _::binary>>} = ctx), do: 100 + inner(ctx)
    def head(%{ingress_ifindex: index, rx_queue_index: index}), do: 2
    def head(%{} = ctx) when is_map(ctx) and not is_tuple(ctx), do: 3

    @sec "xdp"
    def only(%{packet: <<5, _::binary>>}), do: 4

    @sec "xdp"
    def branches(ctx) do
      case ctx do
        %{packet: packet} when byte_size(packet) > 20 -> 5
        %{ingress_ifindex: 7} -> 6
        _ -> 7
      end
    end

    @sec "xdp"
    def match(ctx) do
      %{packet: <<first, _::binary>>, rx_queue_index: 0} = ctx
      first
    end

    @sec "xdp"
    def steps(ctx) do
      with %{ingress_ifindex: index} <- ctx, %{packet: packet} <- ctx do
        byte_size(packet) + index
      end
    end

    defp inner(%{packet: <<_, second, _::binary>>, rx_queue_index: queue}), do: second + queue
  end

  defmodule Calls do
    use Honey, license: "GPL"
    import Honey.BpfHelpers

    defmap :seen, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64

    @sec "tracepoint/raw_syscalls/sys_enter"
    def on_enter(%{id: 1} = ctx), do: check(ctx.id == 1)
    def on_enter(%{id: id} = ctx) when id < 20, do: check(ctx.id == id and id != 1)
    def on_enter(ctx), do: check(ctx.id >= 20)

    @sec "tracepoint/sched/sched_switch"
    def on_switch(%{prev_comm: comm, next_pid: pid} = ctx) do
      case ctx do
        %{prev_comm: ^comm, next_pid: ^pid} -> add(2)
        _ -> add(3)
      end
    end

    defp check(true), do: add(0)
    defp check(false), do: add(1)

    defp add(slot) do
      bpf_map_update_elem(:seen, slot, (bpf_map_lookup_elem(:seen, slot) || 0) + 1, :bpf_any)
      0
    end
  end

  @tag Kernel.tags()
  test "all three agree about the context of packets" do
    object = Honey.load!(Packets)
    on_exit(fn -> Honey.unload(object) end)
    sim = Honey.Sim.new(Packets)

    results =
      for program <- [:head, :only, :branches, :match, :steps],
          start <- [<<1, 9>>, <<2, 8>>, <<3, 0>>, <<5, 1>>],
          size <- [14, 60] do
        packet = start <> <<0::size(size - 2)-unit(8)>>
        # Test runs come from the loopback device, the first.
        context = %{packet: packet, ingress_ifindex: 1, rx_queue_index: 0}
        {:ok, %{return: kernel}} = Honey.test_run(object, program, data: packet)
        simulated = Honey.Sim.run(sim, program, ctx: context).return
        assert {program, packet, kernel, simulated} == on_beam(program, packet, context)
        kernel
      end

    assert Enum.sort(Enum.uniq(results)) == [1, 2, 3, 4, 5, 7, 10, 15, 61, 77, 108]
  end

  @tag Kernel.tags()
  test "the kernel's tracepoints match as their fields are" do
    {:ok, pid} = Honey.start_link(Calls)
    for _ <- 1..20, do: File.write!("/dev/null", "x")
    seen = fn -> Map.new(Honey.Map.to_list(pid, :seen)) end
    assert Kernel.eventually(fn -> seen.()[0] > 20 and seen.()[2] > 20 end)
    seen = seen.()
    GenServer.stop(pid)
    assert {seen[1], seen[3]} == {0, 0}
  end

  test "the simulation takes the fields of a tracepoint" do
    seen = fn id -> Honey.Sim.run(Calls, :on_enter, ctx: %{id: id}).maps.seen end
    for id <- [0, 1, 19, 20, 500], do: assert(%{0 => 1, 1 => 0} = seen.(id))
    switch = %{prev_comm: "bash", next_pid: 3}
    assert %{2 => 1, 3 => 0} = Honey.Sim.run(Calls, :on_switch, ctx: switch).maps.seen
  end

  defp on_beam(program, packet, context) do
    result = apply(Packets, program, [context])
    {program, packet, result, result}
  rescue
    _ in [FunctionClauseError, MatchError] -> {program, packet, 77, 77}
  end
end
