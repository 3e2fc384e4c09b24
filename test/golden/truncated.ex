defmodule Golden.Truncated do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :small, :bpf_hash, max_entries: 4, key_type: :u16, value_type: :u8

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:small, 1, 256, :bpf_any)
    bpf_map_update_elem(:small, -1, 1, :bpf_any)
  end
end
