defmodule Golden.HelperArgumentWarns do
  use Honey, license: "GPL", kernel: "6.18"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_get_current_ancestor_cgroup_id(0x100000000)
    bpf_probe_read_user(bpf_map_lookup_elem(:h, 1), :u32)
  end
end
