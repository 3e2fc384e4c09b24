# Generators are loops in loops; a filter, or a pattern that does not match, goes to the next turn.
defmodule Golden.LoopForReduce do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id() &&& 3

    total =
      for i <- 0..n, rem(i, 2) == 0, {:ok, j} <- [{:ok, i}, :error, {:ok, 7}], reduce: 0 do
        acc -> acc + i * j
      end

    bpf_map_update_elem(:s, 0, total, :bpf_any)
  end
end
