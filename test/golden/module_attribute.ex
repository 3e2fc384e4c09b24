defmodule Golden.ModuleAttribute do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @limit 5 * 60
  @target :s
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx), do: bpf_map_update_elem(@target, 0, @limit, :bpf_any)
end
