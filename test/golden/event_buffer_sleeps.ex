defmodule Golden.EventBufferSleeps do
  use Honey, license: "GPL", kernel: "6.18"

  deftype Exec, pid: :u32

  defmap :events, :bpf_perf_event_array, types: [Exec]

  @sec "syscall"
  def run(_ctx), do: emit(1)

  defp emit(pid) do
    Honey.Events.emit(:events, %Exec{pid: pid})
    0
  end
end
