# What `inner:` of a map cannot be.
defmodule Golden.MapInnerOptions do
  use Honey, license: "GPL", kernel: "5.10"

  deftype Account, lock: :spin_lock, balance: :s64

  defmap :none, :bpf_hash_of_maps, max_entries: 4, key_type: :u32
  defmap :plain, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64, inner: {:bpf_hash, []}
  defmap :type, :bpf_array_of_maps, max_entries: 4, inner: :bpf_hash
  defmap :kind, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_hsh, max_entries: 1}
  defmap :ring, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_ringbuf, max_entries: 4096}
  defmap :tasks, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_task_storage, value_type: :u64}
  defmap :line, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_queue, max_entries: 1, value_type: :u8}, entries: %{0 => %{1 => 2}, 1 => [256, 1]}
  defmap :key, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_hash, max_entries: 1, value_type: :u64}
  defmap :nested, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_array_of_maps, max_entries: 1, inner: {:bpf_array, max_entries: 1, key_type: :u32, value_type: :u64}}
  defmap :locked, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_hash, max_entries: 1, key_type: :u32, value_type: Account}
  defmap :value, :bpf_array_of_maps, max_entries: 4, value_type: :u32, inner: {:bpf_hash, max_entries: 1, key_type: :u32, value_type: :u8}
  defmap :full, :bpf_array_of_maps, max_entries: 4, inner: {:bpf_hash, max_entries: 1, key_type: :u32, value_type: :u8}, entries: %{0 => %{1 => 256}, 1 => 7}

  @sec "xdp"
  def program(_ctx), do: 2
end
