defmodule Golden.BadMember do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Process, pid: :u32, state: {:enum, [:new, :busy, :done]}

  defmap :processes, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Process

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = bpf_map_lookup_elem(:processes, 1)
    of_case(found) + of_clause(found) + of_match(found)
  end

  defp of_case(found) do
    case found do
      %Process{state: :bussy} -> 1
      _ -> 0
    end
  end

  defp of_clause(%Process{state: nil}), do: 1
  defp of_clause(_), do: 0

  defp of_match(found) do
    %Process{state: :dnoe, pid: pid} = found
    pid
  end
end
