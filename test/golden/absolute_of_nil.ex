# `abs` and `trunc` of what is nil raise an ArgumentError, as functions do.
defmodule Golden.AbsoluteOfNil do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    abs(bpf_map_lookup_elem(:h, 1)) + trunc(bpf_map_lookup_elem(:h, 2))
  end
end
