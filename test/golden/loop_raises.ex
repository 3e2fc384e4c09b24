# What a turn raises leaves the loop, and the program.
defmodule Golden.LoopRaises do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    n = bpf_get_smp_processor_id()

    Enum.each(0..999, fn i ->
      bpf_map_update_elem(:s, i &&& 7, div(1000, i - n), :bpf_any)
    end)

    0
  end
end
