defmodule Golden.ObjectMapsTypes do
  use Honey, license: "GPL", kernel: "6.12"

  defmap :sockets, :bpf_sockmap, max_entries: 2

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx), do: Honey.KernelMap.delete(:sockets, 0)

  @sec "syscall"
  def sleeps(_ctx) do
    Honey.KernelMap.delete(:sockets, 0)
    0
  end
end
