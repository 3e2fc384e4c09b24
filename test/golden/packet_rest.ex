# A slice is passed on and matched again.
defmodule Golden.PacketRest do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx), do: ethernet(ctx.packet)

  defp ethernet(<<_::binary-12, 0x0800::16, rest::binary>>), do: ip(rest)
  defp ethernet(_), do: 2

  defp ip(<<_::binary-9, protocol, _::binary>>), do: protocol
  defp ip(_), do: 2
end
