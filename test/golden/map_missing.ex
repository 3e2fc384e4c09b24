defmodule Golden.MapMissing do
  use Honey, license: "GPL", kernel: "6.9"

  defmap :j, :bpf_sockmap, max_entries: 1
  defmap :k, :bpf_sockhash, max_entries: 1
  defmap :l, :bpf_reuseport_sockarray, max_entries: 1
  defmap :m, :bpf_cgroup_storage, value_type: :u64
  defmap :n, :bpf_percpu_cgroup_storage, value_type: :u64
  defmap :o, :bpf_sk_storage, value_type: :u64
  defmap :p, :bpf_inode_storage, value_type: :u64
  defmap :r, :bpf_cgrp_storage, value_type: :u64
  defmap :s, :bpf_struct_ops, max_entries: 1

  @sec "xdp"
  def program(_ctx), do: 0
end
