defmodule Golden.HelperPacket do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def filter(ctx) do
    case ctx.packet do
      <<_::binary-14, rest::binary>> -> cut(ctx, byte_size(rest))
      _ -> 2
    end
  end

  defp cut(ctx, size) do
    bpf_xdp_adjust_tail(ctx, -div(size, 2))
    2
  end
end
