defmodule Golden.Events do
  use Honey, license: "GPL", kernel: "5.8"
  import Honey.BpfHelpers

  deftype Place, cpu: :u32, time: :u64
  deftype Exec, pid: :u32, comm: {:string, 16}, kind: {:enum, [:forked, :replaced]}, at: Place
  deftype Exit, pid: :u32, code: :s32

  defmap :events, :bpf_ringbuf, max_entries: 256 * 1024, types: [Exec, Exit]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    event = %Exec{
      pid: ctx.pid,
      comm: bpf_get_current_comm(),
      kind: :replaced,
      at: %Place{cpu: bpf_get_smp_processor_id(), time: bpf_ktime_get_ns()}
    }

    Honey.Events.emit(:events, event)
    Honey.Events.emit(:events, %Exec{event | pid: ctx.old_pid})
    0
  end

  @sec "tracepoint/sched/sched_process_exit"
  def on_exit(ctx) do
    case Honey.Events.emit(:events, %Exit{pid: ctx.pid}, :no_wakeup) do
      :ok -> 0
      {:error, :enospc} -> 1
    end
  end
end
