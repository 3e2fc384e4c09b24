# A value that is an atom or an integer carries which of them it is.
defmodule Golden.AtomWithInteger do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    kind = if n > 0, do: n, else: :none

    case kind do
      :none -> 0
      n when is_integer(n) -> n
    end
  end
end
