defmodule MapKeyRefused do
  use Honey, license: "GPL"

  @sec "tracepoint/sched/sched_switch"
  def on_switch(ctx) do
    key = :pid
    %{^key => pid} = %{pid: ctx.prev_pid}
    names = %{"pid" => ctx.next_pid, "prio" => 1}
    pid + names["pid"]
  end
end
