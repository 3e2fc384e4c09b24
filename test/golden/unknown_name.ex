defmodule Golden.UnknownName do
  use Honey, license: "GPL"

  @sec "xdp"
  def program(_ctx) do
    bump(1, 2) + dobule(3) + bump(double(4))
    bpf_ktime_get_n()
    map_lookup(:a, 1)
    bpf_map_lookup(:a, 1)
    Honey.BpfHelpers.ktime_get_ns()
    Honey.XDP.pass()
    xdp_drop()
  end

  defp bump(x), do: x + 1
  defp double(x), do: x * 2
end
