defmodule Golden.MapOperation do
  use Honey, license: "GPL", kernel: "5.19"
  import Honey.BpfHelpers

  defmap :array, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64
  defmap :told, :bpf_array, max_entries: 4, key_type: :u32, value_type: :u64, flags: [:rdonly_prog]
  defmap :deaf, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64, flags: [:wronly_prog]
  defmap :queue, :bpf_queue, max_entries: 4, value_type: :u64
  defmap :stacks, :bpf_stack_trace, max_entries: 4

  defmap :hash, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64
  defmap :filter, :bpf_bloom_filter, max_entries: 4, value_type: :u64
  defmap :percpu, :bpf_percpu_array, max_entries: 4, key_type: :u32, value_type: :u64

  defmap :devices, :bpf_devmap, max_entries: 4

  @sec "xdp"
  def program(_ctx) do
    bpf_map_delete_elem(:array, 1)
    bpf_map_lookup_elem(:queue, 1)
    bpf_map_update_elem(:queue, 1, 1, :bpf_any)
    bpf_map_lookup_elem(:stacks, 1)
    bpf_map_update_elem(:told, 1, 1, :bpf_any)
    bpf_map_lookup_elem(:deaf, 1)
    bpf_map_push_elem(:hash, 1, :bpf_any)
    bpf_map_pop_elem(:array)
    bpf_map_pop_elem(:filter)
    bpf_map_peek_elem(:filter)
    bpf_map_peek_elem(:queue, 1)
    bpf_map_delete_elem(:filter, 1)
    bpf_map_lookup_percpu_elem(:array, 1, 0)
    bpf_map_push_elem(:queue, {1, 2}, :bpf_any)
    bpf_map_push_elem(:queue, 1, :bpf_every)
    bpf_map_lookup_percpu_elem(:percpu, 1, :all)
    bpf_redirect_map(:hash, 1, 0)
    bpf_redirect_map(:devices, 1, :xdp_redirect)
    2
  end
end
