defmodule Golden.UnusedResult do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, pid: :u32, count: :u32

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = %Event{pid: 1}
    %{event | count: 2}
    %Event{event | count: 3}
    %Event{count: 4}
    bpf_map_lookup_elem(:counts, 1)
    bpf_ktime_get_ns()
    Enum.map([1, 2], fn key -> bpf_map_delete_elem(:counts, key) end)

    # These have effects.
    bpf_map_update_elem(:counts, 1, event.count, :bpf_any)
    bpf_map_delete_elem(:counts, 1)
    bpf_printk("hello", [])
    Enum.each([1, 2], fn key -> bpf_map_delete_elem(:counts, key) end)
    for key <- [1, 2], do: bpf_map_delete_elem(:counts, key)
    event.pid
  end
end
