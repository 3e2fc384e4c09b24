defmodule Golden.BadPatternSize do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    <<n, a::binary-size(hd([n])), _::binary>> = ctx.packet
    byte_size(a)
  end
end
