# A binary of known bytes is a literal.
defmodule Golden.BinaryLiteral do
  use Honey, license: "GPL"

  @local <<127, 1::24>>

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<@local, _::binary>> -> 1
      packet -> if packet == <<1::little-16, "ab">>, do: 1, else: 2
    end
  end
end
