# A string and a part of the packet, of which only the run tells the lengths: by words.
defmodule Golden.BinaryEqual do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Server, name: {:string, 12}
  defmap :server, :bpf_array, max_entries: 1, key_type: :u32, value_type: Server

  @sec "xdp"
  def program(ctx) do
    server = bpf_map_lookup_elem(:server, 0)

    case ctx.packet do
      <<n, name::binary-size(n), four::binary-4, _::binary>> ->
        if name == server.name or four == server.name, do: 1, else: 2

      _ ->
        2
    end
  end
end
