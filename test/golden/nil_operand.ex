defmodule Golden.NilOperand do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    bpf_map_update_elem(:h, 2, found + 1, :bpf_any)
    bpf_map_update_elem(:h, found, bpf_map_lookup_elem(:h, 3), :bpf_any)
    nil + 1
  end
end
