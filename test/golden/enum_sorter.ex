defmodule EnumSorter do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_switch"
  def on_switch(ctx) do
    list = [ctx.prev_pid, ctx.next_pid]
    most = Enum.max(list, &>=/2)
    least = Enum.min(list, :desc)
    [first | _] = Enum.sort(list)
    {:ok, second} = Enum.fetch(list, 1)
    destructure([third, fourth], list)
    most + least + first + second + third + fourth
  end
end
