defmodule Golden.VariableOwnChange do
  use Honey, license: "GPL"

  defvar :hits, :u64, 0, live: true
  defvar :bytes, :u64, 0, live: true

  @sec "xdp"
  def program(_ctx) do
    Honey.Var.update(:hits, &(&1 + next()))
    2
  end

  defp next do
    Honey.Var.put(:bytes, 5)
    1
  end
end
