# A field of the kernel's bool is a boolean; an enum is its number, a pointer its address.
defmodule Golden.ContextKinds do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :u, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "tracepoint/btrfs/btrfs_flush_space"
  def boolean(ctx), do: if(ctx.for_preempt, do: put(0, ctx.flags))

  @sec "tracepoint/alarmtimer/alarmtimer_cancel"
  def pointer(ctx), do: put(1, ctx.alarm)

  @sec "tracepoint/compaction/mm_compaction_finished"
  def enumeration(ctx), do: put(2, ctx.idx)

  defp put(key, value), do: bpf_map_update_elem(:u, key, value, :bpf_any)
end
