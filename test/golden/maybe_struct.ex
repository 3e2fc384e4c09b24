defmodule Golden.MaybeStruct do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32, ok: :bool
  defmap :events, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 1)
    bpf_map_update_elem(:events, 2, event, :bpf_any)
    bpf_map_update_elem(:events, 3, %{event | pid: 70_000 * 70_000}, :bpf_any)
    bpf_map_update_elem(:events, 4, %Event{pid: 5_000_000_000}, :bpf_any)
    event.pid
  end
end
