# A map's pattern takes the context apart: in heads, `case`, `=` and `with`.
defmodule Golden.ContextPattern do
  use Honey, license: "GPL"

  @sec "tracepoint/raw_syscalls/sys_enter"
  def head(%{id: id}), do: id

  @sec "tracepoint/raw_syscalls/sys_enter"
  def clauses(%{id: 3}), do: 1
  def clauses(%{id: id} = ctx) when id > 100, do: inner(ctx)
  def clauses(%{}), do: 0

  @sec "tracepoint/sched/sched_switch"
  def branches(ctx) do
    case ctx do
      %{prev_comm: "bash"} -> 1
      %{prev_pid: pid, next_pid: pid} -> pid
      _ -> 0
    end
  end

  @sec "tracepoint/sched/sched_switch"
  def match(ctx) do
    %{prev_pid: from, next_pid: to} = ctx
    from + to
  end

  @sec "tracepoint/sched/sched_switch"
  def steps(ctx) do
    with %{prev_pid: from} <- ctx, %{next_pid: to} <- ctx, do: to - from
  end

  @sec "xdp"
  def packet(%{packet: <<first, _::binary>>, ingress_ifindex: index}), do: first + index
  def packet(_ctx), do: 2

  defp inner(%{id: id}), do: id * 2
end
