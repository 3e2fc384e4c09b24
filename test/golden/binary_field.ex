# Fields of a constant size: stored, read, matched, and in arrays.
defmodule Golden.BinaryField do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Host, mac: {:binary, 6}, routes: {:array, {:binary, 4}, 2}
  defmap :hosts, :bpf_hash, max_entries: 1024, key_type: :u32, value_type: Host

  @sec "xdp"
  def program(ctx) do
    case bpf_map_lookup_elem(:hosts, 1) do
      %Host{mac: <<2, vendor::16, _::binary>>} -> vendor
      %Host{mac: mac, routes: routes} -> if Enum.at(routes, 1) == "\n\0\0\1", do: last(mac), else: 2
      nil -> add(ctx.packet)
    end
  end

  defp last(<<_::40, last>>), do: last

  defp add(<<mac::binary-6, route::binary-4, _::binary>>) do
    bpf_map_update_elem(:hosts, 1, %Host{mac: mac, routes: [route, <<0, 0, 0, 0>>]}, :bpf_any)
    1
  end

  defp add(_), do: 2
end
