# A match that does not hold raises; one that binds twice binds both.
defmodule Golden.MatchPattern do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    0 = n
    m = k = n + 1
    bpf_map_update_elem(:s, 1, m + k, :bpf_any)
  end
end
