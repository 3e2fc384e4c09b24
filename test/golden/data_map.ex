defmodule Golden.DataMap do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    m = %{pid: ctx.prev_pid, inner: %{n: 1, m: 2}}
    m = %{m | pid: m.pid + m.inner.n}
    %{inner: %{m: m2}, pid: pid} = m
    pid + m2
  end
end
