defmodule Golden.SectionInstead do
  use Honey, license: "GPL"

  @sec "xdp.frags"
  def fragments(_ctx), do: 2

  @sec "tc"
  def outgoing(_ctx), do: 0

  @sec "fentry/vfs_read"
  def probe(_ctx), do: 0

  @sec "lsm/file_open"
  def guard(_ctx), do: 0

  @sec "cgroup_skb/egress"
  def group(_ctx), do: 1

  @sec "nonsense/of/a/kind"
  def nonsense(_ctx), do: 1
end
