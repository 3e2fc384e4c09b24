defmodule Golden.HelperPacket do
  use Honey, license: "GPL", kernel: "5.18"
  import Honey.BpfHelpers

  @sec "xdp"
  def filter(ctx) do
    case ctx.packet do
      <<_::binary-14, rest::binary>> -> cut(ctx, byte_size(rest), rest)
      _ -> 2
    end
  end

  # What was given is of before.
  defp cut(ctx, size, rest) do
    bpf_xdp_adjust_tail(ctx, -div(size, 2))
    if byte_size(rest) > 20, do: 2, else: 1
  end

  # In one branch, by a function, among arguments.
  @sec "xdp"
  def branches(ctx) do
    <<head::binary-14, _::binary>> = packet = ctx.packet
    if rem(byte_size(packet), 2) == 1, do: shorten(ctx)
    count(packet, 0) + count(head, shorten(ctx))
  end

  defp shorten(ctx) do
    bpf_xdp_adjust_tail(ctx, -1)
    0
  end

  defp count(packet, more), do: byte_size(packet) + more

  # The turn before has changed what this one reads, and the loop goes over the packet.
  @sec "xdp"
  def loops(ctx) do
    packet = ctx.packet

    for <<byte <- packet>> do
      if byte == 0, do: bpf_xdp_store_bytes(ctx, 0, <<byte>>)
    end

    for n <- 1..3 do
      <<first, _::binary>> = ctx.packet
      if first == n, do: bpf_xdp_adjust_head(ctx, byte_size(packet) - 20)
    end

    2
  end

  # In a tuple, in a function.
  @sec "xdp"
  def kept(ctx) do
    parts = {1, ctx.packet}
    size = fn -> byte_size(elem(parts, 1)) end
    bpf_xdp_adjust_head(ctx, -4)
    {n, _} = parts
    n + size.()
  end
end
