defmodule Honey.Golden.VariableTwice.Limit do
  use Honey

  defvar :limit, :u32, 100

  def allowed?(n), do: n <= limit()
end

defmodule Honey.Golden.VariableTwice do
  use Honey, license: "GPL", kernel: "5.14"

  defvar :limit, :u64, 7

  @sec "syscall"
  def run(_ctx), do: if(Honey.Golden.VariableTwice.Limit.allowed?(limit()), do: 1, else: 0)
end
