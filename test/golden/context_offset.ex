# Where they have none: by the offsets of the event's format.
defmodule Golden.ContextOffset do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_process_hang"
  def program(ctx) do
    bpf_map_update_elem(:s, 0, ctx.pid, :bpf_any)
    bpf_map_update_elem(:s, 1, ctx.prio, :bpf_any)
    0
  end
end
