defmodule Golden.ByteOrder do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  deftype Endpoint, address: {:be, :u32}, port: {:be, :u16}

  defmap :ports, :bpf_hash, max_entries: 64, key_type: {:be, :u16}, value_type: {:be, :u64}
  defmap :endpoints, :bpf_array, max_entries: 4, key_type: :u32, value_type: Endpoint

  @sec "raw_tracepoint/sys_enter"
  def program(_ctx) do
    endpoint = bpf_map_lookup_elem(:endpoints, 0)
    bytes = bpf_map_lookup_elem(:ports, endpoint.port) || 0
    bpf_map_update_elem(:ports, endpoint.port, bytes + 1, :bpf_any)

    if endpoint.address == 0x7F000001 do
      bpf_map_update_elem(:endpoints, 0, %{endpoint | port: 443}, :bpf_any)
    end

    0
  end
end
