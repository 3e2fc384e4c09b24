defmodule Golden.BadMap do
  use Honey, license: "GPL"

  defmap :a, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :a, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32
  defmap "b", :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32
  defmap :c, :bpf_hash, max_entries: 1, max_entries: 2

  @sec "xdp"
  def program(_ctx), do: 0
end
