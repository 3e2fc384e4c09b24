defmodule Golden.StructLookup do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Key, tid: :u32, place: :u64
  deftype Event, pid: :u32, count: :u64

  defmap :events, :bpf_hash, max_entries: 8, key_type: Key, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:events, %Key{tid: 1}) do
      nil -> 0
      event -> event.count + event.pid
    end
  end
end
