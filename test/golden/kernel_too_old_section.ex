defmodule Golden.KernelTooOldSection do
  use Honey, license: "GPL", kernel: "5.10"
  import Honey.BpfHelpers

  @sec "syscall"
  def program(_ctx) do
    0
  end
end
