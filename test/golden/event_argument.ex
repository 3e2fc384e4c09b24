defmodule Golden.EventArgument do
  use Honey, license: "GPL", kernel: "5.8"
  import Honey.BpfHelpers

  deftype Exec, pid: :u32
  deftype Exit, pid: :u32, code: :s32
  deftype Exits, pid: :u32, codes: :s64
  deftype Other, a: :u64

  defmap :events, :bpf_ringbuf, max_entries: 4096, types: [Exec, Exit]
  defmap :counts, :bpf_hash, max_entries: 10, key_type: :u32, value_type: Exec

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(ctx) do
    Honey.Events.emit(:event, %Exec{})
    Honey.Events.emit(:somewhere, %Exec{})
    Honey.Events.emit(ctx.pid, %Exec{})
    Honey.Events.emit(:counts, %Exec{})
    Honey.Events.emit(:events, %Exits{})
    Honey.Events.emit(:events, %Other{})
    Honey.Events.emit(:events, ctx.pid)
    Honey.Events.emit(:events, bpf_map_lookup_elem(:counts, 1))
    Honey.Events.emit(:events, %Exec{}, :later)
    Honey.Events.emit(:events)
    bpf_map_lookup_elem(:events, 1)
    0
  end
end
