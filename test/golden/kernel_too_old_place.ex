# Older verifiers let programs read their stack at constant places only.
defmodule Golden.KernelTooOldPlace do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  defmap :options, :bpf_hash, max_entries: 16, key_type: :u32, value_type: {:binary, 20}

  @sec "xdp"
  def program(ctx) do
    options = bpf_map_lookup_elem(:options, 0) || ""

    case ctx.packet do
      <<n, name::binary-size(n), _::binary>> ->
        <<_::binary-size(n), x, rest::binary>> = options
        if rest == name, do: x, else: 2

      _ ->
        1
    end
  end
end
