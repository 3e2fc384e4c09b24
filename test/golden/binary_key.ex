# Parts of the packet of a constant size are keys and values: they are copied out.
defmodule Golden.BinaryKey do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :frames, :bpf_hash, max_entries: 1024, key_type: {:binary, 6}, value_type: :u64
  defmap :routers, :bpf_hash, max_entries: 1024, key_type: {:binary, 4}, value_type: {:binary, 6}

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<mac::binary-6, _::binary-6, 0x0800::16, _::binary-12, address::binary-4, _::binary>> ->
        bpf_map_update_elem(:routers, address, mac, :bpf_any)
        bpf_map_update_elem(:frames, <<255, 255, 255, 255, 255, 255>>, 1, :bpf_any)
        frames = bpf_map_lookup_elem(:frames, mac) || 0
        if bpf_map_lookup_elem(:routers, <<10, 0, 0, 1>>) == mac, do: frames, else: 2

      _ ->
        2
    end
  end
end
