# Fields that stand elsewhere in other kernels' records, or are narrower there: the loader relocates
# the read. `gfp_flags` has 32 bits on 5.10.
defmodule Golden.ContextMoved do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "tracepoint/sched/sched_wakeup"
  def moved(ctx), do: bpf_map_update_elem(:u, 0, ctx.target_cpu, :bpf_any)

  @sec "tracepoint/kmem/mm_page_alloc"
  def grown(ctx), do: bpf_map_update_elem(:u, 1, ctx.gfp_flags, :bpf_any)
end
