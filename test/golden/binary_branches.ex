# Binaries of several sizes and kinds meet in an array with a place within it.
defmodule Golden.BinaryBranches do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<n, mac::binary-6, address::binary-4, _::binary>> ->
        same = if n > 1, do: mac, else: "static"
        one = if n > 2, do: same, else: <<0, 1>>
        two = if n > 3, do: "name", else: one
        byte_size(two) + if(n > 4 and two == address, do: 1, else: 2)

      _ ->
        2
    end
  end
end
