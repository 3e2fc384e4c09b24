defmodule Golden.StructFunctions do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32, count: :u64

  defmap :events, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = :events |> bpf_map_lookup_elem(1) |> next()
    bpf_map_update_elem(:events, 1, next(event), :bpf_any)
    0
  end

  defp next(nil), do: %Event{count: 1}
  defp next(event), do: %{event | count: event.count + 1}
end
