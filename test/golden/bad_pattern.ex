defmodule Golden.BadPattern do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :texts, :bpf_hash, max_entries: 8, key_type: :u32, value_type: {:string, 80}

  @sec "xdp"
  def program(ctx) do
    text = bpf_get_current_comm()
    <<a::binary-size(70_000), _::binary>> = ctx.packet
    <<c::binary-unit(16)>> = text
    <<n, d::binary-size(n), _::binary>> = ctx.packet
    e = d == ctx.packet
    <<f::binary-size(300), _::binary>> = ctx.packet
    g = f == ctx.packet
    h = d == bpf_map_lookup_elem(:texts, 1)
    {a, c, e, g, h}
  end
end
