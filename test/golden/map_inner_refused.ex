defmodule Golden.MapInnerRefused do
  use Honey, license: "GPL", kernel: "5.14"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  defmap :counts, :bpf_hash_of_maps,
    max_entries: 64,
    key_type: :u32,
    inner: {:bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64}

  defmap :plain, :bpf_hash, max_entries: 4, key_type: :u32, value_type: :u64

  @sec "xdp"
  def program(_ctx) do
    bpf_map_update_elem(:counts, 1, 1, :bpf_any)
    bpf_map_update_elem({:plain, 1}, 1, 1, :bpf_any)
    bpf_map_update_elem({:counts, "one"}, 1, 1, :bpf_any)
    bpf_map_update_elem({:counts, 1, 2}, 1, 1, :bpf_any)
    bpf_map_push_elem({:counts, 1}, 1, :bpf_any)
    Enum.each(KernelMap.stream({:plain, 1}), fn {_, _} -> 0 end)
    Enum.each(KernelMap.stream(:counts), fn {_, _} -> 0 end)
    Enum.each(KernelMap.stream({:counts, "one"}), fn {_, _} -> 0 end)
    2
  end
end
