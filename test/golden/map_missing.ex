defmodule Golden.MapMissing do
  use Honey, license: "GPL", kernel: "6.9"

  defmap :m, :bpf_cgroup_storage, value_type: :u64
  defmap :n, :bpf_percpu_cgroup_storage, value_type: :u64
  defmap :s, :bpf_struct_ops, max_entries: 1

  @sec "xdp"
  def program(_ctx), do: 0
end
