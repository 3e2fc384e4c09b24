defmodule Golden.MapPinningRefused do
  use Honey, license: "GPL"

  defmap :a, :bpf_hash, max_entries: 1, key_type: :u32, value_type: :u32, pinning: true

  defmap :b, :bpf_array_of_maps,
    max_entries: 4,
    inner: {:bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64, pinning: :by_name}

  @sec "xdp"
  def program(_ctx), do: 0
end
