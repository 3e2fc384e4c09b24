# Slices are compared with literals, and with slices of a known size.
defmodule Golden.PacketEqual do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<target::binary-6, source::binary-6, _::binary>>
      when target == <<255, 255, 255, 255, 255, 255>> ->
        if target == source, do: 1, else: 2

      <<target::binary-6, source::binary-6, _::binary>> when source == target ->
        3

      _ ->
        2
    end
  end
end
