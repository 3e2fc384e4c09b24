# Loops within others go over maps, too; leaving one of them leaves its turns alone.
defmodule Golden.MapLoopNested do
  use Honey, license: "GPL", kernel: "5.13"
  import Honey.BpfHelpers

  defmap :a, :bpf_hash, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :b, :bpf_percpu_array, max_entries: 64, key_type: :u32, value_type: :u64
  defmap :s, :bpf_array, max_entries: 8, key_type: :u32, value_type: :s64

  @sec "raw_tracepoint/sched_switch"
  def program(_ctx) do
    found = same(Honey.KernelMap.stream(:a), Honey.KernelMap.stream(:b))
    bpf_map_update_elem(:s, 0, found || -1, :bpf_any)
  end

  defp same(left, right) do
    Enum.find_value(left, fn {k, v} ->
      case Enum.find(right, fn {_, w} -> w == v end) do
        nil -> nil
        {j, _} -> k * 64 + j
      end
    end)
  end
end
