defmodule Golden.DataEqual do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    pair = {ctx.prev_pid, :x}
    if pair == {5, :x} or pair in [{6, :x}, {7, :x}], do: 1, else: 0
  end
end
