defmodule Golden.DataMapKey do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    m = if ctx.prev_pid > 0, do: %{pid: ctx.prev_pid}, else: %{tid: 0}
    m.pid
  end
end
