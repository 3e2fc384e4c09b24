# No loop takes more turns than bpf_loop does, or than its fuel.
defmodule Golden.LoopTooLong do
  use Honey, license: "GPL", kernel: "5.17"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    Enum.each(0..10_000_000, fn i -> bpf_map_update_elem(:s, i &&& 7, i, :bpf_any) end)
    fuel(10, Enum.each(0..10, fn i -> bpf_map_update_elem(:s, i &&& 7, i, :bpf_any) end))
  end
end
