defmodule Golden.DefaultArgument do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    bpf_map_update_elem(:s, 1, scale(bpf_map_lookup_elem(:s, 0)), :bpf_any)
    bpf_map_update_elem(:s, 2, scale(4, 5), :bpf_any)
  end

  defp scale(n, factor \\ 10), do: n * factor
end
