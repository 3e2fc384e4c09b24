# Where the kernel's types have a struct of the event: relocated by the loader.
defmodule Golden.ContextCore do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    bpf_map_update_elem(:s, 0, ctx.prev_pid, :bpf_any)
    bpf_map_update_elem(:s, 1, ctx.prev_state, :bpf_any)
    bpf_map_update_elem(:s, 2, ctx.next_prio, :bpf_any)
    0
  end
end
