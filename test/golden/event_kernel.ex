defmodule Golden.EventKernel do
  use Honey, license: "GPL", kernel: "5.4"

  deftype Exec, pid: :u32

  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Exec]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    Honey.Events.emit(:events, %Exec{pid: ctx.pid})
    0
  end
end
