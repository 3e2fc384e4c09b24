# What cannot be put together, and what no string can be asked.
defmodule Golden.UnsupportedBuilt do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(ctx) do
    <<n, mac::binary-6, rest::binary>> = ctx.packet
    comm = bpf_get_current_comm()
    sized = <<mac::binary-size(n)>>
    open = <<1, rest::binary>>
    mixed = <<1, comm::binary>>
    wide = <<n::128>>
    short = <<mac::binary-8>>
    float = <<n::float>>
    number = <<comm>>
    binary = <<n::binary>>
    text = "n is #{{n, n}}"
    large = <<rest::binary-300>>
    contains = String.contains?(comm, "x")
    prefix = String.starts_with?(comm, comm)
    {sized, open, mixed, wide, short, float, number, binary, text, large, contains, prefix}
    0
  end
end
