defmodule Honey.Golden.VariableLibrary.Limit do
  use Honey

  defvar :limit, :u32, 100
  defvar :refused, :u64, live: true
  defvar :unused, :u64, live: true

  def allowed?(n) do
    if n > limit(), do: Honey.Var.update(:refused, &(&1 + 1))
    n <= limit()
  end
end

defmodule Honey.Golden.VariableLibrary do
  use Honey, license: "GPL", kernel: "5.14"

  alias Honey.Golden.VariableLibrary.Limit

  defvar :size, :u32, 7

  @sec "syscall"
  def run(_ctx) do
    if Limit.allowed?(size()), do: Honey.Var.put(:refused, 0)
    Limit.limit() + read(&Limit.limit/0) + read(&size/0)
  end

  defp read(function), do: function.()
end
