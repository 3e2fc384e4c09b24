defmodule Honey.Golden.DataFunctionsMore do
  use Honey, license: "GPL", kernel: "5.14"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    pair = {ctx.prev_pid, ctx.next_pid}
    three = pair |> Tuple.append(1) |> put_elem(0, 7) |> Tuple.delete_at(1)
    list = Tuple.to_list(three) ++ List.duplicate(ctx.prev_prio, 2)
    weigh(%{first: List.first(list), last: List.last(list)}, ctx.prev_pid)
  end

  defp weigh(map, pid) do
    map = map |> Map.put(:pid, pid) |> Map.delete(:last) |> Map.merge(%{extra: 3})
    [_, {:first, first}, _] = Map.to_list(map)
    first + Map.get(map, :pid, 0) + Map.fetch!(map, :extra) + map_size(Map.take(map, [:pid]))
  end
end
