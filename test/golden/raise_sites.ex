# Each place that can raise has a counter of its own, whichever program or function it is in.
defmodule Golden.RaiseSites do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def first(_ctx), do: div(100, bpf_map_lookup_elem(:s, 0))

  @sec "raw_tracepoint/sched_wakeup"
  def second(_ctx) do
    n = bpf_map_lookup_elem(:s, 1)
    div(n, n) + inverse(n)
  end

  defp inverse(n), do: div(1000, n)
end
