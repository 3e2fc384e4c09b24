# A map that is the value of another: `{:outer, key}` in the place of a map's name.
defmodule Golden.MapInner do
  use Honey, license: "GPL", kernel: "5.12"
  import Honey.BpfHelpers
  alias Honey.KernelMap

  deftype Tenant, id: :u32, zone: :u8

  defmap :counts, :bpf_hash_of_maps,
    max_entries: 64,
    key_type: Tenant,
    inner: {:bpf_hash, max_entries: 1024, key_type: :u32, value_type: :u64, flags: [:no_prealloc]}

  defmap :slots, :bpf_array_of_maps,
    max_entries: 4,
    inner: {:bpf_array, max_entries: 8, key_type: :u32, value_type: :u64}

  @sec "xdp"
  def program(ctx) do
    tenant = %Tenant{id: ctx.ingress_ifindex, zone: 1}
    bpf_map_update_elem({:slots, 3}, 1, 7, :bpf_any)
    KernelMap.count({:slots, ctx.rx_queue_index}, 0)

    case KernelMap.get({:counts, tenant}, ctx.rx_queue_index) do
      nil -> KernelMap.put({:counts, tenant}, ctx.rx_queue_index, 1)
      _ -> bpf_map_delete_elem({:counts, tenant}, ctx.rx_queue_index)
    end

    bpf_map_lookup_elem({:slots, 0}, 1) || 2
  end
end
