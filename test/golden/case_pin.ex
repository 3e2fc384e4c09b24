defmodule Golden.CasePin do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    wanted = bpf_map_lookup_elem(:s, 0)

    case bpf_map_lookup_elem(:h, 1) do
      ^wanted -> 1
      nil -> 2
      _ -> 3
    end
  end
end
