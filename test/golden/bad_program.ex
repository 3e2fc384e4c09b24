defmodule Golden.BadProgram do
  use Honey, license: "GPL"

  @sec "xdp"
  @sec "syscall"
  def two(_ctx), do: 1

  @sec :xdp
  def atom(_ctx), do: 1

  @sec ""
  def empty(_ctx), do: 1

  @sec "xdp\0"
  def unprintable(_ctx), do: 1

  @sec "xdp"
  defp private(_ctx), do: 1

  @sec "xdp"
  def no_context, do: private(1)

  def clauses(1), do: 1

  @sec "xdp"
  def clauses(2), do: 2

  def __honey__(_), do: 1

  @sec "xdp"
end
