defmodule Golden.ReboundInLoop do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  # A list that is kept has a copy of the body for each element.
  @sec "raw_tracepoint/sched_switch"
  def kept(_ctx) do
    total = 0

    for i <- 1..3 do
      total = total + i
    end

    bpf_map_update_elem(:s, 1, total, :bpf_any)
  end

  @sec "raw_tracepoint/sched_waking"
  def each(_ctx) do
    total = 0
    Enum.each(1..30, fn i -> total = total + i end)
    bpf_map_update_elem(:s, 1, total, :bpf_any)
  end
end
