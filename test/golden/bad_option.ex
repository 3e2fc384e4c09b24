defmodule Golden.BadOption do
  use Honey, licence: "GPL", overflow: :ignore, kernel: "new"

  @sec "xdp"
  def program(_ctx), do: 0
end
