defmodule Golden.StructArray do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, counts: {:array, :u32, 3}

  defmap :events, :bpf_array, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    cpu = bpf_get_smp_processor_id()
    event = bpf_map_lookup_elem(:events, 1)
    bpf_map_update_elem(:events, 2, %Event{counts: [cpu, 2, 3]}, :bpf_any)

    case event.counts do
      [1, _, x] -> x
      counts -> (Enum.at(counts, cpu) || 7) + Enum.at(counts, -1)
    end
  end
end
