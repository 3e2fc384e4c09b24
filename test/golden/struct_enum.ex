defmodule Golden.StructEnum do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, kind: {:enum, [exec: 1, exit: 2], :u8}, state: {:enum, [:on, :off]}

  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event
  defmap :kinds, :bpf_hash, max_entries: 8, key_type: {:enum, [:on, :off]}, value_type: :bool

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 1)
    state = if event.kind == :exec, do: :off, else: event.state
    bpf_map_update_elem(:kinds, state, event.kind == nil, :bpf_any)
    if bpf_map_lookup_elem(:kinds, :on), do: 1, else: 0
  end
end
