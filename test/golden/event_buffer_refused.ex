defmodule Golden.EventBufferRefused do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers

  deftype Exec, pid: :u32

  defmap :events, :bpf_perf_event_array, types: [Exec]
  defmap :ring, :bpf_ringbuf, max_entries: 4096, types: [Exec]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    Honey.Events.emit(:events, %Exec{pid: ctx.pid}, :no_wakeup)
    bpf_ringbuf_query(:events, :bpf_rb_avail_data)
    bpf_ringbuf_query(:ring, :bpf_rb_avail)
    bpf_ringbuf_query(:ring, 0)
  end
end
