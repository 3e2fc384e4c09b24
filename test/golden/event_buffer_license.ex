defmodule Golden.EventBufferLicense do
  use Honey, license: "Apache-2.0"

  deftype Exec, pid: :u32

  defmap :events, :bpf_perf_event_array, types: [Exec]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx), do: emit(ctx.pid)

  defp emit(pid) do
    Honey.Events.emit(:events, %Exec{pid: pid})
    0
  end
end
