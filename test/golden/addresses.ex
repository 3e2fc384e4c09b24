defmodule Golden.Addresses do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Peer, address: :ipv4, port: {:be, :u16}, mac: :mac

  defmap :peers, :bpf_hash, max_entries: 64, key_type: :ipv4, value_type: Peer
  defmap :seen, :bpf_hash, max_entries: 64, key_type: :ipv6, value_type: :u64

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::binary-6, mac::binary-6, 0x0800::16, _::binary-12, a, b, c, d, _::binary>> ->
        peer({a, b, c, d}, mac)

      _ ->
        bpf_map_update_elem(:seen, {0xFE80, 0, 0, 0, 0, 0, 0, 1}, 1, :bpf_any)
        2
    end
  end

  defp peer(address, mac) do
    case bpf_map_lookup_elem(:peers, address) do
      %Peer{address: {10, _, _, last}} ->
        last

      %Peer{address: {127, 0, 0, 1}, mac: ^mac} ->
        1

      nil ->
        bpf_map_update_elem(:peers, address, %Peer{address: address, mac: mac}, :bpf_any)
        2

      %Peer{address: other} ->
        if other == address, do: 2, else: 1
    end
  end
end
