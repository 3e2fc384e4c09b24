defmodule Golden.UnknownHelper do
  use Honey, license: "GPL"

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Honey.BpfHelpers.bpf_ktime_get_nanoseconds()
    Honey.BpfHelpers.bpf_ktime_get_ms()
    Honey.BpfHelpers.bpf_map_lookup_elem(:h)
  end
end
