defmodule Golden.UnsupportedContext do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def program(ctx) do
    ctx.data
  end
end
