defmodule Golden.NilCompared do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:h, 1)
    if found > 3, do: 1, else: 0
  end
end
