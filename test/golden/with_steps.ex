defmodule Golden.WithSteps do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :out, :bpf_array, max_entries: 4, key_type: :u32, value_type: :s64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    with {:ok, pid} <- classify(ctx.prev_pid),
         next = pid + 1,
         true <- next > 9 do
      next
    else
      {:error, pid} -> pid
      false -> 0
    end
  end

  defp classify(0), do: {:error, 0}
  defp classify(pid), do: {:ok, pid}
end
