defmodule Golden.NilOperandStrict do
  use Honey, license: "GPL", strict: true
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    bpf_map_update_elem(:h, 2, found + 1, :bpf_any)
  end
end
