defmodule Golden.DataTaggedJoined do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    {_, n} = classify(ctx.prev_pid)
    n
  end

  defp classify(0), do: {0, 7}
  defp classify(pid) when pid > 100, do: {:large, pid}
  defp classify(pid), do: {:small, -pid}
end
