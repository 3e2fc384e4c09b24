defmodule Golden.WithAlone do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    with 0 <- ctx.prev_pid, do: ctx.next_pid
  end
end
