defmodule Golden.ObjectMapsRefused do
  use Honey, license: "GPL", kernel: "6.12"
  import Honey.BpfHelpers

  alias Honey.KernelMap

  defmap :sockets, :bpf_sockmap, max_entries: 2
  defmap :by_name, :bpf_sockhash, max_entries: 2, key_type: :u32
  defmap :sharing, :bpf_reuseport_sockarray, max_entries: 2
  defmap :kept, :bpf_sk_storage, value_type: :u64
  defmap :files, :bpf_inode_storage, value_type: :u64

  @sec "xdp"
  def program(_ctx) do
    bpf_map_lookup_elem(:sockets, 0)
    KernelMap.get(:by_name, 1)
    bpf_redirect_map(:sharing, 0, 0)
    KernelMap.get(:kept, 1)
    KernelMap.put(:files, 1, 2)
    Enum.count(KernelMap.stream(:sockets))
  end
end
