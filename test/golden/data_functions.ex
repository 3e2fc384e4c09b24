defmodule Golden.DataFunctions do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    pair = {ctx.prev_pid, 1}
    list = [elem(pair, 0), tuple_size(pair)] ++ [map_size(%{a: 1})]
    if is_list(list) and length(list) == 3, do: hd(list) + hd(tl(list)), else: 0
  end
end
