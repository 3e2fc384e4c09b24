defmodule Golden.NeverMatchesRecord do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Process, pid: :u32, count: :u64, state: {:enum, [:new, :busy, :done]}

  defmap :processes, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Process

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:processes, 1)
    by_key(found) + by_clause(found) + by_guard(found)
  end

  defp by_key(_found) do
    case bpf_map_lookup_elem(:processes, 2) do
      %{cuont: count} -> count
      %{count: count, state: :dnoe} -> count
      %{pid: -1} -> 1
      %{state: state} = process -> by_state(state, process)
      nil -> 0
    end
  end

  defp by_state(_state, process) do
    %Process{state: state} = process

    case state do
      :new -> 1
      :bussy -> 2
      _ -> 3
    end
  end

  defp by_clause(%{cuont: count}), do: count
  defp by_clause(%{state: :dnoe}), do: 1
  defp by_clause(%{tid: tid}), do: tid
  defp by_clause(_), do: 2

  defp by_guard(nil), do: 0

  defp by_guard(%{state: state}) when state in [:new, :bussy], do: 1

  defp by_guard(process) do
    if process.state in [:dnoe, :done] and process.count > 0, do: 2, else: 3
  end
end
