defmodule Golden.UnimportedHelper do
  use Honey, license: "GPL"

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_map_lookup_elem(:counts, bpf_get_smp_processor_id())
end
