# Strings are joined, each from where the one before ends; the result has room for the longest.
defmodule Golden.StringJoined do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers

  deftype Name, text: {:string, 24}
  defmap :names, :bpf_hash, max_entries: 16, key_type: Name, value_type: :u32

  @sec "tracepoint/sched/sched_switch"
  def program(_ctx) do
    comm = bpf_get_current_comm()
    bpf_map_update_elem(:names, %Name{text: "thread " <> comm}, 1, :bpf_any)
    bpf_map_update_elem(:names, %Name{text: "#{comm}/0"}, 2, :bpf_any)
    0
  end
end
