defmodule Golden.DataNoMatch do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    {:ok, pid} = classify(ctx.prev_pid)
    pid
  end

  defp classify(0), do: {:error, 0}
  defp classify(pid), do: {:ok, pid}
end
