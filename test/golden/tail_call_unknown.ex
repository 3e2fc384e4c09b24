defmodule Golden.TailCallUnknown do
  use Honey, license: "GPL", kernel: "5.10"

  @sec "xdp"
  def program(_ctx) do
    Honey.tail_call(:stages, 0)
    2
  end
end
