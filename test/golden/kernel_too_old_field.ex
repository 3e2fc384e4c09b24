# Fields that the module's oldest kernel has not, or has otherwise.
defmodule Golden.KernelTooOldField do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "tracepoint/timer/hrtimer_start"
  def added(ctx), do: if(ctx.was_armed, do: bpf_map_update_elem(:u, 0, 1, :bpf_any))

  @sec "tracepoint/kmem/kmalloc"
  def changed(ctx), do: bpf_map_update_elem(:u, 1, ctx.gfp_flags, :bpf_any)
end
