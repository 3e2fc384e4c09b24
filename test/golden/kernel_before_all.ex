# Older kernels take nothing that Honey compiles.
defmodule Golden.KernelBeforeAll do
  use Honey, license: "GPL", kernel: "4.19"

  @sec "xdp"
  def program(_ctx), do: 2
end
