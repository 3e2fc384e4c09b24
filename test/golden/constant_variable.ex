defmodule Golden.ConstantVariable do
  use Honey, license: "GPL"

  defvar :threshold, :u64, 1000

  @sec "xdp"
  def program(_ctx) do
    Honey.Var.put(:threshold, 5)
    Honey.Var.update(:threshold, &(&1 + 1))
    2
  end
end
