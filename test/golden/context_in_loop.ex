# A field that is read only inside a loop, walked or called, belongs to what is read of the context.
defmodule Golden.ContextInLoop do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 256, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def walked(ctx) do
    Enum.each([1, 2, 3], fn n -> bpf_map_update_elem(:s, n, ctx.next_pid, :bpf_any) end)
  end

  @sec "tracepoint/sched/sched_wakeup"
  def called(ctx) do
    Enum.each(1..200, fn n -> bpf_map_update_elem(:s, n, ctx.pid, :bpf_any) end)
  end

  @sec "tracepoint/sched/sched_process_fork"
  def reduced(ctx), do: nested(ctx)

  defp nested(ctx) do
    for n <- 1..3, m <- 1..2, reduce: 0 do
      sum -> if n > m, do: sum + ctx.child_pid, else: sum
    end
  end
end
