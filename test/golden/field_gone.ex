# A field that newer kernels have no more.
defmodule Golden.FieldGone do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_stat_runtime"
  def program(ctx), do: bpf_map_update_elem(:u, 0, ctx.vruntime, :bpf_any)
end
