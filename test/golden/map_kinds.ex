defmodule Golden.MapKinds do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :hash, :bpf_hash, max_entries: 1, key_type: :u8, value_type: :s8
  defmap :array, :bpf_array, max_entries: 2, key_type: :u32, value_type: :u16
  defmap :percpu_hash, :bpf_percpu_hash, max_entries: 3, key_type: :s16, value_type: :u32
  defmap :percpu_array, :bpf_percpu_array, max_entries: 4, key_type: :u32, value_type: :s32
  defmap :lru, :bpf_lru_hash, max_entries: 5, key_type: :u64, value_type: :s64
  defmap :lazy, :bpf_hash, max_entries: 6, key_type: :s64, value_type: :u64, flags: [:no_prealloc]

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:hash, 1, 1, :bpf_any)
    bpf_map_update_elem(:array, 1, 1, :bpf_any)
    bpf_map_update_elem(:percpu_hash, 1, 1, :bpf_any)
    bpf_map_update_elem(:percpu_array, 1, 1, :bpf_any)
    bpf_map_update_elem(:lru, 1, 1, :bpf_any)
    bpf_map_delete_elem(:lru, 1)
  end
end
