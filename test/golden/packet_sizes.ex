# A size that a field gives: the fields after it have a check of their own.
defmodule Golden.PacketSizes do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::4, ihl::4, options::binary-size((ihl - 5) * 4), port::16, _::binary>> ->
        port + byte_size(options)

      _ ->
        2
    end
  end
end
