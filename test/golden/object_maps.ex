defmodule Golden.ObjectMaps do
  use Honey, license: "GPL", kernel: "5.10"

  deftype Seen, at: :u64, from: {:string, 7}

  defmap :sockets, :bpf_sockmap, max_entries: 2
  defmap :by_name, :bpf_sockhash, max_entries: 2, key_type: {:string, 8}
  defmap :sharing, :bpf_reuseport_sockarray, max_entries: 2
  defmap :kept, :bpf_sk_storage, value_type: Seen
  defmap :files, :bpf_inode_storage, value_type: :u64

  @sec "xdp"
  def program(ctx) do
    Honey.KernelMap.delete(:by_name, "first")
    Honey.KernelMap.delete(:sockets, ctx.rx_queue_index)
    2
  end
end
