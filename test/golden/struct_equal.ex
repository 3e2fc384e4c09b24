defmodule Golden.StructEqual do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Inner, x: :u8, y: :u32
  deftype Event, pid: :u32, inner: Inner, counts: {:array, :u16, 2}

  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 1)
    other = bpf_map_lookup_elem(:events, 2)
    if event == other and event.inner != %Inner{x: 1}, do: 1, else: 0
  end
end
