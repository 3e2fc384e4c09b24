defmodule Golden.ArrayMemberLong do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Ports, ports: {:array, :u16, 100}

  defmap :ports, :bpf_hash, max_entries: 8, key_type: :u32, value_type: Ports

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    case bpf_map_lookup_elem(:ports, 1) do
      nil -> 0
      found -> if Enum.member?(found.ports, 80), do: 1, else: 0
    end
  end
end
