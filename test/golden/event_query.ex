defmodule Golden.EventQuery do
  use Honey, license: "GPL", kernel: "5.8"
  import Honey.BpfHelpers

  deftype Exec, pid: :u32

  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Exec]

  # Readers are woken when half of the ring is full.
  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    if bpf_ringbuf_query(:events, :bpf_rb_avail_data) * 2 >
         bpf_ringbuf_query(:events, :bpf_rb_ring_size) do
      Honey.Events.emit(:events, %Exec{pid: ctx.pid}, :force_wakeup)
    else
      Honey.Events.emit(:events, %Exec{pid: ctx.pid}, :no_wakeup)
    end

    0
  end
end
