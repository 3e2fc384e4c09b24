defmodule Golden.ReboundInside do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    total = 0
    n = bpf_map_lookup_elem(:s, 0)

    if n > 5 do
      total = n * 2
    end

    bpf_map_update_elem(:s, 1, total, :bpf_any)
  end
end
