defmodule Golden.DataTuple do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    {x, {y, :end}} = pair(ctx.prev_pid, ctx.next_pid)
    bpf_map_update_elem(:out, x, y, :bpf_any)
  end

  defp pair(a, b), do: {b, {a, :end}}
end
