# What turns hand on does not grow.
defmodule Golden.LoopGrows do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    list = Enum.reduce(0..5, [], fn i, acc -> [i | acc] end)
    bpf_map_update_elem(:s, 0, hd(list), :bpf_any)
  end
end
