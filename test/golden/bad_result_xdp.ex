defmodule Golden.BadResultXdp do
  use Honey, license: "GPL"

  @sec "xdp"
  def whole(_ctx), do: :xdp_pass

  @sec "xdp"
  def short(ctx) do
    case ctx.packet do
      <<0::8, _::binary>> -> :drop
      _ -> 2
    end
  end

  @sec "xdp"
  def other(_ctx), do: :ok
end
