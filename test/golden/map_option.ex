defmodule Golden.MapOption do
  use Honey, license: "GPL"

  defmap :a, :bpf_hahs, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :b, :bpf_hash, max_entries: 1, key_type: :u33, value_type: :u32
  defmap :c, :bpf_hash, max_entries: 1, key_type: :u32
  defmap :d, :bpf_hash, max_entries: 0, key_type: :u32, value_type: :u32
  defmap :e, :bpf_hash, key_type: :u32, value_type: :u32
  defmap :f, :bpf_array, max_entries: 1, key_type: :u64, value_type: :u32
  defmap :g, :bpf_array, max_entries: 1, key_type: :u32, value_type: :u32, flags: [:no_prealloc]
  defmap :h, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, fuse: :yes
  defmap :i, :bpf_hash, max_entrys: 1, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :j, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, flags: 1
  defmap :k, :bpf_hash, max_entries: 1, key_type: {:string, 600}, value_type: :u32

  @sec "xdp"
  def program(_ctx), do: 0
end
