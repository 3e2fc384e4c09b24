defmodule Honey.EventsSimTest do
  @moduledoc "Events in `Honey.Sim`: which structs, in which order, and how many find no room."

  use ExUnit.Case, async: true

  defmodule Rings do
    use Honey, license: "GPL", kernel: "5.14", on_error: 77

    import Honey.BpfHelpers

    deftype Place, cpu: :u16, time: :u64
    deftype Exec, pid: :u32, comm: {:string, 16}, kind: {:enum, [:forked, :replaced]}, at: Place
    deftype Exit, code: :s32, codes: {:array, :u16, 3}, mac: {:binary, 6}, core: :bool

    defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Exec, Exit]
    defmap :others, :bpf_ringbuf, max_entries: 8192, types: [Exit]
    defmap :number, :bpf_array, max_entries: 1, key_type: :u32, value_type: :s64

    @sec "syscall"
    def both(_ctx) do
      place = %Place{cpu: 3, time: bpf_ktime_get_ns()}

      Honey.Events.emit(:events, %Exec{
        pid: 7,
        comm: bpf_get_current_comm(),
        kind: :replaced,
        at: place
      })

      exit = %Exit{code: -1, codes: [1, 2, 3], mac: <<1, 2, 3, 4, 5, 6>>, core: true}
      Honey.Events.emit(:others, exit)
      Honey.Events.emit(:events, %Exit{exit | code: -2})
      0
    end

    @sec "syscall"
    def fill(_ctx) do
      for n <- 1..100, reduce: 0 do
        lost ->
          case Honey.Events.emit(:events, %Exit{code: n}) do
            :ok -> lost
            {:error, :enospc} -> lost + 1
          end
      end
    end

    @sec "syscall"
    def raising(_ctx) do
      number = bpf_map_lookup_elem(:number, 0)
      Honey.Events.emit(:events, %Exec{pid: 1})
      Honey.Events.emit(:events, %Exec{pid: 2, at: %Place{time: div(100, number)}})
      Honey.Events.emit(:events, %Exec{pid: 3})
      0
    end
  end

  alias Rings.{Exec, Exit, Place}

  test "structs in the order in which they were emitted, of all rings" do
    result = Honey.Sim.run(Rings, :both, time: 500, comm: "beam")

    exit = %Exit{code: -1, codes: [1, 2, 3], mac: <<1, 2, 3, 4, 5, 6>>, core: true}

    assert result.events == [
             %Exec{pid: 7, comm: "beam", kind: :replaced, at: %Place{cpu: 3, time: 500}},
             exit,
             %{exit | code: -2}
           ]

    assert result.lost == %{events: 0, others: 0}
  end

  test "a full ring loses what comes, until it is drained" do
    # 16 bytes of headers and 20 of the struct, in whole words: 40. One word stays free.
    result = Honey.Sim.run(Rings, :fill)
    assert length(result.events) == 100
    assert result.return == 0

    result = Honey.Sim.run(result.sim, :fill)
    assert length(result.events) == 2
    assert result.lost == %{events: 98, others: 0}
    assert result.return == 98

    {events, sim} = Honey.Sim.drain(result.sim, :events)
    assert Enum.map(events, & &1.code) == Enum.to_list(1..100) ++ [1, 2]
    assert Honey.Sim.run(sim, :fill).return == 0
    assert {[], _} = Honey.Sim.drain(sim, :others)
  end

  test "what raises while a record is built is not emitted" do
    result = Honey.Sim.run(Rings, :raising, maps: %{number: %{0 => 0}})
    assert result.return == 77
    assert result.raised.kind == :arithmetic
    assert [%Exec{pid: 1}] = result.events

    result = Honey.Sim.run(Rings, :raising, maps: %{number: %{0 => 5}})
    assert [%Exec{}, %Exec{pid: 2, at: %Place{time: 20}}, %Exec{pid: 3}] = result.events
  end

  test "draining what is no ring" do
    sim = Honey.Sim.new(Rings)

    assert_raise ArgumentError, ~r/has no ring :number; it has :events, :others/, fn ->
      Honey.Sim.drain(sim, :number)
    end
  end
end
