# {:halt, result} leaves the loop.
defmodule Golden.LoopReduceWhile do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 7

    found =
      Enum.reduce_while(0..31, 0, fn
        i, acc when i * n > 50 -> {:halt, acc}
        i, acc -> {:cont, acc + i}
      end)

    bpf_map_update_elem(:s, 0, found, :bpf_any)
  end
end
