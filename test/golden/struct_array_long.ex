defmodule Golden.StructArrayLong do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, counts: {:array, :u8, 9}

  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    event = bpf_map_lookup_elem(:events, 1)
    Enum.at(event.counts, bpf_get_smp_processor_id()) || 0
  end
end
