defmodule Golden.HelperXdp do
  use Honey, license: "GPL"
  import Honey.BpfHelpers

  @sec "xdp"
  def cuts(ctx) do
    case bpf_xdp_adjust_tail(ctx, -4) do
      :ok -> bpf_redirect(7, 0)
      {:error, _} -> 1
    end
  end

  @sec "xdp"
  def moves(ctx) do
    with :ok <- bpf_xdp_adjust_meta(ctx, -8),
         :ok <- bpf_xdp_adjust_head(ctx, 14) do
      2
    else
      _ -> 1
    end
  end
end
