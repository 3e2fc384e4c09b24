defmodule Honey.Golden.Standard do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    slot = Integer.mod(ctx.prev_pid, 7)
    counts = %{slot: slot, seen: 0}
    counts = Map.update!(counts, :seen, &(&1 + 1))
    counts = put_in(counts.slot, Integer.floor_div(ctx.prev_prio, slot))
    counts[:slot] + counts[:seen] + slot ** 2
  end
end
