defmodule Golden.BadStruct do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Inner, x: :u8

  deftype Event,
    pid: :u32,
    kind: {:enum, [:exec, :exit]},
    ok: :bool,
    inner: Inner,
    name: {:string, 4}

  deftype List, items: {:array, :u32, 3}
  defmap :events, :bpf_hash, max_entries: 8, key_type: Event, value_type: List

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = %Event{pid: :one, kind: :exce, ok: 1, inner: nil, name: "too long"}
    bpf_map_update_elem(:events, %Event{pid: 1}, %List{items: [1, 2]}, :bpf_any)
    bpf_map_update_elem(:events, %Inner{x: 1}, 5, :bpf_any)
    event
  end

  @sec "raw_tracepoint/sched_wakeup"
  def fields(_ctx) do
    event = %Event{pid: 5_000_000_000, name: "a\0b"}
    list = %List{}
    wrong = %{list | itmes: [1, 2, 3]}
    event.pdi + event.kind + wrong + Enum.at(event, 1)
  end

  @sec "raw_tracepoint/sched_waking"
  def others(_ctx) do
    either = if bpf_get_smp_processor_id() > 1, do: %Event{}, else: %Inner{}
    range = %URI{port: 1}
    same = %Inner{} < %Inner{}
    {either, range, same}
  end

  @sec "raw_tracepoint/sched_process_exit"
  def arrays(_ctx) do
    [head | _] = %List{}.items

    case %Event{} do
      %URI{port: 1} -> 1
      %Event{kind: :fork} -> 2
      _ -> 3
    end

    length(%List{}.items) + head
  end
end
