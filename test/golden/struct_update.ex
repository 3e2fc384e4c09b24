defmodule Golden.StructUpdate do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Inner, x: :u8, y: :u64
  deftype Event, pid: :u32, inner: Inner

  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 1)
    event = %{event | pid: event.pid + 1}
    event = %Event{event | inner: %{event.inner | x: 2}}
    bpf_map_update_elem(:events, 1, event, :bpf_any)
    0
  end
end
