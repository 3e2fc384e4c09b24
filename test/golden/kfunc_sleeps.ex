defmodule Golden.KfuncSleeps do
  use Honey, license: "GPL", kernel: "6.1"

  defkfunc :golden_sleeper, [:u64], :void, sleeps: true

  @sec "xdp"
  def program(_ctx) do
    golden_sleeper(1)
    2
  end
end
