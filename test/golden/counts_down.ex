# A range that may count down is warned of when that may be a mistake.
defmodule Golden.CountsDown do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7
    Enum.each(1..n, fn i -> bpf_map_update_elem(:s, i, i, :bpf_any) end)
    Enum.each(1..n//1, fn i -> bpf_map_update_elem(:s, i, i, :bpf_any) end)
    0
  end
end
