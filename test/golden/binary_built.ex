# Binaries that are put together have a constant size; what ends within a byte is held until it is full.
defmodule Golden.BinaryBuilt do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :flows, :bpf_hash, max_entries: 1024, key_type: {:binary, 13}, value_type: :u64

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::binary-26, from::binary-4, to::binary-4, port::16, rest::binary>> ->
        flow = <<from::binary, to::binary, 6, port::16, port::little-16>>
        bpf_map_update_elem(:flows, flow, 1, :bpf_any)
        <<high::4, odd::12>> = <<5::4, port::size(8), rest::bitstring-4>>
        high + odd

      _ ->
        2
    end
  end
end
