defmodule Golden.MapPrefix do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :networks, :bpf_lpm_trie,
    max_entries: 64,
    key_type: {:lpm, :ipv4},
    value_type: {:enum, [:pass, :drop]},
    flags: [:no_prealloc],
    entries: %{{{10, 0, 0, 0}, 8} => :drop}

  defmap :names, :bpf_lpm_trie,
    max_entries: 64,
    key_type: {:lpm, {:binary, 6}},
    value_type: :u32,
    flags: [:no_prealloc]

  @sec "xdp"
  def program(ctx) do
    case ctx.packet do
      <<_::binary-26, a, b, c, d, _::binary>> -> network({a, b, c, d})
      _ -> bpf_map_lookup_elem(:names, {"abcdef", 48}) || 2
    end
  end

  defp network(address) do
    case bpf_map_lookup_elem(:networks, {address, 32}) do
      :drop -> 1
      _ -> 2
    end
  end
end
