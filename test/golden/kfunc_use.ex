defmodule Golden.KfuncUse do
  use Honey, license: "MIT", kernel: "5.10"
  import Honey.BpfHelpers

  defkfunc :golden_any, [:u64], :u32
  defkfunc :golden_late, [:string], :size, kernel: "6.17"
  defkfunc :golden_sleeper, [:buffer], :void, sleeps: true

  @sec "xdp"
  def program(ctx) do
    golden_any(:one)
    golden_late(golden_any(1))
    golden_sleeper(ctx)
    2
  end
end
