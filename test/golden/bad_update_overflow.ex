defmodule Golden.BadUpdateOverflow do
  use Honey, license: "GPL", overflow: :raise

  defvar :hits, :u64, live: true

  @sec "xdp"
  def program(_ctx) do
    Honey.Var.update(:hits, &(&1 + 1))
    2
  end
end
