# Where no byte is known to begin, and integers of a size that only the run tells.
defmodule Golden.PacketBits do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<n::3, x::size(n), y::little-12, rest::bitstring>> -> x + y + bit_size(rest)
      _ -> 2
    end
  end
end
