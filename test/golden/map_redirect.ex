defmodule Golden.MapRedirect do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :ports, :bpf_devmap, max_entries: 8
  defmap :links, :bpf_devmap_hash, max_entries: 8
  defmap :cpus, :bpf_cpumap, max_entries: 2, numa_node: 0

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::binary-12, 0x0800::16, _::binary>> -> bpf_redirect_map(:cpus, 1, :xdp_pass)
      <<_::binary-5, last, _::binary>> -> bpf_redirect_map(:links, last, 0)
      _ -> bpf_redirect_map(:ports, 3, :xdp_drop)
    end
  end
end
