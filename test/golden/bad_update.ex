defmodule Golden.BadUpdate do
  use Honey, license: "GPL"

  defvar :hits, :u64, live: true
  defvar :small, :u16, live: true
  defvar :enabled, :bool, live: true
  defvar :name, {:string, 8}, live: true

  @sec "xdp"
  def program(ctx) do
    Honey.Var.update(:hits, &(&1 * 2))
    Honey.Var.update(:hits, &(1 - &1))
    Honey.Var.update(:hits, fn n -> n + n end)
    Honey.Var.update(:hits, &twice/1)
    Honey.Var.update(:small, &(&1 + 1))
    Honey.Var.update(:enabled, &(&1 + 1))
    Honey.Var.update(:name, &(&1 + 1))
    Honey.Var.update(:hits, &(&1 + :one))
    Honey.Var.update(:hits, &(&1 + byte_size(name())), 1)
    Honey.Var.put(:hits, "many")
    Honey.Var.put(:enabled, :maybe)
    Honey.Var.put(:name, "too long by far")
    Honey.Var.put(ctx.rx_queue_index, 1)
    Honey.Var.get(:hits, 1)
  end

  defp twice(n), do: n + 1
end
