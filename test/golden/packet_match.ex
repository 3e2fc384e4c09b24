# `=` raises where the packet does not fit.
defmodule Golden.PacketMatch do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    <<_::binary-12, type::16, _::binary>> = ctx.packet
    type
  end
end
