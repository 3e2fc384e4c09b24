defmodule Golden.UnknownVariable do
  use Honey, license: "GPL"

  defvar :enabled, :bool, true, live: true

  @sec "xdp"
  def program(_ctx) do
    Honey.Var.put(:enabeld, false)
    Honey.Var.update(:hits, &(&1 + 1))
    2
  end
end
