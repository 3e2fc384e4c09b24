defmodule Golden.EventBufferMap do
  use Honey, license: "GPL", kernel: "5.4"

  deftype Exec, pid: :u32
  deftype Large, bytes: {:array, :u8, 4080}

  defmap :size, :bpf_perf_event_array, max_entries: 5000, types: [Exec]
  defmap :none, :bpf_perf_event_array, max_entries: 4096
  defmap :room, :bpf_perf_event_array, max_entries: 4096, types: [Large]
  defmap :flags, :bpf_perf_event_array, types: [Exec], flags: [:rdonly]
  defmap :node, :bpf_perf_event_array, types: [Exec], numa_node: 0
  defmap :value, :bpf_perf_event_array, types: [Exec], value_type: :u32

  @sec "tracepoint/sched/sched_process_exec"
  def on_exec(_ctx), do: 0
end
