# The list that `for` gives is not kept: it can be ignored.
defmodule Golden.LoopForEffect do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    for i <- 0..31, i != bpf_get_smp_processor_id() do
      bpf_map_update_elem(:s, i &&& 7, i, :bpf_any)
    end

    0
  end
end
