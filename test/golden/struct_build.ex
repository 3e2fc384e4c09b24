defmodule Golden.StructBuild do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Inner, x: :u8, y: :u64
  deftype Event, pid: :u32, kind: {:enum, [:exec, :exit]}, urgent: :bool, inner: Inner

  defmap :events, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    event = %Event{pid: cpu, kind: :exit, urgent: cpu > 1, inner: %Inner{x: 1}}
    bpf_map_update_elem(:events, cpu, event, :bpf_any)
    bpf_map_update_elem(:events, 1, %Event{}, :bpf_any)
    0
  end
end
