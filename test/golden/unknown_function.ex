# What is left when Elixir itself is told not to look, as by a macro of its own.
defmodule Golden.UnknownFunction do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(_ctx), do: __MODULE__.dobule(1)

  def double(n), do: n * 2
end
