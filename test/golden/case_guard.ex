# A guard that would raise does not hold.
defmodule Golden.CaseGuard do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64
  defmap :h, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    a = bpf_map_lookup_elem(:s, 0)

    case bpf_map_lookup_elem(:h, 1) do
      n when div(n, a) > 2 -> 1
      n when n > a or n == 0 -> 2
      _ -> 3
    end
  end
end
