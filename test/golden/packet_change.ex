defmodule Golden.PacketChange do
  use Honey, license: "GPL", kernel: "5.18"
  import Honey.BpfHelpers

  # A tag behind the addresses of each frame: numbers are kept, and the packet is matched again.
  @sec "xdp"
  def tag(ctx) do
    with <<destination::48, source::48, type::16, _::binary>> when type != 0x8100 <- ctx.packet,
         :ok <- bpf_xdp_adjust_head(ctx, -4),
         :ok <- bpf_xdp_store_bytes(ctx, 0, <<destination::48, source::48, 0x8100::16, 7::16>>),
         <<_::binary-12, 0x8100::16, _::binary>> <- ctx.packet do
      3
    else
      {:error, _} -> 0
      _ -> 2
    end
  end

  # Each turn reads the packet as it is.
  @sec "xdp"
  def trim(ctx) do
    for _ <- 1..4 do
      size = byte_size(ctx.packet)
      if size > 64, do: bpf_xdp_adjust_tail(ctx, 64 - size)
    end

    2
  end
end
