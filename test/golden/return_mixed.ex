# What is no integer counts as 0.
defmodule Golden.ReturnMixed do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    if n > 0, do: n, else: :none
  end
end
