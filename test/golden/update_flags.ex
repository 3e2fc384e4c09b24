defmodule Golden.UpdateFlags do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:h, 1, 1, :bpf_any)
    bpf_map_update_elem(:h, 2, 1, :bpf_noexist)
    bpf_map_update_elem(:h, 3, 1, :bpf_exist)
  end
end
