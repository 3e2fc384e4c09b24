defmodule Golden.EventBuffer do
  use Honey, license: "GPL", kernel: "5.4"
  import Honey.BpfHelpers

  deftype Exec, pid: :u32, comm: {:string, 16}
  deftype Exit, pid: :u32, code: :s32, small: :u8
  deftype Path, pid: :u32, path: {:string, 300}

  defmap :events, :bpf_perf_event_array, types: [Exec, Exit]
  defmap :paths, :bpf_perf_event_array, max_entries: 128 * 1024, types: [Path]

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    Honey.Events.emit(:events, %Exec{pid: ctx.pid, comm: bpf_get_current_comm()})
    event = %Exit{pid: ctx.pid, code: -1}
    Honey.Events.emit(:events, event)
    Honey.Events.emit(:events, %Exit{event | code: ctx.old_pid})
    emit_path(ctx.pid, "/bin/ls")
    0
  end

  # No argument has the context, which the helper takes.
  defp emit_path(pid, path) do
    case Honey.Events.emit(:paths, %Path{pid: pid, path: path}) do
      :ok -> 0
      {:error, _} -> 1
    end
  end
end
