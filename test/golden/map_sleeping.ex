defmodule Golden.MapSleeping do
  use Honey, license: "GPL", kernel: "5.19"
  import Honey.BpfHelpers

  deftype Network, prefixlen: :u32, address: {:array, :u8, 4}

  defmap :lazy, :bpf_hash,
    max_entries: 4,
    key_type: :u32,
    value_type: :u64,
    flags: [:no_prealloc]

  defmap :queue, :bpf_queue, max_entries: 4, value_type: :u64
  defmap :filter, :bpf_bloom_filter, max_entries: 4, value_type: :u64

  defmap :networks, :bpf_lpm_trie,
    max_entries: 4,
    key_type: Network,
    value_type: :u64,
    flags: [:no_prealloc]

  defp note(value), do: bpf_map_push_elem(:filter, value, :bpf_any)

  @sec "syscall"
  def program(_ctx) do
    bpf_map_push_elem(:queue, 1, :bpf_any)
    bpf_map_update_elem(:lazy, 1, 1, :bpf_any)
    note(1)
    bpf_map_delete_elem(:networks, %Network{prefixlen: 8, address: [10, 0, 0, 0]})
    0
  end
end
