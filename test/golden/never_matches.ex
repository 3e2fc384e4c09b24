defmodule Golden.NeverMatches do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Event, kind: {:enum, [:exec, :exit]}

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :events, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Event

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a =
      case bpf_map_update_elem(:counts, 1, 1, :bpf_noexist) do
        :okay -> 1
        {:error, :eexists} -> 2
        {:error, _} -> 3
        0 -> 4
        _ -> 5
      end

    b =
      case bpf_map_lookup_elem(:events, 1) do
        nil -> 0
        event -> kind(event)
      end

    a + b
  end

  defp kind(event) do
    case event.kind do
      :exac -> 1
      :exit -> 2
      _ -> 3
    end
  end
end
