# What is stored as a binary has just as many bytes, for certain.
defmodule Golden.BadBinary do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Host, mac: {:binary, 6}
  defmap :macs, :bpf_hash, max_entries: 1024, key_type: {:binary, 6}, value_type: :u64
  defmap :hosts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Host

  @sec "xdp"
  def program(ctx) do
    <<mac::binary-6, address::binary-4, odd::bitstring-9, _::7, rest::binary>> = ctx.packet
    _ = bpf_map_lookup_elem(:macs, address)
    _ = bpf_map_lookup_elem(:macs, odd)
    _ = bpf_map_lookup_elem(:macs, rest)
    _ = bpf_map_lookup_elem(:macs, "12345")
    _ = bpf_map_lookup_elem(:macs, 12_345)
    host = bpf_map_lookup_elem(:hosts, 0)
    bpf_map_update_elem(:hosts, 1, %{host | mac: nil}, :bpf_any)
    if host.mac == mac, do: 1, else: 2
  end
end
