# What stays the same all through a run is asked for once, and only where it is needed: of the two
# calls here one is made, and none where the map has no such key.
defmodule Golden.SteadyHelper do
  use Honey, license: "GPL"

  import Honey.BpfHelpers

  defmap :watched, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :seen, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_switch"
  def on_switch(ctx) do
    ids = bpf_get_current_pid_tgid()

    if bpf_map_lookup_elem(:watched, ctx.next_pid) != nil do
      bpf_map_update_elem(:seen, ids &&& 0xFFFFFFFF, process(), :bpf_any)
    end

    0
  end

  defp process, do: bpf_get_current_pid_tgid() >>> 32
end
