# Functions for Elixir's maps, given a map of the kernel.
defmodule Golden.MapOfKernel do
  use Honey, license: "GPL"

  defmap :counts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Map.put(:counts, 1, 1)
    Map.update(:counts, 1, 1, &(&1 + 1))
    Map.keys(:counts)
    Map.get(:others, 1)
    :counts[1]
  end
end
