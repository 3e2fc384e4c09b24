# What is read and changed by a dot is no map of Elixir's.
defmodule Golden.BadDot do
  use Honey, license: "GPL"

  deftype Process, pid: :u32, ports: {:array, :u16, 4}

  @sec "tracepoint/raw_syscalls/sys_enter"
  def of_context(ctx) do
    Map.get(ctx, :id) + ctx[:id] + Map.fetch!(ctx, :args)
  end

  @sec "tracepoint/raw_syscalls/sys_exit"
  def of_struct(_ctx) do
    process = %Process{pid: 1}
    a = Map.put(process, :pid, 3)
    b = put_in(process.pid, 4)
    c = update_in(process.pid, &(&1 + 1))
    d = Map.update(process, :pid, 1, &(&1 + 1))
    e = Map.merge(process, %{pid: 2})
    f = struct(process, pid: 3)
    a.pid + b.pid + c.pid + d.pid + e.pid + f.pid + process[:pid] + length(process.ports)
  end
end
