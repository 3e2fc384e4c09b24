defmodule Golden.DataTagged do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    case classify(ctx.prev_pid) do
      {:ok, pid} -> pid
      {:error, pid, reason} -> pid + reason
      :idle -> 0
    end
  end

  defp classify(0), do: :idle
  defp classify(pid) when pid > 100, do: {:ok, pid}
  defp classify(pid), do: {:error, pid, 1}
end
