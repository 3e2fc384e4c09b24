# A call that no clause takes always raises, as on the BEAM. A function that other calls reach as well is
# judged by each call.
defmodule Golden.CallUntaken do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def program(ctx) do
    f({:a, ctx.next_pid}) + f({:c, 1}) + both(ctx.prev_pid, :none) + maybe(ctx.next_pid)
  end

  defp f({:a, n}), do: n
  defp f({:b, n}), do: n + 1

  defp both(n, :some), do: n
  defp both(n, m) when m == nil, do: n

  defp maybe(n), do: bpf_map_lookup_elem(:counts, n) |> given()
  defp given(n) when is_integer(n), do: n
end
