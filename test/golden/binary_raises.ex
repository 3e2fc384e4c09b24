# A part that is none, or too short, raises as on the BEAM.
defmodule Golden.BinaryRaises do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :counts, :bpf_hash, max_entries: 16, key_type: :u32, value_type: :u8
  defmap :keys, :bpf_hash, max_entries: 16, key_type: {:binary, 4}, value_type: :u8

  @sec "xdp"
  def program(ctx) do
    <<_::binary-14, rest::binary>> = ctx.packet
    count = bpf_map_lookup_elem(:counts, 0)
    bpf_map_update_elem(:keys, <<count, rest::binary-3>>, 1, :bpf_any)
    2
  end
end
