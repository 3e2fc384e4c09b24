# An accumulator may be nil at first and an integer later.
defmodule Golden.LoopNilFirst do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7

    last =
      Enum.reduce(0..n, nil, fn
        i, nil -> i
        i, acc -> acc * 2 + i
      end)

    if last, do: bpf_map_update_elem(:s, 0, last, :bpf_any)
    0
  end
end
