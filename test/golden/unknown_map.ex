defmodule Golden.UnknownMap do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :start_time, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    _ = bpf_map_lookup_elem(:star_time, 1)
    bpf_map_lookup_elem(:elsewhere, 1)
  end
end
