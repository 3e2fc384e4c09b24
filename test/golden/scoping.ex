# A binding inside of a branch does not leave it.
defmodule Golden.Scoping do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_map_lookup_elem(:s, 0)
    n = n + 1

    result =
      if n > 5 do
        n = n * 2
        bpf_map_update_elem(:s, 1, n, :bpf_any)
        n
      else
        n - 1
      end

    bpf_map_update_elem(:s, 2, n, :bpf_any)
    bpf_map_update_elem(:s, 3, result, :bpf_any)
  end
end
