# What binaries and their patterns cannot have.
defmodule Golden.UnsupportedBinary do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(ctx) do
    <<f::float, _::binary>> = ctx.packet
    <<c::utf8, _::binary>> = ctx.packet
    <<wide::128, _::binary>> = ctx.packet
    <<n, _::binary>> = ctx.packet
    <<_::binary-size(:big), _::binary>> = ctx.packet
    <<_::binary-70_000, _::binary>> = ctx.packet
    same = ctx.packet == ctx.packet
    less = ctx.packet < "a"
    size = byte_size(n)
    either = if n > 1, do: ctx.packet, else: "text"
    bpf_printk("%s", [ctx.packet])
    <<_::binary-6>> = 5
    {f, c, wide, same, less, size, either}
    0
  end
end
