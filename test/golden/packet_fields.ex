# Integers, big-endian unless they say otherwise, and slices at constant places: one check for all.
defmodule Golden.PacketFields do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::binary-12, 0x0800::16, 4::4, ihl::4, _, length::16, id::little-16, ttl::signed,
        _::binary>>
      when ihl > 4 ->
        length + id + ttl

      _ ->
        2
    end
  end
end
