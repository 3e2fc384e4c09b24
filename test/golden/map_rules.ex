defmodule Golden.MapRules do
  use Honey, license: "GPL"

  deftype Address, bytes: {:array, :u8, 4}
  deftype Short, prefixlen: :u16, bytes: {:array, :u8, 2}
  deftype Long, prefixlen: :u32, bytes: {:array, :u8, 260}

  deftype Swapped, prefixlen: :u32, address: :u32, port: :u16

  defmap :queue, :bpf_queue, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :unsized, :bpf_queue, value_type: :u32
  defmap :many, :bpf_hash, max_entries: 3_000_000_000, key_type: :u32, value_type: :u32
  defmap :stacks, :bpf_stack_trace, max_entries: 1, key_type: :u64
  defmap :depth, :bpf_stack_trace, max_entries: 1, value_type: {:array, :u64, 128}
  defmap :narrow, :bpf_stack_trace, max_entries: 1, value_type: {:array, :u32, 8}
  defmap :eager, :bpf_lpm_trie, max_entries: 1, key_type: :u64, value_type: :u32
  defmap :bare, :bpf_lpm_trie, max_entries: 1, key_type: Address, value_type: :u32, flags: [:no_prealloc]
  defmap :short, :bpf_lpm_trie, max_entries: 1, key_type: Short, value_type: :u32, flags: [:no_prealloc]
  defmap :long, :bpf_lpm_trie, max_entries: 1, key_type: Long, value_type: :u32, flags: [:no_prealloc]
  defmap :swapped, :bpf_lpm_trie, max_entries: 1, key_type: Swapped, value_type: :u32, flags: [:no_prealloc]
  defmap :keyless, :bpf_lpm_trie, max_entries: 1, value_type: :u32, flags: [:no_prealloc]
  defmap :mapped, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, flags: [:mmapable]
  defmap :odd, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32, flags: [:odd]
  defmap :nothing, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, flags: [:rdonly_prog, :wronly_prog]
  defmap :node, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, numa_node: -1
  defmap :nodes, :bpf_percpu_hash, max_entries: 1, key_type: :u32, value_type: :u32, numa_node: 0
  defmap :device, :bpf_devmap, max_entries: 1, key_type: :u64, value_type: :u32

  @sec "xdp"
  def program(_ctx), do: 0
end
