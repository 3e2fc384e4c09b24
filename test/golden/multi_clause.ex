defmodule Golden.MultiClause do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:s, 1, kind(bpf_map_lookup_elem(:s, 0), bpf_map_lookup_elem(:h, 0)), :bpf_any)
  end

  defp kind(0, _), do: 100
  defp kind(n, nil), do: n
  defp kind(n, m) when n > 0 and m > 3, do: n + m
  defp kind(_, _), do: 0
end
