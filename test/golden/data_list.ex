defmodule Golden.DataList do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    [first | rest] = [ctx.prev_pid, ctx.next_pid, 3]

    case [0 | rest] do
      [_, pid, 3] -> first + pid
      _ -> 0
    end
  end
end
