defmodule Golden.LicenseMissing do
  use Honey

  @sec "xdp"
  def program(_ctx), do: 0
end
