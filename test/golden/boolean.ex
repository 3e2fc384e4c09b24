defmodule Golden.Boolean do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    positive = n > 0
    even = rem(n, 2) == 0

    if positive and not even do
      1
    else
      if positive or even, do: 2, else: 3
    end
  end
end
