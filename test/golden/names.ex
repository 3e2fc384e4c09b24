# C has words of its own, and so has the code that Honey writes: no name of the user's meets them.
defmodule Golden.Names do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :count_1, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :stored_u64, :bpf_hash, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :format_3, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :result, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :int, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64
  defmap :größe, :bpf_array, max_entries: 8, key_type: :u32, value_type: :u64

  @sec "raw_tracepoint/sched_switch"
  def count_1(_ctx) do
    int = bpf_get_smp_processor_id()
    count = bpf_get_smp_processor_id()
    stored_u64 = int + count
    bpf_map_update_elem(:count_1, 0, count, :bpf_any)
    bpf_map_update_elem(:stored_u64, 0, stored_u64, :bpf_any)
    bpf_map_update_elem(:int, 0, 1, :bpf_any)
    bpf_map_update_elem(:größe, 0, kept(count) + kept(int), :bpf_any)
    bpf_printk("%d", [stored_u64])
    bpf_map_update_elem(:format_3, 0, 1, :bpf_any)
  end

  defp kept(x0) do
    x1 = bxor(x0 * 3, x0 + 0)
    x2 = bxor(x1 * 4, x1 + 1)
    x3 = bxor(x2 * 5, x2 + 2)
    x4 = bxor(x3 * 6, x3 + 3)
    x5 = bxor(x4 * 7, x4 + 4)
    x6 = bxor(x5 * 8, x5 + 5)
    x7 = bxor(x6 * 9, x6 + 6)
    x8 = bxor(x7 * 10, x7 + 7)
    bpf_map_update_elem(:result, 0, div(x8, x0), :bpf_any)
    x8
  end
end
