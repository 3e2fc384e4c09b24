defmodule Golden.AmbiguousOrder do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    status = bpf_map_update_elem(:h, 1, 2, :bpf_any)
    if status < :eexist, do: 1, else: 0
  end
end
