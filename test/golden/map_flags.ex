defmodule Golden.MapFlags do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Network, prefixlen: :u32, address: {:array, :u8, 4}

  defmap :limits, :bpf_array,
    max_entries: 1,
    key_type: :u32,
    value_type: :u64,
    flags: [:rdonly_prog, :mmapable]

  defmap :seen, :bpf_lru_percpu_hash,
    max_entries: 8,
    key_type: :u32,
    value_type: :u64,
    flags: [:no_common_lru, :rdonly]

  defmap :networks, :bpf_lpm_trie,
    max_entries: 8,
    key_type: Network,
    value_type: :u32,
    flags: [:no_prealloc]

  @sec "xdp"
  def program(_ctx) do
    limit = bpf_map_lookup_elem(:limits, 0)
    bpf_map_update_elem(:seen, 1, limit, :bpf_any)
    network = %Network{prefixlen: 32, address: [10, 0, 0, 1]}
    bpf_map_lookup_elem(:networks, network) || 2
  end
end
