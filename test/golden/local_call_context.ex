# The context can be passed on.
defmodule Golden.LocalCallContext do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    bpf_map_update_elem(:s, 1, reason(ctx), :bpf_any)
    0
  end

  def reason(context), do: context.prev_prio + context.next_prio
end
