defmodule Golden.ContextPatternUnknown do
  use Honey, license: "GPL"

  @sec "tracepoint/raw_syscalls/sys_enter"
  def head(%{idd: number}), do: number

  @sec "tracepoint/sched/sched_switch"
  def branches(ctx) do
    case ctx do
      %{1 => 1} -> 2
      %{prev_pidd: 1} -> 3
      _ -> 0
    end
  end

  @sec "tracepoint/sched/sched_switch"
  def steps(ctx) do
    with %{common_pid: pid} <- ctx, do: pid
  end
end
