# What the context of an XDP program has.
defmodule Golden.PacketContext do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    if is_binary(ctx.packet) and bit_size(ctx.packet) > 800,
      do: ctx.ingress_ifindex + ctx.rx_queue_index,
      else: byte_size(ctx.packet)
  end
end
